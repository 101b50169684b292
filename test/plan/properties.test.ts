import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { paymentStates } from '../../src/model/order.ts';
import type { Policy, SupplierTerms } from '../../src/model/policy.ts';
import { type Status, statuses } from '../../src/model/status.ts';
import type { DatedOffer, PlanInput } from '../../src/plan/input.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import type { PlannedSku } from '../../src/plan/planned-sku.ts';
import { inputOf, line, type OverrideSketch, offer, terms, today, wholly } from './builders.ts';

const runs = { numRuns: 300 };
const names = ['A', 'B'] as const;
const suppliers = ['acme', 'beta', 'gamma'] as const;

const near = fc.integer({ min: -12, max: 60 }).map((days) => addDays(today, days));
const past = fc.integer({ min: -12, max: 0 }).map((days) => addDays(today, days));
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const someTerms = (id: string): fc.Arbitrary<SupplierTerms> =>
  fc
    .record({
      dispatchDays: fc.integer({ min: 0, max: 4 }),
      transitDays: fc.integer({ min: 1, max: 9 }),
      restockDays: some(fc.integer({ min: 1, max: 40 })),
      slipDays: fc.integer({ min: 0, max: 5 }),
      buffer: fc.oneof(
        fc.record({ kind: fc.constant('units' as const), units: fc.nat(4) }),
        fc.record({ kind: fc.constant('share' as const), share: fc.constantFrom(0.1, 0.33, 1) }),
        fc.constant({ kind: 'auto' as const }),
      ),
      staleAfterDays: fc.integer({ min: 3, max: 14 }),
      priority: fc.integer({ min: 1, max: 2 }),
      holidays: fc.array(near, { maxLength: 3 }).map((days) => new Set(days)),
      wordQuantity: fc.nat(6),
      forwarded: fc.constantFrom('recorded' as const, 'same-day' as const),
    })
    .map((sketch) => terms(id, sketch));

const someOffer = (supplier: string, sku: string): fc.Arbitrary<DatedOffer> =>
  fc
    .record({
      quantity: fc.nat(9),
      quantityKind: fc.constantFrom(
        'exact' as const,
        'exact' as const,
        'at_least' as const,
        'unknown' as const,
      ),
      restocks: fc.array(
        fc
          .tuple(near, some(fc.nat(6)))
          .map(([day, units]) => (units === undefined ? day : `${day} x ${units}`)),
        { maxLength: 2 },
      ),
      release: some(near),
      discontinued: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      unitCost: some(fc.integer({ min: 1, max: 3 })),
      currency: some(fc.constantFrom('USD', 'EUR')),
      dispatchDays: some(fc.nat(5)),
      asOf: past,
      ranOutOn: some(past),
    })
    .map(({ release, dispatchDays, unitCost, currency, ranOutOn, ...sketch }) =>
      offer({
        supplier,
        sku,
        ...sketch,
        ...(release !== undefined && { release }),
        ...(ranOutOn !== undefined && { ranOutOn }),
        dispatchDays,
        unitCost,
        currency,
      }),
    );

const someLine: fc.Arbitrary<OrderLine> = fc
  .record({
    sku: fc.constantFrom(...names),
    orderedAt: past,
    quantity: fc.nat(7),
    fulfilledQuantity: fc.oneof(fc.constant(0), fc.nat(7)),
    cancelledQuantity: fc.oneof(fc.constant(0), fc.nat(3)),
    fulfilledAt: some(near),
    cancelledAt: some(near),
    supplier: some(fc.constantFrom(...suppliers)),
    forwardedAt: some(near),
    paymentState: some(fc.constantFrom(...paymentStates)),
  })
  .map(({ fulfilledAt, cancelledAt, forwardedAt, ...sketch }) => {
    // A refund that is dated later than the plan is a question of its own.
    const undone = sketch.paymentState === 'refunded' || sketch.paymentState === 'voided';
    return line({
      ...sketch,
      ...(fulfilledAt !== undefined && !undone && { fulfilledAt }),
      ...(cancelledAt !== undefined && !undone && { cancelledAt }),
      ...(forwardedAt !== undefined && { forwardedAt }),
    });
  });

/** Lines under names of their own. */
const named = (lines: readonly OrderLine[]) =>
  lines.map((own, i) => ({ ...own, orderId: `#${i % 4}`, lineId: `${i}` }));

const someOverride: fc.Arbitrary<OverrideSketch> = fc
  .record({
    release: some(near),
    restock: some(near),
    safetyStock: some(fc.nat(6)),
    backorderLimit: some(fc.nat(12)),
    preorderLimit: some(fc.nat(12)),
    dispatchDays: some(fc.nat(4)),
    discontinued: some(fc.boolean()),
  })
  .map(({ release, restock, ...sketch }) => ({
    ...sketch,
    ...(release !== undefined && { release }),
    ...(restock !== undefined && { restock }),
  }));

const somePolicy: fc.Arbitrary<Partial<Policy>> = fc.record({
  backorderMaxWaitDays: fc.constantFrom(5, 30),
  preorderMaxWaitDays: fc.constantFrom(20, 180),
  uncertainRestock: fc.constantFrom('preorder', 'backorder', 'unavailable'),
  unknownRestockLimit: fc.nat(10),
  returnQuantity: fc.integer({ min: 1, max: 3 }),
  waitMaxDays: fc.constantFrom(0, 5, Number.POSITIVE_INFINITY),
  priorityOrders: fc.constantFrom(new Set<string>(), new Set(['2'])),
});

const someInput: fc.Arbitrary<PlanInput> = fc
  .record({
    terms: fc.tuple(...suppliers.map(someTerms)),
    offers: fc.tuple(
      ...suppliers.flatMap((supplier) => names.map((name) => some(someOffer(supplier, name)))),
    ),
    lines: fc.array(someLine, { maxLength: 8 }),
    override: some(someOverride),
    policy: somePolicy,
    previous: some(fc.constantFrom(...statuses)),
  })
  .map(({ terms: all, offers, lines, override, policy, previous }) =>
    inputOf({
      terms: all,
      offers: offers.filter((own) => own !== undefined),
      lines: named(lines),
      overrides: override === undefined ? [] : [{ ...override, sku: 'A' }],
      policy,
      more: { previous: new Map(previous === undefined ? [] : [['A' as never, previous]]) },
    }),
  );

/** The supplier's number as the rules read it, before anything comes off. */
function statedUnits(input: PlanInput, sku: string): number {
  let units = 0;
  for (const own of input.offers) {
    const supplier = input.terms.get(own.supplier);
    if (own.sku !== sku || supplier === undefined) continue;
    if (own.asOf < addDays(input.today, -supplier.staleAfterDays)) continue;
    units += own.quantityKind === 'unknown' ? supplier.wordQuantity : own.quantity;
  }
  return units;
}

/** What a line still asks for on the day, counted by the rules alone. */
function stillOwed(own: OrderLine): number {
  if (own.paymentState === 'voided' || own.paymentState === 'refunded') return 0;
  const shipped =
    own.fulfilledAt !== undefined && own.fulfilledAt > today ? 0 : own.fulfilledQuantity;
  const undone =
    own.cancelledAt !== undefined && own.cancelledAt > today ? 0 : own.cancelledQuantity;
  return Math.max(0, own.quantity - shipped - undone);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const ofSku = (plan: Plan, { sku }: PlannedSku) =>
  plan.parts.filter((part) => part.line.sku === sku);

const every = (check: (plan: Plan, input: PlanInput) => void) =>
  fc.assert(
    fc.property(someInput, (input) => check(makePlan(input), input)),
    runs,
  );

describe('whatever the offers, orders and rules', () => {
  it('no unit in stock is given away twice', () => {
    every((plan, input) => {
      for (const planned of plan.skus) {
        const given = ofSku(plan, planned).filter(
          ({ source, state }) => source === 'stock' && state !== 'forwarded',
        );
        expect(sum(given.map(({ quantity }) => quantity))).toBeLessThanOrEqual(
          planned.position.onHand,
        );
        expect(planned.position.onHand).toBeLessThanOrEqual(statedUnits(input, planned.sku));
      }
    });
  });

  it('no unit of an arrival is given away twice', () => {
    every((plan) => {
      for (const planned of plan.skus) {
        for (const supplier of suppliers) {
          for (const day of new Set(planned.supply.arrivals.map((arrival) => arrival.day))) {
            const arriving = planned.supply.arrivals.filter(
              (a) => a.supplier === supplier && a.day === day,
            );
            const given = ofSku(plan, planned).filter(
              (part) => part.supplier === supplier && part.source === day,
            );
            expect(sum(given.map(({ quantity }) => quantity))).toBeLessThanOrEqual(
              sum(arriving.map(({ quantity }) => quantity)),
            );
          }
        }
      }
    });
  });

  it('the parts of a line are what is still owed of it, and none is empty', () => {
    every((plan, input) => {
      for (const own of input.lines) {
        const parts = plan.parts.filter((part) => part.line.lineId === own.lineId);
        expect(sum(parts.map(({ quantity }) => quantity))).toBe(stillOwed(own));
        for (const { quantity } of parts) expect(quantity).toBeGreaterThan(0);
      }
    });
  });

  it('no more is sold than is free, and no more is free than on hand', () => {
    every((plan) => {
      for (const { verdict, position } of plan.skus) {
        const { onHand, committed, safetyStock, free, uncovered } = position;
        expect(verdict.sellable).toBe(verdict.status === 'available' ? free : 0);
        expect(free).toBe(Math.max(0, onHand - safetyStock - committed));
        expect(uncovered).toBe(Math.max(0, committed - onHand));
        expect(safetyStock).toBeLessThanOrEqual(onHand);
        expect(safetyStock).toBeGreaterThanOrEqual(0);
      }
    });
  });

  const verdicts = (plan: Plan, ...wanted: readonly Status[]) =>
    plan.skus.filter(({ verdict }) => wanted.includes(verdict.status));

  it('what is sold ahead has a date with a basis and a limit', () => {
    every((plan) => {
      for (const { verdict, deliverBy } of verdicts(plan, 'backorder', 'preorder')) {
        const { shipDate = '', basis, aheadLimit } = verdict;
        expect(shipDate >= today).toBe(true);
        expect((deliverBy ?? '') > shipDate).toBe(true);
        expect(basis).toBeDefined();
        expect(aheadLimit).toBeGreaterThan(0);
      }
    });
  });

  it('what is not sold ahead has no limit, and what is not sold no date', () => {
    every((plan) => {
      for (const { verdict } of verdicts(plan, 'unavailable')) {
        expect(verdict).toMatchObject({ sellable: 0 });
        expect([verdict.aheadLimit, verdict.shipDate]).toEqual([undefined, undefined]);
      }
      for (const { verdict } of verdicts(plan, 'available')) {
        expect([verdict.aheadLimit, verdict.basis]).toEqual([undefined, 'stock']);
      }
    });
  });

  it('the label promises just what the status holds', () => {
    const begins = {
      available: /^In stock$/,
      backorder: /^Backordered – ships by \d{1,2} [A-Z][a-z]{2} \d{4}$/,
      preorder: /^Preorder – ships by \d{1,2} [A-Z][a-z]{2} \d{4}$/,
      unavailable: /^Currently unavailable$/,
    };
    every((plan) => {
      for (const { verdict, label } of plan.skus) expect(label).toMatch(begins[verdict.status]);
    });
  });

  it('nothing ships before today, on a weekend or on the supplier’s holiday', () => {
    every((plan, input) => {
      if (input.policy.waitMaxDays > 0) return;
      const dated = plan.parts.filter(({ shipDate }) => shipDate !== undefined);
      for (const { shipDate = '' } of dated) expect(shipDate >= today).toBe(true);
      // A release ships on the preferred supplier's day, whoever serves.
      const own = dated.filter(({ state, basis }) => state !== 'forwarded' && basis !== 'release');
      for (const { shipDate = today, supplier = '' } of own) {
        expect([0, 6]).not.toContain(new Date(`${shipDate}T12:00:00Z`).getUTCDay());
        expect([...(input.terms.get(supplier)?.holidays ?? [])]).not.toContain(shipDate);
      }
    });
  });

  it('the order in which the input comes says nothing', () => {
    const shuffled = someInput.chain((input) =>
      fc.record({
        input: fc.constant(input),
        offers: fc.shuffledSubarray([...input.offers], { minLength: input.offers.length }),
        lines: fc.shuffledSubarray([...input.lines], { minLength: input.lines.length }),
        terms: fc.shuffledSubarray([...input.terms], { minLength: input.terms.size }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ input, offers, lines, terms: order }) => {
        const plan = makePlan(input);
        const other = makePlan({ ...input, offers, lines, terms: new Map(order) });
        expect(other.parts).toEqual(plan.parts);
        expect(other.skus.map(wholly)).toEqual(plan.skus.map(wholly));
      }),
      runs,
    );
  });

  it('the same input gives the same plan', () => {
    every((plan, input) => {
      const again = makePlan(input);
      expect(again).toEqual(plan);
      expect(again.skus.map(wholly)).toEqual(plan.skus.map(wholly));
    });
  });
});

describe('as long as no line is bound to a supplier', () => {
  const free = someInput.map((input) => ({
    ...input,
    terms: new Map(
      [...input.terms].map(([id, own]) => [id, { ...own, forwarded: 'recorded' as const }]),
    ),
    lines: input.lines.map((own) => ({ ...own, forwardedAt: undefined, fulfilledAt: undefined })),
  }));
  const covered = (plan: Plan) =>
    sum(plan.parts.filter(({ source }) => source !== undefined).map(({ quantity }) => quantity));

  it('one more unit at a supplier never leaves more units uncovered', () => {
    fc.assert(
      fc.property(free, fc.nat(5), (input, at) => {
        if (input.offers.length === 0) return;
        const chosen = at % input.offers.length;
        const offers = input.offers.map((own, i) =>
          i === chosen ? { ...own, quantity: own.quantity + 1 } : own,
        );
        expect(covered(makePlan({ ...input, offers }))).toBeGreaterThanOrEqual(
          covered(makePlan(input)),
        );
      }),
      runs,
    );
  });

  it('open orders are served as far as stock and arrivals go', () => {
    fc.assert(
      fc.property(free, (input) => {
        const plan = makePlan(input);
        for (const { sku, supply, position } of plan.skus) {
          const owed = sum(input.lines.filter((own) => own.sku === sku).map(stillOwed));
          const arriving = sum(supply.arrivals.map(({ quantity }) => quantity));
          const parts = plan.parts.filter(
            (part) => part.line.sku === sku && part.source !== undefined,
          );
          expect(sum(parts.map(({ quantity }) => quantity))).toBe(
            Math.min(owed, position.onHand + arriving),
          );
        }
      }),
      runs,
    );
  });
});
