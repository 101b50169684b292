import type { Vocabulary } from '../formats/vocabulary.ts';
import { type Columns, resolveColumns } from '../formats/vocabulary.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';

/** The columns of a file in a role, or why it cannot be read in it. */
export type ColumnChoice<Field extends string> =
  | { readonly columns: Columns<Field>; readonly problems: readonly Problem[] }
  | { readonly refused: Problem };

interface Demand<Field extends string> {
  readonly file: string;
  readonly role: string;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly vocabulary: Vocabulary<Field>;
  readonly required: readonly Field[];
  readonly configured?: { readonly [F in Field]?: string | undefined } | undefined;
}

/** Settles which column is which; refuses the file when a required one is missing, misnamed or claimed twice. */
export function chooseColumns<Field extends string>(demand: Demand<Field>): ColumnChoice<Field> {
  const { file, role, header, required } = demand;
  const { columns, ambiguous, absent } = resolveColumns(
    demand.vocabulary,
    header,
    demand.configured,
  );
  const place = { file, line: demand.headerLine };
  const [misnamed] = absent;
  if (misnamed) {
    return {
      refused: {
        kind: 'column-missing',
        place,
        role,
        field: misnamed.field,
        value: misnamed.header,
        headers: header,
        nearest: nearest(misnamed.header, header),
      },
    };
  }
  const twice = ambiguous.find(({ field }) => required.includes(field));
  if (twice) return { refused: { kind: 'column-ambiguous', place, ...twice } };
  const missing = required.find((field) => columns[field] === undefined);
  if (missing !== undefined) {
    const words = [missing, ...demand.vocabulary[missing]];
    const taken = new Set(Object.values<number | undefined>(columns));
    const free = header.filter((name, at) => name !== '' && !taken.has(at));
    // Names of three letters and fewer come near to anything.
    const likely = free.find((name) => name.length > 3 && nearest(name, words) !== undefined);
    return {
      refused: {
        kind: 'column-missing',
        place,
        role,
        field: missing,
        headers: header,
        nearest: likely,
      },
    };
  }
  const doubtful = ambiguous.map(
    ({ field, headers }): Problem => ({ kind: 'column-doubtful', place, field, headers }),
  );
  return { columns, problems: doubtful };
}

/** Reads the cells of chosen columns from a row; blank where the file has no such column. */
export function cellReader<Field extends string>(
  columns: Columns<Field>,
): (cells: readonly string[], field: Field) => string {
  return (cells, field) => {
    const at = columns[field];
    return at === undefined ? '' : (cells[at] ?? '').trim();
  };
}

/** Names columns in problems as the file does, not as we do. */
export function inFileNames<Field extends string>(
  problems: readonly Problem[],
  columns: Columns<Field>,
  header: readonly string[],
): Problem[] {
  const names = new Map(
    Object.entries<number | undefined>(columns).map(([field, at]) => [
      field,
      at === undefined ? field : header[at],
    ]),
  );
  return problems.map((problem) => {
    const { column } = problem.place;
    return column === undefined
      ? problem
      : { ...problem, place: { ...problem.place, column: names.get(column) ?? column } };
  });
}

/** The columns in use, as `Rows.wanted` asks for them, and where each field then stands in a row. */
export function narrow<Field extends string>(
  columns: Columns<Field>,
): { readonly wanted: readonly number[]; readonly columns: Columns<Field> } {
  const fields = Object.entries<number | undefined>(columns) as [Field, number | undefined][];
  const wanted = [...new Set(fields.flatMap(([, at]) => at ?? []))].toSorted((a, b) => a - b);
  const narrowed = fields.map(([field, at]) => [field, at === undefined ? at : wanted.indexOf(at)]);
  return { wanted, columns: Object.fromEntries(narrowed) as Columns<Field> };
}
