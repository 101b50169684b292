import { addDays, type Day } from '../model/day.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { ShipPromise } from '../model/promise.ts';
import type { Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';
import { promisedShipDay } from '../plan/promise.ts';
import type { Part } from '../plan/serve.ts';
import type { Estimate } from '../plan/supply.ts';
import type { Histories, History } from './history.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { lawOf } from './rules/index.ts';
import type { Law, LineFacts } from './rules/law.ts';
import type { SentOff } from './stock-dates.ts';

/** What the store says of itself, and of when it ships. */
export interface StoreTerms {
  /** What checkout promises when no date is shown. */
  readonly promise?: ShipPromise | undefined;
  readonly storeCountry?: string | undefined;
}

/** An order line before the law: whose law, and what that needs to know. */
export interface Case {
  readonly line: OrderLine;
  /** What of it is still to come; none of a line that has ended or is shipped. */
  readonly parts: readonly Part[];
  readonly jurisdiction: string;
  readonly law: Law;
  readonly facts: LineFacts;
  readonly history: History;
  /** Where all of it lies in stock: when it would ship, or arrive, had it been sent off on a day. */
  readonly ifSentOff?: SentOff | undefined;
}

interface Surroundings extends StoreTerms {
  readonly today: Day;
  readonly transitDays: number;
  readonly histories: Histories;
  /** When goods that nobody states a date for may come in, by SKU. */
  readonly estimates?: ReadonlyMap<Sku, Estimate>;
  readonly sentOff?: SentOff | undefined;
}

export function caseOf(line: OrderLine, parts: readonly Part[], around: Surroundings): Case {
  const { promise, storeCountry, today, transitDays, sentOff: ifSentOff } = around;
  const jurisdiction = jurisdictionOf(line.shipToCountry, line.shipToRegion, storeCountry);
  const promised = {
    shipBy: promisedShipDay(line, promise),
    deliverBy: line.promisedDeliveryDate,
  };
  const dates = parts.map((part) => expectedOf(part, around.estimates, promised));
  const history = around.histories(line);
  const facts: LineFacts = {
    today,
    orderedOn: orderDay(line),
    ...promised,
    transitDays,
    expectedShip: latest(dates.map(({ shipDate }) => shipDate)),
    expectedDelivery: latest(dates.map(({ deliverBy }) => deliverBy)),
    unfillable: parts.some(({ state }) => state === 'unfillable'),
    isUnpaid: line.paymentState === 'pending',
    ...line.conditions,
    history: history.told,
  };
  return { line, parts, jurisdiction, law: lawOf(jurisdiction), facts, history, ifSentOff };
}

/** When a line is expected, as its law counts: shipped, or delivered. */
export function expectedDay({ law, facts }: Pick<Case, 'law' | 'facts'>): Day | undefined {
  return law.dates === 'ship' ? facts.expectedShip : facts.expectedDelivery;
}

/** The first estimate of each SKU. */
export function firstEstimates({ skus }: Plan): ReadonlyMap<Sku, Estimate> {
  return new Map(
    skus.flatMap(({ sku, supply: { estimates } }) =>
      estimates[0] ? [[sku, estimates[0]] as const] : [],
    ),
  );
}

/**
 * When a part is expected to ship. One that waits for goods without a stated date has none – but for a customer who bought
 * with the date of such an estimate it stands as long as the estimate still keeps it: nothing has changed for them.
 */
function expectedOf(
  part: Part,
  estimates: Surroundings['estimates'],
  promised: Pick<LineFacts, 'shipBy' | 'deliverBy'>,
): Pick<Part, 'shipDate' | 'deliverBy'> {
  const { state, shipDate, line } = part;
  if (shipDate !== undefined || state !== 'waiting') return part;
  const estimate = estimates?.get(line.sku);
  if (!estimate) return part;
  const deliverBy = addDays(estimate.shipDate, estimate.terms.transitDays);
  const isKept =
    promised.deliverBy === undefined
      ? promised.shipBy !== undefined && estimate.shipDate <= promised.shipBy
      : deliverBy <= promised.deliverBy;
  return isKept ? { shipDate: estimate.shipDate, deliverBy } : part;
}

/** The last of the days; undefined as soon as one is missing. */
function latest(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.flatMap((day) => day ?? []);
  return known.length < days.length ? undefined : known.toSorted().at(-1);
}
