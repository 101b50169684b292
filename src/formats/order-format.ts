import type { DayOrder } from './day-cell.ts';
import { orderFields } from './orders.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What shops' exports state beside the columns of the canonical orders file. */
const exportOnlyFields = [
  /** eBay's number of a sale: rows that bear the same are one order. */
  'sales_record',
  /** Which article of the shop it is: filled on every row that is a line. */
  'item_number',
  'first_name',
  'last_name',
  /** Further lines of the address. */
  'ship_to_street_2',
  'ship_to_street_3',
  'order_total',
  /** One word for payment and goods together. */
  'order_status',
  /** A word for the goods: of the whole order, of the line. */
  'fulfilment_status',
  'line_status',
  /** Filled once it is paid. */
  'paid_at',
  /** Money of the whole order. */
  'refunded_amount',
  /** The price of all units of the line. */
  'line_total',
  /** Units ordered and not refunded. */
  'kept_quantity',
  /** Units paid back. */
  'refunded_quantity',
  /** Units that are still to be shipped. */
  'unshipped_quantity',
] as const;
export const exportFields = [...orderFields, ...exportOnlyFields] as const;
export type ExportField = (typeof exportFields)[number];

/** How an orders file names its columns; of fields that it does not have it says nothing. */
export type ExportWords = Partial<Vocabulary<ExportField>>;

/** The rows of items that stand side by side in one row. */
export interface Spread {
  /** The columns they need beside those of the order, as places in the header. */
  readonly wanted: readonly number[];
  /** Takes the wanted cells, gives the cells of `spreadFields` of each item. */
  items(cells: readonly string[]): readonly (readonly string[])[];
}

export const spreadFields = ['sku', 'title', 'quantity', 'line_total'] as const;

/** How one shop writes its orders file: all there is to know to read it. */
export interface OrderFormat {
  /** For people, with its article: `a Shopify orders export`. */
  readonly title: string;
  /** The channel its orders come from; undefined where the file may say so itself. */
  readonly channel?: string | undefined;
  readonly words: ExportWords;
  readonly required: readonly ExportField[];
  /** By the header's names as `normaliseName` writes them. */
  recognise(names: ReadonlySet<string>): boolean;
  /**
   * `each`: every row states its order in full. `first`: an order's first row speaks for the rows below it, what they
   * leave blank, or repeat, of the order is not looked at.
   */
  readonly head: 'each' | 'first';
  /** Where some are filled a row is an order's first; a file may then begin inside an order. */
  readonly headSigns?: readonly ExportField[] | undefined;
  /** A row that leaves the order's number blank belongs to the order above. */
  readonly blankOrderId?: true | undefined;
  /** Days of shipment and cancellation are those of the whole order. */
  readonly daysOfOrder?: true | undefined;
  /** A row in which all of these are blank is no order line: a sum, a promotion, a footer. */
  readonly lineSigns?: readonly ExportField[] | undefined;
  /** Rows may end before the header does. */
  readonly shortRows?: true | undefined;
  /** A line number that comes again in its order is a remark on that line, no second line. */
  readonly uniqueLines?: true | undefined;
  /** It lists open orders only: an order that a later one lacks is open no more. */
  readonly openOnly?: true | undefined;
  /** Where the shop writes numeric dates in one fixed order. */
  readonly dayOrder?: DayOrder | undefined;
  /** For a file with all items of an order in one row. */
  readonly spread?: ((header: readonly string[]) => Spread) | undefined;
}

/** A shop's file that cannot be read as orders, and the one to use in its place. */
export interface UnsuitedExport {
  readonly title: string;
  readonly reason: string;
  readonly instead: string;
  recognise(names: ReadonlySet<string>): boolean;
}
