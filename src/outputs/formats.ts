import type { ChalkInstance } from 'chalk';
import { type Flavour, toCsv } from './csv.ts';
import type { TextFormatName } from './format-names.ts';
import { toJson, toNdjson } from './json.ts';
import { harmless } from './terminal.ts';
import type { Row, View } from './view.ts';

export interface Rendering {
  readonly format: TextFormatName;
  readonly flavour: Flavour;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: ChalkInstance;
  /** A person's terminal gets no control characters from cells, in no format. */
  readonly forTerminal: boolean;
}

/** A view as text. The table code is loaded only when a table is wanted. */
export async function render(
  raw: View,
  { format, flavour, width, paint, forTerminal }: Rendering,
): Promise<string> {
  const view = forTerminal ? { ...raw, rows: raw.rows.map(harmlessRow) } : raw;
  switch (format) {
    case 'table':
      return (await import('./table.ts')).toTable(view, width, paint);
    case 'csv':
      return toCsv(view, ',', flavour);
    case 'tsv':
      return toCsv(view, '\t', flavour);
    case 'json':
      return toJson(view);
    case 'ndjson':
      return toNdjson(view);
  }
}

function harmlessRow(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      typeof cell === 'string' ? harmless(cell) : cell,
    ]),
  );
}
