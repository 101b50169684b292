import { byService } from '../../model/order.ts';
import { byBytes } from '../../model/sku.ts';
import type { FileRecord, OfferRun } from '../book.ts';
import { eventIdentity, inOrderOfEvents, requestIdentity } from '../customer-pages.ts';
import { articleKey, inBook } from '../offers.ts';
import { lineKey, mergeOrders } from '../orders.ts';
import type { PageName } from '../pages.ts';
import type { PageItem } from '../read-book.ts';
import type { KeptRecord } from '../read-pages.ts';
import { mergeReturns, mergeShipments, returnIdentity, shipmentIdentity } from '../shipments.ts';
import type { FileOf } from './fault.ts';

/** What must hold for the rows of a page, and how it is put right. */
export interface PageCare<Item> {
  /** Tells rows apart: two that agree in it are one too many. */
  key(item: Item): string;
  /** Rows of one key may stand beside each other when they differ in these columns only. */
  readonly apart?: readonly string[];
  /** Makes one of items of one key that differ, as the book would; without it the first counts. */
  merge?(items: readonly Item[]): Item | undefined;
  /** Order of the rows, where the writer of pages does not see to it. */
  order?(a: Item, b: Item): number;
  /** The files that a row names. */
  files?(item: Item): readonly FileOf[];
  /** Whether rows of the page come from a file: read anew, it tells what was lost. */
  isFrom?(record: KeptRecord): boolean;
  /** The page's rows are runs of days of a supplier's files. */
  readonly areRuns?: true;
}

/** Every page of the book: a new page is a line here. */
export const careOf: { readonly [Name in PageName]: PageCare<PageItem<Name>> } = {
  'files.csv': {
    key: recordKey,
    merge: ([first]) => first && { ...first, hash: '' },
  },
  'offers.csv': careOfRuns(false),
  'held.csv': careOfRuns(true),
  'orders.csv': {
    key: lineKey,
    merge: (lines) => mergeOrders([], lines)[0],
    order: byService,
    files: ({ asOf, place }) => [fileOf('orders', asOf, place.file)],
    isFrom: ({ role }) => role === 'orders',
  },
  'shipments.csv': {
    key: shipmentIdentity,
    merge: (shipments) => mergeShipments([], shipments, { asOf: '', file: '' })[0],
    files: ({ asOf, place }) => [fileOf('shipments', asOf, place.file)],
    isFrom: ({ role }) => role === 'shipments',
  },
  'returns.csv': {
    key: returnIdentity,
    merge: (returns) => mergeReturns([], returns, { asOf: '', file: '' })[0],
    files: ({ asOf, place }) => [fileOf('returns', asOf, place.file)],
    isFrom: ({ role }) => role === 'returns',
  },
  'answers.csv': {
    key: (answer) => JSON.stringify(answer),
    files: ({ fileAsOf, place }) => [fileOf('answers', fileAsOf, place.file)],
    isFrom: ({ role }) => role === 'answers',
  },
  'statuses.csv': { key: ({ day, sku }) => `${day}\0${sku}` },
  'notices.csv': { key: (notice) => JSON.stringify(notice) },
  'events.csv': {
    key: (event) =>
      `${eventIdentity(event)}\0${event.asOf}\0${event.place.file}\0${event.place.line}`,
    order: inOrderOfEvents,
    files: ({ asOf, place }) => [fileOf('events', asOf, place.file)],
    isFrom: ({ role }) => role === 'events',
  },
  'requests.csv': {
    key: requestIdentity,
    files: ({ asOf, place }) => [fileOf('requests', asOf, place.file)],
    isFrom: ({ role }) => role === 'requests',
  },
  'promises.csv': {
    key: ({ day, channel, orderId, lineId, sku }) =>
      [day, channel, orderId, lineId, sku].join('\0'),
  },
  'purchase-orders.csv': { key: (line) => JSON.stringify(line) },
  'problems.csv': {
    key: ({ file, line, column, kind, value, message }) =>
      [file, line, column, kind, value, message].join('\0'),
  },
  'forgotten.csv': { key: (hash) => hash },
};

function recordKey({ role, supplier, asOf, file, hash, place }: KeptRecord): string {
  return [role, supplier, asOf, file, place, place === 'forgotten' ? hash : ''].join('\0');
}

function fileOf(
  role: FileRecord['role'],
  day: FileRecord['asOf'],
  name: string,
  stock: Pick<FileOf, 'supplier' | 'isHeld'> = { supplier: '', isHeld: false },
): FileOf {
  return { role, day, name, ...stock };
}

function careOfRuns(isHeld: boolean): PageCare<OfferRun> {
  return {
    key: (run) => `${run.supplier}\0${articleKey(run)}\0${run.since}`,
    apart: ['restock_date', 'restock_quantity'],
    order: (a, b) => inBook(a, b) || byBytes(arrivalOf(a), arrivalOf(b)),
    // Of an offer that stood for days only the last day's file is told.
    files: ({ supplier, since, seen, offer }) => [
      fileOf('stock', since, '', { supplier, isHeld }),
      fileOf('stock', seen, offer?.place.file ?? '', { supplier, isHeld }),
    ],
    isFrom: ({ role, place }) => role === 'stock' && place === (isHeld ? 'held' : undefined),
    areRuns: true,
  };
}

/** The arrival that one row of a run states. */
function arrivalOf({ offer }: OfferRun): string {
  return offer?.restocks[0]?.day ?? '';
}
