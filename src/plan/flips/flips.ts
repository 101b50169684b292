import type { Day } from '../../model/day.ts';
import { groupBy } from '../../model/group-by.ts';
import type { OrderLine } from '../../model/order.ts';
import type { Sku } from '../../model/sku.ts';
import { type Status, statuses } from '../../model/status.ts';
import type { PlanInput } from '../input.ts';
import { makePlan, type Plan } from '../plan.ts';
import type { PlannedSku } from '../planned-sku.ts';
import { daysLate } from '../promise.ts';
import type { Part } from '../serve.ts';
import type { Verdict } from '../status.ts';
import {
  type Bench,
  cancelAxis,
  orderedAxis,
  ownAxes,
  policyAxes,
  single,
  supplyAxes,
  unknownLimitAxis,
} from './axes.ts';
import { applied, type Change, type Cut, isSameLine } from './change.ts';
import { narrowed, relativesOf } from './narrowed.ts';
import { type Axis, type Flip, type Found, flipsAlong, type Outcome } from './search.ts';

/** What would become of a SKU. */
export interface SkuResult
  extends Outcome,
    Pick<Verdict, 'status' | 'reason' | 'sellable' | 'aheadLimit' | 'shipDate'> {}

/** What would become of an order line: the slowest of its parts speaks for it. */
export interface LineResult extends Outcome {
  readonly state: 'ships-now' | 'dated' | 'undated' | 'unfillable';
  readonly shipDate?: Day | undefined;
  /** Days behind the promise; undefined without one, and without a date. */
  readonly late?: number | undefined;
}

/** A plan that was made, and what from. */
export interface Made {
  readonly input: PlanInput;
  readonly plan: Plan;
}

/**
 * The nearest single changes that would give a SKU another status, first those to a better one. Each is the least of its
 * kind: it was found by planning the SKU anew. None where the SKU cannot be planned by itself.
 */
export function flipsOfSku(made: Made, sku: Sku): readonly Flip<SkuResult>[] {
  const whole = made.plan.skus.find((one) => one.sku === sku);
  if (!whole || isBufferUnknown(made, whole)) return [];
  const input = narrowed(made.input, made.plan, relativesOf([sku], made.input), whole);
  const plan = makePlan(input);
  const planned = plan.skus.find((one) => one.sku === sku);
  if (!planned || !isSame(resultOf(planned), resultOf(whole))) return [];
  const outcomeOf = (change: Change) => {
    const changed = makePlan(applied(input, change)).skus.find((one) => one.sku === sku);
    return changed && resultOf(changed);
  };
  const axes = skuAxes({ input, planned }, plan, made.input);
  const now = resultOf(planned);
  return chosen(
    axes.flatMap((axis) => flipsAlong(axis, now, outcomeOf)),
    now,
  );
}

/** A kit is held back by its parts' buffers; those that follow the demand of each are not told apart. */
function isBufferUnknown({ input }: Made, { isKit }: PlannedSku): boolean {
  return isKit && [...input.terms.values()].some(({ buffer }) => buffer.kind === 'auto');
}

function resultOf({ verdict }: PlannedSku): SkuResult {
  const { status, reason, sellable, aheadLimit, shipDate } = verdict;
  return { rank: rankOf(status), status, reason, sellable, aheadLimit, shipDate };
}

function rankOf(status: Status): number {
  return statuses.length - statuses.indexOf(status);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function skuAxes(bench: Bench, plan: Plan, whole: PlanInput): Axis[] {
  const { planned, input } = bench;
  const { sku } = planned;
  const status = input.overrides.get(sku)?.status;
  if (status !== undefined) {
    const change: Change = { kind: 'unpinned', sku, status };
    return [single('better', change, 0), single('worse', change, 0)];
  }
  const parts = plan.parts.filter(({ line }) => line.sku === sku);
  return [
    ...benchesOf([sku, ...componentsOf(sku, input)], plan, input).flatMap(supplyAxes),
    ...ownAxes(bench),
    ...policyAxes(bench),
    orderedAxis(bench),
    // What is cancelled was no demand: a buffer that follows the demand would change too.
    ...(followsDemand(planned, whole) ? [] : [cancelAxis(openCuts(parts))]),
  ];
}

function componentsOf(sku: Sku, { kits }: PlanInput): readonly Sku[] {
  return (kits.get(sku) ?? []).map((part) => part.sku);
}

function benchesOf(skus: readonly Sku[], plan: Plan, input: PlanInput): Bench[] {
  return plan.skus.filter(({ sku }) => skus.includes(sku)).map((planned) => ({ input, planned }));
}

function followsDemand({ supply }: PlannedSku, { terms }: PlanInput): boolean {
  return supply.sources.some(({ supplier }) => terms.get(supplier)?.buffer.kind === 'auto');
}

/** What may still be cancelled of lines, those that are served last first. */
function openCuts(parts: readonly Part[]): Cut[] {
  const open = parts.filter(
    ({ state, line: { orderId, paymentState } }) =>
      state !== 'forwarded' &&
      orderId !== '' &&
      paymentState !== 'refunded' &&
      paymentState !== 'voided',
  );
  return [...groupBy(open.toReversed(), ({ line }) => line)].map(([line, own]) => ({
    line,
    units: own.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

/**
 * The nearest single changes that would have an order line ship now, ship in time, get a date or lose it, as
 * `flipsOfSku` finds them.
 */
export function flipsOfLine(made: Made, line: OrderLine): readonly Flip<LineResult>[] {
  if (isOfWholeKit(made.plan, line)) return [];
  const together = made.input.policy.waitMaxDays > 0;
  // The parts of a kit wait for each other, as do the lines of an order that is held together.
  const skus = made.plan.parts
    .map((part) => part.line)
    .filter(
      ({ orderId, lineId }) => orderId === line.orderId && (together || lineId === line.lineId),
    )
    .map(({ sku }) => sku);
  const input = narrowed(made.input, made.plan, relativesOf(skus, made.input));
  const plan = makePlan(input);
  const now = lineResult(plan, line, input);
  if (!now || !isSame(now, lineResult(made.plan, line, input))) return [];
  const outcomeOf = (change: Change) => lineResult(makePlan(applied(input, change)), line, input);
  const axes = lineAxes(benchesOf(skus, plan, input), plan, line);
  if (together) axes.push(single('better', { kind: 'ship-available' }, 5));
  return chosen(
    axes.flatMap((axis) => flipsAlong(axis, now, outcomeOf)),
    now,
  );
}

/** Whether a line may be served by a kit as suppliers have it, or by its parts: more of one may take from the other. */
function isOfWholeKit({ kits, skus }: Plan, line: OrderLine): boolean {
  const { sku } = line.ofKit?.line ?? line;
  if (!kits.has(sku)) return false;
  return skus.some((one) => one.sku === sku && one.supply.sources.length > 0);
}

function lineAxes(benches: readonly Bench[], plan: Plan, line: OrderLine): Axis[] {
  const at = plan.parts.findIndex((part) => isSameLine(part.line, line));
  const earlier = plan.parts.slice(0, at).filter((part) => part.line.sku === line.sku);
  return [
    ...benches.flatMap((bench) => [
      ...supplyAxes(bench),
      ...ownAxes(bench),
      unknownLimitAxis(bench),
    ]),
    cancelAxis(openCuts(earlier)),
  ];
}

function lineResult(plan: Plan, line: OrderLine, input: PlanInput): LineResult | undefined {
  const parts = plan.parts.filter((part) => isSameLine(part.line, line));
  if (parts.length === 0) return undefined;
  const state = stateOf(parts);
  const late = parts
    .map((part) => daysLate(part, input.orderPromise, input.today))
    .reduce((a, b) => (a === undefined || b === undefined ? (a ?? b) : Math.max(a, b)));
  const shipDate = parts
    .map((part) => part.shipDate)
    .reduce((a, b) => (a === undefined || b === undefined ? undefined : a > b ? a : b));
  if (shipDate === undefined) return { rank: lineRank(state, false), state };
  return { rank: lineRank(state, (late ?? 0) > 0), state, shipDate, late };
}

function stateOf(parts: readonly Part[]): LineResult['state'] {
  if (parts.some(({ state }) => state === 'unfillable')) return 'unfillable';
  if (parts.some(({ shipDate }) => shipDate === undefined)) return 'undated';
  return parts.every(({ state }) => state !== 'waiting') ? 'ships-now' : 'dated';
}

/** Better be in time than soon. */
function lineRank(state: LineResult['state'], isLate: boolean): number {
  if (state === 'unfillable') return 0;
  if (state === 'undated') return 1;
  return (isLate ? 2 : 4) + (state === 'ships-now' ? 1 : 0);
}

const most = 5;
const mostWorse = 2;

/** Of changes that are much alike the nearest; those to something better first. */
function chosen<Result extends Outcome>(
  found: readonly Found<Result>[],
  now: Result,
): readonly Flip<Result>[] {
  const kept = new Map<string, Found<Result>>();
  for (const flip of found.toSorted((a, b) => a.effort - b.effort)) {
    const key = `${familyOf(flip.change)} ${flip.result.rank}`;
    if (!kept.has(key)) kept.set(key, flip);
  }
  const near = [...kept.values()];
  const better = near.filter(({ result }) => result.rank > now.rank);
  const worse = near.filter(({ result }) => result.rank < now.rank).slice(0, mostWorse);
  return [...better.slice(0, most - worse.length), ...worse].map(({ change, result }) => ({
    change,
    result,
  }));
}

/** What changes are alike in: goods now, the date of goods to come, how many of them, orders, or a rule. */
function familyOf(change: Change): string {
  switch (change.kind) {
    case 'units':
    case 'fresh-file':
    case 'listed':
      return 'goods';
    case 'restock-date':
      return 'date';
    case 'own-date':
      return change.key === 'restock' ? 'date' : 'release';
    case 'own-units':
    case 'policy-number':
      return change.key;
    default:
      return change.kind;
  }
}
