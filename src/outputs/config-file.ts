import { plainOrders } from '../formats/plain-orders.ts';
import { nameOfColumn } from '../formats/vocabulary.ts';
import type {
  Findings,
  FoundColumn,
  FoundOrders,
  FoundSupplier,
  FoundTable,
  FoundUnits,
  Unread,
} from './findings.ts';
import { openDate } from './findings.ts';

/** A commented `dropship.toml`. */
export function configFile(findings: Findings): string {
  const { suppliers, unread, leftOut } = findings;
  const parts = [
    head(findings),
    suppliers.length === 0 ? noSupplier : '',
    ...suppliers.map(supplier),
    ...findings.orders.map(orders),
    ...findings.shipments.map((found) => units('shipments', 'what was shipped', found)),
    ...findings.returns.map((found) => units('returns', 'what came back', found)),
    ...findings.listings.map(listing),
    policy,
    unread.length === 0
      ? ''
      : `# Not recognised, and therefore not read:\n${unread.map(proposal).join('')}`,
    leftOut.length === 0
      ? ''
      : `# Left out:\n${leftOut.map((file) => `# ${comment(file)}\n`).join('')}`,
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function head({ timezone, country, orderPromise }: Findings): string {
  return `# Configuration of dropship. Every key is optional; what is commented out shows the default or an example.

timezone = ${quote(timezone)}   # days begin and end here
# currency = "USD"

[store]
# name = "My shop"                       # how notices to customers are signed
# reply_to = "help@example.com"
${entry('country', country, '"US"', 'decides which law applies where an order names no country')}
${entry('order_promise', orderPromise, '"3 business days"', "what your checkout promises; without it the law's own default counts")}
`;
}

/** A key with what is known, or commented out with an example; a word on it in the column of all words. */
function entry(name: string, value: unknown, example: string, word: string): string {
  const line =
    value === undefined ? `# ${name} = ${example}` : `${name} = ${JSON.stringify(value)}`;
  return `${line.padEnd(40)} # ${word}`;
}

const noSupplier =
  '# No supplier file was recognised. For each supplier:\n# [suppliers.acme]\n# files = "inbox/acme/*.csv"\n';

function supplier(found: FoundSupplier): string {
  return `[suppliers.${key(found.id)}]
${table(found)}# files_are = "full"                     # or "changes": articles not in a file keep their last offer
${entry('dispatch_days', found.dispatchDays, '2', 'working days from your order until the carrier has the parcel')}
# transit_days = 5                       # calendar days on the way, or [3, 6]
# restock_days = 14                      # how long they are usually out, when they give no date
# buffer = 0                             # units never offered; or "10%"; or "auto"
# stale_after_days = 7                   # an older file counts as no stock
# priority = 1                           # the lower number serves first
`;
}

function orders(found: FoundOrders): string {
  const word = 'true: all orders in it are done, they tell demand only';
  return `[orders.${key(found.name)}]   # ${comment(found.title)}
${table(found)}${entry('history', found.history || undefined, 'false', word)}
`;
}

function units(section: string, what: string, found: FoundUnits): string {
  return `[${section}.${key(found.name)}]   # ${what}; called as a supplier above, it is that supplier's
${table(found)}`;
}

function listing({ name, title, file }: Findings['listings'][number]): string {
  return `[listings.${key(name)}]   # ${comment(title)}
file = ${quote(file)}
# sell_ahead = "open"                    # the channel's own backorder state; "capped": quantity = limit; "off"
# share = 1.0                            # of the sellable quantity
`;
}

const policy = `[policy]
# backorder_max_wait_days = 30           # later than that it is a preorder
# preorder_max_wait_days = 180           # later than that it is not sold
# uncertain_restock = "preorder"         # or "backorder", "unavailable"
# unknown_restock_limit = 10             # units sold ahead when the arriving quantity is unknown
# shipping = "ship-available"            # or "hold-together", "wait-max 5"
# max_return_rate = 0.1                  # share of shipped units that may come back for the supplier's reasons
`;

/** Which files, which columns, and in which order their dates are: what was guessed, with values to check it by. */
function table(found: FoundTable): string {
  return `files = ${patterns(found.files)}\n${mapping(found)}${dates(found)}`;
}

function mapping(found: FoundTable): string {
  const { glimpse, columns, doubts } = found;
  if (columns.length === 0) return '';
  const samples = columns.map(({ field, at, isOpen }) => {
    const sample = glimpse.samples[at] ?? '';
    const value = sample === '' ? '(blank in every row)' : comment(sample);
    const left = isOpen
      ? ` (under ${comment(glimpse.header[at] ?? '')}; found anew in every file)`
      : '';
    return `#   ${field}: ${value}${left}\n`;
  });
  const open = doubts.map(
    ({ field, headers, isOpen }) =>
      `# several columns could be the ${field}: ${comment(headers.join(', '))}; ${isOpen ? openDoubt(field, headers) : 'the first was taken'}\n`,
  );
  return `${columnsLine(found)}\n# guessed from the header; the first value of each is\n${samples.join('')}${open.join('')}`;
}

/** What a person has to choose before the file is read. */
function openDoubt(field: string, headers: readonly string[]): string {
  const [first = ''] = headers;
  return `none is read until you put one into the line above: ${field} = ${comment(quote(first))}`;
}

/** The columns as found, and a gap for each that is needed and was not. */
function columnsLine(
  { glimpse, columns }: Pick<FoundTable, 'glimpse' | 'columns'>,
  needed: readonly string[] = [],
): string {
  const { header, headerless } = glimpse;
  const pairs = columns
    .filter(({ isOpen }) => !isOpen)
    .map(
      ({ field, at }: FoundColumn) =>
        `${field} = ${headerless ? at + 1 : quote(nameOfColumn(at, header))}`,
    );
  const gaps = needed
    .filter((field) => columns.every((column) => column.field !== field))
    .map((field) => `${field} = "…"`);
  return `columns = { ${[...pairs, ...gaps].join(', ')} }`;
}

function dates(found: FoundTable): string {
  if (found.dayOrder !== undefined) return `dates = ${quote(found.dayOrder)}\n`;
  const open = openDate(found);
  if (!open) return '';
  const why = `${comment(open.value)} in ${comment(open.header)} can be read both ways`;
  return `${entry('dates', undefined, '"day-first"', `or "month-first": ${why}`)}\n`;
}

/** What to write for a file whose role is not known. It is indented: nothing of it may come alive one line at a time. */
function proposal(unread: Unread): string {
  const found = `# ${comment(unread.file)}: ${comment(unread.why)}\n`;
  const lines = readyLines(unread, 'NAME', unread.file);
  if (lines.length === 0) return found;
  const what = unread.isOrders ? 'a list of orders' : "a supplier's stock";
  return `${found}#   if it is ${what}:\n${lines.map((line) => `#     ${line}\n`).join('')}`;
}

/** What dropship.toml would have to say to read a file as stock, or as orders where it speaks of them; nothing of a file that is no table. */
export function readyLines(
  { glimpse, columns, isOrders = false }: Unread,
  supplier: string,
  pattern: string,
): readonly string[] {
  if (!glimpse) return [];
  const isNamed = supplier !== 'NAME';
  const section = isOrders
    ? `[orders.${isNamed ? 'shop' : supplier}]`
    : `[suppliers.${isNamed ? key(supplier) : supplier}]`;
  const needed = isOrders ? plainOrders.required : ['sku', 'quantity'];
  return [section, `files = ${quote(pattern)}`, columnsLine({ glimpse, columns }, needed)];
}

function patterns(files: readonly string[]): string {
  const [only, ...others] = files;
  return only !== undefined && others.length === 0
    ? quote(only)
    : `[${files.map(quote).join(', ')}]`;
}

function key(name: string): string {
  return /^[A-Za-z0-9_-]+$/.test(name) ? name : quote(name);
}

/** A basic string of TOML, which is one of JSON. */
function quote(text: string): string {
  return JSON.stringify(text).replace(/\u007f/g, '\\u007F');
}

const longestComment = 120;

/** Cell text in a comment must not begin a line of its own. */
function comment(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: TOML allows none of them in a comment
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ');
  return line.length > longestComment ? `${line.slice(0, longestComment - 1)}…` : line;
}
