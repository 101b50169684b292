import type { ChalkInstance } from 'chalk';
import type { Glimpse } from '../model/glimpse.ts';
import type { FoundColumn, FoundTable } from './findings.ts';
import { harmless } from './terminal.ts';

const widest = 34;

/** Which column is taken for what, with a value of each; for the person who is to say whether that is right. */
export function foundPage(found: FoundTable, paint: ChalkInstance): string {
  const { files, title, glimpse, columns } = found;
  const newest = files.at(-1) ?? '';
  const more = files.length > 1 ? ` and ${files.length - 1} more` : '';
  const used = new Map(columns.map(({ field, at }) => [at, field]));
  const rest = glimpse.header.filter((name, at) => name !== '' && !used.has(at));
  return [
    `\n${paint.bold(harmless(newest))}${more}: ${title}`,
    ...rows(
      columns
        .toSorted((a, b) => a.at - b.at)
        .map(({ field, at }) => [
          glimpse.header[at] ?? '',
          `→ ${inWords(field)}`,
          glimpse.samples[at] || '(blank)',
        ]),
    ),
    ...(columns.length > 0 && rest.length > 0
      ? [paint.dim(`  not used: ${harmless(short(rest.join(', '), 70))}`)]
      : []),
    '',
  ].join('\n');
}

/** All columns of a file, numbered as they can be answered with. */
export function numberedColumns({ header, samples }: Glimpse): string {
  return `${rows(header.map((name, at) => [`${at + 1}`, name || '(no name)', samples[at] || '(blank)'])).join('\n')}\n`;
}

/** What a column's place is called in a question. */
export function columnName({ header, headerless }: Glimpse, at: number): string {
  return headerless ? `${at + 1}` : `${at + 1} ${harmless(header[at] ?? '')}`;
}

/** `restock_date` → `restock date`, `sku` → `SKU`. */
export function inWords(field: FoundColumn['field']): string {
  return field.replace('sku', 'SKU').replaceAll('_', ' ');
}

function rows(cells: readonly (readonly string[])[]): string[] {
  const shown = cells.map((row) => row.map((cell) => harmless(short(cell, widest))));
  const widths = [0, 1].map((i) => Math.max(0, ...shown.map((row) => row[i]?.length ?? 0)));
  return shown.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd(),
  );
}

function short(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}
