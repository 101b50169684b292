import { readDay, watchDates } from '../formats/day-cell.ts';
import { countKnownNames } from '../formats/names.ts';
import { readQuantity } from '../formats/quantity-cell.ts';
import type { Content } from '../model/content.ts';
import type { Glimpse } from '../model/glimpse.ts';
import { readTable } from './table.ts';

/** Looks through a file's columns; undefined when it is no table. */
export function glimpse(content: Content, file: string, headerless = false): Glimpse | undefined {
  let header: readonly string[] | undefined;
  let first: readonly string[] = [];
  let columns: readonly ColumnWatch[] = [];
  readTable(
    content,
    file,
    (head) => {
      header = head.header;
      columns = header.map(watchColumn);
      return {
        mayBeShort: true,
        take: (cells) => {
          if (first.length === 0) first = cells;
          columns.forEach((column, at) => {
            column.see((cells[at] ?? '').trim());
          });
        },
      };
    },
    { headerless },
  );
  return (
    header && {
      header,
      headerless,
      first,
      samples: columns.map(({ sample }) => sample()),
      counts: columns.map(({ counts }) => counts()),
      identifies: columns.map(({ identifies }) => identifies()),
      openDates: columns.map(({ openDate }) => openDate()),
    }
  );
}

interface ColumnWatch {
  see(cell: string): void;
  sample(): string;
  counts(): boolean;
  identifies(): boolean;
  openDate(): string | undefined;
}

/** So many values of a column are compared with each other. */
const compared = 200;
const nearlyAll = 0.9;

function watchColumn(): ColumnWatch {
  const dates = watchDates();
  const different = new Set<string>();
  let rows = 0;
  let sample = '';
  let counts = true;
  let openDate: string | undefined;
  return {
    see(cell) {
      rows += 1;
      if (rows <= compared && cell !== '' && !decimal.test(cell)) different.add(cell);
      if (cell === '') return;
      sample ||= cell;
      counts &&= isCount(cell);
      if (!looksDated.test(cell)) return;
      dates.see(cell);
      if (openDate === undefined && isOpen(cell)) openDate = cell;
    },
    sample: () => sample,
    counts: () => counts && sample !== '',
    identifies: () => sample !== '' && different.size >= nearlyAll * Math.min(rows, compared),
    openDate: () => (dates.style().order === undefined ? openDate : undefined),
  };
}

const decimal = /^\D*\d+[.,]\d+\D*$/;
const looksDated = /^\d{1,2}[/.-]\s?\d{1,2}[/.-]\s?\d{2,4}/;

function isOpen(cell: string): boolean {
  const read = readDay(cell);
  return 'fault' in read && read.fault === 'ambiguous';
}

/** Whether a file begins with data: no cell of its first row, read as such, is a name known, and one is a number. */
export function looksHeaderless({ headerless, header, first }: Glimpse): boolean {
  return headerless && header.length > 1 && countKnownNames(first) === 0 && first.some(isCount);
}

/** The columns of a file without a header that look most like the SKU and the quantity; a person must say yes. */
export function proposeColumns({ counts, identifies }: Glimpse): readonly {
  readonly field: 'sku' | 'quantity';
  readonly at: number;
}[] {
  const sku = identifies.indexOf(true);
  const quantity = counts.findIndex((isCounted, at) => isCounted && at !== sku);
  return sku < 0 || quantity < 0
    ? []
    : [
        { field: 'sku', at: sku },
        { field: 'quantity', at: quantity },
      ];
}

const mostDigits = 6;

/** A number of pieces, also `>10` and `0000098`, but no word and nothing as long as a barcode. */
function isCount(cell: string): boolean {
  const digits = cell.replace(/\D/g, '').replace(/^0+/, '');
  return /\d/.test(cell) && digits.length <= mostDigits && 'units' in readQuantity(cell);
}
