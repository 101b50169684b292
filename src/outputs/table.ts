import type { ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import { harmless } from './terminal.ts';
import type { Cell, Glance, Row, View } from './view.ts';

const gap = 2;
const longest = 34;

/** The view as a table for people, one line a row, as wide as the terminal allows. */
export function toTable(view: View, width: number, paint: ChalkInstance): string {
  if (view.rows.length === 0) return `${view.whenEmpty}\n`;
  const shown = fitting(view, width);
  const head = shown.map(({ glance, numeric, width: room }) =>
    paint.bold(numeric ? heading(glance).padStart(room) : heading(glance)),
  );
  const rows = view.rows.map((row) =>
    shown.map(({ glance }) => colour(glance, text(glance, row), paint)),
  );
  const starts = Array.from(
    { length: Math.ceil(rows.length / pieceRows) },
    (_, i) => i * pieceRows,
  );
  const pieces = starts.map((from) => {
    const table = new Table({
      chars: lines,
      style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
      head: from === 0 ? head : [],
      colWidths: shown.map(({ width: room }) => room + gap),
      colAligns: shown.map(({ numeric }) => (numeric ? 'right' : 'left')),
    });
    table.push(...rows.slice(from, from + pieceRows));
    return table.toString();
  });
  return `${pieces
    .flatMap((piece) => piece.split('\n'))
    .map((line) => line.trimEnd())
    .join('\n')}\n`;
}

/** A table is laid out in a time that grows with the square of its rows. Its columns are as wide as they are told to be, in each piece. */
const pieceRows = 100;

const lines = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
};

interface Column {
  readonly glance: Glance;
  readonly width: number;
  readonly numeric: boolean;
}

/** Drops the least important columns until the rest fits; then the widest text gives way. */
function fitting(view: View, width: number): Column[] {
  let columns = view.glance.map((glance): Column => {
    const cells = view.rows.map((row) => text(glance, row));
    return {
      glance,
      width: Math.min(
        glance.wide ? Number.POSITIVE_INFINITY : longest,
        Math.max(heading(glance).length, ...cells.map(({ length }) => length)),
      ),
      numeric:
        view.rows.some((row) => typeof row[glance.column] === 'number') &&
        glance.show === undefined,
    };
  });
  // A wide column that must stay runs on over the edge: the terminal folds it, nothing of it is lost.
  const runsOn = ({ wide, rank }: Glance) => wide && rank === 0;
  const total = () =>
    columns.reduce((sum, { glance, width: room }) => sum + (runsOn(glance) ? 0 : room) + gap, 0);
  while (total() > width) {
    const last = Math.max(...columns.map(({ glance }) => glance.rank));
    if (last === 0) break;
    columns = columns.filter(({ glance }) => glance.rank !== last);
  }
  return narrowed(columns, total() - width);
}

const narrowest = 6;

/** Takes from the widest text columns what is too much. */
function narrowed(columns: readonly Column[], excess: number): Column[] {
  const widths = columns.map(({ width }) => width);
  const mayShrink = columns.map(({ glance, numeric }) => !glance.wide && !numeric);
  for (let left = excess; left > 0; left -= 1) {
    const widest = widths.reduce(
      (best, width, i) => (mayShrink[i] && width > (widths[best] ?? narrowest) ? i : best),
      -1,
    );
    const room = widths[widest];
    if (room === undefined) break;
    widths[widest] = room - 1;
  }
  return columns.map((column, i) => ({ ...column, width: widths[i] ?? column.width }));
}

function heading(glance: Glance): string {
  return harmless(glance.heading);
}

function text(glance: Glance, row: Row): string {
  return harmless(glance.show ? glance.show(row) : plain(row[glance.column]));
}

function plain(cell: Cell): string {
  return cell === undefined ? '' : String(cell);
}

function colour(glance: Glance, cell: string, paint: ChalkInstance): string {
  if (glance.column !== 'status' && glance.column !== 'state') return cell;
  switch (cell) {
    case 'available':
    case 'ship-now':
      return paint.green(cell);
    case 'backorder':
    case 'forwarded':
      return paint.yellow(cell);
    case 'preorder':
    case 'waiting':
      return paint.cyan(cell);
    case 'unavailable':
    case 'unfillable':
      return paint.red(cell);
    default:
      return cell;
  }
}
