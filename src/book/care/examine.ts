import type { FileRecord } from '../book.ts';
import type { PageRow } from '../page-row.ts';
import { type PageName, pageNames } from '../pages.ts';
import type { ItemsOf, PageItem } from '../read-book.ts';
import { fromPage, type KeptRecord } from '../read-pages.ts';
import { type Entry, singleOut } from './doubles.ts';
import type { Fault } from './fault.ts';
import { findLost, type Lost, type Mention } from './records.ts';
import type { FoundPage, FoundRow } from './rows.ts';
import { overlappingRuns, reversedRuns } from './runs.ts';
import { careOf, type PageCare } from './table.ts';

/** What was found in the book's pages: what can stand, and what is wrong with the rest. */
export interface Examined {
  readonly faults: readonly Fault[];
  /** What the rows tell that can stand, in the book's order, the records of lost files among it. */
  readonly items: ItemsOf;
  /** The rows that tell it. */
  readonly rows: ReadonlyMap<PageName, readonly FoundRow[]>;
  /** Rows that say something else than what stands in their place. */
  readonly contradicted: ReadonlySet<FoundRow>;
  /** Pages of which something is lost. */
  readonly losing: ReadonlySet<PageName>;
  readonly restored: readonly FileRecord[];
}

/** One page on its way through the examination. */
interface Sheet<Item> {
  readonly name: PageName;
  readonly care: PageCare<Item>;
  readonly found: FoundPage;
  entries: readonly Entry<Item>[];
  faults: Fault[];
  contradicted: readonly FoundRow[];
  isLosing: boolean;
}

/** Finds every fault that the rows show by themselves and beside each other. */
export function examine(pages: ReadonlyMap<PageName, FoundPage>): Examined {
  const sheets = new Map(
    pageNames.flatMap((name) => {
      const found = pages.get(name);
      return found ? [[name, openSheet(name, found)] as const] : [];
    }),
  );
  const all = [...sheets.values()];
  for (const sheet of all)
    if (sheet.care.areRuns) drop(sheet, reversedRuns(sheet.name, runsOf(sheet)));
  const files = sheets.get('files.csv');
  if (files) single(files);
  const known = recordsOf(sheets);
  const lost = findLost(known, all.flatMap(mentionsOf));
  for (const sheet of all) {
    drop(sheet, faultsOf(sheet, lost));
    if (sheet !== files) single(sheet);
  }
  const records = [...known, ...lost.restored.map(({ record }) => record)];
  for (const sheet of all) {
    if (sheet.care.areRuns) drop(sheet, overlappingRuns(sheet.name, runsOf(sheet), records));
    noteAbsence(sheet, records);
  }
  const missing = lost.restored.map(
    ({ file, rows }): Fault => ({ page: 'files.csv', kind: 'record-missing', file, rows }),
  );
  return {
    faults: [...all.flatMap(({ faults }) => faults), ...missing],
    items: itemsOf(sheets, records),
    rows: new Map(all.map(({ name, entries }) => [name, entries.map(({ row }) => row)])),
    contradicted: new Set(all.flatMap(({ contradicted }) => contradicted)),
    losing: new Set(all.flatMap(({ name, isLosing }) => (isLosing ? [name] : []))),
    restored: lost.restored.map(({ record }) => record),
  };
}

type AnySheet = Sheet<unknown>;

function openSheet(name: PageName, found: FoundPage): AnySheet {
  // Each page's care takes what its own reader gives.
  const care = careOf[name] as PageCare<unknown>;
  const read = fromPage[name] as (row: PageRow) => unknown;
  const entries = found.rows.map((row) => ({ row, item: read(row.row) }));
  const faults = [...found.faults, ...found.broken.map(({ fault }) => fault)];
  return {
    name,
    care,
    found,
    entries,
    faults,
    contradicted: [],
    isLosing: found.broken.length > 0,
  };
}

/** Leaves one of rows that speak of the same thing. */
function single(sheet: AnySheet): void {
  const { entries, faults, contradicted } = singleOut(sheet.name, sheet.entries, sheet.care);
  sheet.entries = entries;
  for (const fault of faults) sheet.faults.push(fault);
  sheet.contradicted = contradicted;
  sheet.isLosing ||= contradicted.length > 0;
}

/** Takes rows out with what is wrong with them. */
function drop(sheet: AnySheet, wrong: ReadonlyMap<Entry<unknown>, Fault>): void {
  if (wrong.size === 0) return;
  sheet.entries = sheet.entries.filter((entry) => !wrong.has(entry));
  for (const fault of wrong.values()) sheet.faults.push(fault);
  sheet.isLosing = true;
}

/** The rows of a page of runs. */
function runsOf({ entries }: AnySheet): Entry<PageItem<'offers.csv'>>[] {
  return entries as Entry<PageItem<'offers.csv'>>[];
}

function recordsOf(sheets: ReadonlyMap<PageName, AnySheet>): readonly KeptRecord[] {
  const entries = (sheets.get('files.csv')?.entries ?? []) as readonly Entry<KeptRecord>[];
  return entries.map(({ item }) => item);
}

function mentionsOf({ care, entries }: AnySheet): Mention<Entry<unknown>>[] {
  return entries.flatMap((row) => (care.files?.(row.item) ?? []).map((file) => ({ row, file })));
}

function faultsOf(
  { name, entries }: AnySheet,
  { wrong }: Lost<Entry<unknown>>,
): Map<Entry<unknown>, Fault> {
  const own = new Set(entries);
  return new Map(
    wrong
      .filter(({ row }) => own.has(row))
      .map(({ row, file }) => [
        row,
        { page: name, line: row.row.line, kind: 'file-unknown', file } as const,
      ]),
  );
}

/** A page that is not there although files are on record that it must have been made from. */
function noteAbsence(sheet: AnySheet, records: readonly KeptRecord[]): void {
  const { name, care, found } = sheet;
  const isWanted = name === 'files.csv' || records.some((record) => care.isFrom?.(record) ?? false);
  if ((found.bytes?.length ?? 0) > 0 || !isWanted) return;
  sheet.faults.push({ page: name, kind: 'page-missing' });
  sheet.isLosing = true;
}

function itemsOf(sheets: ReadonlyMap<PageName, AnySheet>, records: readonly KeptRecord[]): ItemsOf {
  return <Name extends PageName>(name: Name) => {
    const sheet = sheets.get(name);
    const { order } = careOf[name] as PageCare<PageItem<Name>>;
    const items = name === 'files.csv' ? records : (sheet?.entries ?? []).map(({ item }) => item);
    const own = items as readonly PageItem<Name>[];
    return order ? own.toSorted(order) : own;
  };
}
