import type { Day } from './day.ts';
import type { Alarm } from './guard.ts';
import type { Candidate } from './likeness.ts';
import type { Place } from './place.ts';

/** What each kind of problem tells beside its place and the offending value. */
interface Facts {
  'file-unreadable': { readonly reason: string };
  'file-empty': object;
  'file-mostly-unread': { readonly rows: number; readonly leftOut: number };
  'file-not-text': { readonly looksLike: string };
  'quote-not-closed': object;
  'header-changed': object;
  'record-too-long': { readonly limit: number };
  'quote-stray': object;
  'encoding-mixed': object;
  'format-unknown': { readonly headers: readonly string[] };
  /** It lies beside the input, looks like some, and no pattern takes it in. */
  'file-unclaimed': { readonly looksLike: string };
  'format-ambiguous': { readonly formats: readonly string[] };
  /** A shop's file that is no list of order lines, and which to use in its place. */
  'export-unsuited': {
    readonly title: string;
    readonly reason: string;
    readonly instead: string;
  };
  'products-in-one-cell': object;
  'rows-without-line': { readonly count: number };
  /** `role`: what the file was given as. */
  'format-other': { readonly role: 'stock' | 'orders'; readonly tells: 'shipments' | 'returns' };
  'column-missing': {
    readonly role: string;
    readonly field: string;
    readonly headers: readonly string[];
    readonly nearest?: string | undefined;
    /** The shop's export that it otherwise is: `a Shopify orders export`. */
    readonly format?: string | undefined;
    /** No header name at all is known: perhaps the file has no header. */
    readonly noneKnown?: boolean | undefined;
  };
  'column-ambiguous': {
    readonly field: string;
    readonly headers: readonly string[];
    /** They may be warehouses. */
    readonly arePlaces?: boolean;
  };
  'column-doubtful': { readonly field: string; readonly headers: readonly string[] };
  'row-ragged': { readonly expected: number; readonly found: number };
  'sku-missing': object;
  'row-total': object;
  'row-header': object;
  /** `candidates` are known SKUs that it may have been. */
  'sku-mangled': { readonly candidates: readonly string[] };
  /** No supplier has this SKU, and articles without a SKU of ours differ from it in their spelling alone. */
  'sku-near': { readonly candidates: readonly Candidate[] };
  /** No supplier has this SKU, and these come nearest. */
  'sku-unmatched': { readonly candidates: readonly Candidate[] };
  /** Another number of the same file looks the same but for its case. */
  'sku-alike': { readonly other: string; readonly line?: number | undefined };
  'barcode-damaged': { readonly count: number };
  'matched-by-barcode': { readonly supplier: string; readonly supplierSku: string };
  'sku-repeated': { readonly lines: readonly number[]; readonly areVariants?: boolean };
  /** `isCount`: only a number will do, no word for it can be explained. */
  'quantity-missing': { readonly isCount?: true | undefined };
  'quantity-not-understood': { readonly isCount?: true | undefined };
  'quantity-ambiguous': { readonly readings: readonly string[] };
  'quantity-negative': object;
  'quantity-negative-supplier': { readonly count: number };
  'quantity-capped': { readonly units: number; readonly rows: number; readonly of: number };
  /** Of so many articles; `inRows`: each warehouse has a row, and so has their total. */
  'warehouses-differ': { readonly count: number; readonly inRows?: boolean };
  'articles-blocked': { readonly count: number };
  'stock-denied': { readonly count: number };
  'stock-from-day': { readonly count: number };
  'stock-reserved': { readonly count: number };
  'number-not-understood': object;
  /** None is `known` where a supplier's own words can be taught. */
  'word-not-understood': { readonly known: readonly string[] };
  'date-not-understood': object;
  'date-missing': object;
  'date-ambiguous': object;
  'date-ignored': object;
  'date-unclear': object;
  'refund-without-line': { readonly order: string };
  'part-fulfilled-unknown': { readonly order: string };
  /** How many lines there are, and the order of the first; `value`: what it says of itself. */
  'line-not-fulfilled': { readonly count: number; readonly order: string };
  'order-without-head': { readonly order: string };
  'order-missing': object;
  'order-number-mangled': object;
  /** `day`: that of the file. */
  'shipment-planned': { readonly day: Day };
  /** `first`: the line that told of it before. */
  'shipment-repeated': { readonly first: number };
  'shipment-without-order': { readonly order: string; readonly units: number };
  'shipment-without-line': { readonly order: string };
  'shipment-exceeds-order': {
    readonly order: string;
    readonly ordered: number;
    readonly shipped: number;
  };
  /** The next five as of shipments. */
  'return-planned': { readonly day: Day };
  'return-repeated': { readonly first: number };
  'return-without-order': { readonly order: string; readonly units: number };
  'return-without-line': { readonly order: string };
  'return-exceeds-shipped': {
    readonly order: string;
    readonly shipped: number;
    readonly returned: number;
  };
  'dated-later': { readonly day: Day };
  /** The latest day of the lines. */
  'orders-dated-later': { readonly count: number; readonly day: Day };
  /** `isUnclear`: there is a date in its name, which may have its day or its month first. */
  'as-of-file-date': { readonly day: Day; readonly isUnclear: boolean };
  'feed-stale': { readonly supplier: string; readonly day: Day; readonly limit: number };
  'feed-held-back': {
    readonly supplier: string;
    readonly alarms: readonly Alarm[];
    /** The day of the stock that counts instead. */
    readonly lastGood?: Day | undefined;
    readonly since: Day;
    /** No later file of the supplier counts. */
    readonly isStanding: boolean;
  };
  'orders-older-than-stock': {
    readonly orders: Day;
    readonly stock: Day;
    /** Where only the exports of one shop are old. */
    readonly shop?: string | undefined;
  };
  'fulfilment-untold': { readonly lines: number };
  /** Order lines that are there under two channels, empty for none; `written`: the number as the other writes it. */
  'orders-twice': {
    readonly count: number;
    readonly order: string;
    readonly channels: readonly [string, string];
    readonly written?: string | undefined;
  };
  /** A row of a list of open orders that was left out does not tell its order. */
  'open-list-unread': object;
  'open-list-empty': object;
  /** `value`: the column that tells what became of them; `nearest`: one that looks like order numbers. */
  'orders-unnumbered': { readonly nearest?: string | undefined };
  /** How many orders have the number of another, the first of them, and that other. */
  'order-number-shared': {
    readonly orders: number;
    readonly order: string;
    readonly day: Day;
    readonly other: string;
    readonly otherDay: Day;
  };
  /** Of the sales that another list has as well. */
  'sales-differ': { readonly rows: number; readonly of: number; readonly other: string };
  /** Sales of a history that exports tell of as orders. */
  'sales-told-twice': { readonly rows: number };
  /** How many orders there are that it lacks, the first of them and its day; `isOlder`: than all that it has. */
  'orders-all-open': {
    readonly count: number;
    readonly order: string;
    readonly day: Day;
    readonly isOlder?: true | undefined;
  };
  /** In how many orders, the first of them, and the file that had the line last. */
  'order-lacks-line': { readonly count: number; readonly order: string; readonly before: string };
  'supplier-unknown': {
    readonly known: readonly string[];
    readonly nearest?: string | undefined;
    /** Whose stock file it is, where a column of it names another. */
    readonly owner?: string | undefined;
  };
  'supplier-missing': object;
  /** The number under which the supplier's files have our SKU. */
  'answer-stray': { readonly supplier: string; readonly sku: string; readonly number: string };
  /** A word of an event, or of its notice, that is none; the row is left out. */
  'event-not-understood': object;
  /** `value`: the line that it names, if any. */
  'event-without-line': { readonly order: string };
  'event-ambiguous': { readonly order: string };
  'request-without-address': object;
  /** Edited wording that cannot be used; that of the tool is. */
  'template-unusable': { readonly reason: string };
  /** `isSold`: all that may be sold ahead has been. */
  'pinned-without-date': { readonly status: string; readonly isSold: boolean };
  'listing-not-tracked': { readonly channel: string; readonly count: number };
  'listing-location-unclear': { readonly locations: readonly string[] };
  'listing-sku-repeated': { readonly lines: readonly number[] };
  'listing-column-missing': { readonly needed: string; readonly count: number };
  'listing-not-rewritable': { readonly reason: string };
  'listing-in-no-feed': { readonly count: number; readonly total: number };
  'address-unusable': { readonly order: string };
}

export type ProblemKind = keyof Facts;

/** Something in the input, or about it, that a person should know; collected, never thrown. */
export type Problem = {
  [K in ProblemKind]: {
    readonly kind: K;
    readonly place: Place;
    /** The cell as it stands in the file. */
    readonly value?: string | undefined;
  } & Readonly<Facts[K]>;
}[ProblemKind];
