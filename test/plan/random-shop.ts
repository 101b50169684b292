import fc from 'fast-check';
import { addDays } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { paymentStates } from '../../src/model/order.ts';
import type { Policy, SupplierTerms } from '../../src/model/policy.ts';
import { statuses } from '../../src/model/status.ts';
import type { DatedOffer, PlanInput } from '../../src/plan/input.ts';
import { inputOf, line, type OverrideSketch, offer, sku, terms, today } from './builders.ts';

const names = ['A', 'B', 'AB'] as const;
const suppliers = ['acme', 'beta'] as const;

const near = fc.integer({ min: -9, max: 70 }).map((days) => addDays(today, days));
const past = fc.integer({ min: -12, max: 0 }).map((days) => addDays(today, days));
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

const someTerms = (id: string): fc.Arbitrary<SupplierTerms> =>
  fc
    .record({
      dispatchDays: fc.nat(4),
      transitDays: fc.integer({ min: 1, max: 9 }),
      restockDays: some(fc.integer({ min: 1, max: 90 })),
      slipDays: fc.nat(5),
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

const someRestocks = fc.array(
  fc
    .tuple(near, some(fc.nat(6)))
    .map(([day, units]) => (units === undefined ? `${day}` : `${day} x ${units}`)),
  { maxLength: 2 },
);

const someOffer = (supplier: string, name: string): fc.Arbitrary<DatedOffer> =>
  fc
    .record({
      quantity: fc.oneof(fc.constant(0), fc.nat(9)),
      quantityKind: fc.constantFrom(
        'exact' as const,
        'exact' as const,
        'at_least' as const,
        'unknown' as const,
      ),
      restocks: someRestocks,
      release: some(near),
      discontinued: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
      unread: fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? (true as const) : undefined)),
      unitCost: some(fc.integer({ min: 1, max: 3 })),
      packSize: some(fc.integer({ min: 1, max: 3 })),
      dispatchDays: some(fc.nat(5)),
      asOf: past,
      ranOutOn: some(past),
    })
    .map(({ release, ranOutOn, ...sketch }) =>
      offer({
        supplier,
        sku: name,
        ...sketch,
        ...(release !== undefined && { release }),
        ...(ranOutOn !== undefined && { ranOutOn }),
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
    promisedShipDate: some(near),
    paymentState: some(fc.constantFrom(...paymentStates)),
  })
  .map(({ fulfilledAt, cancelledAt, forwardedAt, promisedShipDate, ...sketch }) =>
    line({
      ...sketch,
      promisedShipDate,
      ...(fulfilledAt !== undefined && { fulfilledAt }),
      ...(cancelledAt !== undefined && { cancelledAt }),
      ...(forwardedAt !== undefined && { forwardedAt }),
    }),
  );

const someOverride: fc.Arbitrary<OverrideSketch> = fc
  .record({
    release: some(near),
    restock: some(near),
    safetyStock: some(fc.nat(6)),
    backorderLimit: some(fc.nat(12)),
    preorderLimit: some(fc.nat(12)),
    dispatchDays: some(fc.nat(4)),
    discontinued: some(fc.boolean()),
    status: fc.option(fc.constantFrom(...statuses), { nil: undefined, freq: 2 }),
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
  priorityOrders: fc.constant(new Set<string>()),
});

/** What a plan of a random small shop is made from: three SKUs, two suppliers, up to eight order lines. */
export const someShop: fc.Arbitrary<PlanInput> = fc
  .record({
    terms: fc.tuple(...suppliers.map(someTerms)),
    offers: fc.tuple(
      ...suppliers.flatMap((supplier) => names.map((name) => some(someOffer(supplier, name)))),
    ),
    lines: fc.array(someLine, { maxLength: 8 }),
    override: some(someOverride),
    kitOverride: some(someOverride),
    policy: somePolicy,
    previous: some(fc.constantFrom(...statuses)),
    missing: fc.subarray([...names]),
    orderPromise: some(
      fc.record({ days: fc.nat(20), working: fc.boolean(), inUnitedStates: fc.constant(false) }),
    ),
    isKit: fc.boolean(),
  })
  .map(({ terms: all, lines, policy, previous, missing, orderPromise, isKit, ...own }) => {
    const overrides = [
      ...(own.override === undefined ? [] : [{ ...own.override, sku: 'A' }]),
      ...(own.kitOverride === undefined ? [] : [{ ...own.kitOverride, sku: 'AB' }]),
    ];
    const offers = own.offers.filter((one) => one !== undefined);
    const kit = [
      { sku: sku('A'), quantity: 1 },
      { sku: sku('B'), quantity: 2 },
    ];
    return inputOf({
      terms: all,
      offers,
      lines: lines.map((one, i) => ({ ...one, orderId: `#${i % 4}`, lineId: `${i}` })),
      overrides,
      policy,
      listed: [...names],
      missing: missing.filter((name) => offers.every((one) => one.sku !== name)),
      more: {
        orderPromise,
        previous: new Map(previous === undefined ? [] : [[sku('A'), previous]]),
        kits: new Map(isKit ? [[sku('AB'), kit]] : []),
      },
    });
  });
