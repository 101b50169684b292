import type { Day } from '../../model/day.ts';
import { groupBy } from '../../model/group-by.ts';
import { lostFile } from '../book.ts';
import type { KeptRecord } from '../read-pages.ts';
import type { FileOf } from './fault.ts';

interface Told {
  readonly row: { readonly text: string };
}

/** A row's word that there was a file. */
export interface Mention<Row extends Told> {
  readonly row: Row;
  readonly file: FileOf;
}

/** What becomes of files that rows name and the book has no record of. */
export interface Lost<Row extends Told> {
  /** Their record is gone: it is put back, without what would keep the file from being read again. */
  readonly restored: readonly {
    readonly record: KeptRecord;
    readonly file: FileOf;
    readonly rows: number;
  }[];
  /** There was no such file: the row is wrong. */
  readonly wrong: readonly Mention<Row>[];
}

/** Tells lost records from rows that are wrong, by how many rows name a file and whether its name is known otherwise. */
export function findLost<Row extends Told>(
  records: readonly KeptRecord[],
  mentions: readonly Mention<Row>[],
): Lost<Row> {
  const known = new Set(records.flatMap(keysOf));
  const missing = groupBy(
    mentions.filter(({ file }) => !known.has(keyOf(file))),
    ({ file }) => keyOf(file),
  );
  const groups = [...missing.values()].map((group) => ({ group, isLost: isLost(records, group) }));
  return {
    restored: groups.flatMap(({ group, isLost }) => (isLost ? restore(records, group) : [])),
    wrong: groups.flatMap(({ group, isLost }) => (isLost ? [] : group)),
  };
}

function isLost(records: readonly KeptRecord[], group: readonly Mention<Told>[]): boolean {
  const [first, ...others] = group;
  // No single mistake makes two rows name a day, or both the first and the last day of one.
  const isTwice = ({ row }: Mention<Told>) =>
    row === first?.row || row.row.text !== first?.row.row.text;
  if (others.some(isTwice)) return true;
  const names = namesIn(group);
  if (names.length > 0) return names.every((name) => records.every(({ file }) => file !== name));
  // A day before the supplier's newest file takes nothing away from what stands.
  return first !== undefined && first.file.day < newestOf(records, first.file);
}

function restore(
  records: readonly KeptRecord[],
  group: readonly Mention<Told>[],
): Lost<Told>['restored'] {
  const [first] = group;
  if (!first) return [];
  const names = namesIn(group);
  const rows = new Set(group.map(({ row }) => row)).size;
  const { supplier, day: asOf } = first.file;
  const { file: unnamed } = lostFile({ supplier, asOf });
  return (names.length > 0 ? names : [unnamed]).map((name) => {
    const file = { ...first.file, name };
    return { record: recordOf(records, file), file, rows };
  });
}

function namesIn(group: readonly Mention<Told>[]): readonly string[] {
  return [...new Set(group.map(({ file }) => file.name))].filter((name) => name !== '');
}

/** A supplier's stock goes by days, as runs name no more; other files by their names too, whatever they were read as. */
function keyOf({ role, supplier, day, name, isHeld }: FileOf): string {
  return role === 'stock' ? `stock\0${supplier}\0${day}\0${isHeld}` : `${name}\0${day}`;
}

function keysOf({ role, supplier, asOf: day, file: name, place }: KeptRecord): string[] {
  const byName = `${name}\0${day}`;
  if (role !== 'stock' || place === 'forgotten') return [byName];
  return [byName, keyOf({ role, supplier, day, name, isHeld: place === 'held' })];
}

function newestOf(records: readonly KeptRecord[], { supplier }: FileOf): Day | '' {
  const own = records.filter((record) => record.role === 'stock' && record.supplier === supplier);
  return own.reduce<Day | ''>((newest, { asOf }) => (asOf > newest ? asOf : newest), '');
}

function recordOf(
  records: readonly KeptRecord[],
  { role, supplier, day, name, isHeld }: FileOf,
): KeptRecord {
  const sibling = records.find((record) => record.role === role && record.supplier === supplier);
  return {
    role,
    supplier,
    asOf: day,
    coverage: sibling?.coverage ?? 'full',
    file: name,
    hash: '',
    place: isHeld ? 'held' : undefined,
  };
}
