import { type Day, laterDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay, type Sent, sentOf } from '../model/order.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import { tellsShipDays } from '../model/told.ts';
import type { Evidence } from './evidence.ts';

/** Units of an order line that a supplier was to send, and what became of them, as known on a day. */
export interface Delivery {
  readonly supplier: string;
  readonly sku: Sku;
  /** The day on which the supplier was told; undefined where no record says. */
  readonly forwardedOn?: Day | undefined;
  readonly units: number;
  /** Those that left on a known day, by parcel. */
  readonly parcels: readonly { readonly units: number; readonly day: Day }[];
  /** All that left. */
  readonly shipped: number;
  readonly cancelled: number;
  /** It was on a list of open orders and is not any more: it left or was cancelled. */
  readonly isLost: boolean;
  readonly cancelledOn?: Day | undefined;
  /** Its file tells when units left. */
  readonly isDated: boolean;
  /** Up to this day what left is known; undefined where nobody tells. */
  readonly heardOn?: Day | undefined;
  /** Undefined where several suppliers shipped, as nobody tells whose goods came back, or nothing tells of returns. */
  readonly returned?: number | undefined;
}

/**
 * The day on which a supplier was told of a line: as recorded, else the order's own day where the settings say so. A
 * record that names another supplier is about that one.
 */
export function forwardedOn(
  line: OrderLine,
  supplier: string,
  terms: SupplierTerms | undefined,
): Day | undefined {
  const told = line.purchases?.find((purchase) => purchase.supplier === supplier);
  if (told) return told.day;
  const isTheirs = line.supplier === undefined || line.supplier === supplier;
  if (isTheirs && line.forwardedAt !== undefined) return line.forwardedAt;
  return terms?.forwarded === 'same-day' ? orderDay(line) : undefined;
}

/**
 * What suppliers were to send of order lines; nothing of lines for which no supplier is on record. What was cancelled
 * before it was forwarded, or never paid, was nobody's to send.
 */
export function deliveriesOf({
  lines,
  terms,
  today,
  heardOf,
  returned: cameBack,
}: Pick<Evidence, 'lines' | 'terms' | 'today' | 'heardOf' | 'returned'>): readonly Delivery[] {
  const isDated = tellsShipDays(lines, today);
  return lines.flatMap((line) => {
    const bySupplier = groupBy(sentOf(line, today), ({ supplier }) => supplier);
    const shippers = [...bySupplier.keys()].filter((one) => one !== undefined);
    const told = purchased(line);
    const main = told.size > 0 ? undefined : (line.supplier ?? only(shippers));
    const others = shippers.filter((one) => one !== main && !told.has(one));
    const elsewhere = others.reduce((sum, one) => sum + total(bySupplier.get(one)), 0);
    const returned = shippers.length === 1 ? cameBack && total(cameBack.get(line)) : undefined;
    const deliveryOf = (supplier: string, units?: number): Delivery => {
      const own = bySupplier.get(supplier) ?? [];
      const day = forwardedOn(line, supplier, terms.get(supplier));
      const since = day !== undefined && day <= today ? day : undefined;
      return {
        supplier,
        sku: line.sku,
        forwardedOn: since,
        parcels: parcelsOf(own),
        shipped: total(own),
        isDated: isDated(line),
        heardOn: earlier(latest(line.progressAsOf, heardOf.get(supplier)), today),
        isLost: line.leftUnseen === true,
        returned,
        ...rest(line, total(own), units, since, today),
      };
    };
    return [
      ...(main === undefined ? [] : [deliveryOf(main, line.quantity - elsewhere)]),
      ...[...told].map(([supplier, units]) => deliveryOf(supplier, units)),
      ...others.map((one) => deliveryOf(one)),
    ].filter(({ units }) => units > 0);
  });
}

function latest(a: Day | undefined, b: Day | undefined): Day | undefined {
  return a && b ? laterDay(a, b) : (a ?? b);
}

function earlier(day: Day | undefined, today: Day): Day | undefined {
  return day !== undefined && day > today ? today : day;
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Units that purchase orders told each supplier to send, called back or not; those of a kit's parts are not its own. */
function purchased({ purchases = [], sku }: OrderLine): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const { supplier, ordered, sku: article } of purchases)
    if (article === sku) units.set(supplier, (units.get(supplier) ?? 0) + ordered);
  return units;
}

function total(sent: readonly { readonly units: number }[] = []): number {
  return sent.reduce((sum, { units }) => sum + units, 0);
}

/** What left on one day under one number is one parcel, in however many rows. */
function parcelsOf(sent: readonly Sent[]): Delivery['parcels'] {
  const parcels = groupBy(sent, ({ day, tracking }) => `${day}\0${tracking}`);
  return [...parcels.values()].flatMap((rows) => {
    const day = rows[0]?.day;
    return day === undefined ? [] : [{ units: total(rows), day }];
  });
}

/** What was to be sent and what of it was cancelled; of a supplier that stepped in only what it shipped is known. */
function rest(
  line: OrderLine,
  shipped: number,
  ordered: number | undefined,
  told: Day | undefined,
  today: Day,
): Pick<Delivery, 'units' | 'cancelled' | 'cancelledOn'> {
  if (ordered === undefined) return { units: shipped, cancelled: 0 };
  const { cancelledAt, paymentState } = line;
  const isKnown = cancelledAt === undefined || cancelledAt <= today;
  const undone = isKnown ? Math.min(cancelledUnits(line), ordered - shipped) : 0;
  const cancelled = Math.max(0, undone);
  const isBefore = told !== undefined && cancelledAt !== undefined && cancelledAt < told;
  // A refund without a word on the goods does not tell whether they were sent.
  const isUntold =
    paymentState === 'refunded' && line.cancelledQuantity === 0 && cancelledAt === undefined;
  if (isBefore || isUntold || paymentState === 'voided')
    return { units: ordered - cancelled, cancelled: 0 };
  return { units: ordered, cancelled, cancelledOn: cancelledAt };
}
