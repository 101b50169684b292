import type { ChalkInstance } from 'chalk';
import { type Flavour, toCsv } from './csv.ts';
import { toJson, toNdjson } from './json.ts';
import type { View } from './view.ts';

export const formatNames = ['table', 'csv', 'tsv', 'json', 'ndjson'] as const;
export type FormatName = (typeof formatNames)[number];

export interface Rendering {
  readonly format: FormatName;
  readonly flavour: Flavour;
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: ChalkInstance;
}

/** A view as text. The table code is loaded only when a table is wanted. */
export async function render(view: View, { format, flavour, width, paint }: Rendering): Promise<string> {
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
