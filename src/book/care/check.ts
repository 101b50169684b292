import { sameBytes } from '../../model/content.ts';
import { byBytes } from '../../model/sku.ts';
import type { Book } from '../book.ts';
import type { PageRow } from '../page-row.ts';
import { type Page, type PageName, pageColumns, pageNames, toPages } from '../pages.ts';
import { bookOf } from '../read-book.ts';
import { fromPage } from '../read-pages.ts';
import { type Examined, examine } from './examine.ts';
import type { Fault } from './fault.ts';
import { type FoundPage, type FoundRow, findRows } from './rows.ts';

/** The bytes of a page as the book is written. */
export type WritePage = (page: Page) => Uint8Array;

/** The book's pages as found, examined, with every fault. */
export interface Checked {
  readonly found: ReadonlyMap<PageName, FoundPage>;
  readonly examined: Examined;
  /** The book that can stand, and its pages as they are written. */
  readonly sound: Book;
  readonly written: readonly Page[];
  /** In the order of pages and lines. */
  readonly faults: readonly Fault[];
}

/** Finds everything in the pages of a book that the book would not have written. */
export function checkBook(bytes: ReadonlyMap<PageName, Uint8Array>, write: WritePage): Checked {
  const found = new Map(pageNames.map((name) => [name, findRows(name, bytes.get(name))]));
  const examined = examine(found);
  const sound = bookOf(examined.items);
  const written = toPages(sound);
  const ofForm = written.flatMap((page) =>
    faultsOfForm(page, found.get(page.name), examined, write),
  );
  const faults = [...examined.faults, ...ofForm].toSorted(inPlace);
  return { found, examined, sound, written, faults };
}

function inPlace(a: Fault, b: Fault): number {
  const place = ({ page }: Fault) => pageNames.indexOf(page);
  return (
    place(a) - place(b) || (a.line ?? 0) - (b.line ?? 0) || byBytes(a.column ?? '', b.column ?? '')
  );
}

/** A row's cells as one text, to compare rows by. */
export function textOf(cells: readonly string[]): string {
  return cells.join('\0');
}

/** The rows of a page as they are written. */
export function writtenRows({ columns, rows }: Page): string[] {
  return rows.map((row) => textOf(columns.map((column) => String(row[column] ?? ''))));
}

/** Rows that say what they say in another way or at another place than the book does. */
function faultsOfForm(
  page: Page,
  found: FoundPage | undefined,
  { rows, contradicted, faults }: Examined,
  write: WritePage,
): Fault[] {
  const { name } = page;
  if (!found?.bytes || found.bytes.length === 0) return [];
  const places = new Map(writtenRows(page).map((text, i) => [text, i]));
  const own = (rows.get(name) ?? []).filter((row) => !contradicted.has(row));
  const altered = own.filter(({ cells }) => !places.has(textOf(cells)));
  const others = own.filter(({ cells }) => places.has(textOf(cells)));
  const form = [
    ...altered.map((row) => alteration(name, row)),
    ...disorder(name, others, ({ cells }) => places.get(textOf(cells)) ?? 0),
  ];
  const isSound = form.length === 0 && !faults.some((fault) => fault.page === name);
  // A book from before a column came is sound without it.
  const asFound = { ...page, columns: found.columns };
  return isSound && !sameBytes(found.bytes, write(asFound)) ? [{ page: name, kind: 'form' }] : form;
}

/** What of a row is not as the book writes it. */
function alteration(page: PageName, { line, row, cells }: FoundRow): Fault {
  const item = (fromPage[page] as (row: PageRow) => unknown)(row);
  const alone = toPages(bookOf((name) => (name === page ? [item as never] : [])));
  const written = alone.find(({ name }) => name === page)?.rows[0];
  const columns: readonly string[] = pageColumns[page];
  const at = columns.findIndex((column, i) => String(written?.[column] ?? '') !== cells[i]);
  const column = columns[at];
  if (!written || column === undefined) return { page, line, kind: 'unreadable' };
  const instead = String(written[column] ?? '');
  return { page, line, column, kind: 'altered', value: cells[at] ?? '', instead };
}

/** How often a row stands behind one that it should come before, and the first that does. */
function disorder(
  page: PageName,
  rows: readonly FoundRow[],
  placeOf: (row: FoundRow) => number,
): Fault[] {
  const standing = rows.toSorted((a, b) => a.line - b.line);
  const late = standing.filter((row, i) => {
    const before = standing[i - 1];
    return before !== undefined && placeOf(row) < placeOf(before);
  });
  const [first] = late;
  return first ? [{ page, line: first.line, kind: 'disorder', rows: late.length }] : [];
}
