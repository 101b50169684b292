import type { Fault, FileOf } from '../book/care/fault.ts';
import type { SetAside } from '../book/care/repair.ts';
import type { View } from './view.ts';

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { readonly kind: Kind }>;

const putBack = 'put the line back as it was, or run "dropship book --repair", which sets it aside';
const readAnew =
  '"dropship book --repair" writes it anew, and the next "dropship ingest" reads the files it was made from';

/** A fault in words, and what to do. */
const texts: {
  readonly [Kind in Fault['kind']]: (fault: FaultOf<Kind>) => readonly [what: string, hint: string];
} = {
  'page-missing': () => ['is not there', readAnew],
  'header-missing': () => ['has no header line', '"dropship book --repair" writes it anew'],
  'header-changed': () => [
    'the header line is not the one of this page',
    'put it back as it was, or run "dropship book --repair"; another version of dropship may have written it',
  ],
  'no-newline': () => [
    'ends in the middle of a line',
    'the last line, and others after it, may be missing: put the page back from a copy, or run "dropship book --repair"',
  ],
  form: () => [
    'is written otherwise than the book writes: line ends, quotes or order of columns',
    'a spreadsheet does so when it saves; "dropship book --repair" writes it anew',
  ],
  'text-damaged': () => ['holds bytes that are no text', putBack],
  quotes: () => ['a quote stands in the wrong place, or is not closed', putBack],
  cells: ({ found, expected }) => [`has ${found} cells instead of ${expected}`, putBack],
  unreadable: ({ value }) => [
    value === undefined ? 'is not a line of this page' : `cannot be read: "${value}"`,
    putBack,
  ],
  double: ({ of }) => [`says the same as line ${of}`, 'take one of them out'],
  conflict: ({ of }) => [
    `says something else than line ${of} of the same thing`,
    'take out the wrong one; "dropship book --repair" decides as the book does when it reads files',
  ],
  overlap: ({ of }) => [`goes on to a day on which line ${of} says something else`, putBack],
  'days-reversed': ({ since, seen }) => [`ends on ${seen}, before it begins on ${since}`, putBack],
  'file-unknown': ({ file }) => [`speaks of ${fileText(file)}, which was never read`, putBack],
  'record-missing': ({ file, rows }) => [
    `has no record of ${fileText(file)}, of which ${rows === 1 ? 'a line speaks' : `${rows} lines speak`}`,
    '"dropship book --repair" puts it back, and the next "dropship ingest" reads the file again',
  ],
  altered: ({ value, instead }) => [
    instead === ''
      ? `"${value}" is nothing that this column holds`
      : `"${value}" is not as the book writes it: "${instead}"`,
    putBack,
  ],
  disorder: ({ rows }) => [
    rows === 1
      ? 'stands behind a line that comes after it'
      : `stands behind a line that comes after it, as do ${rows - 1} more`,
    '"dropship book --repair" puts the lines in order',
  ],
};

function fileText({ role, supplier, day, name, isHeld }: FileOf): string {
  if (name !== '') return `${name} as of ${day}`;
  const kind = isHeld ? 'a file held back' : 'a file';
  return role === 'stock' ? `${kind} of ${supplier} as of ${day}` : `a file as of ${day}`;
}

/** What is wrong, and what to do about it. */
export function faultText<Kind extends Fault['kind']>(
  fault: FaultOf<Kind>,
): readonly [what: string, hint: string] {
  return texts[fault.kind as Kind](fault);
}

/** All faults of a book, with their places in it. */
export function faultsView(faults: readonly Fault[], folder: string): View {
  return {
    columns: ['file', 'line', 'column', 'what', 'hint'],
    rows: faults.map((fault) => {
      const [what, hint] = faultText(fault);
      return {
        file: `${folder}/${fault.page}`,
        line: fault.line,
        column: fault.column,
        what,
        hint,
      };
    }),
    glance: [
      {
        column: 'file',
        heading: 'Place',
        rank: 0,
        show: ({ file, line }) => (line === undefined ? String(file) : `${file}:${line}`),
      },
      { column: 'column', heading: 'Column', rank: 1 },
      { column: 'what', heading: 'What is wrong', rank: 0, wide: true },
    ],
    whenEmpty: 'No faults.',
  };
}

/** The lines that a repair took out of the book, as they stood there. */
export function setAsideView(lines: readonly SetAside[], folder: string): View {
  return {
    columns: ['file', 'line', 'what', 'text'],
    rows: lines.map(({ page, line, fault, text }) => ({
      file: `${folder}/${page}`,
      line,
      what: fault ? faultText(fault)[0] : 'another line says something else of the same thing',
      text,
    })),
    glance: [],
    whenEmpty: '',
  };
}

/** How many rows of each page named a customer, and which files outside the book still do. */
export function forgottenView(
  rows: {
    readonly orders: number;
    readonly notices: number;
    readonly requests: number;
    readonly problems: number;
  },
  files: readonly string[],
  folder: string,
): View {
  const cleared = Object.entries(rows).filter(([, count]) => count > 0);
  return {
    columns: ['file', 'rows', 'what'],
    rows: [
      ...cleared.map(([page, count]) => ({
        file: `${folder}/${page}.csv`,
        rows: count,
        what: 'taken out',
      })),
      ...files.map((file) => ({ file, rows: undefined, what: 'still there' })),
    ],
    glance: [
      { column: 'file', heading: 'File', rank: 0 },
      { column: 'rows', heading: 'Rows', rank: 1 },
      { column: 'what', heading: 'Name and address', rank: 0 },
    ],
    whenEmpty: 'No file names the customer.',
  };
}
