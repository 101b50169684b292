import { type Day, parseDay } from '../../src/model/day.ts';
import type { Restock } from '../../src/model/offer.ts';
import type { OrderLine } from '../../src/model/order.ts';
import type { Policy, SkuOverride, SupplierTerms } from '../../src/model/policy.ts';
import { type Sku, toSku } from '../../src/model/sku.ts';
import type { Status } from '../../src/model/status.ts';
import type { DatedOffer, PlanInput } from '../../src/plan/input.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import type { PlannedSku } from '../../src/plan/planned-sku.ts';
import type { Part } from '../../src/plan/serve.ts';

export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}

export function sku(text: string): Sku {
  const named = toSku(text);
  if (named === undefined) throw new Error('a SKU is not blank');
  return named;
}

/** The day of the worked example, a Monday. */
export const today = day('2026-11-23');

/** A restock written as `2026-12-04` or `2026-12-04 x 20`. */
function restock(text: string): Restock {
  const [date = '', quantity] = text.split(' x ');
  return { day: day(date), quantity: quantity === undefined ? undefined : Number(quantity) };
}

export interface OfferSketch
  extends Partial<Omit<DatedOffer, 'restocks' | 'sku' | 'asOf' | 'release' | 'ranOutOn'>> {
  readonly sku?: string;
  readonly asOf?: string;
  readonly release?: string;
  readonly ranOutOn?: string;
  readonly restocks?: readonly string[];
}

/** What acme offers of X: nothing, in a file of the day. */
export function offer(sketch: OfferSketch = {}): DatedOffer {
  const own = sku(sketch.sku ?? 'X');
  const { release, ranOutOn } = sketch;
  return {
    supplier: 'acme',
    supplierSku: own,
    quantity: 0,
    quantityKind: 'exact',
    discontinued: false,
    place: { file: 'acme.csv', line: 2 },
    ...sketch,
    sku: own,
    restocks: (sketch.restocks ?? []).map(restock),
    asOf: day(sketch.asOf ?? today),
    release: release === undefined ? undefined : day(release),
    ranOutOn: ranOutOn === undefined ? undefined : day(ranOutOn),
  };
}

export interface LineSketch
  extends Partial<
    Omit<OrderLine, 'sku' | 'fulfilledAt' | 'cancelledAt' | 'forwardedAt' | 'asOf' | 'headAsOf'>
  > {
  readonly sku?: string;
  readonly fulfilledAt?: string;
  readonly cancelledAt?: string;
  readonly forwardedAt?: string;
  readonly asOf?: string;
}

/** An open order line of one X, ordered two days ago. */
export function line(sketch: LineSketch = {}): OrderLine {
  const { fulfilledAt, cancelledAt, forwardedAt, ...rest } = sketch;
  const asOf = day(sketch.asOf ?? today);
  return {
    orderId: '#1',
    lineId: '1',
    orderedAt: '2026-11-21T10:00:00',
    quantity: 1,
    fulfilledQuantity: 0,
    cancelledQuantity: 0,
    returnedQuantity: 0,
    place: { file: 'orders.csv', line: 2 },
    ...rest,
    sku: sku(sketch.sku ?? 'X'),
    fulfilledAt: fulfilledAt === undefined ? undefined : day(fulfilledAt),
    cancelledAt: cancelledAt === undefined ? undefined : day(cancelledAt),
    forwardedAt: forwardedAt === undefined ? undefined : day(forwardedAt),
    asOf,
    headAsOf: asOf,
  };
}

/** A supplier of which nothing is configured but what the worked example says of all. */
export function terms(id: string, sketch: Partial<SupplierTerms> = {}): SupplierTerms {
  return {
    id,
    name: id,
    dispatchDays: 2,
    transitDays: 5,
    slipDays: 0,
    buffer: { kind: 'units', units: 2 },
    staleAfterDays: 7,
    priority: 1,
    holidays: new Set(),
    wordQuantity: 5,
    forwarded: 'recorded',
    ...sketch,
  };
}

const usualPolicy: Policy = {
  backorderMaxWaitDays: 30,
  preorderMaxWaitDays: 180,
  uncertainRestock: 'preorder',
  unknownRestockLimit: 10,
  returnQuantity: 1,
  maxReturnRate: 0.1,
  serviceLevel: 0.95,
  waitMaxDays: 0,
  priorityOrders: new Set(),
  labelDate: 'ship',
};

export interface OverrideSketch extends Partial<Omit<SkuOverride, 'sku' | 'release' | 'restock'>> {
  readonly sku?: string;
  readonly release?: string;
  readonly restock?: string;
}

function override({ release, restock: due, ...rest }: OverrideSketch): SkuOverride {
  return {
    ...rest,
    sku: sku(rest.sku ?? 'X'),
    release: release === undefined ? undefined : day(release),
    restock: due === undefined ? undefined : day(due),
  };
}

export interface Situation {
  readonly today?: string;
  readonly offers?: readonly DatedOffer[];
  readonly lines?: readonly OrderLine[];
  readonly terms?: readonly SupplierTerms[];
  readonly policy?: Partial<Policy>;
  readonly overrides?: readonly OverrideSketch[];
  readonly previous?: Status;
  readonly listed?: readonly string[];
  /** Articles of acme that its newest file lacks. */
  readonly missing?: readonly string[];
  readonly more?: Partial<PlanInput>;
}

export function inputOf(situation: Situation): PlanInput {
  const suppliers = situation.terms ?? [terms('acme'), terms('beta')];
  const overrides = (situation.overrides ?? []).map(override);
  return {
    today: day(situation.today ?? today),
    policy: { ...usualPolicy, ...situation.policy },
    terms: new Map(suppliers.map((supplier) => [supplier.id, supplier])),
    offers: situation.offers ?? [],
    missing: (situation.missing ?? []).map((name) => ({
      supplier: 'acme',
      sku: sku(name),
      supplierSku: name,
    })),
    lines: situation.lines ?? [],
    shipments: [],
    overrides: new Map(overrides.map((own) => [own.sku, own])),
    kits: new Map(),
    matching: matchingBy({}),
    listed: new Map((situation.listed ?? []).map((name) => [sku(name), name])),
    previous:
      situation.previous === undefined ? new Map() : new Map([[sku('X'), situation.previous]]),
    feedGapDays: new Map(),
    ...situation.more,
  };
}

/** Nothing to match by but the number, and what is given. */
export function matchingBy(given: Partial<PlanInput['matching']>): PlanInput['matching'] {
  return { skuMap: [], setAside: [], numberRules: new Map(), barcodes: new Map(), ...given };
}

export function planOf(situation: Situation): Plan {
  return makePlan(inputOf(situation));
}

/** What the plan says of one SKU. */
export function plannedSku(situation: Situation, name = 'X'): PlannedSku {
  const found = planOf(situation).skus.find((planned) => planned.sku === name);
  if (!found) throw new Error(`the plan does not speak of ${name}`);
  return found;
}

/** All that the plan says of a SKU, but for its supply, with what is worked out only when it is asked for. */
export function wholly(planned: PlannedSku): object {
  const { supply: _supply, ...told } = planned;
  const { verdictWhenOut, forecast, drain, cover } = planned;
  return { ...told, verdictWhenOut, forecast, drain, cover };
}

/** All that is told of a SKU, side by side; what is not told is undefined. */
export function told({ verdict, position, ...planned }: PlannedSku): object {
  const { status, reason, sellable, aheadLimit, shipDate, basis, supplier, restockDay } = verdict;
  const { onHand, committed, safetyStock, free, uncovered } = position;
  const { incoming, label, deliverBy } = planned;
  return {
    ...{ status, reason, sellable, aheadLimit, shipDate, basis, supplier, restockDay },
    ...{ onHand, committed, safetyStock, free, uncovered, incoming, label, deliverBy },
  };
}

/** A verdict in few words: `backorder restock-dated ahead 14 ships 2026-12-08 stated acme`. */
export function verdictInWords({ verdict }: PlannedSku): string {
  const { status, reason, sellable, aheadLimit, shipDate, basis, supplier } = verdict;
  return [
    status,
    reason,
    status === 'available' || sellable !== 0 ? `sell ${sellable}` : undefined,
    aheadLimit === undefined ? undefined : `ahead ${aheadLimit}`,
    shipDate === undefined ? undefined : `ships ${shipDate}`,
    basis,
    supplier,
  ]
    .filter((word) => word !== undefined)
    .join(' ');
}

/** The parts of the plan in few words: `#1/1 3 ship-now acme stock 2026-11-25`. */
export function partsOf(situation: Situation): string[] {
  return planOf(situation).parts.map(partInWords);
}

function partInWords(part: Part): string {
  const { line: own, quantity, state, supplier, source, shipDate } = part;
  return [`${own.orderId}/${own.lineId}`, quantity, state, supplier, source, shipDate]
    .filter((word) => word !== undefined)
    .join(' ');
}
