import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/model/day.ts';
import type { OrderLine } from '../../src/model/order.ts';
import type { Policy, SupplierTerms } from '../../src/model/policy.ts';
import type { PurchaseLine } from '../../src/model/purchase-order.ts';
import type { Shipment } from '../../src/model/shipment.ts';
import type { DatedOffer, PlanInput } from '../../src/plan/input.ts';
import { makePlan, type Plan } from '../../src/plan/plan.ts';
import type { PlannedSku } from '../../src/plan/planned-sku.ts';
import type { Part } from '../../src/plan/serve.ts';
import {
  inputOf,
  line,
  type OverrideSketch,
  offer,
  sku,
  terms,
  today,
  wholly,
} from './builders.ts';
import { inWords } from './sketch.ts';

// Now and then by hand: PLAN_RUNS=5000 npx vitest run test/plan/rules-properties.test.ts --testTimeout 400000
const numRuns = Number(process.env['PLAN_RUNS'] ?? 300);
const never = '9999-12-31' as Day;

// K is made of A and two B, L of three B and C: both need B.
const parts = ['A', 'B', 'C'] as const;
const kits = new Map([
  [sku('K'), [part('A', 1), part('B', 2)]],
  [sku('L'), [part('B', 3), part('C', 1)]],
]);
function part(name: string, quantity: number) {
  return { sku: sku(name), quantity };
}

const days = (min: number, max: number) =>
  fc.integer({ min, max }).map((count) => addDays(today, count));
const past = days(-10, 0);
const some = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

const someTerms = (id: string): fc.Arbitrary<SupplierTerms> =>
  fc
    .record({
      dispatchDays: fc.nat(3),
      restockDays: some(fc.integer({ min: 1, max: 40 })),
      slipDays: fc.nat(4),
      buffer: fc.oneof(
        fc.record({ kind: fc.constant('units' as const), units: fc.nat(3) }),
        fc.record({ kind: fc.constant('share' as const), share: fc.constantFrom(0.1, 0.5) }),
      ),
      priority: fc.integer({ min: 1, max: 2 }),
      holidays: fc.array(days(0, 20), { maxLength: 2 }).map((found) => new Set(found)),
    })
    .map((sketch) => terms(id, sketch));

const someRecord = fc
  .record({ restocks: fc.integer({ min: 3, max: 7 }), slip: fc.nat(6), share: fc.nat(7) })
  .map(({ restocks, slip, share }) => ({
    restocks,
    slipP50: slip,
    slipP80: slip,
    predictable: Math.min(restocks, share),
    comebacks: share,
    restockDays: slip + 3,
  }));

const someOffer = (supplier: string, name: string, unreleased: boolean): fc.Arbitrary<DatedOffer> =>
  fc
    .record({
      quantity: fc.nat(9),
      restocks: fc.array(
        fc
          .tuple(days(-6, 50), some(fc.nat(6)))
          .map(([on, units]) => (units === undefined ? `${on}` : `${on} x ${units}`)),
        { maxLength: 2 },
      ),
      release: fc.option(days(-9, unreleased ? 20 : 0), { nil: undefined, freq: 4 }),
      discontinued: fc.nat(7).map((n) => n === 0),
      packSize: fc.constantFrom(undefined, undefined, 2),
      unitCost: some(fc.integer({ min: 1, max: 3 })),
      asOf: past,
    })
    .map(({ release, ...sketch }) =>
      offer({ supplier, sku: name, ...sketch, ...(release && { release }) }),
    );

/** What became of an order line: it is open, was shipped, or the supplier was told in a file or by a purchase order. */
const fates = ['open', 'open', 'shipped', 'parcel', 'forwarded', 'purchased'] as const;

interface Story {
  readonly line: OrderLine;
  readonly shipment?: Shipment;
  readonly purchase?: PurchaseLine;
}

const someStory = (suppliers: readonly string[], names: readonly string[]) =>
  fc.record({
    fate: fc.constantFrom(...fates),
    sku: fc.constantFrom(...names),
    quantity: fc.integer({ min: 1, max: 5 }),
    units: fc.integer({ min: 1, max: 5 }),
    orderedAt: past,
    on: past,
    supplier: fc.constantFrom(...suppliers),
  });

type Sketch = typeof someStory extends (...given: never[]) => fc.Arbitrary<infer Of> ? Of : never;

function storyOf(sketch: Sketch, i: number): Story {
  const { fate, sku: name, quantity, orderedAt, on, supplier } = sketch;
  const units = Math.min(quantity, sketch.units);
  const id = { orderId: `#${i % 4}`, lineId: `${i}` };
  const own = { ...id, sku: name, quantity, orderedAt };
  const place = { file: 'parcels.csv', line: i + 2 };
  const parcel = { ...id, sku: sku(name), quantity: units, shippedAt: on, supplier };
  const poNumber = `PO-${on}-${supplier}`;
  const told = { action: 'order' as const, channel: '', supplierSku: name, corrects: '' };
  switch (fate) {
    case 'shipped':
      return { line: line({ ...own, fulfilledQuantity: units, fulfilledAt: on, supplier }) };
    case 'forwarded':
      return { line: line({ ...own, forwardedAt: on, supplier }) };
    case 'parcel':
      return { line: line(own), shipment: { ...parcel, after: 0, asOf: today, place } };
    case 'purchased': {
      const purchase = { ...told, ...id, poNumber, day: on, supplier, quantity: units };
      return { line: line(own), purchase: { ...purchase, sku: sku(name) } };
    }
    default:
      return { line: line(own) };
  }
}

const someOverride: fc.Arbitrary<OverrideSketch> = fc
  .record({
    restock: some(days(-3, 30)),
    safetyStock: some(fc.nat(6)),
    backorderLimit: some(fc.nat(12)),
    dispatchDays: some(fc.nat(4)),
    discontinued: some(fc.boolean()),
  })
  .map(({ restock, ...sketch }) => ({ ...sketch, sku: 'B', ...(restock && { restock }) }));

/** What the merchant says of the kit K itself. */
const someKitOverride = (unreleased: boolean): fc.Arbitrary<OverrideSketch> =>
  fc
    .record({
      release: some(days(-9, unreleased ? 20 : 0)),
      safetyStock: some(fc.nat(3)),
      backorderLimit: some(fc.nat(6)),
      preorderLimit: some(fc.nat(6)),
      dispatchDays: some(fc.nat(6)),
      discontinued: fc.option(fc.boolean(), { nil: undefined, freq: 2 }),
    })
    .map(({ release, ...sketch }) => ({ ...sketch, sku: 'K', ...(release && { release }) }));

const somePolicy: fc.Arbitrary<Partial<Policy>> = fc.record({
  unknownRestockLimit: fc.nat(8),
  uncertainRestock: fc.constantFrom('preorder', 'backorder', 'unavailable'),
  waitMaxDays: fc.constantFrom(0, 0, 5, Number.POSITIVE_INFINITY),
  priorityOrders: fc.constantFrom(new Set<string>(), new Set(['2'])),
});

interface World {
  readonly suppliers?: readonly string[];
  /** Whether suppliers offer kits themselves. */
  readonly ownKits?: boolean;
  /** Whether lines may be bound to a supplier that was told of them. */
  readonly bound?: boolean;
  readonly waits?: readonly number[];
  /** Whether goods may be released later. */
  readonly unreleased?: boolean;
}

function someInput({
  suppliers = ['acme', 'beta'],
  ownKits = true,
  bound = true,
  unreleased = true,
  waits,
}: World) {
  const all = [...parts, ...[...kits.keys()].map(String)];
  const offered = ownKits ? all : parts;
  return fc
    .record({
      terms: fc.tuple(...suppliers.map(someTerms)),
      records: fc.tuple(...suppliers.map(() => some(someRecord))),
      offers: fc.tuple(
        ...suppliers.flatMap((id) => offered.map((name) => some(someOffer(id, name, unreleased)))),
      ),
      stories: fc.array(someStory(suppliers, all), { maxLength: 7 }),
      override: some(someOverride),
      kitOverride: some(someKitOverride(unreleased)),
      policy: somePolicy,
    })
    .map(({ stories, policy, override, kitOverride, records, ...own }): PlanInput => {
      const isBound = ({ fate }: Sketch) => fate === 'forwarded' || fate === 'purchased';
      const told = stories.filter((one) => bound || !isBound(one)).map(storyOf);
      const known = suppliers.flatMap((id, i) => (records[i] ? [[id, records[i]] as const] : []));
      const wait = policy.waitMaxDays ?? 0;
      const waitMaxDays = waits === undefined || waits.includes(wait) ? wait : (waits[0] ?? 0);
      const input = inputOf({
        terms: own.terms,
        offers: own.offers.filter((one) => one !== undefined),
        lines: told.map((one) => one.line),
        overrides: [override, kitOverride].filter((one) => one !== undefined),
        policy: { ...policy, waitMaxDays },
        more: {
          kits,
          records: new Map(known),
          shipments: told.flatMap(({ shipment }) => shipment ?? []),
          purchases: told.flatMap(({ purchase }) => purchase ?? []),
        },
      });
      return Object.assign(input, { [fc.toStringMethod]: () => inWords(input) });
    });
}

const every = (world: World, check: (input: PlanInput) => void) =>
  fc.assert(fc.property(someInput(world), check), { numRuns });

/** A supplier's fresh number of a SKU, in our units. */
function stated(input: PlanInput, supplier: string, name: string): number {
  const fresh = ({ asOf }: DatedOffer) => asOf >= addDays(today, -7);
  const own = input.offers.filter((one) => one.supplier === supplier && one.sku === name);
  return sum(own.filter(fresh).map(({ quantity, packSize = 1 }) => quantity * packSize));
}

/** Units a supplier shipped since its file, none of them of a line it was told of; of a kit as it is and by its parts. */
function shippedSince(input: PlanInput, supplier: string, name: string): number {
  const file = input.offers.find((one) => one.supplier === supplier && one.sku === name)?.asOf;
  const parcels = [
    ...input.lines.map((own) => ({
      sku: own.sku,
      units: own.fulfilledQuantity,
      by: own.supplier,
      on: own.fulfilledAt ?? ('' as Day),
    })),
    ...input.shipments.map((own) => ({
      sku: own.sku,
      units: own.quantity,
      by: own.supplier,
      on: own.shippedAt,
    })),
  ];
  const own = parcels.filter(
    ({ sku: sent, by, on }) => sent === name && by === supplier && on >= (file ?? never),
  );
  return sum(own.map(({ units }) => units));
}

/** What is to come of a SKU from a supplier on a day, as its offers and the merchant state it. */
function arriving(input: PlanInput, supplier: string, name: string, on: Day): number {
  const { backorderLimit, preorderLimit, restock } = input.overrides.get(sku(name)) ?? {};
  const limits = [backorderLimit, preorderLimit].filter((own) => own !== undefined);
  // Which of two limits counts depends on when the goods ship.
  const unknown = limits.length > 0 ? Math.max(...limits) : input.policy.unknownRestockLimit;
  const restocks = input.offers
    .filter((one) => one.supplier === supplier && one.sku === name)
    .flatMap(({ restocks: own, packSize = 1 }) =>
      own.map(({ day, quantity }) => ({
        day,
        units: quantity === undefined ? unknown : quantity * packSize,
      })),
    );
  const named = sum(restocks.filter(({ day }) => day === on).map(({ units }) => units));
  return restock === on ? Math.max(named, unknown) : named;
}

/** Order of service by the words of the rules: priority orders, then time, order, line. */
function inOrder(input: PlanInput): OrderLine[] {
  const key = (own: OrderLine) =>
    [
      input.policy.priorityOrders.has(own.orderId.slice(1)) ? 0 : 1,
      own.orderedAt,
      own.orderId,
      own.lineId,
    ].join(' ');
  return input.lines.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

const idOf = (own: OrderLine) => `${own.orderId}/${own.lineId}`;
const units = (found: readonly Part[]) => sum(found.map(({ quantity }) => quantity));
const covered = (plan: Plan) => units(plan.parts.filter(({ source }) => source !== undefined));
const given = (plan: Plan) =>
  plan.parts.filter(({ state, source }) => state !== 'forwarded' || source !== 'stock');

/** When the last unit of each line leaves. */
function completeOn(plan: Plan): Map<string, Day> {
  const found = new Map<string, Day>();
  for (const { line: own, shipDate = never } of plan.parts) {
    const before = found.get(idOf(own));
    if (before === undefined || shipDate > before) found.set(idOf(own), shipDate);
  }
  return found;
}

function expectNoneLater(before: Plan, after: Plan, but?: string) {
  const dates = completeOn(after);
  for (const [id, date] of completeOn(before)) {
    if (id !== but) expect((dates.get(id) ?? '') <= date, `${id}, ${date} before`).toBe(true);
  }
}

/** One more of the supplier's units. */
function plusOne(input: PlanInput, at: number): PlanInput {
  const chosen = at % Math.max(1, input.offers.length);
  const more = (own: DatedOffer) => ({ ...own, quantity: own.quantity + 1 });
  return { ...input, offers: input.offers.map((own, i) => (i === chosen ? more(own) : own)) };
}

/** The rest of a line, that has not been shipped, is cancelled. */
function withCancelled(input: PlanInput, cancelled: OrderLine): PlanInput {
  const parcels = input.shipments.filter(({ lineId }) => lineId === cancelled.lineId);
  const left = sum(parcels.map(({ quantity }) => quantity)) + cancelled.fulfilledQuantity;
  const gone = { ...cancelled, cancelledQuantity: cancelled.quantity - left };
  return { ...input, lines: input.lines.map((own) => (own === cancelled ? gone : own)) };
}

/** A last order of the day for so many of a SKU, and its parts. */
function partsOfOneMore(input: PlanInput, name: string, quantity: number): Part[] {
  const own = line({ orderId: '#9', sku: name, quantity, orderedAt: `${today}T23:59:59` });
  const plan = makePlan({ ...input, lines: [...input.lines, own] });
  return plan.parts.filter((one) => one.line.orderId === '#9');
}

describe('what is given away', () => {
  it('of a supplier’s stock is no more than its number less what it shipped since', () => {
    every({}, (input) => {
      const plan = makePlan(input);
      for (const { supplier, sku: name } of input.offers) {
        const own = given(plan).filter(
          (one) => one.line.sku === name && one.supplier === supplier && one.source === 'stock',
        );
        const left = stated(input, supplier, name) - shippedSince(input, supplier, name);
        expect(units(own)).toBeLessThanOrEqual(Math.max(0, left));
      }
    });
  });

  it('of an arrival is no more than comes', () => {
    every({}, (input) => {
      const plan = makePlan(input);
      for (const { line: own, supplier = '', source } of plan.parts) {
        if (source === undefined || source === 'stock') continue;
        const alike = plan.parts.filter(
          (one) => one.line.sku === own.sku && one.supplier === supplier && one.source === source,
        );
        expect(units(alike)).toBeLessThanOrEqual(arriving(input, supplier, own.sku, source));
      }
    });
  });

  it('and what may still be sold is together no more than there is', () => {
    every({}, (input) => {
      const plan = makePlan(input);
      const ids = [...input.terms.keys()];
      for (const { sku: name, verdict, isKit } of plan.skus.filter((one) => !one.isKit)) {
        expect(isKit).toBe(false);
        const left = ids.map((id) =>
          Math.max(0, stated(input, id, name) - shippedSince(input, id, name)),
        );
        const own = given(plan).filter((one) => one.line.sku === name && one.source === 'stock');
        expect(verdict.sellable + units(own)).toBeLessThanOrEqual(sum(left));
      }
    });
  });

  it('to a line is what no later line has a say in, unless a supplier was told of it', () => {
    every({ waits: [0], bound: false }, (input) => {
      const served = inOrder(input);
      const parts = makePlan(input).parts;
      served.forEach((cancelled, i) => {
        const earlier = new Set(served.slice(0, i).map(idOf));
        const known = (plan: readonly Part[]) => plan.filter((one) => earlier.has(idOf(one.line)));
        expect(known(makePlan(withCancelled(input, cancelled)).parts)).toEqual(known(parts));
      });
    });
  });
});

describe('the same input', () => {
  const facts = (plan: Plan) => ({
    parts: plan.parts,
    skus: plan.skus.map(wholly),
  });

  it('gives the same plan again', () => {
    every({}, (input) => {
      expect(facts(makePlan(input))).toEqual(facts(makePlan(input)));
    });
  });

  it('gives the same plan in another order', () => {
    every({}, (input) => {
      const other = {
        ...input,
        offers: input.offers.toReversed(),
        lines: input.lines.toReversed(),
        shipments: input.shipments.toReversed(),
        purchases: input.purchases?.toReversed(),
        terms: new Map([...input.terms].toReversed()),
        kits: new Map([...input.kits].toReversed()),
      };
      expect(facts(makePlan(other))).toEqual(facts(makePlan(input)));
    });
  });
});

describe('one more unit', () => {
  const check = (world: World, judge: (before: Plan, after: Plan) => void) =>
    fc.assert(
      fc.property(someInput(world), fc.nat(), (input, at) => {
        judge(makePlan(input), makePlan(plusOne(input, at)));
      }),
      { numRuns },
    );

  it('never leaves more units uncovered', () => {
    check({ ownKits: false }, (before, after) => {
      expect(covered(after)).toBeGreaterThanOrEqual(covered(before));
    });
  });

  it('at the only supplier never leaves more units uncovered, whatever it was told', () => {
    check({ ownKits: false, suppliers: ['acme'] }, (before, after) => {
      expect(covered(after)).toBeGreaterThanOrEqual(covered(before));
    });
  });

  it('at the only supplier makes no line later', () => {
    // Goods that wait for each other some days may stop or begin to do so.
    const world = {
      ownKits: false,
      suppliers: ['acme'],
      waits: [0, Number.POSITIVE_INFINITY],
      unreleased: false,
    };
    check(world, expectNoneLater);
  });
});

describe('with one supplier', () => {
  const world = {
    ownKits: false,
    suppliers: ['acme'],
    waits: [0, Number.POSITIVE_INFINITY],
    unreleased: false,
  };

  it('arrivals a day earlier make no line later', () => {
    every(world, (input) => {
      // Nothing may become overdue by it.
      const sooner = (on: Day) => (on > today ? addDays(on, -1) : on);
      const offers = input.offers.map((own) => ({
        ...own,
        restocks: own.restocks.map(({ day: on, ...rest }) => ({ ...rest, day: sooner(on) })),
      }));
      expectNoneLater(makePlan(input), makePlan({ ...input, offers }));
    });
  });

  it('a line that is cancelled makes no other later', () => {
    every(world, (input) => {
      const before = makePlan(input);
      for (const cancelled of input.lines) {
        expectNoneLater(before, makePlan(withCancelled(input, cancelled)), idOf(cancelled));
      }
    });
  });
});

describe('what is shown can be kept', () => {
  const now = ['in-stock', 'last-units'];
  const dated = ['restock-dated', 'restock-far'];

  /** SKUs that are sold for one of the reasons; of kits those all of whose parts are in stock at one speed, or have a date. */
  function soldAs(input: PlanInput, reasons: readonly string[]): PlannedSku[] {
    const { skus } = makePlan(input);
    // What is left of a part and makes no whole kit is none.
    const isKnown = (name: string, needed: number) => {
      const part = skus.find((one) => one.sku === name);
      if (!part) return false;
      const isIn = now.includes(part.verdict.reason) && part.verdict.sellable >= needed;
      // The day shown is that of the next unit; further ones may come from a slower supplier.
      const days = new Set(part.supply.sources.map(({ readyOn }) => readyOn));
      return (isIn && days.size < 2) || dated.includes(part.verdictWhenOut.reason);
    };
    return skus.filter(
      ({ sku: name, verdict }) =>
        reasons.includes(verdict.reason) &&
        (kits.get(name) ?? []).every((one) => isKnown(one.sku, one.quantity)),
    );
  }

  it('all that may be sold now ships at once', () => {
    every({ waits: [0] }, (input) => {
      for (const { sku: name, verdict } of soldAs(input, now)) {
        const found = partsOfOneMore(input, name, verdict.sellable);
        expect(units(found)).toBeGreaterThan(0);
        expect(found.map(({ source }) => source)).toEqual(found.map(() => 'stock'));
        expect(found.map(({ state }) => state)).toEqual(found.map(() => 'ship-now'));
      }
    });
  });

  it('all that may be sold ahead of a stated date ships by the date shown', () => {
    every({ ownKits: false, waits: [0] }, (input) => {
      for (const { sku: name, verdict } of soldAs(input, dated)) {
        const found = partsOfOneMore(input, name, verdict.aheadLimit ?? 0);
        // Stock that a buffer holds is taken first, however slow its supplier; a kit's other parts wait for it.
        const last = found
          .filter(({ source, supplier }) => source !== 'stock' || supplier === verdict.supplier)
          .filter(({ blockedBy }) => !blockedBy?.startsWith('part '))
          .map(({ shipDate }) => shipDate ?? never)
          .toSorted()
          .at(-1);
        expect((last ?? '') <= (verdict.shipDate ?? ''), `${name}: ${last}`).toBe(true);
      }
    });
  });
});

describe('what the merchant says of a kit', () => {
  const ofKit = ({ line: own }: Part) => own.sku === 'K' || own.ofKit?.line.sku === 'K';

  it('holds its parts until its release', () => {
    every({}, (input) => {
      const release = input.overrides.get(sku('K'))?.release;
      if (release === undefined || release <= today) return;
      const found = makePlan(input).parts.filter((one) => ofKit(one) && one.state !== 'forwarded');
      expect(found.every(({ shipDate = never }) => shipDate >= release)).toBe(true);
    });
  });

  it('limits what is sold ahead of it, those sold already with it', () => {
    every({ ownKits: false, waits: [0] }, (input) => {
      const { backorderLimit, preorderLimit } = input.overrides.get(sku('K')) ?? {};
      const { skus, parts: found } = makePlan(input);
      const verdict = skus.find((one) => one.sku === 'K')?.verdict;
      const limit = verdict?.status === 'backorder' ? backorderLimit : preorderLimit;
      if (verdict?.aheadLimit === undefined || limit === undefined) return;
      const waiting = found.filter((one) => ofKit(one) && one.source !== 'stock');
      const ahead = parts.map(
        (name) => units(waiting.filter(({ line: own }) => own.sku === name)) / kitUnits(name),
      );
      expect(verdict.aheadLimit + Math.max(...ahead)).toBeLessThanOrEqual(limit);
    });
  });

  function kitUnits(name: string): number {
    return kits.get(sku('K'))?.find((one) => one.sku === name)?.quantity ?? 1;
  }
});

describe('goods of an order', () => {
  const alone = (input: PlanInput) =>
    makePlan({ ...input, policy: { ...input.policy, waitMaxDays: 0 } }).parts;

  it('that are all in stock are all ordered now', () => {
    every({}, (input) => {
      const own = alone(input);
      const isThere = ({ state }: Part) => state === 'ship-now' || state === 'forwarded';
      makePlan(input).parts.forEach(({ line: one, state }, i) => {
        const others = own.filter(({ line: other }) => other.orderId === one.orderId);
        if (others.every(isThere)) expect(state).toBe(own[i]?.state);
      });
    });
  });

  it('wait no longer for each other than they may', () => {
    every({ waits: [5] }, (input) => {
      const own = alone(input);
      makePlan(input).parts.forEach(({ shipDate }, i) => {
        const before = own[i]?.shipDate;
        const latest = before === undefined ? never : addDays(before, 5);
        expect((shipDate ?? never) >= (before ?? never)).toBe(true);
        expect((shipDate ?? never) <= latest).toBe(true);
      });
    });
  });

  it('that are held together leave on the last of their days', () => {
    every({ waits: [Number.POSITIVE_INFINITY] }, (input) => {
      const own = alone(input);
      for (const { line: one, shipDate, state } of makePlan(input).parts) {
        if (state === 'forwarded') continue;
        const others = own.filter((other) => other.line.orderId === one.orderId);
        const last = others
          .map((other) => other.shipDate ?? never)
          .toSorted()
          .at(-1);
        expect(shipDate ?? never).toBe(last);
      }
    });
  });
});
