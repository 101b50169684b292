import { addDays, type Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { DueNotice, Notice, Ruling } from '../model/notice.ts';
import { customerLine, type OrderLine, orderDay } from '../model/order.ts';
import type { ShipPromise } from '../model/promise.ts';
import type { Sku } from '../model/sku.ts';
import { customerUnits } from '../plan/kits.ts';
import type { Plan } from '../plan/plan.ts';
import { promisedShipDay } from '../plan/promise.ts';
import type { Part } from '../plan/serve.ts';
import type { Estimate } from '../plan/supply.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { lawOf } from './rules/index.ts';
import type { Law, LineFacts } from './rules/law.ts';
import { type TransitTimes, transitTimes } from './transit.ts';

/** A notice that was drafted on a day. */
interface DraftedNotice
  extends Pick<
    Notice,
    'orderId' | 'lineId' | 'sku' | 'type' | 'oldDate' | 'newDate' | 'autoCancelOn' | 'to'
  > {
  readonly draftedOn: Day;
}

export interface NoticesInput {
  readonly plan: Plan;
  /** What checkout promises when no date is shown. */
  readonly promise?: ShipPromise | undefined;
  readonly storeCountry?: string | undefined;
  readonly recorded: readonly DraftedNotice[];
}

/** The notices that today's plan calls for, one per order line, without those drafted on an earlier day already. */
export function dueNotices(input: NoticesInput): readonly DueNotice[] {
  const { today } = input.plan;
  const transit = transitTimes(input.plan);
  const estimates = firstEstimates(input.plan);
  const told = lastTold(input.recorded, today);
  return [...partsByLine(input.plan)].flatMap(([line, parts]) => {
    const { orderId, lineId, sku, customerEmail: to = '' } = line;
    const earlier = told.get(keyOf({ orderId, lineId, sku, to })) ?? [];
    const notice = noticeFor(line, parts, { transit, estimates }, earlier, input);
    return notice && !earlier.some((one) => saysTheSame(one, notice)) ? [notice] : [];
  });
}

/** How long goods are on the way, and when those that nobody states a date for may come in. */
interface Times {
  readonly transit: TransitTimes;
  readonly estimates: ReadonlyMap<Sku, Estimate>;
}

function firstEstimates({ skus }: Plan): Times['estimates'] {
  return new Map(
    skus.flatMap(({ sku, supply: { estimates } }) =>
      estimates[0] ? [[sku, estimates[0]] as const] : [],
    ),
  );
}

function partsByLine({ parts }: Plan): ReadonlyMap<OrderLine, readonly Part[]> {
  return groupBy(
    parts.filter(({ line }) => line.orderId !== ''),
    ({ line }) => customerLine(line),
  );
}

function noticeFor(
  line: OrderLine,
  parts: readonly Part[],
  { transit, estimates }: Times,
  told: LineFacts['told'],
  { plan, promise, storeCountry }: NoticesInput,
): DueNotice | undefined {
  const jurisdiction = jurisdictionOf(line.shipToCountry, line.shipToRegion, storeCountry);
  const law = lawOf(jurisdiction);
  const shipBy = promisedShipDay(line, promise);
  const promised = { shipBy, deliverBy: line.promisedDeliveryDate };
  const dates = parts.map((part) => expectedOf(part, estimates, promised));
  const facts: LineFacts = {
    today: plan.today,
    orderedOn: orderDay(line),
    ...promised,
    transitDays: Math.max(...parts.map((part) => transit(part.line.sku, part.supplier))),
    expectedShip: latest(dates.map(({ shipDate }) => shipDate)),
    expectedDelivery: latest(dates.map(({ deliverBy }) => deliverBy)),
    unfillable: parts.some(({ state }) => state === 'unfillable'),
    told,
  };
  const ruling = law.rule(facts);
  return (
    ruling && {
      ...ruling,
      orderId: line.orderId,
      lineId: line.lineId,
      sku: line.sku,
      jurisdiction,
      quantity: unitsConcerned(parts, law, ruling),
      to: line.customerEmail ?? '',
      locale: line.locale ?? '',
    }
  );
}

/**
 * When a part is expected to ship. One that waits for goods without a stated date has none – but for a customer who bought
 * with the date of such an estimate it stands as long as the estimate still keeps it: nothing has changed for them.
 */
function expectedOf(
  part: Part,
  estimates: Times['estimates'],
  promised: Pick<LineFacts, 'shipBy' | 'deliverBy'>,
): Pick<Part, 'shipDate' | 'deliverBy'> {
  const { state, shipDate, line } = part;
  if (shipDate !== undefined || state !== 'waiting') return part;
  const estimate = estimates.get(line.sku);
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

/** Units that cannot be had, when they are why the line is cancelled; else those that will not be on time. */
function unitsConcerned(parts: readonly Part[], { dates }: Law, { type, oldDate }: Ruling): number {
  const lost = parts.filter(({ state }) => state === 'unfillable');
  const late = parts.filter((part) => {
    const expected = dates === 'ship' ? part.shipDate : part.deliverBy;
    return expected === undefined || expected > oldDate;
  });
  const concerned = type === 'SELLER_CANCEL' && lost.length > 0 ? lost : late;
  return customerUnits(concerned);
}

/** The address belongs to it: a customer reached under a new one has not been told. */
function keyOf(notice: Pick<Notice, 'orderId' | 'lineId' | 'sku' | 'to'>): string {
  return [notice.orderId, notice.lineId, notice.sku, notice.to].join('\0');
}

/** Per line what was drafted last before today: what was drafted earlier still has been overtaken. */
function lastTold(
  recorded: readonly DraftedNotice[],
  today: Day,
): ReadonlyMap<string, readonly DraftedNotice[]> {
  const last = new Map<string, readonly DraftedNotice[]>();
  for (const draft of recorded) {
    if (draft.draftedOn >= today) continue;
    const key = keyOf(draft);
    const known = last.get(key) ?? [];
    const day = known[0]?.draftedOn ?? '';
    if (draft.draftedOn > day) last.set(key, [draft]);
    else if (draft.draftedOn === day) last.set(key, [...known, draft]);
  }
  return last;
}

function saysTheSame(a: DraftedNotice, b: DueNotice): boolean {
  return a.type === b.type && a.oldDate === b.oldDate && a.newDate === b.newDate;
}
