import type { DemandHistory } from '../forecast/history.ts';
import type { Shop } from '../forecast/shop.ts';
import type { MatchRules } from '../match/input.ts';
import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import { once } from '../model/once.ts';
import { byService, type OrderLine, orderDay } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { byBytes, type Sku } from '../model/sku.ts';
import { learnedTerms, supplierRecords } from '../suppliers/record.ts';
import { type Part, partsOf, touchesStock } from './allocation.ts';
import { demandOf } from './demand.ts';
import { evidenceOf, type PlanEvidence } from './evidence.ts';
import type { PlanInput } from './input.ts';
import { leadTimeSpreads } from './lead-times.ts';
import { inOwnUnits, ownArticles } from './own-units.ts';
import { type PlannedSku, planSku } from './planned-sku.ts';
import { withShipments } from './shipped.ts';
import { holdTogether } from './shipping.ts';

/** The plan of one day: every other output is a view of it. */
export interface Plan {
  readonly today: Day;
  /** In the order of the SKUs' bytes. */
  readonly skus: readonly PlannedSku[];
  /** How each order line is filled, in order of service. Worked out when it is first asked for. */
  readonly parts: readonly Part[];
  /** What the shop's SKUs have in common. Worked out when it is first asked for, as is the next. */
  readonly shop: Shop;
  /** The demand of the past of every SKU that was ever sold, in the order of the SKUs. */
  readonly histories: readonly DemandHistory[];
  /** The probability with which stock should cover demand. */
  readonly serviceLevel: number;
  /** The order lines known on the day, with what their shipments tell. */
  readonly lines: readonly OrderLine[];
  /** What is on record of suppliers. Worked out when it is first asked for. */
  readonly evidence: PlanEvidence;
  readonly problems: readonly Problem[];
}

/** Makes the plan of a day. Lines ordered after it are not known yet. */
export function makePlan(given: PlanInput): Plan {
  const input = withRecords(given);
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
  const evidence = once(() => evidenceOf(known, input, rules));
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
    serviceLevel: policy.serviceLevel,
    lines: known,
    get evidence() {
      return evidence();
    },
    problems: planned.filter(isPinnedWithoutDate).map(pinnedWithoutDate),
  };
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

function isPinnedWithoutDate({ verdict: { status, reason, shipDate } }: PlannedSku): boolean {
  const sellsAhead = status === 'backorder' || status === 'preorder';
  return reason === 'pinned' && sellsAhead && shipDate === undefined;
}

function pinnedWithoutDate({ sku, verdict: { status } }: PlannedSku): Problem {
  const place = { file: 'skus.csv', column: 'status' };
  return { kind: 'pinned-without-date', place, value: sku, status };
}
