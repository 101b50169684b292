import { addDays, type Day } from '../../src/model/day.ts';

/** What the shop told of an article on the day of an order. */
export interface Told {
  readonly status: string;
  readonly shipDate: string;
  readonly basis: string;
  readonly supplier: string;
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
  forwarded?: { readonly supplier: string; readonly day: Day };
  /** Whether the supplier had the goods when the line was forwarded. */
  hadStock?: boolean;
  /** Working days that the supplier takes once it has the goods. */
  leadTime?: number;
  /** The day on which the carrier gets it, from when that is certain. */
  shipped?: Day;
  /** The customer sends it back, so many days after it was shipped. */
  readonly backAfter: number | undefined;
}

/** The day on which a line comes back, once it has been shipped. */
export function returnedOn({ shipped, backAfter }: Line): Day | undefined {
  return shipped && backAfter !== undefined ? addDays(shipped, backAfter) : undefined;
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
  /** Each supplier's days of files. */
  readonly fileDays: Map<string, Day[]>;
  readonly troubles: Trouble[];
  /** How often each kind of problem was told, by the days' lists of problems. */
  readonly problems: Map<string, number>;
}
