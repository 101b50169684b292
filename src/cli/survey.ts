import { plainOrderWords } from '../formats/plain-orders.ts';
import { returnWords } from '../formats/returns.ts';
import { shipmentWords } from '../formats/shipments.ts';
import { findOrderFormat } from '../formats/shops/orders.ts';
import { stockWords } from '../formats/stock-columns.ts';
import { type Columns, resolveColumns, type Vocabulary } from '../formats/vocabulary.ts';
import { askedOfStock, firstRows, soleStockColumns } from '../ingest/explain.ts';
import { glimpse, looksHeaderless, proposeColumns } from '../ingest/glimpse.ts';
import { columnsOfOrders, type Recognised, recognise } from '../ingest/recognise.ts';
import type { Content } from '../model/content.ts';
import { nothingSeen } from '../model/glimpse.ts';
import { groupBy } from '../model/group-by.ts';
import type {
  Findings,
  FoundColumn,
  FoundSupplier,
  FoundTable,
  Unread,
} from '../outputs/findings.ts';
import { wordingOf } from '../outputs/problem-texts.ts';
import { supplierFromName } from './file-facts.ts';
import type { World } from './world.ts';

/** The workspace's own files, which are no input. */
export const ownFiles = [
  '!book/**',
  '!out/**',
  '!**/node_modules/**',
  '!**/.*/**',
  '!skus.csv',
  '!sku-map.csv',
  '!kits.csv',
];

interface Found {
  readonly file: string;
  readonly content: Content;
  readonly what: Recognised;
}

/** Looks at every delimited file in a folder and tells what each is, as far as can be known without asking. */
export async function surveyFolder(world: World, folder: string): Promise<Findings> {
  const found: Found[] = [];
  const unread: Unread[] = [];
  for (const path of await world.disk.glob(['**/*.{csv,tsv,txt}', ...ownFiles], folder)) {
    const file = world.disk.relative(folder, path);
    const content = world.disk.open(path)?.content ?? new Uint8Array();
    const what = recognise(content, file);
    if ('kind' in what) unread.push(lookAt(content, file, wordingOf(what).message));
    else found.push({ file, content, what });
  }
  const files = found.map(({ file }) => file);
  const suppliers = groupBy(of(found, 'stock'), ({ file }) => supplierFromName(file));
  const orders = groupBy(of(found, 'orders'), ({ what }) => what.title);
  const units = (role: 'shipments' | 'returns', words: Vocabulary<string>) =>
    [...groupBy(of(found, role), ({ file }) => supplierFromName(file))].map(([name, own]) => ({
      name,
      ...describe(own, words),
    }));
  return {
    timezone: world.timezone(),
    suppliers: named(
      [...suppliers].map(([id, own]) => ({ id, ...describe(own, stockWords) })),
      files,
    ),
    orders: [...orders].map(([, own], i) => ({
      name: numbered(i),
      ...describe(own, plainOrderWords),
    })),
    shipments: units('shipments', shipmentWords),
    returns: units('returns', returnWords),
    listings: of(found, 'listing').map(({ file, what }, i) => ({
      name: numbered(i),
      title: what.title,
      file,
    })),
    unread,
    leftOut: [],
  };
}

/** Suppliers whose files lie in a folder of their own, such as `inbox/acme/`, are called like it. */
function named(suppliers: readonly FoundSupplier[], all: readonly string[]): FoundSupplier[] {
  const used = new Set(suppliers.map(({ id }) => id));
  return suppliers.map((supplier) => {
    const id = ownFolder(supplier.files, all);
    if (id === undefined || used.has(id)) return supplier;
    used.add(id);
    return { ...supplier, id };
  });
}

function ownFolder(files: readonly string[], all: readonly string[]): string | undefined {
  const [folder = '', ...others] = new Set(files.map(folderOf));
  const isShared = all.some((file) => folderOf(file) === folder && !files.includes(file));
  if (others.length > 0 || isShared || !folder.includes('/')) return undefined;
  return folder.slice(folder.lastIndexOf('/') + 1);
}

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

const numbered = (i: number): string => (i === 0 ? 'shop' : `shop${i + 1}`);

/** Looks at a file whose role is not known: its columns, and which of them may be what where it has no header. */
export function lookAt(content: Content, file: string, why: string): Unread {
  const bare = glimpse(content, file, true);
  if (!bare || !looksHeaderless(bare)) return { file, why, ...namedColumns(content, file) };
  return {
    file,
    why: `it has no header line; it begins with ${bare.first.slice(0, 6).join(', ')}`,
    glimpse: bare,
    columns: proposeColumns(bare),
  };
}

/** The columns of a table with a header, and what of it would be needed where it speaks of orders. */
function namedColumns(
  content: Content,
  file: string,
): Pick<Unread, 'glimpse' | 'columns' | 'isOrders'> {
  const seen = glimpse(content, file);
  const found = seen && columnsOfOrders(seen.header);
  return { glimpse: seen, columns: found ? columnsIn(found) : [], isOrders: found !== undefined };
}

function columnsIn(byName: Columns<string>): FoundColumn[] {
  return Object.entries(byName).flatMap(([field, at]) => (at === undefined ? [] : [{ field, at }]));
}

function of(found: readonly Found[], role: Recognised['role']): Found[] {
  return found.filter(({ what }) => what.role === role);
}

/** Files that belong together, by the columns of the newest. */
function describe<Field extends string>(
  own: readonly Found[],
  vocabulary: Vocabulary<Field>,
): FoundTable {
  const newest = own.at(-1);
  const seen = (newest && glimpse(newest.content, newest.file)) ?? nothingSeen;
  const table = {
    files: own.map(({ file }) => file),
    title: newest?.what.title ?? '',
    glimpse: seen,
  };
  if (findOrderFormat(seen.header)) return { ...table, columns: [], doubts: [] };
  const { columns: byName, ambiguous } = resolveColumns(vocabulary, seen.header);
  const stock = newest?.what.role === 'stock' ? firstRows(newest.content, newest.file) : undefined;
  const asked = newest && stock ? askedOfStock(stock, newest.file) : undefined;
  const columns = newest && stock ? soleStockColumns(stock, newest.file) : columnsIn(byName);
  return {
    ...table,
    columns: columns.filter(({ field }) => field !== asked?.field),
    doubts: [
      ...(asked ? [{ ...asked, isOpen: true }] : []),
      ...ambiguous.filter(({ field }) => field !== asked?.field),
    ],
  };
}
