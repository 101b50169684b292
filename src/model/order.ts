import type { Address } from './address.ts';
import type { Day } from './day.ts';
import type { Forwarding } from './forwarding.ts';
import type { Place } from './place.ts';
import { byBytes, type Sku } from './sku.ts';

export const paymentStates = [
  'paid',
  'authorized',
  'deposit',
  'pending',
  'partially_refunded',
  'refunded',
  'voided',
] as const;
export type PaymentState = (typeof paymentStates)[number];

/** What is true of a whole order; exports state it on an order's first row only. */
export interface OrderHead {
  readonly paymentState?: PaymentState | undefined;
  readonly customerName?: string | undefined;
  readonly customerEmail?: string | undefined;
  readonly shipToCountry?: string | undefined;
  readonly shipToRegion?: string | undefined;
  /** The lines of an order share one. */
  readonly shipTo?: Address | undefined;
  readonly locale?: string | undefined;
  readonly channel?: string | undefined;
  /** Of the whole order, where an export states these on its first row only. */
  readonly orderFulfilled?: boolean | undefined;
  readonly orderFulfilledAt?: Day | undefined;
  readonly orderCancelledAt?: Day | undefined;
}

/** Units of an order line that left on a day, as a shipment tells. */
export interface Parcel {
  readonly units: number;
  readonly day: Day;
  /** Who shipped them, where that is told. */
  readonly supplier?: string | undefined;
  readonly tracking?: string | undefined;
  readonly place: Place;
}

/** What the law asks of an order line beside its dates. */
export interface OrderConditions {
  /** The buyer asked the seller for credit and got it. */
  readonly sellerCredit?: boolean | undefined;
  /** Made for this customer: there is no right to withdraw. */
  readonly customMade?: boolean | undefined;
  /** The customer said before ordering that the date is essential. */
  readonly deliveryEssential?: boolean | undefined;
}

/** One line of an order, in our units, as the latest export states it. */
export interface OrderLine extends OrderHead {
  /** Empty for rows of a plain sales history, which name no order. */
  readonly orderId: string;
  /** Unique in its order; made from the SKU where the export has none. */
  readonly lineId: string;
  /** The store's civil time: `yyyy-mm-dd` or `yyyy-mm-ddThh:mm:ss`; text order is time order. */
  readonly orderedAt: string;
  readonly sku: Sku;
  readonly title?: string | undefined;
  readonly quantity: number;
  readonly fulfilledQuantity: number;
  readonly cancelledQuantity: number;
  readonly returnedQuantity: number;
  readonly fulfilledAt?: Day | undefined;
  /** Nobody saw it leave: `fulfilledAt` is the day of the first list of open orders without it. Not in the book, which has the lists. */
  readonly leftUnseen?: true | undefined;
  readonly cancelledAt?: Day | undefined;
  readonly supplier?: string | undefined;
  readonly forwardedAt?: Day | undefined;
  readonly promisedShipDate?: Day | undefined;
  readonly promisedDeliveryDate?: Day | undefined;
  readonly unitPrice?: number | undefined;
  readonly currency?: string | undefined;
  /** Undefined for nearly all. */
  readonly conditions?: OrderConditions | undefined;
  /** The date of the export that states this line. */
  readonly asOf: Day;
  /** The date of the export that tells what was shipped and cancelled; undefined while none did. */
  readonly progressAsOf?: Day | undefined;
  /** Whose exports tell that, in the words of `sourceName`; undefined where none did, and in books of earlier versions. */
  readonly progressSource?: string | undefined;
  /** The date of the export that tells when the line was forwarded; undefined while none did. */
  readonly forwardedAsOf?: Day | undefined;
  /** The date of the export that states the order's head; undefined while no file with the order's first row was read. */
  readonly headAsOf?: Day | undefined;
  /** The export that states the head, where that is not the line's own. */
  readonly headFile?: string | undefined;
  /** The line states nothing of its own shipment: it is shipped when its order is. */
  readonly followsOrder?: boolean | undefined;
  /** How fulfilled units left, as far as shipments tell; not in the book, which has the shipments themselves. */
  readonly parcels?: readonly Parcel[] | undefined;
  /** What suppliers were told to ship of it by purchase orders, the oldest first; the book has the purchase orders themselves. */
  readonly purchases?: readonly Forwarding[] | undefined;
  /** The customer's own line, where this stands for a part of a kit, and how many of it are in each kit. */
  readonly ofKit?: { readonly line: OrderLine; readonly quantity: number } | undefined;
  readonly place: Place;
}

/** An order file: its day, and from when to when its orders are; a file may have none. */
export interface OrderExport {
  readonly asOf: Day;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** Conditions as a line has them: none where none holds. */
export function conditionsOf(
  given: {
    readonly [C in keyof OrderConditions]-?: boolean;
  },
): OrderConditions | undefined {
  const { sellerCredit, customMade, deliveryEssential } = given;
  return sellerCredit || customMade || deliveryEssential ? given : undefined;
}

/** States of payment in which no money has moved. */
const uncharged: ReadonlySet<PaymentState> = new Set<PaymentState>([
  'authorized',
  'pending',
  'voided',
]);

/** Whether money has moved, as far as the export tells; a line that tells nothing counts as paid. */
export function isCharged({ paymentState }: Pick<OrderLine, 'paymentState'>): boolean {
  return paymentState === undefined || !uncharged.has(paymentState);
}

/** The order's day. */
export function orderDay(line: Pick<OrderLine, 'orderedAt'>): Day {
  return line.orderedAt.slice(0, 10) as Day;
}

/** Whether a line was ordered later than on a day. */
export function isOrderedAfter({ orderedAt }: Pick<OrderLine, 'orderedAt'>, day: Day): boolean {
  return orderedAt > day && !orderedAt.startsWith(day);
}

/** Tells orders apart: two channels may use one number. */
export function orderIdentity({
  channel = '',
  orderId,
}: Pick<OrderLine, 'channel' | 'orderId'>): string {
  return `${channel}\0${orderId}`;
}

/** Tells the lines of orders apart, but for those of one name and several articles. */
export function lineIdentity(line: Pick<OrderLine, 'channel' | 'orderId' | 'lineId'>): string {
  return `${orderIdentity(line)}\0${line.lineId}`;
}

/** Tells the articles of order lines apart. */
export function articleIdentity(
  line: Pick<OrderLine, 'channel' | 'orderId' | 'lineId' | 'sku'>,
): string {
  return `${lineIdentity(line)}\0${line.sku}`;
}

/** The line as the customer knows it: of a part of a kit that of the kit. */
export function customerLine(line: OrderLine): OrderLine {
  return line.ofKit?.line ?? line;
}

/** Units of a line that left together, on a day where one is known. */
export type Sent = Pick<Parcel, 'units' | 'supplier' | 'tracking'> & {
  readonly day?: Day | undefined;
};

/** What the source of a history's lines ends with. */
export const historyWord = 'history';

/** Whether a line is of a history, or names no order: it is done, and tells of demand only. */
export function tellsDemandOnly({
  orderId,
  progressSource = '',
}: Pick<OrderLine, 'orderId' | 'progressSource'>): boolean {
  return orderId === '' || isOfHistory(progressSource);
}

/** Whether a source, in the words of `sourceName`, is a history. */
export function isOfHistory(source: string): boolean {
  return source.endsWith(` ${historyWord}`);
}

/** How a line's units left up to today: as its shipments tell, the rest on the day, if any, that its export states. */
export function sentOf(line: OrderLine, today: Day): readonly Sent[] {
  const { parcels = [], supplier, fulfilledAt, leftUnseen } = line;
  const day = leftUnseen ? undefined : fulfilledAt;
  const untold = line.fulfilledQuantity - parcels.reduce((sum, { units }) => sum + units, 0);
  const hasLeft = untold > 0 && (fulfilledAt === undefined || fulfilledAt <= today);
  const told = parcels.filter((parcel) => parcel.day <= today);
  return hasLeft ? [...told, { units: untold, day, supplier }] : told;
}

/** Units that count as cancelled: all of them when the whole order was refunded or its payment voided. */
export function cancelledUnits(line: OrderLine): number {
  const undone = line.paymentState === 'refunded' || line.paymentState === 'voided';
  return undone ? line.quantity - line.fulfilledQuantity : line.cancelledQuantity;
}

/** Order of service: by time, then order, then line; what a shop names alike, by SKU and channel. */
export function byService(a: OrderLine, b: OrderLine): number {
  if (a.orderedAt !== b.orderedAt) return a.orderedAt < b.orderedAt ? -1 : 1;
  return (
    byBytes(a.orderId, b.orderId) ||
    byBytes(a.lineId, b.lineId) ||
    byBytes(a.sku, b.sku) ||
    byBytes(a.channel ?? '', b.channel ?? '')
  );
}
