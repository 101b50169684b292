import type { PageRow } from '../page-row.ts';
import { laterColumns, type PageName, pageColumns } from '../pages.ts';
import { fromPage } from '../read-pages.ts';
import type { Fault } from './fault.ts';

/** A row of a page as it stands there. */
export interface FoundRow {
  readonly line: number;
  readonly text: string;
  /** In the order of the page's own columns. */
  readonly cells: readonly string[];
  readonly row: PageRow;
}

/** A page as it was found: rows that can be read, and lines that cannot. */
export interface FoundPage {
  readonly name: PageName;
  readonly bytes: Uint8Array | undefined;
  readonly rows: readonly FoundRow[];
  readonly broken: readonly { readonly text: string; readonly fault: Fault & { line: number } }[];
  /** The columns that it has, in their order. */
  readonly columns: readonly string[];
  /** What is wrong with the page as a whole. */
  readonly faults: readonly Fault[];
}

/**
 * Reads a page whatever happened to it: its form is known to the letter, so that reading goes on at the next line after
 * one that cannot be read, where a supplier's file would be refused.
 */
export function findRows(name: PageName, bytes: Uint8Array | undefined): FoundPage {
  const nothing = { name, bytes, columns: [], rows: [], broken: [], faults: [] };
  if (bytes === undefined || bytes.length === 0) return nothing;
  const lines = linesOf(bytes);
  const head = readHeader(name, lines);
  const columns: readonly string[] = pageColumns[name];
  const placeOf = new Map(columns.map((column, i) => [column, i]));
  const layout = { name, columns, placeOf, at: head.at, delimiter: head.delimiter };
  const rows: FoundRow[] = [];
  const broken: FoundPage['broken'][number][] = [];
  for (let i = head.isRow ? 0 : 1; i < lines.length; ) {
    const found = readRow(layout, lines, i);
    if ('row' in found) rows.push(found);
    else if (found.text.trim() !== '') broken.push(found);
    i += found.count;
  }
  const [sample] = rows;
  const named = broken.map((one) => ({ ...one, fault: withColumn(one, layout, sample) }));
  const cut: Fault[] = bytes.at(-1) === 0x0a ? [] : [{ page: name, kind: 'no-newline' }];
  const own = columns.filter((_, i) => (head.at[i] ?? -1) >= 0);
  return { name, bytes, columns: own, rows, broken: named, faults: [...head.faults, ...cut] };
}

interface Line {
  readonly text: string;
  /** False where its bytes are no UTF-8, or no text. */
  readonly isText: boolean;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

function linesOf(bytes: Uint8Array): readonly Line[] {
  const lines: Line[] = [];
  for (let from = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    lines.push(decode(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

function decode(bytes: Uint8Array): Line {
  try {
    const text = strict.decode(bytes);
    return { text, isText: !text.includes('\0') };
  } catch {
    return { text: lenient.decode(bytes), isText: false };
  }
}

interface Header {
  /** Where each column of the page stands in its lines; -1 where it is absent. */
  readonly at: readonly number[];
  readonly delimiter: string;
  /** The first line is no header, or more than one: it is read like the others. */
  readonly isRow: boolean;
  readonly faults: readonly Fault[];
}

function readHeader(page: PageName, lines: readonly Line[]): Header {
  const first = trimEnd(lines[0]?.text ?? '');
  const columns: readonly string[] = pageColumns[page];
  const known = (cells: readonly string[]) => cells.filter((cell) => columns.includes(cell)).length;
  const [best] = [',', ';', '\t']
    .map((delimiter) => ({ delimiter, cells: cellsOf(first, delimiter) ?? [] }))
    .toSorted((a, b) => known(b.cells) - known(a.cells));
  const { delimiter = ',', cells = [] } = best ?? {};
  const inPlace = columns.map((_, i) => i);
  const namedPlaces = columns.map((column) => cells.indexOf(column));
  const earlier = laterColumns.map((_, i) => {
    const later = laterColumns.slice(i).flat();
    return columns.filter((column) => !later.includes(column));
  });
  if ([columns, ...earlier].some((own) => own.join() === cells.join()))
    return { at: namedPlaces, delimiter, isRow: false, faults: [] };
  const isHeader = known(cells) > 0 && known(cells) >= cells.length / 2;
  // Rows of every column stand below a header that has lost some.
  const isShort =
    cells.length < columns.length &&
    lines.some(({ text }) => cellsOf(trimEnd(text), delimiter)?.length === columns.length);
  const isWhole = known(cells) === cells.length && !isShort;
  return {
    at: isWhole && isHeader ? namedPlaces : inPlace,
    delimiter,
    isRow: !isHeader || cells.length > columns.length,
    faults: [{ page, line: 1, kind: isHeader ? 'header-changed' : 'header-missing' }],
  };
}

interface Layout {
  readonly name: PageName;
  readonly columns: readonly string[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly at: readonly number[];
  readonly delimiter: string;
}

type Read =
  | (FoundRow & { readonly count: number })
  | { readonly text: string; readonly fault: Fault & { line: number }; readonly count: number };

/** Cells may hold line ends: a row is tried with further lines until its quotes close. */
const mostLines = 200;

function readRow(layout: Layout, lines: readonly Line[], from: number): Read {
  const { name: page } = layout;
  const first = lines[from] ?? { text: '', isText: true };
  const line = from + 1;
  const broken = (kind: 'text-damaged' | 'quotes') => ({
    text: first.text,
    fault: { page, line, kind },
    count: 1,
  });
  if (!first.isText) return broken('text-damaged');
  let { text } = first;
  let count = 1;
  while (isOpen(text)) {
    const next = lines[from + count];
    if (!next?.isText || count === mostLines) return broken('quotes');
    // A line that is a row by itself is not within a cell of the one before.
    if (rowAt(layout, next.text)) return broken('quotes');
    text += `\n${next.text}`;
    count += 1;
  }
  const cells = cellsOf(trimEnd(text), layout.delimiter);
  if (!cells) return broken('quotes');
  const row = toRow(layout, cells);
  if (row) return { line, text, count, ...row };
  const expected = widthOf(layout);
  const fault: Fault & { line: number } =
    cells.length === expected
      ? { page, line, kind: 'unreadable' }
      : { page, line, kind: 'cells', found: cells.length, expected };
  return { text: first.text, fault, count: 1 };
}

function rowAt(layout: Layout, text: string): unknown {
  const cells = cellsOf(trimEnd(text), layout.delimiter);
  return cells && toRow(layout, cells);
}

function widthOf({ at }: Layout): number {
  return at.filter((place) => place >= 0).length;
}

function toRow(
  layout: Layout,
  found: readonly string[],
): Pick<FoundRow, 'cells' | 'row'> | undefined {
  if (found.length !== widthOf(layout)) return undefined;
  const cells = layout.at.map((place) => found[place] ?? '');
  const row = rowOf(layout, cells);
  return fromPage[layout.name](row) === undefined ? undefined : { cells, row };
}

function rowOf({ placeOf }: Layout, cells: readonly string[]): PageRow {
  return (column) => cells[placeOf.get(column) ?? -1] ?? '';
}

/** Names the column that keeps a line from being read: with another row's cell in it the line can be read. */
function withColumn(
  { text, fault }: FoundPage['broken'][number],
  layout: Layout,
  sample: FoundRow | undefined,
): Fault & { line: number } {
  if (fault.kind !== 'unreadable' || !sample) return fault;
  const { columns, at, delimiter, name } = layout;
  const found = cellsOf(trimEnd(text), delimiter) ?? [];
  const cells = at.map((place) => found[place] ?? '');
  const guilty = columns.findIndex((_, i) => {
    const mended = cells.map((cell, at) => (at === i ? (sample.cells[i] ?? '') : cell));
    return fromPage[name](rowOf(layout, mended)) !== undefined;
  });
  return guilty < 0 ? fault : { ...fault, column: columns[guilty], value: cells[guilty] };
}

/** Spreadsheets end lines with a carriage return. */
function trimEnd(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text;
}

function isOpen(text: string): boolean {
  return (text.match(/"/g)?.length ?? 0) % 2 === 1;
}

const cell = {
  ',': /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y,
  ';': /(?:"((?:[^"]|"")*)"|([^";]*))(;|$)/y,
  '\t': /(?:"((?:[^"]|"")*)"|([^"\t]*))(\t|$)/y,
} as const;

/** The cells of a line; undefined where a quote stands in the wrong place. */
function cellsOf(text: string, delimiter: string): string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  const pattern = cell[delimiter as keyof typeof cell];
  const cells: string[] = [];
  for (let at = 0; ; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) return undefined;
    const [whole, quoted, plain = '', end] = match;
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '') return cells;
    at += whole.length;
  }
}
