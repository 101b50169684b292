import type { Problem } from '../model/problem.ts';
import { quoted, type Wording } from './column-texts.ts';

type OfOrders =
  | 'refund-without-line'
  | 'part-fulfilled-unknown'
  | 'line-not-fulfilled'
  | 'order-without-head'
  | 'order-missing'
  | 'order-number-mangled'
  | 'orders-dated-later'
  | 'orders-older-than-stock'
  | 'fulfilment-untold'
  | 'open-list-unread'
  | 'open-list-empty'
  | 'orders-unnumbered'
  | 'order-number-shared'
  | 'sales-differ'
  | 'sales-told-twice'
  | 'orders-all-open'
  | 'order-lacks-line'
  | 'orders-twice';

/** The words for problems of orders, each export by itself and one next to another. */
export const orderTexts: {
  readonly [K in OfOrders]: (problem: Extract<Problem, { kind: K }>) => Wording;
} = {
  'refund-without-line': ({ order, value }) => ({
    message: `the refund of ${quoted(value)} on ${order} names no line; it was ignored and the lines stay open`,
    hint: 'cancel the line in the shop if it will not be shipped',
  }),
  'part-fulfilled-unknown': ({ order, value }) => ({
    message: `${quoted(value)} of ${order} is partly fulfilled, the export does not say how many; all of it counts as open`,
  }),
  'line-not-fulfilled': ({ value, count, order }) => ({
    message: `${count === 1 ? 'a line' : `${count} lines, the first`} of ${quoted(order)} ${count === 1 ? 'says' : 'say'} ${quoted(value)}, the order says that it is fulfilled: nothing more of ${count === 1 ? 'it' : 'them'} is owed`,
    hint: 'a shop writes so what was refunded before it was shipped; if the line is still to be shipped, order it by hand',
  }),
  'order-without-head': ({ order }) => ({
    message: `the first row of ${order} is not in this file; payment and cancellation are not known from it`,
    hint: 'read the other part of the export too',
  }),
  'order-missing': ({ value }) => ({
    message: `no order number${value ? ` (${quoted(value)})` : ''}; the row was left out`,
  }),
  'order-number-mangled': ({ value }) => ({
    message: `${quoted(value)} looks like a number changed by a spreadsheet; the row was left out`,
    hint: 'get the file again and do not save it from a spreadsheet, or format the column as text',
  }),
  'orders-dated-later': ({ count, day }) => ({
    message: `${count} ${count === 1 ? 'line was' : 'lines were'} ordered after the day of the plan, the last on ${day}; until then nothing is kept for ${count === 1 ? 'it' : 'them'}`,
    hint: 'if a year or the order of day and month is wrong, mend it in the file or say dates = "day-first" or "month-first" in dropship.toml',
  }),
  'orders-older-than-stock': ({ orders, stock, shop }) => ({
    message: `the newest orders${shop === undefined ? '' : ` of ${quoted(shop)}`} are of ${orders}, the newest stock of ${stock}: orders may be missing`,
    hint:
      shop === undefined ? 'export the orders again' : 'export the orders of this shop again too',
  }),
  'fulfilment-untold': ({ lines }) => ({
    message: `${lines} lines older than 60 days count as open, as no column tells what was shipped`,
    hint: 'if they are done, give the file with --history, or set history = true in dropship.toml; where another file lists what is open, set open_only = true for that',
  }),
  'open-list-unread': () => ({
    message:
      'this row was left out and does not say which order it is of; so nothing counts as shipped or cancelled because this list of open orders lacks it',
    hint: 'mend the row, or export the list again',
  }),
  'open-list-empty': () => ({
    message:
      'names no open order: all that earlier lists of its section had open counts as shipped or cancelled',
    hint: 'if there still are open orders, take it out again, dropship ingest --forget FILE, and export the list anew',
  }),
  'orders-unnumbered': ({ value, nearest }) => ({
    message: `no column of order numbers was found, so that all rows count as done${value === undefined ? '' : `, whatever ${quoted(value)} says`}${nearest === undefined ? '' : `; ${quoted(nearest)} looks like one`}`,
    hint: `name it in dropship.toml under [orders.NAME]: columns = { order_id = "${nearest ?? '…'}" }; or say history = true there`,
  }),
  'order-number-shared': ({ order, orders, day, other, otherDay }) => ({
    message: `${quoted(order)} of ${day} is another order than that of ${otherDay} in ${other}${orders > 1 ? `, and ${orders - 1} more are so` : ''}; they are kept apart`,
    hint: 'if they are of two shops, each has its own [orders.NAME] section in dropship.toml; if a date was read wrong, take the other file out: dropship ingest --forget FILE',
  }),
  'sales-differ': ({ rows, of, other }) => ({
    message: `${rows} of its ${of} sales that ${other} has as well are of other units; the later list counts`,
    hint: 'if they are of two shops, give each an [orders.NAME] section of its own in dropship.toml, or put them into one file',
  }),
  'sales-told-twice': ({ rows }) => ({
    message: `${rows} of its rows are sales that other files have as well; they count once`,
  }),
  'orders-all-open': ({ count, order, day, isOlder }) => {
    const lacked =
      count === 1
        ? `${quoted(order)} of ${day}, which is`
        : `${count}, the first ${quoted(order)} of ${day}, which are`;
    return {
      message: isOlder
        ? `has only orders that are to be shipped, as had the one before; it lacks ${lacked} still open and older than all that it has: shipped since?`
        : `has only orders that are to be shipped; of the days that it covers it lacks ${lacked} still open`,
      hint: 'if it lists all open orders and no other, set open_only = true for it in dropship.toml: what it lacks then counts as left; else export all orders',
    };
  },
  'order-lacks-line': ({ value, count, order, before }) => ({
    message: `${count === 1 ? `${quoted(order)} comes` : `${count} orders, the first ${quoted(order)}, come`} without ${quoted(value)}, which ${before} had; it is still open`,
    hint: 'if the shop calls it otherwise now, or took it out, give a file of orders that says so: order_id, ordered_at, channel, sku, quantity, cancelled_quantity',
  }),
  'orders-twice': ({ count, order, channels: [one, other], written }) => ({
    message: `${count} order lines, the first of ${quoted(order)}, are known ${twiceAs(one, other, order, written)}; they count twice`,
    hint: 'keep one of the two exports, and take the files of the other out of the book: dropship ingest --forget FILE',
  }),
};

/** How the two exports of one order differ. */
function twiceAs(one: string, other: string, order: string, written: string | undefined): string {
  const numbers = written === undefined ? '' : `as ${quoted(order)} and as ${quoted(written)}`;
  if (one === other) return numbers;
  const channels =
    one === ''
      ? `without a channel and of ${quoted(other)}`
      : `of ${quoted(one)} and of ${quoted(other)}`;
  return numbers === '' ? channels : `${channels}, ${numbers}`;
}
