import type { Answer } from '../model/answer.ts';
import type { Day } from '../model/day.ts';
import type { Notice, RecordedEvent } from '../model/notice.ts';
import type { Offer } from '../model/offer.ts';
import type { OrderLine } from '../model/order.ts';
import type { LinePromise, ShownDates } from '../model/promise.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import type { Return } from '../model/return.ts';
import type { Shipment } from '../model/shipment.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { StockRequest } from '../model/stock-request.ts';

export const fileRoles = [
  'stock',
  'orders',
  'shipments',
  'returns',
  'answers',
  'events',
  'requests',
] as const;
type FileRole = (typeof fileRoles)[number];

/** A file that was read into the book. */
export interface FileRecord {
  readonly role: FileRole;
  /** The supplier of a stock file; else empty. */
  readonly supplier: string;
  readonly asOf: Day;
  readonly coverage: 'full' | 'changes';
  readonly file: string;
  readonly hash: string;
  /** How much of a stock file could be read; nothing is told of order files. */
  readonly rows?: number | undefined;
  readonly leftOut?: number | undefined;
  /** Whose orders an order file has, in the words of `sourceName`; undefined in books of earlier versions. */
  readonly source?: string | undefined;
  /** An order file that lists open orders only: it closes those of its source that it lacks. */
  readonly isOpenList?: true | undefined;
  /** Orders that rows of it name which could not be read: it closes none of them. A blank one may be any. */
  readonly unreadOrders?: readonly string[] | undefined;
  /** From when to when the orders of an order file are. */
  readonly orders?: { readonly from: Day; readonly to: Day } | undefined;
  /** A person took the file although a guard held it back. */
  readonly accepted?: boolean | undefined;
}

/** What a supplier said of an article, unchanged from the file of `since` to the file of `seen`. */
export interface OfferRun {
  readonly supplier: string;
  readonly sku: Sku;
  readonly supplierSku: string;
  readonly since: Day;
  readonly seen: Day;
  /** Undefined where the article's row was there but could not be read. */
  readonly offer?: Offer | undefined;
}

/** Files, and what was said in those of suppliers. */
export interface StockHistory {
  readonly files: readonly FileRecord[];
  readonly runs: readonly OfferRun[];
}

/** The status a SKU was given by a recorded run, with the dates shown, kept when it differs from the one before. */
export interface StatusRecord extends ShownDates {
  readonly day: Day;
  readonly sku: Sku;
  readonly status: Status;
}

/** A notice that was drafted, and the day on which. */
export interface NoticeRecord extends Notice {
  readonly draftedOn: Day;
}

/** A problem that was reported, so that the next run can tell what is new. */
export interface ProblemRecord {
  readonly file: string;
  readonly line: string;
  readonly column: string;
  readonly kind: string;
  readonly value: string;
  readonly message: string;
  readonly hint: string;
  /** The day of the run that reported it first. */
  readonly reported: Day;
}

/** What has been learned so far. */
export interface Book extends StockHistory {
  readonly lines: readonly OrderLine[];
  readonly shipments: readonly Shipment[];
  readonly returns: readonly Return[];
  /** What suppliers answered when they were asked. */
  readonly answers: readonly Answer[];
  /** Stock files that a guard holds back, with what they say: none of it counts. */
  readonly held: StockHistory;
  readonly statuses: readonly StatusRecord[];
  readonly notices: readonly NoticeRecord[];
  /** What became of notices, and what customers answered, in order of days and of recording. */
  readonly events: readonly RecordedEvent[];
  /** Who asked to be told when an article is back. */
  readonly requests: readonly StockRequest[];
  /** When order lines were to ship, by the runs that first said so or found it moved. */
  readonly promises: readonly LinePromise[];
  /** What suppliers were told to ship by purchase orders, in order of days. */
  readonly purchases: readonly PurchaseLine[];
  /** Problems that earlier runs reported. */
  readonly problems: readonly ProblemRecord[];
  /** Files that were taken out again: what they held then stays out until they are named by hand. */
  readonly forgottenFiles: readonly FileRecord[];
  /** SHA-256 of the addresses, in lower case, of customers who are not to come back; in hexadecimal digits. */
  readonly forgottenCustomers: readonly string[];
}

export const emptyBook: Book = {
  files: [],
  lines: [],
  shipments: [],
  returns: [],
  answers: [],
  runs: [],
  held: { files: [], runs: [] },
  statuses: [],
  notices: [],
  events: [],
  requests: [],
  promises: [],
  purchases: [],
  problems: [],
  forgottenFiles: [],
  forgottenCustomers: [],
};

/** Stands for the file of a day of which not even the name is known any more. Of files of one day it counts least. */
export function lostFile({ supplier, asOf }: Pick<FileRecord, 'supplier' | 'asOf'>) {
  return { supplier, asOf, file: '(lost)' };
}
