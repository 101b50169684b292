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
  const groups = groupBy(entries, ({ item }) => care.key(item));
  const singled = [...groups.values()].map((group) => singleOutOf(page, group, care));
  return {
    entries: singled.flatMap(({ entries: kept }) => kept),
    faults: singled.flatMap(({ faults }) => faults),
    contradicted: singled.flatMap(({ contradicted }) => contradicted),
  };
}

/** The same of the rows of one key. */
function singleOutOf<Item>(
  page: PageName,
  [first, ...others]: readonly Entry<Item>[],
  care: PageCare<Item>,
): Singled<Item> {
  if (!first) return { entries: [], faults: [], contradicted: [] };
  const told = others.map((other) => ({ other, fault: faultBeside(page, first, other, care) }));
  const odd = told.flatMap(({ other, fault }) => (fault?.kind === 'conflict' ? [other] : []));
  const against = odd.length > 0 ? [first, ...odd] : [];
  const merged = odd.length > 0 ? care.merge?.(against.map(({ item }) => item)) : undefined;
  const apart = told.flatMap(({ other, fault }) => (fault ? [] : [other]));
  return {
    entries: [{ row: first.row, item: merged ?? first.item }, ...apart],
    faults: told.flatMap(({ fault }) => fault ?? []),
    contradicted: against.map(({ row }) => row),
  };
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
