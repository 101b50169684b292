import type { Evaluation } from '../evaluate/evaluate.ts';
import type { Figure } from '../evaluate/figure.ts';
import { groupWords, noteWords, valueWords } from './evaluate-words.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = ['measure', 'group', 'value', 'unit', 'sample', 'note'] as const;

/** One row a figure, each with what it rests on. */
export function evaluationView({ figures }: Evaluation): View {
  const rows = figures.map(toRow);
  const isFirst = new Map(rows.map((row, i) => [row, rows[i - 1]?.['measure'] !== row['measure']]));
  const shown = new Map(rows.map((row, i) => [row, figures[i]]));
  return {
    columns,
    rows,
    whenEmpty:
      'Nothing to evaluate yet: it takes orders whose dates are over, 56 days of sales or some weeks of stock files. "dropship ingest" reads them, "dropship run" each morning records what customers were told.',
    glance: [
      {
        column: 'measure',
        heading: 'Measure',
        rank: 0,
        show: (row) => (isFirst.get(row) ? String(row['measure']) : ''),
      },
      { column: 'group', heading: 'Of', rank: 0 },
      {
        column: 'value',
        heading: 'Value',
        rank: 0,
        show: (row) => {
          const figure = shown.get(row);
          return figure ? valueWords(figure) : '';
        },
      },
      { column: 'sample', heading: 'Sample', rank: 1 },
      { column: 'note', heading: 'Note', rank: 2 },
    ],
  };
}

function toRow({ measure, group, value, unit, sample, note }: Figure): Row {
  return {
    measure,
    group: groupWords(group),
    value: rounded(value, 4),
    unit,
    sample,
    note: note && noteWords(note),
  };
}
