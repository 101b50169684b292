import { type Day, laterDay, workingDaysAfter } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { ShipPromise } from '../model/promise.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import type { FileDays } from '../suppliers/past.ts';
import type { MovedRestock } from '../suppliers/restocks.ts';
import type { Plan } from './plan.ts';
import { promisedShipDay } from './promise.ts';
import type { Part } from './serve.ts';

/** What a supplier can be asked. `feed-stale` is about its whole list, the others about one article. */
export type QuestionKind =
  | 'feed-stale'
  | 'not-shipped'
  | 'overdue'
  | 'no-date'
  | 'slipped'
  | 'quantity-unknown'
  | 'quantity-short'
  | 'unread'
  | 'outdated';

/** What our customers have waiting on an answer. */
interface Worth {
  readonly unitsOwed: number;
  /** In order of service. */
  readonly orders: readonly string[];
  /** The first day by which one of them was to ship, or to arrive. */
  readonly oldestPromise?: Day | undefined;
}

/** A question to a supplier, with what its answer is worth to us. */
export interface Question extends Worth {
  readonly kind: QuestionKind;
  readonly supplier: string;
  readonly sku?: Sku | undefined;
  readonly supplierSku?: string | undefined;
  readonly title?: string | undefined;
  /** The day from which on it is open: it ran out, was stated, was forwarded, could not be read. */
  readonly since?: Day | undefined;
  /** The restock date that the supplier states, and the one it stated first where that was another. */
  readonly statedDate?: Day | undefined;
  readonly firstStated?: Day | undefined;
  /** Units that the supplier says will come, in ours. */
  readonly statedQuantity?: number | undefined;
  /** Orders that miss their promise by the date stated. */
  readonly late: readonly string[];
  readonly askBy: Day;
}

export interface QuestionInput {
  readonly plan: Plan;
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  readonly promise: ShipPromise | undefined;
  readonly files: ReadonlyMap<string, FileDays>;
  readonly moved: readonly MovedRestock[];
}

/** Working days in which a supplier should answer: where orders wait, and where none does. */
const daysToAnswer = { waiting: 2, else: 5 };

/** A question with what it is worth: the parts of orders that wait for its answer. */
export function asked(
  { plan, terms, promise }: QuestionInput,
  kind: QuestionKind,
  supplier: string,
  parts: readonly Part[],
): Question {
  const promises = parts.flatMap(
    ({ line }) => promisedShipDay(line, promise) ?? line.promisedDeliveryDate ?? [],
  );
  const oldestPromise = promises.toSorted(byBytes)[0];
  const holidays = terms.get(supplier)?.holidays ?? new Set<Day>();
  const within = daysToAnswer[parts.length > 0 ? 'waiting' : 'else'];
  const usual = workingDaysAfter(plan.today, within, holidays);
  const soonest = workingDaysAfter(plan.today, 1, holidays);
  const isSooner = oldestPromise !== undefined && oldestPromise < usual;
  return {
    kind,
    supplier,
    unitsOwed: parts.reduce((sum, { quantity }) => sum + quantity, 0),
    orders: ordersOf(parts),
    oldestPromise,
    late: [],
    askBy: isSooner ? laterDay(oldestPromise, soonest) : usual,
  };
}

/** The orders of some parts, each once, in order of service. */
export function ordersOf(parts: readonly Part[]): readonly string[] {
  return [...new Set(parts.map(({ line }) => line.orderId))];
}

/** What orders wait for comes first, and of that the oldest promise, then the most units. */
export function byUrgency(a: Question, b: Question): number {
  const isIdle = ({ unitsOwed }: Question) => Number(unitsOwed === 0);
  const never = '9999-12-31';
  return (
    isIdle(a) - isIdle(b) ||
    byBytes(a.oldestPromise ?? never, b.oldestPromise ?? never) ||
    b.unitsOwed - a.unitsOwed ||
    byBytes(a.supplier, b.supplier) ||
    byBytes(a.sku ?? '', b.sku ?? '') ||
    byBytes(a.supplierSku ?? '', b.supplierSku ?? '') ||
    byBytes(a.kind, b.kind)
  );
}
