import type { DayOrder } from '../formats/day-cell.ts';
import type { Glimpse } from '../model/glimpse.ts';

/** A column taken for a field; `at` is its place in the header, from 0. */
export interface FoundColumn {
  readonly field: string;
  readonly at: number;
  /** Its reader looks at other columns as well: a configuration that named it would end that. */
  readonly isOpen?: boolean | undefined;
}

/** A field that several columns claim. */
interface Doubt {
  readonly field: string;
  readonly headers: readonly string[];
  /** The file is not read until one is chosen; of others the first was taken. */
  readonly isOpen?: boolean | undefined;
}

/** Files of one kind that belong together. */
export interface FoundTable {
  /** By name; patterns once it is settled what belongs together. */
  readonly files: readonly string[];
  /** For people: `a supplier stock file`. */
  readonly title: string;
  /** Of the newest of the files. */
  readonly glimpse: Glimpse;
  /** Empty for a shop's own export, which needs no mapping. */
  readonly columns: readonly FoundColumn[];
  readonly doubts: readonly Doubt[];
  readonly dayOrder?: DayOrder | undefined;
}

export interface FoundSupplier extends FoundTable {
  readonly id: string;
  readonly dispatchDays?: number | undefined;
}

export interface FoundOrders extends FoundTable {
  readonly name: string;
  readonly history?: boolean | undefined;
}

/** What was shipped or came back; `name` is the supplier's where it is one of the suppliers. */
export interface FoundUnits extends FoundTable {
  readonly name: string;
}

/** A file whose role could not be told; the columns proposed are no more than that. */
export interface Unread {
  readonly file: string;
  readonly why: string;
  /** Absent where it is no table at all. */
  readonly glimpse?: Glimpse | undefined;
  readonly columns: readonly FoundColumn[];
  /** It speaks of orders, by these columns of all that they need. */
  readonly isOrders?: boolean | undefined;
}

/** What was recognised in a folder, to be written as its first configuration. */
export interface Findings {
  readonly timezone: string;
  readonly country?: string | undefined;
  readonly orderPromise?: string | undefined;
  readonly suppliers: readonly FoundSupplier[];
  readonly orders: readonly FoundOrders[];
  readonly shipments: readonly FoundUnits[];
  readonly returns: readonly FoundUnits[];
  readonly listings: readonly {
    readonly name: string;
    readonly title: string;
    readonly file: string;
  }[];
  readonly unread: readonly Unread[];
  /** Files that the owner wants left out. */
  readonly leftOut: readonly string[];
}

/** The first date among the mapped columns of which nothing tells whether the day or the month comes first. */
export function openDate({
  glimpse,
  columns,
  dayOrder,
}: FoundTable): { readonly header: string; readonly value: string } | undefined {
  if (dayOrder !== undefined) return undefined;
  for (const { at } of columns) {
    const value = glimpse.openDates[at];
    if (value !== undefined) return { header: glimpse.header[at] ?? '', value };
  }
  return undefined;
}
