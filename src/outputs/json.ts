import type { Row, View } from './view.ts';

/** An array of objects, one a line; what is not known is null. */
export function toJson({ columns, rows }: Pick<View, 'columns' | 'rows'>): string {
  return rows.length === 0
    ? '[]\n'
    : `[\n${rows.map((row) => object(columns, row)).join(',\n')}\n]\n`;
}

/** One object a line. */
export function toNdjson({ columns, rows }: Pick<View, 'columns' | 'rows'>): string {
  return rows.map((row) => `${object(columns, row)}\n`).join('');
}

function object(columns: readonly string[], row: Row): string {
  return JSON.stringify(Object.fromEntries(columns.map((name) => [name, row[name] ?? null])));
}
