import type { Problem, ProblemKind } from '../model/problem.ts';
import {
  columnMissing,
  list,
  quoted,
  shorten,
  supplierUnknown,
  type Wording,
} from './column-texts.ts';
import { heldBack, mostlyUnread } from './guard-texts.ts';
import { matchTexts } from './match-words.ts';
import { noticeTexts } from './notice-texts.ts';
import { orderTexts } from './order-texts.ts';
import { returnTexts } from './return-texts.ts';

type Wordings = {
  readonly [K in ProblemKind]: (problem: Extract<Problem, { kind: K }>) => Wording;
};

const others = (count: number) => (count > 1 ? ` and ${count - 1} more` : '');
const lineNumbers = (lines: readonly number[]) =>
  `${lines.slice(0, 5).join(', ')}${lines.length > 5 ? ', …' : ''}`;

/** How to say which of two numbers is meant; decimals that are no noughts are those of no count. */
function whichNumber(value: string, [thousands = '', decimals = '']: readonly string[]): string {
  const styles = ['decimal-point', 'decimal-comma'];
  const [ofDecimals, ofThousands] = /\d\.\d{3}/.test(value) ? styles : styles.toReversed();
  const whole = /^(.+)\.0+$/.exec(decimals)?.[1];
  const other =
    whole === undefined
      ? 'else ask for the file without thousands separators'
      : `if it is ${whole}: numbers = "${ofDecimals}"`;
  return `if it is ${thousands}, say so in dropship.toml: numbers = "${ofThousands}"; ${other}`;
}

const texts: Wordings = {
  ...noticeTexts,
  ...orderTexts,
  'file-unreadable': ({ reason }) => ({ message: `cannot be read: ${reason}` }),
  'file-empty': () => ({
    message: 'holds no rows; it was not used',
    hint: 'ask for the file again; the last good one stays in force',
  }),
  'file-mostly-unread': mostlyUnread,
  'file-not-text': ({ looksLike }) => ({
    message: `is no CSV file, it looks like ${looksLike}`,
    hint: 'open it in the program it was made with and save it as CSV (UTF-8)',
  }),
  'header-changed': () => ({
    message: 'another header line, with other columns than the first; the file was not used',
    hint: 'give the files that were joined here one by one',
  }),
  'quote-not-closed': () => ({
    message: 'a quote opens here and is never closed; the file was not used',
    hint: 'add the missing " or write a quote inside a cell as ""',
  }),

  'record-too-long': ({ limit }) => ({
    message: `the row that begins here is longer than ${Math.round(limit / 1e6)} MB; the file was not used`,
    hint: 'look for a quote that is opened here and not closed',
  }),
  'format-unknown': ({ headers, place }) => ({
    message: `not recognised; its columns are: ${list(headers)}`,
    hint: `"dropship ingest --explain ${place.file}" shows its columns and the lines to put into dropship.toml, where you say which is which`,
  }),
  'file-unclaimed': ({ looksLike, place }) => ({
    message: `fits no "files" in dropship.toml, though it looks like ${looksLike}; it was not used`,
    hint: `put a * for what changes in the names of its section's "files", or read it once with "dropship ingest ${place.file}"`,
  }),
  'format-ambiguous': ({ formats }) => ({
    message: `could be ${formats.join(' or ')}; it was not used`,
    hint: 'say which by the "files" of a [suppliers.NAME], [orders.NAME], [shipments.NAME] or [returns.NAME] in dropship.toml',
  }),
  'format-other': ({ role, tells }) => ({
    message: `tells what ${tells === 'returns' ? 'came back' : 'was shipped'}, it is no file of ${role}; it was not used`,
    hint: `read it with "dropship ingest", or name it in dropship.toml under [${tells}.NAME]`,
  }),
  'export-unsuited': ({ title, reason, instead }) => ({
    message: `is ${title}: ${reason}; it was not used`,
    hint: instead,
  }),
  'products-in-one-cell': ({ value }) => ({
    message: `${quoted(value)} lists the products of an order in one cell; the file was not used`,
    hint: 'export the orders with one row per product, its SKU in a column of its own',
  }),
  'rows-without-line': ({ count }) => ({
    message: `${count} ${count === 1 ? 'row is' : 'rows are'} no order line (sums, promotions, the footer), from this line on; they add no demand`,
  }),
  'column-missing': columnMissing,
  'column-ambiguous': ({ field, headers, arePlaces }) => {
    const all = headers.map((name) => `"${name}"`).join(', ');
    return {
      message: `several columns could be the ${field}: ${list(headers)}; the file was not used`,
      hint: `choose in dropship.toml: columns = { ${field} = "…" }${arePlaces ? `; warehouses are added up: columns = { quantity = [${all}] }` : ''}`,
    };
  },
  'column-doubtful': ({ field, headers }) => ({
    message: `several columns could be the ${field}: ${list(headers)}; the first was taken`,
    hint: `choose in dropship.toml: columns = { ${field} = "…" }`,
  }),
  'quote-stray': ({ value }) => ({
    message: `a quote inside quotes is not doubled; the cell was read as ${quoted(value)}`,
    hint: 'ask for the file with quotes inside of cells doubled, or without quotes',
  }),
  'encoding-mixed': () => ({
    message: 'not UTF-8, while lines above are: some letters may be wrong from here on',
    hint: 'export the file again in one encoding',
  }),
  'row-ragged': ({ expected, found, value }) => ({
    message: `${found} cells where the header has ${expected} (row begins ${quoted(value)}); the row was left out`,
    hint:
      found > expected
        ? 'put quotes around cells that hold the delimiter'
        : 'a delimiter is missing, or the file was cut off: export or download it again',
  }),
  'row-total': ({ value }) => ({
    message: `begins with ${quoted(value)}: it was taken for a total of the rows above and left out`,
  }),
  'row-header': () => ({
    message: 'the header line again; it was passed over',
  }),
  'sku-missing': ({ value }) => ({
    message: `no SKU${value ? ` (${quoted(value)})` : ''}; the row was left out`,
  }),
  'sku-mangled': ({ value, candidates }) => ({
    message: `${quoted(value)} looks like a SKU changed by a spreadsheet${candidates.length > 0 ? `, perhaps ${list(candidates)}` : ''}; the row was left out`,
    hint: 'get the file again and do not save it from a spreadsheet, or format the column as text',
  }),
  ...matchTexts,
  'sku-repeated': ({ value, lines, areVariants }) => ({
    message: `${quoted(value)} stands on lines ${lineNumbers(lines)} ${areVariants ? 'for several variants (size, colour …)' : 'with different values'}; they were left out and its last offer stays`,
    hint: areVariants
      ? 'if another column holds a number of each variant, name it in dropship.toml: columns = { sku = "…" }; else ask the supplier for one'
      : 'if the lines are warehouses, name their column in dropship.toml: columns = { location = "…" }, and they are added up; if they are days, columns = { entry_date = "…" }, and the newest counts',
  }),
  'quantity-missing': ({ isCount }) => ({
    message: 'no quantity; the row was left out',
    hint: isCount
      ? 'an empty cell is not 0: fill it in, or export the file again'
      : 'an empty cell is not 0; if it means 0 here, say so in dropship.toml: words = { "" = 0 }',
  }),
  'quantity-not-understood': ({ value, isCount }) => ({
    message: `${quoted(value)} is not a quantity; the row was left out`,
    hint: isCount
      ? 'write the number alone; if another column holds it, name that in dropship.toml: columns = { quantity = "…" }'
      : `if the word is the supplier's own, say how many it means in dropship.toml, under its [suppliers.NAME]: words = { "${shorten(value ?? '')}" = … }`,
  }),
  'quantity-ambiguous': ({ value, readings }) => ({
    message: `${quoted(value)} could be ${readings.join(' or ')}; the row was left out`,
    hint: whichNumber(value ?? '', readings),
  }),
  'quantity-negative': ({ value }) => ({
    message: `the quantity ${quoted(value)} is negative; the row was left out`,
  }),
  'quantity-negative-supplier': ({ count }) => ({
    message: `${count} negative ${count === 1 ? 'quantity' : 'quantities'} taken as 0`,
  }),
  'quantity-capped': ({ units, rows, of }) => ({
    message: `${rows} of ${of} rows with stock (${Math.round((100 * rows) / of)} %) say ${units}, the highest number: taken as ${units} or more`,
    hint: 'if it is a count like the others, say in dropship.toml: quantity_cap = false',
  }),
  'warehouses-differ': ({ count, inRows }) => ({
    message: `of ${count} ${count === 1 ? 'article' : 'articles'} the warehouses do not add up to the total; the lower of the two was taken, as a lower bound`,
    hint: inRows
      ? 'a row without a warehouse is taken for the total of the others: if it is one more, ask for the file with its name'
      : 'say which counts in dropship.toml: columns = { quantity = "…" }, or a list to be added up',
  }),
  'articles-blocked': ({ count }) => ({
    message: `${count} ${count === 1 ? 'row is' : 'rows are'} marked as allocated or not for dropshipping, or as in transit, damaged or held back: taken as no stock`,
  }),
  'stock-denied': ({ count }) => ({
    message: `${count} ${count === 1 ? 'row has' : 'rows have'} units in one column and no stock by another: taken as no stock`,
    hint: 'if the units are right, say in dropship.toml which column tells them, and that no other does: columns = { quantity = "…", availability = "", discontinued = "", blocked = "" }',
  }),
  'stock-from-day': ({ count }) => ({
    message: `${count} ${count === 1 ? 'row has' : 'rows have'} units and a later day from which they can be had: until then they are goods to come`,
    hint: 'if the day is that of further goods, say in dropship.toml: columns = { restock_date = "…", available_from = "" }, with its header',
  }),
  'stock-reserved': ({ count }) => ({
    message: `in ${count} ${count === 1 ? 'row' : 'rows'} the reserved units were taken off the stock`,
    hint: 'if they are reserved for you, or off already, say in dropship.toml that the file has no such column: columns = { reserved = "" }',
  }),
  'barcode-damaged': ({ value, count }) => ({
    message: `${quoted(value)}${others(count)} ${count === 1 ? 'is no barcode' : 'are no barcodes'}: rounded, or too few or too many digits; nothing was matched by them`,
    hint: 'get the file again and do not save it from a spreadsheet, or format the column as text',
  }),
  'number-not-understood': ({ value }) => ({
    message: `${quoted(value)} is not a number; the cell was ignored`,
  }),
  'word-not-understood': ({ value, known }) => ({
    message: `the word ${quoted(value)} is not known here; the cell was ignored`,
    hint:
      known.length > 0
        ? `known are: ${list(known)}`
        : `say what it means in dropship.toml, under its [suppliers.NAME]: words = { "${shorten(value ?? '')}" = "discontinued" }, or "blocked", "sold-out" or "available"`,
  }),
  'date-not-understood': ({ value }) => ({
    message: `${quoted(value)} is not a date; the row was left out`,
  }),
  'date-missing': () => ({ message: 'no date; the row was left out' }),
  'date-ambiguous': ({ value }) => ({
    message: `${quoted(value)} could have its day or its month first; the row was left out`,
    hint: 'say which in dropship.toml: dates = "day-first" or "month-first"',
  }),
  'date-ignored': ({ value }) => ({
    message: `${quoted(value)} is not a date; the row was read without it`,
  }),
  'date-unclear': ({ value }) => ({
    message: `${quoted(value)} could have its day or its month first; the row was read without it`,
    hint: 'say which in dropship.toml: dates = "day-first" or "month-first"',
  }),
  'shipment-planned': ({ value, day }) => ({
    message: `${quoted(value)} is after ${day}, the date of the file: not shipped yet; the row was left out`,
    hint: 'read the file again when it has been shipped; if this is no shipping date, choose its column in dropship.toml: columns = { shipped_at = "…" }',
  }),
  'shipment-repeated': ({ value, first }) => ({
    message: `the same units under the tracking number ${quoted(value)} as on line ${first}; counted once`,
    hint: 'if these are more units of one parcel, ask for a file with one row an article',
  }),
  'shipment-without-order': ({ value, order, units }) => ({
    message: `${units}${value ? ` of ${value}` : ''} shipped for ${quoted(order)}, but no such order is known`,
    hint: 'it counts as soon as an export with this order is read; if it is no order of yours, ask the supplier',
  }),
  'shipment-without-line': ({ value, order }) => ({
    message:
      value === undefined || value === ''
        ? `does not say which article of ${quoted(order)} it was; it closes no line`
        : `${value} shipped for ${quoted(order)}, which has no such line; it closes none`,
    hint: "if it is the supplier's own number, say in sku-map.csv which SKU of yours it is",
  }),
  'shipment-exceeds-order': ({ value, order, ordered, shipped }) => ({
    message: `${shipped} of ${value} shipped for ${quoted(order)}, which has ${ordered} to ship; the rest was ignored`,
    hint: 'ask the supplier whether it was sent twice, or in spite of a cancellation',
  }),
  ...returnTexts,
  'dated-later': ({ day }) => ({
    message: `is dated ${day}, after the day of the plan; it is not known yet`,
  }),
  'as-of-file-date': ({ day, isUnclear }) =>
    isUnclear
      ? {
          message: `the date in its name could have its day or its month first; taken as of ${day}`,
          hint: 'say which in dropship.toml: dates = "day-first" or "month-first"',
        }
      : { message: `no date in its name; taken as of ${day}, when it was last changed` },
  'feed-stale': ({ supplier, day, limit }) => ({
    message: `the newest stock file of ${supplier} is of ${day}, older than ${limit} days: its stock counts as none`,
    hint: 'ask for a newer file, or raise stale_after_days in dropship.toml',
  }),
  'feed-held-back': heldBack,
  'supplier-unknown': supplierUnknown,
  'supplier-missing': () => ({
    message: 'names no supplier; the row was left out',
    hint: 'leave the first columns of the answers as they were sent out',
  }),
  'answer-stray': ({ value, supplier, sku, number }) => ({
    message: `answers for ${quoted(value)}, a number that no file of ${supplier} has; its number for ${sku} is ${quoted(number)}: not used`,
    hint: 'put supplier_sku back as it was when the question was sent',
  }),
  'pinned-without-date': ({ value, status, isSold }) => ({
    message: `${value} is pinned as ${status}, but ${isSold ? 'all that may be sold ahead is sold' : 'no date has a basis'}; nothing can be promised, and no channel is told to sell it`,
    hint: 'give it a restock_date or a release_date in skus.csv; where all is sold, a higher limit of its own',
  }),

  'listing-not-tracked': ({ channel, count, value }) => ({
    message: `in this ${channel} the stock of ${value ?? 'a SKU'}${others(count)} is not counted: no quantity can be set there`,
    hint: 'turn on stock management for it in the shop and export again',
  }),
  'listing-location-unclear': ({ locations, value }) => ({
    message: `${value ?? 'the stock'} lies at several locations (${list(locations)}); left as it is`,
    hint: 'name yours in dropship.toml: location = "…"',
  }),
  'listing-sku-repeated': ({ value, lines }) => ({
    message: `${value} stands on lines ${lineNumbers(lines)}; together they offer no more than there is`,
    hint: 'give each variant a SKU of its own',
  }),
  'listing-column-missing': ({ needed, count, value }) => ({
    message: `has no column ${quoted(needed)}, which ${value ?? 'a SKU'}${others(count)} would need; it is not sold ahead here`,
    hint: 'export again with that column',
  }),
  'listing-not-rewritable': ({ reason }) => ({ message: `cannot be rewritten safely: ${reason}` }),
  'listing-in-no-feed': ({ count, total }) => ({
    message: `${count} of its ${total} SKUs are in no supplier's file; their rows were left as they are`,
    hint: 'a SKU map may be missing (sku-map.csv); --accept writes them as unavailable',
  }),
};

/** The words for a problem. */
export function wordingOf(problem: Problem): Wording {
  // Each kind's own text takes that kind; the compiler cannot follow a union through the table.
  return (texts[problem.kind] as (one: Problem) => Wording)(problem);
}
