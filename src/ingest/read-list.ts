import { type DateStyle, watchDates } from '../formats/day-cell.ts';
import type { FileStyle } from '../formats/file-style.ts';
import type { Vocabulary } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import type { Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { isBroken } from './broken.ts';
import { blankedDayFault, civilDay, neededDayFault } from './civil-day.ts';
import { cellReader, chooseColumns, inFileNames, narrow } from './columns.ts';
import { readTable } from './table.ts';

/** What is known of a list beside its bytes. */
export interface ListSource extends FileStyle {
  readonly asOf: Day;
  readonly timezone: string;
}

/** A kind of list whose rows each tell of something on a day. */
export interface ListKind<Field extends string> {
  readonly role: string;
  readonly vocabulary: Vocabulary<Field>;
  readonly required: readonly Field[];
  readonly day: Field;
  /** Columns of other days, which may be blank. */
  readonly otherDays: readonly Field[];
}

/** A row of a list, as far as every kind has it. */
export interface ListRow<Field extends string> {
  readonly on: Day;
  readonly place: Place;
  text(field: Field): string;
  /** The day in another column; a cell that is none is told. */
  otherDay(field: Field): Day | undefined;
  /** Tells what is wrong with a cell; the row counts none the less. */
  tell(field: Field, problem: Problem): void;
}

/** Reads a list. A row whose day cannot be read, or of which `item` makes a problem, is left out and told. */
export function readList<Field extends string, Item extends object>(
  content: Content,
  file: string,
  kind: ListKind<Field>,
  source: ListSource,
  item: (row: ListRow<NoInfer<Field>>) => Item | Problem,
): { readonly items: readonly Item[]; readonly problems: readonly Problem[] } {
  const { role, vocabulary, required } = kind;
  const rows: { line: number; cells: readonly string[] }[] = [];
  let convert: (() => ReturnType<typeof readList<Field, Item>>) | undefined;
  const found = readTable(
    content,
    file,
    ({ header, headerLine }) => {
      const choice = chooseColumns({ file, role, header, headerLine, vocabulary, required });
      if ('refused' in choice) return choice.refused;
      const { wanted, columns } = narrow(choice.columns);
      convert = () => {
        const cell = cellReader(columns);
        const styles = new Map(
          [kind.day, ...kind.otherDays].map((field) => {
            const watch = watchDates(source.dayOrder);
            for (const { cells } of rows) watch.see(cell(cells, field));
            return [field, watch.style()] as const;
          }),
        );
        const { items, problems } = readRows(rows, { file, kind, source, cell, styles }, item);
        const named = inFileNames(problems, choice.columns, header);
        return { items, problems: [...choice.problems, ...named] };
      };
      // Spreadsheets cut off the cells that are blank up to the end of a row.
      return { wanted, mayBeShort: true, take: (cells, line) => rows.push({ line, cells }) };
    },
    { encoding: source.encoding },
  );
  if (!convert || found.some(isBroken)) return { items: [], problems: found };
  const reading = convert();
  return { items: reading.items, problems: [...found, ...reading.problems] };
}

interface Sheet<Field extends string> {
  readonly file: string;
  readonly kind: ListKind<Field>;
  readonly source: ListSource;
  readonly cell: (cells: readonly string[], field: Field) => string;
  readonly styles: ReadonlyMap<Field, DateStyle>;
}

function readRows<Field extends string, Item extends object>(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  { file, kind, source, cell, styles }: Sheet<Field>,
  item: (row: ListRow<Field>) => Item | Problem,
): { items: Item[]; problems: Problem[] } {
  const items: Item[] = [];
  const problems: Problem[] = [];
  for (const { line, cells } of rows) {
    const at = (column: Field) => ({ file, line, column });
    const read = (field: Field) => civilDay(cell(cells, field), source.timezone, styles.get(field));
    const told = read(kind.day);
    if ('fault' in told) {
      const value = cell(cells, kind.day);
      problems.push({ kind: neededDayFault(value, told.fault), place: at(kind.day), value });
      continue;
    }
    const otherDay = (field: Field): Day | undefined => {
      const [value, found] = [cell(cells, field), read(field)];
      if (value === '') return undefined;
      if ('day' in found) return found.day;
      problems.push({ kind: blankedDayFault(found.fault), place: at(field), value });
      return undefined;
    };
    const made = item({
      on: told.day,
      place: { file, line },
      text: (field) => cell(cells, field),
      otherDay,
      tell: (field, problem) =>
        problems.push({ ...problem, place: at(field), value: cell(cells, field) }),
    });
    if ('kind' in made && 'place' in made) problems.push(made as Problem);
    else items.push(made as Item);
  }
  return { items, problems };
}
