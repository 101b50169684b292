import { plainOrderWords } from '../formats/plain-orders.ts';
import { shipmentWords } from '../formats/shipments.ts';
import { findOrderFormat } from '../formats/shops/orders.ts';
import { stockWords } from '../formats/stock-columns.ts';
import { resolveColumns, type Vocabulary } from '../formats/vocabulary.ts';
import { type Recognised, recognise } from '../ingest/recognise.ts';
import { readTable, type TableHead } from '../ingest/table.ts';
import type { Content } from '../model/content.ts';
import type { Findings } from '../outputs/config-file.ts';
import { wordingOf } from '../outputs/problem-texts.ts';
import { dateInName, supplierFromName } from './file-facts.ts';
import type { World } from './world.ts';

/** The workspace's own files, which are no input. */
const ownFiles = [
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

/** Looks at every delimited file in a folder and tells what each is. */
export async function surveyFolder(world: World, folder: string): Promise<Findings> {
  const found: Found[] = [];
  const unread: Findings['unread'][number][] = [];
  for (const path of await world.disk.glob(['**/*.{csv,tsv,txt}', ...ownFiles], folder)) {
    const file = world.disk.relative(folder, path);
    const content = world.disk.open(path)?.content ?? new Uint8Array();
    const what = recognise(content, file);
    if ('kind' in what) unread.push({ file, why: wordingOf(what).message });
    else found.push({ file, content, what });
  }
  const files = found.map(({ file }) => file);
  const suppliers = groupBy(of(found, 'stock'), ({ file }) => supplierFromName(file));
  const orders = groupBy(of(found, 'orders'), ({ what }) => what.title);
  const shipments = groupBy(of(found, 'shipments'), ({ file }) => supplierFromName(file));
  return {
    timezone: world.timezone(),
    suppliers: await Promise.all(
      [...suppliers].map(async ([id, own]) => ({
        id,
        files: patternsFor(own, files),
        columns: await guess(own, stockWords),
      })),
    ),
    orders: await Promise.all(
      [...orders].map(async ([title, own], i) => ({
        name: i === 0 ? 'shop' : `shop${i + 1}`,
        title,
        files: patternsFor(own, files),
        columns: own.some(({ what }) => findOrderFormat(what.head.header))
          ? []
          : await guess(own, plainOrderWords),
      })),
    ),
    shipments: await Promise.all(
      [...shipments].map(async ([title, own]) => ({
        name: title,
        files: patternsFor(own, files),
        columns: await guess(own, shipmentWords),
      })),
    ),
    listings: of(found, 'listing').map(({ file, what }, i) => ({
      name: i === 0 ? 'shop' : `shop${i + 1}`,
      title: what.title,
      file,
    })),
    unread,
  };
}

function of(found: readonly Found[], role: Recognised['role']): Found[] {
  return found.filter(({ what }) => what.role === role);
}

function groupBy(found: readonly Found[], key: (one: Found) => string): Map<string, Found[]> {
  const groups = new Map<string, Found[]>();
  for (const one of found) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

/** A pattern that takes in tomorrow's files too, where it takes in no file of another kind; else the files by name. */
function patternsFor(own: readonly Found[], all: readonly string[]): string[] {
  const names = own.map(({ file }) => file);
  const patterns = [...new Set(names.map(patternOf))];
  const others = all.filter((file) => !names.includes(file));
  const greedy = patterns.some((pattern) => others.some((file) => fits(pattern, file)));
  return greedy ? names.map(literally) : patterns;
}

/** `inbox/acme-2026-11-23.csv` → `inbox/acme*.csv` */
function patternOf(file: string): string {
  const slash = file.lastIndexOf('/') + 1;
  const dot = file.lastIndexOf('.');
  const name = file
    .slice(slash, dot)
    .replace(dateInName, '*')
    .replace(/[-_. ]*\*[-_. ]*/, '*');
  const stem = name.includes('*') ? name : `${name}*`;
  return [file.slice(0, slash), stem, file.slice(dot)].map(literally).join('');
}

/** A name as a pattern: signs to which patterns give a meaning, but the star, match as any sign. */
function literally(name: string): string {
  return name.replace(/[^\p{L}\p{N}/_. *-]/gu, '?');
}

function fits(pattern: string, file: string): boolean {
  const source = pattern.replace(/[.]/g, '\\.').replaceAll('?', '[^/]').replaceAll('*', '[^/]*');
  return new RegExp(`^${source}$`, 'iu').test(file);
}

/** The columns of the newest file, with the value each has in its first row. */
async function guess<Field extends string>(
  own: readonly Found[],
  vocabulary: Vocabulary<Field>,
): Promise<Findings['suppliers'][number]['columns']> {
  const newest = own.at(-1);
  if (!newest) return [];
  const { header }: TableHead = newest.what.head;
  const { columns } = resolveColumns(vocabulary, header);
  let first: readonly string[] = [];
  readTable(newest.content, newest.file, () => ({
    mayBeShort: true,
    take: (cells) => {
      if (first.length === 0) first = cells;
    },
  }));
  return Object.entries<number | undefined>(columns).flatMap(([field, at]) =>
    at === undefined ? [] : [{ field, header: header[at] ?? '', sample: first[at] ?? '' }],
  );
}
