import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { NoticeEvent } from '../model/notice.ts';
import { once } from '../model/once.ts';
import { type OrderLine, orderDay } from '../model/order.ts';
import type { Policy, SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { Memory, PlanInput, ShownStatus } from '../plan/input.ts';
import { linesThatCount } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import { nobody } from '../plan/planned-sku.ts';
import type { PastOffer } from '../suppliers/past.ts';
import { recordOf, type SupplierRecords } from '../suppliers/record.ts';
import { pastRestocks } from '../suppliers/restocks.ts';
import { type Sale, salesOf } from './sales.ts';

/** What past days are planned from: what is known today, and what suppliers had said by then. */
export interface Hindsight {
  /** What today's plan is made from. */
  readonly input: PlanInput;
  /** The lines of today's plan, with what their shipments tell. */
  readonly lines: readonly OrderLine[];
  /** What suppliers said from day to day, answers included. */
  readonly told: readonly PastOffer[];
  readonly standingOn: (day: Day) => Pick<PlanInput, 'offers' | 'missing'>;
}

/** All that is evaluated. */
export interface History extends Hindsight {
  readonly plan: Plan;
  /** What became of notices: it tells what was paid back. */
  readonly events: readonly NoticeEvent[];
}

/** The rules of which a plan may be made anew. */
export interface Rules {
  readonly policy: Policy;
  readonly terms: ReadonlyMap<string, SupplierTerms>;
  readonly method?: PlanInput['method'];
}

/**
 * What a plan of one morning is made from. `offers-only`: no forecast will be asked of it, so that lines long done are left out;
 * the usual, where no buffer follows demand.
 */
type PastInput = (rules: Rules, depth?: 'with-demand' | 'offers-only') => PlanInput;

/**
 * Tells what a plan of the morning of a past day is made from, for any rules: files up to the day, orders, shipments and
 * cancellations up to the day before. `skus.csv`, `kits.csv`, the SKU map and the listings are those of today, as nobody kept
 * older ones; so is a payment that was returned.
 */
export function pastInputs(hindsight: Hindsight): (day: Day) => PastInput {
  const { input, lines, told, standingOn } = hindsight;
  const { memory } = input;
  const files = memory?.files ?? new Map();
  const restocks = pastRestocks(told, files, input.today);
  return (day) => {
    const known = lines.flatMap((line) => lineOn(line, day) ?? []);
    const past = restocks.filter(({ arrivedOn }) => arrivedOn <= day);
    const bySupplier = groupBy(past, ({ supplier }) => supplier);
    const records: SupplierRecords = new Map(
      [...bySupplier].map(([supplier, own]) => [supplier, recordOf(own)]),
    );
    const remembered = memory && memoryOn(memory, day);
    const shared: PlanInput = {
      ...input,
      ...standingOn(day),
      today: day,
      lines: known,
      endings: undefined,
      shipments: [],
      purchases: [],
      returns: [],
      previous: lastStatuses(remembered?.statuses ?? []),
      memory: remembered,
      records,
    };
    const counted = once(() => linesThatCount(known, shared.offers, day));
    return (rules, depth = followsDemand(rules) ? 'with-demand' : 'offers-only') => ({
      ...shared,
      ...rules,
      lines: depth === 'with-demand' ? known : counted(),
    });
  };
}

/** Whether a plan's offers hang on what was sold in all the past: where a buffer follows demand. */
export function followsDemand({ terms }: Pick<Rules, 'terms'>): boolean {
  return [...terms.values()].some(({ buffer }) => buffer.kind === 'auto');
}

/** The dates shown stand on the lines already. */
function memoryOn({ files, offers, statuses }: Memory, day: Day): Memory {
  return {
    files: new Map(
      [...files].map(([supplier, { days, coverage }]) => [
        supplier,
        { days: days.filter((one) => one <= day), coverage },
      ]),
    ),
    offers: offers.filter(({ since }) => since <= day),
    statuses: statuses
      .filter((one) => one.day < day)
      .map((one) => ({ day: one.day, sku: one.sku, status: one.status })),
  };
}

function lastStatuses(statuses: readonly ShownStatus[]): ReadonlyMap<Sku, Status> {
  const last = new Map<Sku, ShownStatus>();
  for (const one of statuses)
    if (!((last.get(one.sku)?.day ?? '') > one.day)) last.set(one.sku, one);
  return new Map([...last].map(([sku, { status }]) => [sku, status]));
}

/** A line as it was known in the morning of a day; undefined where it was not ordered yet. */
export function lineOn(line: OrderLine, day: Day): OrderLine | undefined {
  if (orderDay(line) >= day) return undefined;
  const { fulfilledAt, cancelledAt, forwardedAt, parcels = [], purchases } = line;
  const isLater = (one: Day | undefined) => one !== undefined && one >= day;
  const wasOpen = isLater(fulfilledAt) || isLater(cancelledAt);
  const wasUntold = isLater(forwardedAt) || purchases?.some((one) => isLater(one.day));
  if (!wasOpen && !wasUntold) return line;
  const left = parcels.filter((parcel) => parcel.day < day);
  return {
    ...line,
    ...(isLater(fulfilledAt) && {
      fulfilledQuantity: left.reduce((sum, { units }) => sum + units, 0),
      fulfilledAt: left.at(-1)?.day,
      parcels: left,
    }),
    ...(isLater(cancelledAt) && { cancelledQuantity: 0, cancelledAt: undefined }),
    ...(isLater(forwardedAt) && { forwardedAt: undefined }),
    // What was cancelled since was called back since.
    purchases: purchases
      ?.filter((one) => one.day < day)
      .map((one) => (isLater(cancelledAt) ? { ...one, units: one.ordered } : one)),
    // The money went back after what is not known yet.
    paymentState: wasOpen && line.paymentState === 'refunded' ? 'paid' : line.paymentState,
  };
}

/** At most so many of the days from the first to the last, both included, evenly spread. */
export function spreadDays<Of>(days: readonly Of[], most: number): readonly Of[] {
  if (days.length <= most) return days;
  return Array.from({ length: most }, (_, i) => {
    const at = Math.round((i * (days.length - 1)) / Math.max(1, most - 1));
    return days[at];
  }).filter((day) => day !== undefined);
}

/** Days before today of which stock is on record, from the first file on. */
export function fileDaysOf({ input: { memory, today } }: Hindsight): readonly Day[] {
  const days = [...(memory?.files.values() ?? [])].flatMap((own) => own.days);
  return [...new Set(days)].filter((day) => day < today).toSorted();
}

/** The terms of a supplier as the settings have them. */
export function termsIn({
  terms,
}: Pick<PlanInput, 'terms'>): (supplier: string | undefined) => SupplierTerms {
  return (supplier) => terms.get(supplier ?? '') ?? nobody;
}

/** The sales on record. */
export function salesOfHistory({ input, lines }: History): readonly Sale[] {
  const { today, memory = { statuses: [] }, orderPromise: promise } = input;
  return salesOf({ today, lines, memory, promise, termsOf: termsIn(input) });
}
