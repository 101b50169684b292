import type { Day } from '../model/day.ts';
import type { ListingTarget, SellAhead } from '../model/listing.ts';
import type { Sku } from '../model/sku.ts';

/** One record of a listing file. */
export interface ListingRow {
  /** The line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A record with where it and its cells lie in the file's bytes. */
export interface PlacedRow extends ListingRow {
  /** The offset of the record's first byte. */
  readonly start: number;
  /** The offset after each cell, where its delimiter or line break is; a short record has fewer than the header. */
  readonly cellEnds: readonly number[];
  /** The offset after the record's line break. */
  readonly end: number;
}

export interface ListingArticle {
  readonly sku: Sku;
  readonly title?: string | undefined;
  /** As the file states it. */
  readonly barcode?: string | undefined;
  readonly line: number;
}

/** A sales channel's file as exported: what it says and every one of its bytes. */
export interface ListingFile {
  readonly file: string;
  readonly format: ListingFormat;
  readonly header: readonly string[];
  /** One ASCII character. */
  readonly delimiter: string;
  readonly encoding: string;
  /** Some of its letters are written in another one. */
  readonly isMixed: boolean;
  readonly headerLine: number;
  /** How many records stand above the header. */
  readonly recordsAbove: number;
  readonly bytes: Uint8Array;
  readonly rows: readonly ListingRow[];
  /** Each SKU once, in the order of the file. */
  readonly articles: readonly ListingArticle[];
}

/** A listing file that is known byte by byte, as it must be to be rewritten. */
export interface PlacedListing extends ListingFile {
  /** The offset after the header's line break: rows above the header are part of the head. */
  readonly bodyStart: number;
  readonly rows: readonly PlacedRow[];
}

/** What holds for a whole file when it is rewritten. */
export interface ListingRules {
  readonly sellAhead: SellAhead;
  /** The store's time zone; days begin there. */
  readonly timezone: string;
  readonly today: Day;
}

export interface CellChange {
  /** From 0. */
  readonly column: number;
  readonly value: string;
}

/** The cells that have to change, and the columns that would be needed but are not in the file. */
export interface Writing {
  readonly changes: readonly CellChange[];
  readonly missing?: readonly string[] | undefined;
}

/** Where a row says how much of its SKU can be bought. */
export interface Shelf {
  /** The channel's name for the place; undefined where the file tells no places apart. */
  readonly location?: string | undefined;
  /** Units offered now, negative when oversold; undefined where the channel does not count them. */
  readonly offered?: number | undefined;
  readonly write: (target: ListingTarget, rules: ListingRules) => Writing;
}

/** What a row says of the SKU it carries. */
export interface RowReading {
  readonly sku: Sku;
  readonly title?: string | undefined;
  readonly barcode?: string | undefined;
  /** Empty where nothing may be written: not tracked, not stocked, or not understood. */
  readonly shelves: readonly Shelf[];
  /** The channel sells this SKU without counting it. */
  readonly uncounted?: boolean | undefined;
  /** A column whose cell is neither a number nor a word the channel knows. */
  readonly unread?: number | undefined;
}

/** A file of a known format with its columns found. */
export interface ListingSheet {
  /** Undefined for rows that stock cannot belong to: images, rows without a SKU. */
  readonly read: (cells: readonly string[]) => RowReading | undefined;
  /** Rows of one family are one article to the channel and are uploaded together; blank: on its own. */
  readonly family?: ((cells: readonly string[]) => string) | undefined;
}

/** How a channel's listing file is recognised, read and changed. */
export interface ListingFormat {
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** Header names by which the header line is found. */
  readonly names: readonly string[];
  readonly recognise: (header: readonly string[]) => boolean;
  readonly open: (header: readonly string[], rows: readonly (readonly string[])[]) => ListingSheet;
}

/** The offset of a cell's first byte. */
export function cellStart(row: Pick<PlacedRow, 'start' | 'cellEnds'>, column: number): number {
  const before = row.cellEnds[column - 1];
  return before === undefined ? row.start : before + 1;
}
