import { groupBy } from '../../model/group-by.ts';
import { type PageName, pageColumns } from '../pages.ts';
import type { Fault } from './fault.ts';
import type { FoundRow } from './rows.ts';
import type { PageCare } from './table.ts';

/** A row and what it tells. */
export interface Entry<Item> {
  readonly row: FoundRow;
  readonly item: Item;
}

/** The rows of a page, each thing told once, and what was told more than once. */
export interface Singled<Item> {
  readonly entries: readonly Entry<Item>[];
  readonly faults: readonly Fault[];
  /** Rows that another one of their key contradicts. */
  readonly contradicted: readonly FoundRow[];
}

/** Leaves of rows that tell the same one, and makes one of those that contradict each other. */
export function singleOut<Item>(
  page: PageName,
  entries: readonly Entry<Item>[],
  care: PageCare<Item>,
): Singled<Item> {
  const faults: Fault[] = [];
  const kept: Entry<Item>[] = [];
  const contradicted: FoundRow[] = [];
  for (const group of groupBy(entries, ({ item }) => care.key(item)).values()) {
    const [first, ...others] = group;
    if (!first) continue;
    const told = others.map((other) => ({ other, fault: faultBeside(page, first, other, care) }));
    const odd = told.flatMap(({ other, fault }) => (fault?.kind === 'conflict' ? [other] : []));
    faults.push(...told.flatMap(({ fault }) => fault ?? []));
    contradicted.push(...(odd.length > 0 ? [first, ...odd].map(({ row }) => row) : []));
    const merged =
      odd.length > 0 ? care.merge?.([first, ...odd].map(({ item }) => item)) : undefined;
    kept.push({ row: first.row, item: merged ?? first.item });
    kept.push(...told.flatMap(({ other, fault }) => (fault ? [] : [other])));
  }
  return { entries: kept, faults, contradicted };
}

/** What is wrong with a row that stands beside another of its key. */
function faultBeside<Item>(
  page: PageName,
  { row: first }: Entry<Item>,
  { row: other }: Entry<Item>,
  { apart = [] }: PageCare<Item>,
): Fault | undefined {
  const fault = { page, line: other.line, of: first.line };
  const differing = pageColumns[page].filter((_, i) => first.cells[i] !== other.cells[i]);
  const [odd] = differing.filter((column) => !apart.includes(column));
  if (odd !== undefined) return { ...fault, kind: 'conflict', column: odd };
  // Goods may come in twice a day in the same number.
  const areApart = apart.some((column) => first.row(column) !== '' && other.row(column) !== '');
  if (areApart) return undefined;
  const [column] = differing;
  return column === undefined
    ? { ...fault, kind: 'double' }
    : { ...fault, kind: 'conflict', column };
}
