import type { DemandHistory } from '../forecast/history.ts';
import type { Shop } from '../forecast/shop.ts';
import type { MatchRules } from '../match/input.ts';
import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import { once } from '../model/once.ts';
import { byService, isOrderedAfter, type OrderLine } from '../model/order.ts';
import type { Policy } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { orderKey } from '../model/shipment.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import { learnedTerms, type SupplierRecords, supplierRecords } from '../suppliers/record.ts';
import { allocate, nothingOwed, partsOf } from './allocation.ts';
import { demandOf } from './demand.ts';
import { type Ending, withoutEnded } from './ending.ts';
import { evidenceOf, type PlanEvidence } from './evidence.ts';
import { familiesOf } from './family.ts';
import type { PlanInput } from './input.ts';
import { flatKits } from './kits.ts';
import { leadTimeSpreads } from './lead-times.ts';
import { oldestNumber, touchesStock } from './outstanding.ts';
import { inOwnUnits, ownArticles } from './own-units.ts';
import { deskOf, type KitMember, PlannedSku } from './planned-sku.ts';
import { withPurchases } from './purchases.ts';
import { type Quality, qualityOf } from './quality.ts';
import type { Part } from './serve.ts';
import { shareStock, skusOfSharedArticles } from './shared-articles.ts';
import { withShipments } from './shipped.ts';
import { holdTogether } from './shipping.ts';
import { withShownDates } from './shown.ts';
import { withoutStrays } from './stray-answers.ts';

/** The plan of one day: every other output is a view of it. */
export interface Plan {
  readonly today: Day;
  /** In the order of the SKUs' bytes. */
  readonly skus: readonly PlannedSku[];
  /** Kits by what they are made of in the end. */
  readonly kits: Kits;
  /** What past restocks tell of suppliers. */
  readonly records: SupplierRecords;
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
  /** Those of them that are planned as cancelled, as they were before. */
  readonly ended: readonly Ending[];
  /** What is on record of suppliers. Worked out when it is first asked for. */
  readonly evidence: PlanEvidence;
  readonly problems: readonly Problem[];
}

/** Makes the plan of a day. Lines ordered after it are not known yet. */
export function makePlan(given: PlanInput): Plan {
  const input = withRecords(given);
  const { today, policy } = input;
  const kits = flatKits(input.kits);
  const ordered = orderedLines(input, kits);
  const titles = titlesOf(ordered);
  const rules = rulesOf(input, titles);
  // Few plans ask for the suppliers' numbers.
  const articles = once(() => ownArticles(input.offers, rules));
  const pastArticles = once(() => ownArticles([...input.offers, ...input.missing], rules));
  const ofShipments = input.shipments.length > 0 ? articles() : new Map();
  const shipped = withShipments(ordered, input.shipments, ofShipments, kits, today);
  const ended = input.endings ?? [];
  const known = withoutEnded(shipped.lines, ended);
  const { missing, offers: named } = inOwnUnits(input.offers, input.missing, rules);
  const suppliers = withoutStrays(named);
  const offers = groupBy(suppliers.offers, skuOf);
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
  const demand = demandOf(known, sorted, input, pastArticles);
  const desks = new Map(sorted.map((sku) => [sku, deskOf(sku, offers.get(sku) ?? [], input)]));
  const served = servedFirst(known, policy);
  const oldest = oldestNumber(suppliers.offers, today);
  const sharedArticles = skusOfSharedArticles(input.matching.skuMap);
  shareStock(desks, sharedArticles);
  const families = familiesOf(
    desks,
    served.filter((line) => touchesStock(line, today, oldest)),
    kits,
    [...sharedArticles.values()],
  );
  const allocations = new Map(families.flatMap((family) => [...allocate(family)]));
  const spreads = once(() => leadTimeSpreads(known, input.terms));
  const planning = { demand, spreads, input };
  const planned = planSkus(
    sorted,
    kits,
    (sku, members) =>
      new PlannedSku(desks.get(sku) ?? deskOf(sku, [], input), planning, {
        allocation: allocations.get(sku) ?? nothingOwed,
        hasOffers: offers.has(sku),
        orderedAs: titles.get(sku),
        wasListed: missing.has(sku),
        isInKit: inKits.has(sku),
        members,
      }),
  );
  const parts = once(() => {
    const ofLines = new Map(families.flatMap((family) => [...partsOf(family)]));
    return holdTogether(
      served.flatMap((line) => ofLines.get(line) ?? []),
      policy.waitMaxDays,
    );
  });
  const quality = once(() => qualityOf(input, known, articles));
  const evidence = once(() => evidenceOf(known, input, pastArticles(), quality));
  return {
    today,
    skus: planned,
    kits,
    records: input.records ?? new Map(),
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
    ended,
    problems: [
      ...suppliers.problems,
      ...planned.filter(isPinnedWithoutDate).map(pinnedWithoutDate),
    ],
    get evidence() {
      return evidence();
    },
  };
}

/** The lines known on the day, in order of time, with what the book remembers of them. */
function orderedLines(
  { lines, purchases = [], memory, today }: PlanInput,
  kits: Kits,
): readonly OrderLine[] {
  const known = lines.filter((line) => !isOrderedAfter(line, today)).toSorted(byService);
  return withPurchases(
    memory ? withShownDates(known, memory, today) : known,
    purchases,
    kits,
    today,
  );
}

/** The order in which lines are served: those of the merchant's own choice before all others. */
function servedFirst(
  lines: readonly OrderLine[],
  { priorityOrders }: Policy,
): readonly OrderLine[] {
  if (priorityOrders.size === 0) return lines;
  const isFirst = ({ orderId }: OrderLine) => priorityOrders.has(orderKey(orderId));
  return [...lines.filter(isFirst), ...lines.filter((line) => !isFirst(line))];
}

/** Kits are planned when all that they are made of is. */
function planSkus(
  skus: readonly Sku[],
  kits: Kits,
  plan: (sku: Sku, members: readonly KitMember[]) => PlannedSku,
): PlannedSku[] {
  const planned = new Map<Sku, PlannedSku>();
  for (const sku of skus) if (!kits.has(sku)) planned.set(sku, plan(sku, []));
  for (const [kit, parts] of kits) {
    const members = parts.flatMap(({ sku, quantity }) => {
      const part = planned.get(sku);
      return part ? [{ quantity, planned: part }] : [];
    });
    planned.set(kit, plan(kit, members));
  }
  return skus.flatMap((sku) => planned.get(sku) ?? []);
}

/** Suppliers' terms as their past corrects them. */
function withRecords(input: PlanInput): PlanInput {
  const { memory, today } = input;
  const records = input.records ?? (memory && supplierRecords(memory.offers, memory.files, today));
  if (!records || records.size === 0) return input;
  const terms = [...input.terms].map(
    ([id, agreed]) => [id, learnedTerms(agreed, records.get(id))] as const,
  );
  return { ...input, records, terms: new Map(terms) };
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

function isPinnedWithoutDate({ verdict: { status, reason, shipDate } }: PlannedSku): boolean {
  const sellsAhead = status === 'backorder' || status === 'preorder';
  return reason === 'pinned' && sellsAhead && shipDate === undefined;
}

function pinnedWithoutDate({ sku, verdict: { status, unpinned } }: PlannedSku): Problem {
  const place = { file: 'skus.csv', column: 'status' };
  const isSold = unpinned === 'limit-reached';
  return { kind: 'pinned-without-date', place, value: sku, status, isSold };
}
