import { demandQuantile, type Forecast, forecastAll, stockoutDate } from '../forecast/forecast.ts';
import { demandHistories } from '../forecast/history.ts';
import { addDays, type Day } from '../model/day.ts';
import { byService, type OrderLine, orderDay } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import { type Allocation, allocate, outstandingUnits, type Part } from './allocation.ts';
import type { DatedOffer, PlanInput } from './input.ts';
import { labelOf } from './label.ts';
import { inOwnUnits, missingSkus } from './own-units.ts';
import { holdTogether } from './shipping.ts';
import { decideStatus, type Position, type Verdict } from './status.ts';
import { gatherSupply, type Supply } from './supply.ts';

/** All that the plan says of one SKU. */
export interface PlannedSku {
  readonly sku: Sku;
  readonly title?: string | undefined;
  readonly verdict: Verdict;
  readonly position: Position;
  readonly supply: Supply;
  readonly forecast?: Forecast | undefined;
  /** Living arrivals of known quantity, in units. */
  readonly incoming?: number | undefined;
  readonly deliverBy?: Day | undefined;
  /** On hand divided by the daily demand. */
  readonly daysOfCover?: number | undefined;
  readonly stockoutDate?: Day | undefined;
  /** Units of demand, at the service level, until the supplier's goods are next counted and dispatched. */
  readonly reorderPoint?: number | undefined;
  readonly suggestedSafetyStock?: number | undefined;
  readonly label: string;
  readonly previous?: Status | undefined;
  /** In a listing, an override or an open order; without any listing also everything suppliers offer or offered. */
  readonly inShop: boolean;
}

/** The plan of one day: every other output is a view of it. */
export interface Plan {
  readonly today: Day;
  /** In the order of the SKUs' bytes. */
  readonly skus: readonly PlannedSku[];
  /** How each order line is filled, in order of service. */
  readonly parts: readonly Part[];
  readonly problems: readonly Problem[];
}

/** Terms of a supplier of which nothing is configured; no SKU has offers from it. */
const nobody: SupplierTerms = {
  id: '',
  name: '',
  dispatchDays: 2,
  transitDays: 5,
  slipDays: 0,
  buffer: { kind: 'units', units: 0 },
  staleAfterDays: 7,
  priority: 1,
  holidays: new Set(),
  wordQuantity: 5,
  forwarded: 'recorded',
};

/** Makes the plan of a day. Lines ordered after it are not known yet. */
export function makePlan(input: PlanInput): Plan {
  const { today } = input;
  const known = input.lines.filter((line) => orderDay(line) <= today);
  const offers = group(inOwnUnits(input.offers, input.skuMap));
  const lines = group(known);
  const missing = missingSkus(input.missing, input.skuMap);
  const forecasts = forecastAll(demandHistories(known, today), input.method);
  const skus = new Set<Sku>([
    ...offers.keys(),
    ...lines.keys(),
    ...missing,
    ...input.overrides.keys(),
    ...input.listed.keys(),
  ]);
  const planned: PlannedSku[] = [];
  const parts: Part[] = [];
  for (const sku of [...skus].toSorted(byBytes)) {
    const ownLines = lines.get(sku) ?? [];
    const one = planSku(
      sku,
      offers.get(sku) ?? [],
      ownLines,
      missing.has(sku),
      forecasts.get(sku),
      input,
    );
    planned.push(one.planned);
    parts.push(...one.parts);
  }
  const inOrder = parts.toSorted((a, b) => byService(a.line, b.line));
  return {
    today,
    skus: planned,
    parts: input.policy.shipping === 'hold-together' ? holdTogether(inOrder) : inOrder,
    problems: planned.flatMap(pinnedWithoutDate),
  };
}

function group<T extends { readonly sku: Sku }>(items: readonly T[]): Map<Sku, T[]> {
  const groups = new Map<Sku, T[]>();
  for (const item of items) {
    const own = groups.get(item.sku);
    if (own) own.push(item);
    else groups.set(item.sku, [item]);
  }
  return groups;
}

function planSku(
  sku: Sku,
  offers: readonly DatedOffer[],
  lines: readonly OrderLine[],
  wasListed: boolean,
  forecast: Forecast | undefined,
  input: PlanInput,
): { planned: PlannedSku; parts: readonly Part[] } {
  const { today, policy, terms } = input;
  const override = input.overrides.get(sku);
  const supply = gatherSupply({
    sku,
    offers,
    override,
    terms,
    fallbackTerms: nobody,
    policy,
    today,
  });
  const allocation = allocate(supply, lines.toSorted(byService), today, override);
  const position = takePosition(supply, allocation, forecast, override?.safetyStock, input);
  const previous = input.previous.get(sku);
  const verdict = decideStatus({ supply, position, policy, today, override, wasListed, previous });
  const deliverBy =
    verdict.shipDate && addDays(verdict.shipDate, termsOf(verdict.supplier, supply).transitDays);
  const parts = allocation.parts.map((part) => withDelivery(part, supply));
  const rate = forecast?.ratePerDay ?? 0;
  const open = lines.some((line) => outstandingUnits(line, today) > 0);
  const inShop = input.listed.has(sku) || override !== undefined || open;
  const known = supply.arrivals.filter(({ quantityKnown }) => quantityKnown);
  const { reorderPoint, suggestedSafetyStock } = reorder(supply, forecast, input);
  return {
    planned: {
      sku,
      title: override?.title ?? titleOf(sku, supply, lines, input),
      verdict,
      position,
      supply,
      forecast,
      incoming: known.reduce((sum, { quantity }) => sum + quantity, 0),
      deliverBy,
      daysOfCover: rate > 0 ? position.onHand / rate : undefined,
      stockoutDate: stockoutDate(position.onHand - position.committed, rate, today),
      reorderPoint,
      suggestedSafetyStock,
      label: labelOf(verdict.status, verdict.shipDate, deliverBy, policy),
      previous,
      inShop: inShop || (input.listed.size === 0 && (offers.length > 0 || wasListed)),
    },
    parts,
  };
}

function titleOf(
  sku: Sku,
  supply: Supply,
  lines: readonly OrderLine[],
  input: PlanInput,
): string | undefined {
  const offered = supply.sources.find(({ offer }) => offer.title !== undefined)?.offer.title;
  return input.listed.get(sku) || offered || lines.find(({ title }) => title !== undefined)?.title;
}

function termsOf(supplier: string | undefined, supply: Supply): SupplierTerms {
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  return (
    source?.terms ??
    supply.arrivals.find((arrival) => arrival.supplier === supplier)?.terms ??
    supply.preferred
  );
}

function withDelivery(part: Part, supply: Supply): Part {
  if (part.shipDate === undefined) return part;
  return { ...part, deliverBy: addDays(part.shipDate, termsOf(part.supplier, supply).transitDays) };
}

function takePosition(
  supply: Supply,
  { committed }: Allocation,
  forecast: Forecast | undefined,
  ownSafetyStock: number | undefined,
  input: PlanInput,
): Position {
  const onHand = supply.sources.reduce((sum, { usable }) => sum + usable, 0);
  const buffers = supply.sources
    .map(({ terms }) => terms)
    .filter((terms, i, all) => all.findIndex(({ id }) => id === terms.id) === i)
    .reduce((sum, terms) => sum + bufferOf(terms, usableAt(terms.id, supply), forecast, input), 0);
  const safetyStock = ownSafetyStock === undefined ? buffers : Math.min(ownSafetyStock, onHand);
  return {
    onHand,
    committed,
    safetyStock,
    free: Math.max(0, onHand - safetyStock - committed),
    uncovered: Math.max(0, committed - onHand),
  };
}

/** What a supplier has of a SKU, in however many articles of its own. */
function usableAt(supplier: string, { sources }: Supply): number {
  return sources.reduce(
    (sum, source) => (source.supplier === supplier ? sum + source.usable : sum),
    0,
  );
}

/** Units of a supplier's stock that are never offered; not more than it has. */
function bufferOf(
  terms: SupplierTerms,
  usable: number,
  forecast: Forecast | undefined,
  input: PlanInput,
): number {
  const { buffer } = terms;
  switch (buffer.kind) {
    case 'units':
      return Math.min(buffer.units, usable);
    case 'share':
      return Math.min(Math.ceil(buffer.share * usable - 1e-9), usable);
    case 'auto':
      return Math.min(protectedDemand(terms, forecast, input), usable);
  }
}

/** Demand, at the service level, until a supplier's next file is expected and its goods are dispatched. */
function protectedDemand(
  terms: SupplierTerms,
  forecast: Forecast | undefined,
  input: PlanInput,
): number {
  if (!forecast) return 0;
  const days = protectionDays(terms, input);
  const quantile = demandQuantile(forecast.history, days, input.policy.serviceLevel);
  return quantile ?? Math.ceil(forecast.ratePerDay * days);
}

function protectionDays(terms: SupplierTerms, { feedGapDays }: PlanInput): number {
  return (feedGapDays.get(terms.id) ?? 1) + terms.dispatchDays;
}

function reorder(
  supply: Supply,
  forecast: Forecast | undefined,
  input: PlanInput,
): Pick<PlannedSku, 'reorderPoint' | 'suggestedSafetyStock'> {
  if (!forecast) return {};
  const days = protectionDays(supply.preferred, input);
  const reorderPoint = demandQuantile(forecast.history, days, input.policy.serviceLevel);
  if (reorderPoint === undefined) return {};
  return {
    reorderPoint,
    suggestedSafetyStock: Math.max(0, Math.ceil(reorderPoint - forecast.ratePerDay * days)),
  };
}

function pinnedWithoutDate({ sku, verdict }: PlannedSku): Problem[] {
  const { status, reason, shipDate } = verdict;
  if (
    reason !== 'pinned' ||
    shipDate !== undefined ||
    (status !== 'backorder' && status !== 'preorder')
  )
    return [];
  return [
    {
      kind: 'pinned-without-date',
      place: { file: 'skus.csv', column: 'status' },
      value: sku,
      status,
    },
  ];
}
