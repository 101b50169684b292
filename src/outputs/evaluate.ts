import type { Evaluation } from '../evaluate/evaluate.ts';
import type { Figure, Unit } from '../evaluate/figure.ts';
import { groupWords, noteWords, valueWords } from './evaluate-words.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = ['measure', 'group', 'value', 'unit', 'sample', 'note'] as const;

/** One row a figure, each with what it rests on. */
export function evaluationView({ figures }: Evaluation): View {
  return {
    columns,
    rows: figures.map(toRow),
    whenEmpty:
      'Nothing to evaluate yet: it takes orders whose dates are over, 56 days of sales or some weeks of stock files. "dropship ingest" reads them, "dropship run" each morning records what customers were told.',
    glance: [
      { column: 'measure', heading: 'Measure', rank: 0 },
      { column: 'group', heading: 'Of', rank: 0 },
      { column: 'value', heading: 'Value', rank: 0, show: shown },
      { column: 'sample', heading: 'Sample', rank: 1 },
      { column: 'note', heading: 'Note', rank: 2 },
    ],
  };
}

/** A row of a terminal is a copy: what it shows is in its cells. */
function shown({ value, unit }: Row): string {
  return valueWords(typeof value === 'number' ? value : undefined, unit as Unit);
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
