import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import { applied, type Change, type Cut } from '../../src/plan/flips/change.ts';
import { flipsOfLine, flipsOfSku } from '../../src/plan/flips/flips.ts';
import type { PlanInput } from '../../src/plan/input.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import { daysLate } from '../../src/plan/promise.ts';
import type { Part } from '../../src/plan/serve.ts';
import { someShop } from './random-shop.ts';

// Every flip is put to the whole plan of the shop, which knows nothing of how it was found.
const runs = { numRuns: 60 };

const fewerCuts = (cuts: readonly Cut[]): readonly Cut[] =>
  cuts.flatMap((cut, i) =>
    i < cuts.length - 1 ? [cut] : cut.units > 1 ? [{ ...cut, units: cut.units - 1 }] : [],
  );

const towards = (from: number, to: number) => to + Math.sign(from - to);

/** The same change, one unit or one day less; undefined for one that knows no degrees, and where it is none any more. */
function oneLess(change: Change): Change | undefined {
  switch (change.kind) {
    case 'restock-date':
    case 'own-date':
      if (change.sense === 'any') return undefined;
      return { ...change, day: addDays(change.day, change.sense === 'until' ? 1 : -1) };
    case 'fresh-file':
      if (change.units === undefined) return { ...change, asOf: addDays(change.asOf, -1) };
      return change.units === 0 ? undefined : { ...change, units: change.units - 1 };
    case 'cancelled':
      return { ...change, cuts: fewerCuts(change.cuts) };
    default:
      return oneUnitLess(change);
  }
}

function oneUnitLess(change: Change): Change | undefined {
  switch (change.kind) {
    case 'units':
      // In the place of a word stand its number and more, or none left.
      if (change.isWord && change.to <= change.from) return undefined;
      return { ...change, to: towards(change.from, change.to) };
    case 'restock-units':
    case 'own-units':
    case 'policy-number':
      return { ...change, to: towards(change.from, change.to) };
    case 'listed':
    case 'ordered':
      return change.units === 1 ? undefined : { ...change, units: change.units - 1 };
    default:
      return undefined;
  }
}

/** A change leads to another rank than there was, and one step less of it does not lead as far. */
function expectLeast(was: number, change: Change, rankAfter: (change: Change) => number): void {
  const is = rankAfter(change);
  expect(is).not.toBe(was);
  const less = oneLess(change);
  if (!less) return;
  if (is > was) expect(rankAfter(less)).toBeLessThan(is);
  else expect(rankAfter(less)).toBeGreaterThanOrEqual(was);
}

const order = ['unavailable', 'preorder', 'backorder', 'available'];

function verdictOf(plan: Plan, name: string) {
  const found = plan.skus.find(({ sku }) => sku === name);
  if (!found) throw new Error(`no ${name}`);
  const { status, reason, sellable, aheadLimit, shipDate } = found.verdict;
  return { status, reason, sellable, aheadLimit, shipDate };
}

it('every change named for a SKU gives it the status named, and one step less does not', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(someShop, (input) => {
      const plan = makePlan(input);
      for (const { sku } of plan.skus) {
        const was = order.indexOf(verdictOf(plan, sku).status);
        for (const { change, result } of flipsOfSku({ input, plan }, sku)) {
          kinds.add(change.kind);
          const { rank: _, ...told } = result;
          expect(verdictOf(makePlan(applied(input, change)), sku)).toEqual(told);
          const rankAfter = (own: Change) =>
            order.indexOf(verdictOf(makePlan(applied(input, own)), sku).status);
          expectLeast(was, change, rankAfter);
        }
      }
    }),
    runs,
  );
  expect(kinds.size).toBeGreaterThan(7);
});

/** What becomes of an order line, counted from its parts by the rules alone. */
function lineOf(plan: Plan, of: Part['line'], { orderPromise, today }: PlanInput) {
  const parts = plan.parts.filter(
    ({ line }) => line.orderId === of.orderId && line.lineId === of.lineId && line.sku === of.sku,
  );
  const days = parts.map(({ shipDate }) => shipDate);
  const waits = parts.some(({ state }) => state === 'waiting');
  const late = parts.flatMap((part) => daysLate(part, orderPromise, today) ?? []);
  const dated = waits ? 'dated' : 'ships-now';
  const open = days.includes(undefined) ? 'undated' : dated;
  return {
    state: parts.some(({ state }) => state === 'unfillable') ? 'unfillable' : open,
    shipDate: days.includes(undefined) ? undefined : days.toSorted().at(-1),
    late: late.length === 0 || days.includes(undefined) ? undefined : Math.max(...late),
  };
}

const stages = ['unfillable', 'undated', 'dated late', 'ships-now late', 'dated', 'ships-now'];

function stageOf({
  state,
  late = 0,
}: {
  readonly state: string;
  readonly late?: number | undefined;
}) {
  const isLate = late > 0 && (state === 'dated' || state === 'ships-now');
  return stages.indexOf(isLate ? `${state} late` : state);
}

it('every change named for an order line does to it what is named, and one step less does not', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(someShop, (input) => {
      const plan = makePlan(input);
      for (const line of new Set(plan.parts.map((part) => part.line))) {
        const was = stageOf(lineOf(plan, line, input));
        for (const { change, result } of flipsOfLine({ input, plan }, line)) {
          kinds.add(change.kind);
          const { rank: _, ...told } = result;
          expect(lineOf(makePlan(applied(input, change)), line, input)).toEqual(told);
          const rankAfter = (own: Change) =>
            stageOf(lineOf(makePlan(applied(input, own)), line, input));
          expectLeast(was, change, rankAfter);
        }
      }
    }),
    runs,
  );
  expect(kinds.size).toBeGreaterThan(5);
});
