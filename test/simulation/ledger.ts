import { addDays, type Day } from '../../src/model/day.ts';

/** What the shop told of an article on the day of an order. */
export interface Told {
  readonly status: string;
  readonly reason: string;
  readonly shipDate: string;
  readonly basis: string;
  readonly supplier: string;
}

/** Units of a line that a supplier was told to ship, and what truly became of them. */
export interface Parcel {
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly poNumber: string;
  readonly supplier: string;
  /** Units that it was told first, and those still to be shipped: 0 once it is called back. */
  readonly asked: number;
  units: number;
  readonly forwarded: Day;
  /** Whether the supplier had the goods when it was told. */
  hadStock?: boolean;
  /** Working days that the supplier takes once it has the goods. */
  leadTime?: number;
  /** The day on which the carrier gets it, from when that is certain. */
  shipped?: Day | undefined;
}

/** A line of an order, and what truly became of it. */
export interface Line {
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly units: number;
  readonly price: number;
  readonly ordered: Day;
  readonly time: string;
  readonly told: Told;
  readonly parcels: Parcel[];
  /** In the evening of that day the customer cancels what has not left by then. */
  readonly cancels: Day;
  cancelled?: { readonly day: Day; readonly units: number };
  /** The customer sends it back, so many days after it was shipped. */
  readonly backAfter: number | undefined;
}

/** Units of which a supplier has been told and that it was not told to keep. */
export function forwardedUnits({ parcels }: Line): number {
  return parcels.reduce((sum, { units }) => sum + units, 0);
}

/** Units that left by the end of a day. */
export function unitsGone({ parcels }: Line, day: Day): number {
  return parcels.reduce(
    (sum, { units, shipped }) => sum + (shipped !== undefined && shipped <= day ? units : 0),
    0,
  );
}

/** The day on which the last unit of a line leaves, once that is certain. */
export function shippedOn(line: Line): Day | undefined {
  if (forwardedUnits(line) < line.units - (line.cancelled?.units ?? 0)) return undefined;
  return line.parcels
    .filter(({ units }) => units > 0)
    .map(({ shipped }) => shipped)
    .reduce<Day | undefined>((a, b, i) => (i === 0 ? b : a && b && (a > b ? a : b)), undefined);
}

/** The day on which a line comes back, once all of it has been shipped. */
export function returnedOn(line: Line): Day | undefined {
  const shipped = shippedOn(line);
  return shipped && line.backAfter !== undefined ? addDays(shipped, line.backAfter) : undefined;
}

/** A line of a purchase order, as the supplier reads it. */
export interface PurchaseRow {
  readonly day: Day;
  readonly poNumber: string;
  readonly action: string;
  readonly supplier: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: string;
  readonly units: number;
  readonly note: string;
}

/** Goods that came in, or are to. */
export interface Restock {
  readonly supplier: string;
  readonly sku: string;
  readonly ordered: Day;
  readonly units: number;
  /** The day first expected, which it states where it states any. */
  readonly expected: Day;
  readonly slip: number;
  readonly isStated: boolean;
  arrived?: Day;
}

/** Units that a customer wanted and could not buy. */
interface LostSale {
  readonly day: Day;
  readonly sku: string;
  readonly units: number;
  readonly status: string;
  /** What suppliers truly had then, less what was sold of it. */
  readonly there: number;
}

/** What was offered of an article on a day. */
export interface Offered {
  readonly day: Day;
  readonly sku: string;
  readonly status: string;
  readonly reason: string;
  readonly quantity: number;
  /** What suppliers truly had then, less what was sold of it and not forwarded yet. */
  readonly there: number;
}

/** A command that did not end well, and what it said. */
interface Trouble {
  readonly day: Day;
  readonly command: string;
  readonly code: number;
  readonly said: string;
}

/** All that truly happened. */
export interface Truth {
  readonly lines: Line[];
  readonly restocks: Restock[];
  readonly lost: LostSale[];
  readonly offered: Offered[];
  readonly purchases: PurchaseRow[];
  /** Rows that purchase orders drawn up again on the same day had more, less, or otherwise. */
  readonly purchasesAnew: PurchaseRow[];
  /** Order lines sold ahead, and how many of them show the date told on the days after. */
  readonly carried: { lines: number; withDate: number };
  /** Each supplier's days of files. */
  readonly fileDays: Map<string, Day[]>;
  readonly troubles: Trouble[];
  /** How often each kind of problem was told, by the days' lists of problems. */
  readonly problems: Map<string, number>;
}
