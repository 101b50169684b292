import type { Forecast } from '../forecast/forecast.ts';
import type { DemandHistory } from '../forecast/history.ts';
import { type Cover, reorder } from '../forecast/reorder.ts';
import type { Shop } from '../forecast/shop.ts';
import type { MatchRules } from '../match/input.ts';
import { addDays, type Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import { wordQuantity } from '../model/offer.ts';
import { once } from '../model/once.ts';
import { byService, type OrderLine, orderDay } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import { allocate, type Part, partsOf, touchesStock } from './allocation.ts';
import { type Demand, type Drain, demandOf } from './demand.ts';
import type { DatedOffer, PlanInput } from './input.ts';
import { labelOf } from './label.ts';
import { leadTimeSpreads } from './lead-times.ts';
import { inOwnUnits, ownArticles } from './own-units.ts';
import { coverOf, type Spreads, takePosition } from './position.ts';
import { type Quality, qualityOf } from './quality.ts';
import { withShipments } from './shipped.ts';
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
  /** Worked out when it is first asked for; undefined where nothing was ever sold. */
  readonly forecast: Forecast | undefined;
  /** What takes the stock away. Worked out when it is first asked for. */
  readonly drain: Drain;
  /** Living arrivals of known quantity, in units. */
  readonly incoming?: number | undefined;
  readonly deliverBy?: Day | undefined;
  /** Until the goods of the supplier that comes first are next counted and dispatched. */
  readonly cover: Cover;
  readonly label: string;
  readonly previous?: Status | undefined;
  /** In a listing, an override or an open order; without any listing also everything suppliers offer or offered. */
  readonly inShop: boolean;
  /** It is made of others. */
  readonly isKit: boolean;
}

/** The plan of one day: every other output is a view of it. */
export interface Plan {
  readonly today: Day;
  /** In the order of the SKUs' bytes. */
  readonly skus: readonly PlannedSku[];
  /** How each order line is filled, in order of service. Worked out when it is first asked for. */
  readonly parts: readonly Part[];
  /** What the shop's SKUs have in common. Worked out when it is first asked for, as are the next two. */
  readonly shop: Shop;
  /** The demand of the past of every SKU that was ever sold, in the order of the SKUs. */
  readonly histories: readonly DemandHistory[];
  readonly quality: Quality;
  /** The probability with which stock should cover demand. */
  readonly serviceLevel: number;
  /** The order lines known on the day, with what their shipments tell. */
  readonly lines: readonly OrderLine[];
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
  wordQuantity,
  forwarded: 'recorded',
};

/** Makes the plan of a day. Lines ordered after it are not known yet. */
export function makePlan(input: PlanInput): Plan {
  const { today, policy } = input;
  const ordered = input.lines.filter((line) => orderDay(line) <= today).toSorted(byService);
  const titles = titlesOf(ordered);
  const rules = rulesOf(input, titles);
  // Only shipments ask for the suppliers' numbers.
  const articles = input.shipments.length > 0 ? ownArticles(input.offers, rules) : new Map();
  const { lines: known } = withShipments(ordered, input.shipments, articles, today);
  const { missing, ...suppliers } = inOwnUnits(input.offers, input.missing, rules);
  const offers = groupBy(suppliers.offers, skuOf);
  const touching = known.filter((line) => touchesStock(line, today));
  const lines = groupBy(touching, skuOf);
  const inKits = kitSkus(input.kits);
  const skus = new Set<Sku>([
    ...suppliers.offers.filter(({ unread }) => !unread).map(skuOf),
    ...titles.keys(),
    ...missing,
    ...input.overrides.keys(),
    ...inKits,
    ...input.listed.keys(),
  ]);
  const sorted = [...skus].toSorted(byBytes);
  const demand = demandOf(known, sorted, input, rules);
  const spreads = once(() => leadTimeSpreads(known, input.terms));
  const planned = sorted.map((sku) =>
    planSku(sku, demand, spreads, input, {
      offers: offers.get(sku) ?? [],
      lines: lines.get(sku) ?? [],
      orderedAs: titles.get(sku),
      wasListed: missing.has(sku),
      isInKit: inKits.has(sku),
    }),
  );
  const parts = once(() => {
    const inOrder = inOrderOfService(known, partsBySku(planned, lines, input));
    return policy.shipping === 'hold-together' ? holdTogether(inOrder) : inOrder;
  });
  const quality = once(() => qualityOf(input, known, rules));
  return {
    today,
    skus: planned,
    get parts() {
      return parts();
    },
    get shop() {
      return demand.shop();
    },
    get histories() {
      return demand.histories();
    },
    get quality() {
      return quality();
    },
    serviceLevel: policy.serviceLevel,
    lines: known,
    problems: planned.filter(isPinnedWithoutDate).map(pinnedWithoutDate),
  };
}

/** Kits and all that they are made of. */
function kitSkus(kits: Kits): ReadonlySet<Sku> {
  return new Set([...kits].flatMap(([kit, parts]) => [kit, ...parts.map(skuOf)]));
}

const skuOf = ({ sku }: { readonly sku: Sku }): Sku => sku;

/** Our SKUs are those that the shop's own files, its listings and its orders name. */
function rulesOf(
  { matching, listed, overrides }: PlanInput,
  ordered: ReadonlyMap<Sku, unknown>,
): MatchRules {
  const mapped = new Set(matching.skuMap.map(({ sku }) => sku));
  return {
    ...matching,
    isOurs: (sku) => listed.has(sku) || overrides.has(sku) || ordered.has(sku) || mapped.has(sku),
  };
}

/** Every SKU that was ordered, with the first title it was ordered under. */
function titlesOf(lines: readonly OrderLine[]): ReadonlyMap<Sku, string | undefined> {
  const titles = new Map<Sku, string | undefined>();
  for (const { sku, title } of lines) if (titles.get(sku) === undefined) titles.set(sku, title);
  return titles;
}

function partsBySku(
  planned: readonly PlannedSku[],
  lines: ReadonlyMap<Sku, readonly OrderLine[]>,
  { today, overrides }: PlanInput,
): ReadonlyMap<Sku, readonly Part[]> {
  const parts = new Map<Sku, readonly Part[]>();
  for (const { sku, supply } of planned) {
    const own = lines.get(sku);
    if (own) parts.set(sku, partsOf(supply, own, today, overrides.get(sku)));
  }
  return parts;
}

/** Puts together the parts of all SKUs, each of which has its own in order already. */
function inOrderOfService(
  lines: readonly OrderLine[],
  bySku: ReadonlyMap<Sku, readonly Part[]>,
): Part[] {
  const parts: Part[] = [];
  const queues = new Map([...bySku].map(([sku, own]) => [sku, { own, at: 0 }]));
  for (const line of lines) {
    const queue = queues.get(line.sku);
    let part = queue?.own[queue.at];
    while (queue && part?.line === line) {
      parts.push(part);
      queue.at += 1;
      part = queue.own[queue.at];
    }
  }
  return parts;
}

/** What is known of one SKU. */
interface Known {
  readonly offers: readonly DatedOffer[];
  /** Those that touch its stock, in order of service. */
  readonly lines: readonly OrderLine[];
  readonly orderedAs: string | undefined;
  /** Some older file of a supplier had it, its newest has not. */
  readonly wasListed: boolean;
  /** It is a kit, or part of one. */
  readonly isInKit: boolean;
}

function planSku(
  sku: Sku,
  demand: Demand,
  spreads: Spreads,
  input: PlanInput,
  { offers, lines, orderedAs, wasListed, isInKit }: Known,
): PlannedSku {
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
  const forecast = once(() => demand.forecast(sku));
  const drain = once(() => demand.drain(sku, forecast()));
  const allocation = allocate(supply, lines, today, override);
  const cover = (supplier: SupplierTerms) => coverOf(supplier, input, spreads);
  const position = takePosition(supply, allocation, override?.safetyStock, (supplier) => {
    const own = forecast();
    return own ? reorder(own, cover(supplier), policy.serviceLevel).point : 0;
  });
  const previous = input.previous.get(sku);
  const verdict = decideStatus({ supply, position, policy, today, override, wasListed, previous });
  const deliverBy =
    verdict.shipDate && addDays(verdict.shipDate, termsOf(verdict.supplier, supply).transitDays);
  const inShop = input.listed.has(sku) || override !== undefined || isInKit || allocation.isOpen;
  return {
    sku,
    title: override?.title ?? titleOf(sku, supply, input) ?? orderedAs,
    verdict,
    position,
    supply,
    get forecast() {
      return forecast();
    },
    get drain() {
      return drain();
    },
    incoming: incomingUnits(supply),
    deliverBy,
    get cover() {
      return cover(supply.preferred);
    },
    label: labelOf(verdict.status, verdict.shipDate, deliverBy, policy),
    previous,
    isKit: input.kits.has(sku),
    inShop: inShop || (input.listed.size === 0 && (offers.length > 0 || wasListed)),
  };
}

function titleOf(sku: Sku, { sources }: Supply, { listed }: PlanInput): string | undefined {
  return (
    listed.get(sku) ||
    sources.find(({ offer }) => offer.title !== undefined)?.offer.title ||
    undefined
  );
}

function termsOf(supplier: string | undefined, supply: Supply): SupplierTerms {
  const source = supply.sources.find((candidate) => candidate.supplier === supplier);
  return source?.terms ?? supply.preferred;
}

function incomingUnits({ arrivals }: Supply): number {
  return arrivals.reduce(
    (sum, { quantity, quantityKnown }) => (quantityKnown ? sum + quantity : sum),
    0,
  );
}

function isPinnedWithoutDate({ verdict: { status, reason, shipDate } }: PlannedSku): boolean {
  const sellsAhead = status === 'backorder' || status === 'preorder';
  return reason === 'pinned' && sellsAhead && shipDate === undefined;
}

function pinnedWithoutDate({ sku, verdict: { status } }: PlannedSku): Problem {
  const place = { file: 'skus.csv', column: 'status' };
  return { kind: 'pinned-without-date', place, value: sku, status };
}
