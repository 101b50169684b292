import type { ExplainedColumn, ExplainedFile, ExplainedRow } from '../model/explained-file.ts';
import type { Offer } from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';
import { wordingOf } from './problem-texts.ts';
import type { Row, View } from './view.ts';

/** How files were understood: each as a whole, its columns, its first rows cell by cell, and what is wrong with them. */
export function explainedView(files: readonly ExplainedFile[]): View {
  return {
    columns: ['file', 'line', 'column', 'field', 'cell', 'understood'],
    rows: files.flatMap(fileRows),
    glance: [
      { column: 'line', heading: 'Line', rank: 0, show: ({ line }) => String(line ?? '') },
      { column: 'column', heading: 'Column', rank: 0 },
      { column: 'field', heading: 'Field', rank: 0 },
      { column: 'cell', heading: 'Cell', rank: 1 },
      { column: 'understood', heading: 'Understood', rank: 0, wide: true },
    ],
    whenEmpty: 'No files.',
  };
}

function fileRows(explained: ExplainedFile): Row[] {
  const { file, title, head, columns, rows, problems, ready } = explained;
  const say = (field: string, understood: string): Row => ({ file, field, understood });
  const ofFile = problems.filter(({ place }) => !rows.some(({ line }) => line === place.line));
  return [
    say('file', `${file}: ${title}`),
    ...(head ? headRows(head).map(([field, text]) => say(field, text)) : []),
    ...ofFile.flatMap((problem) => problemRows(problem, file)),
    ...columns.map((column, at) => columnRow(column, firstValue(rows, at), file, head?.headerLine)),
    ...rows.flatMap((row) => cellRows(row, explained)),
    ...ready.map((line) => say('dropship.toml', line)),
  ];
}

const delimiters: { readonly [sign: string]: string } = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

function headRows({
  encoding,
  isGuess,
  delimiter,
  quote,
  headerLine,
  above,
}: NonNullable<ExplainedFile['head']>): [string, string][] {
  const sign = delimiters[delimiter] ?? delimiter;
  return [
    [
      'format',
      `${encoding}, ${sign} between cells, ${quote} around them, ${headerLine === 0 ? 'no header line' : `header on line ${headerLine}`}`,
    ],
    ...(isGuess ? [encodingRow(encoding)] : []),
    ...above.map((cells): [string, string] => [
      'above the header',
      cells.filter((cell) => cell !== '').join(' · '),
    ]),
  ];
}

function encodingRow(encoding: string): [string, string] {
  const other = encoding === 'windows-1252' ? 'windows-1250' : 'windows-1252';
  return [
    'encoding',
    `${encoding} is a guess; if letters are wrong, say in dropship.toml which it is: encoding = "${other}", "windows-1251" …`,
  ];
}

const reasons = {
  configuration: 'by dropship.toml',
  'own-name': 'by its own name',
  vocabulary: 'by a word known for it',
};

/** A column that is not used is shown by a value of it, as its cells are not. */
function columnRow(
  { header, field, by }: ExplainedColumn,
  value: string | undefined,
  file: string,
  line: number | undefined,
): Row {
  const place = { file, line: line || undefined, column: header, field };
  return by === undefined
    ? { ...place, cell: value, understood: 'not used' }
    : { ...place, understood: reasons[by] };
}

function firstValue(rows: readonly ExplainedRow[], at: number): string | undefined {
  return rows
    .map(({ cells }) => cells[at])
    .find((cell) => cell !== undefined && cell.trim() !== '');
}

function cellRows(row: ExplainedRow, { file, columns, problems }: ExplainedFile): Row[] {
  const own = problems.filter(({ place }) => place.line === row.line);
  const cells = columns.flatMap(({ header, field }, at): Row[] => {
    if (field === undefined) return [];
    const problem = own.find(({ place }) => place.column === header);
    const understood = problem ? wordingOf(problem).message : understoodAs(field, row);
    return [{ file, line: row.line, column: header, field, cell: row.cells[at] ?? '', understood }];
  });
  const others = own.filter(
    ({ place }) =>
      !columns.some(({ header, field }) => field !== undefined && header === place.column),
  );
  return [...cells, ...others.flatMap((problem) => problemRows(problem, file))];
}

function problemRows(problem: Problem, file: string): Row[] {
  const { line, column } = problem.place;
  const { message, hint } = wordingOf(problem);
  const row = { file, line, column };
  return [
    { ...row, field: 'problem', understood: message },
    ...(hint === undefined ? [] : [{ ...row, field: 'hint', understood: hint }]),
  ];
}

/** What became of a cell; blank where it stands for nothing of its own. */
function understoodAs(field: string, { fact, joined }: ExplainedRow): string {
  if (!fact) {
    if (field !== 'sku') return '';
    return joined === undefined ? 'the row is not used' : `goes with line ${joined}`;
  }
  if ('restocks' in fact) {
    const told = offerTells(field, fact);
    if (told !== undefined) return told;
  }
  const value: unknown = Object.entries(fact).find(([name]) => name === camel(field))?.[1];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}

function offerTells(field: string, offer: Offer): string | undefined {
  const [restock] = offer.restocks;
  switch (field) {
    case 'quantity':
      return quantityText(offer);
    case 'restock_date':
      return restock?.day ?? '';
    case 'restock_quantity':
      return String(restock?.quantity ?? '');
    case 'release_date':
      return offer.release ?? '';
    case 'available_from':
      return offer.availableFrom ?? restock?.day ?? '';
    case 'discontinued':
      return offer.discontinued ? 'yes' : 'no';
    default:
      return undefined;
  }
}

/** A pack size multiplies what the cell says. */
function quantityText(offer: Offer): string {
  const { packSize = 1, quantityKind } = offer;
  const text = countText(offer);
  return packSize === 1 || quantityKind === 'unknown' ? text : `${text} packs of ${packSize}`;
}

function countText({ quantity, quantityKind }: Offer): string {
  switch (quantityKind) {
    case 'exact':
      return String(quantity);
    case 'at_least':
      return `at least ${quantity}`;
    case 'unknown':
      return 'in stock, no number told';
  }
}

/** `ordered_at` → `orderedAt` */
function camel(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
