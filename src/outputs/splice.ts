import {
  type CellChange,
  cellStart,
  type PlacedListing,
  type PlacedRow,
} from '../formats/listing.ts';

/** The changes of each row that has any. */
export type RowChanges = ReadonlyMap<PlacedRow, readonly CellChange[]>;

type Spot = Pick<PlacedListing, 'bytes' | 'delimiter'>;

interface Patch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The whole file with only the changed cells' bytes replaced. */
export function spliceFile(listing: PlacedListing, changes: RowChanges): Uint8Array {
  return joined(patched(listing, 0, listing.bytes.length, listing.rows, changes));
}

/** The head of the file and some of its rows, with the changed cells' bytes replaced. */
export function spliceRows(
  listing: PlacedListing,
  rows: readonly PlacedRow[],
  changes: RowChanges,
): Uint8Array {
  return joined([
    listing.bytes.subarray(0, listing.bodyStart),
    ...rows.flatMap((row) => patched(listing, row.start, row.end, [row], changes)),
  ]);
}

function patched(
  listing: PlacedListing,
  from: number,
  to: number,
  rows: readonly PlacedRow[],
  changes: RowChanges,
): readonly Uint8Array[] {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let at = from;
  for (const patch of rows.flatMap((row) => patchesOf(listing, row, changes.get(row) ?? []))) {
    parts.push(listing.bytes.subarray(at, patch.from), encoder.encode(patch.text));
    at = patch.to;
  }
  return [...parts, listing.bytes.subarray(at, to)];
}

function patchesOf(spot: Spot, row: PlacedRow, changes: readonly CellChange[]): readonly Patch[] {
  const last = row.cellEnds.length - 1;
  const end = row.cellEnds[last] ?? row.start;
  let width = row.cellEnds.length;
  return changes
    .toSorted((a, b) => a.column - b.column)
    .map(({ column, value }) => {
      const cellEnd = row.cellEnds[column];
      if (cellEnd !== undefined) {
        const from = cellStart(row, column);
        return { from, to: cellEnd, text: quoted(spot, from, cellEnd, value) };
      }
      // A record cut short by a spreadsheet gets the delimiters up to its new cell.
      const gap = spot.delimiter.repeat(column - width + 1);
      width = column + 1;
      return { from: end, to: end, text: gap + quoted(spot, end, end, value) };
    });
}

/** A cell in quotes stays in quotes. */
function quoted({ bytes, delimiter }: Spot, from: number, to: number, value: string): string {
  const wasQuoted = to > from && bytes[from] === 0x22;
  const needsQuotes = value.includes(delimiter) || /["\r\n]/.test(value);
  return wasQuoted || needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
