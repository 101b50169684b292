import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { toTable } from '../../src/outputs/table.ts';
import type { View } from '../../src/outputs/view.ts';

const plain = new Chalk({ level: 0 });

function view(count: number): View {
  return {
    columns: ['sku', 'units'],
    rows: Array.from({ length: count }, (_, i) => ({ sku: `ART-${i}`, units: i })),
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'units', heading: 'Units', rank: 0 },
    ],
    whenEmpty: 'Nothing.',
  };
}

describe('a long table', () => {
  it('has one heading, every row once and in order, and the same columns from the first row to the last', () => {
    const [head = '', ...rows] = toTable(view(1234), 80, plain).trimEnd().split('\n');
    expect(head).toBe('SKU       Units');
    expect(rows).toEqual(
      Array.from({ length: 1234 }, (_, i) => `${`ART-${i}`.padEnd(10)}${String(i).padStart(5)}`),
    );
  });
});
