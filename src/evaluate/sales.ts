import { addDays, type Day, workingDaysAfter } from '../model/day.ts';
import { articleIdentity, type OrderLine, orderDay, sentOf } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { LinePromise, ShipPromise } from '../model/promise.ts';
import type { DateBasis, Status } from '../model/status.ts';
import { tellsShipDays } from '../model/told.ts';
import type { Memory } from '../plan/input.ts';
import { cancelledBy, outstandingUnits } from '../plan/outstanding.ts';
import { promisedShipDay } from '../plan/promise.ts';
import { shownWhenOrdered } from '../plan/shown.ts';

/** An order line with what was said of it when it was ordered, and what became of it. */
export interface Sale {
  readonly line: OrderLine;
  readonly ordered: Day;
  /** What the last recorded run before it had told the listings; undefined where none was. */
  readonly status: Status | undefined;
  /** What the first run that knew of the line said of it. */
  readonly first: LinePromise | undefined;
  readonly basis: DateBasis | undefined;
  /** Who sends it, where that is on record. */
  readonly supplier: string | undefined;
  /**
   * The last day on which shipping was on time: as promised on the order, or shown when it was ordered, else by the store's
   * promise, else the supplier's dispatch days after the order.
   */
  readonly due: Day;
  /** The day on which the last unit left; undefined unless all that was not cancelled has, on known days. */
  readonly shippedOn: Day | undefined;
  readonly cancelled: number;
  /** Something of it is still owed. */
  readonly isOpen: boolean;
  /** It is known not to have left in time. */
  readonly isMissed: boolean;
  /** Whether it was shipped in time; undefined before its day, where all was cancelled by then, and where nobody knows. */
  readonly kept: boolean | undefined;
  /** Its file tells when units left; of others nothing on waits and dates follows. */
  readonly isDated: boolean;
  /** Its day is over and nobody told what had become of it by then. */
  readonly isUnknown: boolean;
}

/** What sales are told from. */
export interface SalesRecord {
  readonly today: Day;
  readonly lines: readonly OrderLine[];
  readonly memory: Pick<Memory, 'statuses' | 'promises'>;
  readonly promise: ShipPromise | undefined;
  readonly termsOf: (supplier: string | undefined) => SupplierTerms;
}

/** The sales on record; what was never paid, and rows of a plain history that name no order, tell nothing. */
export function salesOf(record: SalesRecord): readonly Sale[] {
  const { lines, memory, today } = record;
  const finder = finderOf(memory);
  const isDated = tellsShipDays(lines, today);
  return lines
    .filter(({ orderId, paymentState }) => orderId !== '' && paymentState !== 'voided')
    .map((line) => saleOf(line, finder(line), isDated(line), record));
}

type Found = Pick<Sale, 'status' | 'first'>;

function finderOf(memory: SalesRecord['memory']): (line: OrderLine) => Found {
  const shownFor = shownWhenOrdered(memory);
  const firsts = new Map<string, LinePromise>();
  for (const one of memory.promises ?? []) {
    const known = firsts.get(articleIdentity(one));
    if (!known || one.day < known.day) firsts.set(articleIdentity(one), one);
  }
  return (line) => ({
    status: shownFor(line)?.status,
    first: firsts.get(articleIdentity(line)),
  });
}

function saleOf(
  line: OrderLine,
  { status, first }: Found,
  isDated: boolean,
  record: SalesRecord,
): Sale {
  const { today, termsOf } = record;
  const supplier = supplierOf(line, today) ?? first?.supplier;
  const due = dueDay(line, termsOf(supplier), record.promise);
  const cancelled = cancelledBy(line, today);
  const shippedOn = lastSent(line, today);
  const fate = { line, due, shippedOn, cancelled };
  const wasKept = isKept(fate, today);
  // Of a file that does not tell when units left only those that were cancelled or are late would be judged.
  const kept = isDated ? wasKept : undefined;
  return {
    ...fate,
    ordered: orderDay(line),
    status,
    first,
    basis: first?.basis,
    supplier,
    isOpen: outstandingUnits(line, today) > 0,
    isMissed: wasKept === false,
    kept,
    isDated,
    isUnknown: kept === undefined && due < today && !(isDated && wasCancelledInTime(fate)),
  };
}

/** The one supplier that sent it, or that was told to. */
function supplierOf(line: OrderLine, today: Day): string | undefined {
  const senders = new Set(sentOf(line, today).flatMap(({ supplier }) => supplier ?? []));
  if (senders.size > 0) return senders.size === 1 ? [...senders][0] : undefined;
  return line.supplier ?? line.purchases?.at(-1)?.supplier;
}

function dueDay(line: OrderLine, terms: SupplierTerms, promise: ShipPromise | undefined): Day {
  const promised = promisedShipDay(line, promise);
  if (promised !== undefined) return promised;
  if (line.promisedDeliveryDate !== undefined)
    return addDays(line.promisedDeliveryDate, -terms.transitDays);
  return workingDaysAfter(orderDay(line), terms.dispatchDays, terms.holidays);
}

function lastSent(line: OrderLine, today: Day): Day | undefined {
  if (outstandingUnits(line, today) > 0) return undefined;
  const days = sentOf(line, today).map(({ day }) => day);
  if (days.length === 0 || days.includes(undefined)) return undefined;
  return days.reduce((a, b) => (a && b && b > a ? b : a));
}

type Fate = Pick<Sale, 'line' | 'due' | 'shippedOn' | 'cancelled'>;

function wasCancelledInTime({ line, due, cancelled }: Fate): boolean {
  const { cancelledAt, quantity } = line;
  return cancelled >= quantity && cancelledAt !== undefined && cancelledAt <= due;
}

/** What the day of the newest export tells ends with the day before it. */
function isKept(fate: Fate, today: Day): boolean | undefined {
  const { line, due, shippedOn, cancelled } = fate;
  if (due >= today || wasCancelledInTime(fate)) return undefined;
  if (cancelled > 0 && line.cancelledAt === undefined) return undefined;
  if (cancelled > 0 && (line.cancelledAt ?? due) > due) return false;
  if (shippedOn !== undefined) return shippedOn <= due;
  if (outstandingUnits(line, today) > 0 && (line.progressAsOf ?? '') > due) return false;
  return undefined;
}
