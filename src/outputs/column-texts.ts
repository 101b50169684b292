import type { Problem } from '../model/problem.ts';

/** The words for a problem. */
export interface Wording {
  readonly message: string;
  /** What to change, and where. */
  readonly hint?: string | undefined;
}

/** A cell or a name in a message. */
export const quoted = (value: string | undefined) => `"${shorten(value ?? '')}"`;
/** The first of several names. */
export const list = (names: readonly string[]) =>
  names
    .filter((name) => name !== '')
    .slice(0, 12)
    .join(', ') + (names.length > 12 ? ', …' : '');

/** So much of a cell as a message has room for. */
export function shorten(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

/** Where the columns of a role are mapped; the merchant's own files have fixed column names. */
const sections: { readonly [role: string]: string | undefined } = {
  stock: 'suppliers',
  orders: 'orders',
  shipments: 'shipments',
  returns: 'returns',
};

type ColumnMissing = Extract<Problem, { kind: 'column-missing' }>;

function columnUnknown({ role, field, headers, nearest, format }: ColumnMissing): Wording {
  const section = sections[role];
  if (format !== undefined) {
    return {
      message: `is ${format} without a column for the ${field.replace('_', ' ')}; its columns are: ${list(headers)}`,
      hint: `export it again with all columns; if another column tells it, name that in dropship.toml, under [orders.NAME]: columns = { ${field} = "${nearest ?? 'its header'}" }`,
    };
  }
  return {
    message: `no column tells the ${field.replace('_', ' ')}; its columns are: ${list(headers)}`,
    hint: section
      ? `say which it is in dropship.toml, under [${section}.NAME]: columns = { ${field} = "${nearest ?? 'its header'}" }`
      : `the columns of ${role} have fixed names: rename ${nearest === undefined ? 'one' : `"${nearest}"`} to "${field}"`,
  };
}

function columnMisnamed({ field, headers, nearest, value }: ColumnMissing): Wording {
  return {
    message: `has no column ${quoted(value)}, which dropship.toml names for ${field}; its columns are: ${list(headers)}`,
    hint:
      nearest === undefined ? 'correct the name in dropship.toml' : `did you mean "${nearest}"?`,
  };
}

/** What Cyrillic or Greek letters look like when they are read as those of Western Europe. */
const oddLetters = /[À-ÿ]{4}/;

/** A file without a header line, whose first row was looked at as one. */
function headerMissing(cells: readonly string[]): Wording {
  const message = `none of its columns is known by its name: ${list(cells)}`;
  if (cells.length === 1)
    return {
      message,
      hint: 'it has one column only: ask for it with a comma, a semicolon or a tab between the cells',
    };
  if (cells.some((cell) => oddLetters.test(cell)))
    return {
      message,
      hint: 'if these letters are wrong, say in dropship.toml, under [suppliers.NAME], how the file is written: encoding = "windows-1251" (Cyrillic), "windows-1253" (Greek) …',
    };
  const numbered = cells.flatMap((cell, i) => (cell === '' ? [] : [`${i + 1} is ${quoted(cell)}`]));
  return {
    message,
    hint: `if that is its first row, as it has no header line, give the columns by numbers in dropship.toml, under [suppliers.NAME]: columns = { sku = 1, quantity = 2 }; here ${numbered.slice(0, 6).join(', ')}`,
  };
}

/** A supplier that a file names; in a column of another's stock file the name may be a brand. */
export function supplierUnknown({
  value,
  known,
  nearest,
  owner,
}: Extract<Problem, { kind: 'supplier-unknown' }>): Wording {
  const likely =
    nearest === undefined ? `configured are: ${list(known)}` : `did you mean "${nearest}"?`;
  const isBrand = `if the column "supplier" holds brands, say in dropship.toml, under [suppliers.${owner}]: columns = { supplier = "" }`;
  return {
    message: `the supplier ${quoted(value)} is not in dropship.toml; defaults apply`,
    hint: owner === undefined ? likely : `${likely}; ${isBrand}`,
  };
}

/** A column that is needed and not there, or not under the name configured. */
export function columnMissing(problem: ColumnMissing): Wording {
  if (problem.noneKnown) return headerMissing(problem.headers);
  return problem.value === undefined ? columnUnknown(problem) : columnMisnamed(problem);
}
