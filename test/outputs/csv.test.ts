import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/outputs/csv.ts';

const one = (cell: string | number | undefined) => ({ columns: ['a'], rows: [{ a: cell }] });

describe('a table as CSV', () => {
  const someCell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\r', '\n', "'") }),
    fc.integer(),
    fc.constant(undefined),
  );
  const someRow = fc.record({ a: someCell, 'b,"b': someCell, c: someCell });

  it.each([',', '\t'] as const)('reads back cell by cell, between %j', (delimiter) => {
    fc.assert(
      fc.property(fc.array(someRow, { maxLength: 4 }), (rows) => {
        const columns = ['a', 'b,"b', 'c'] as const;
        const cells = rows.map((row) => columns.map((name) => row[name]));
        const read: string[][] = parse(toCsv({ columns, rows }, delimiter), { delimiter });
        const text = cells.map((row) => row.map((cell) => String(cell ?? '')));
        expect(read).toEqual([[...columns], ...text]);
      }),
    );
  });

  it('keeps numbers as they are', () => {
    expect(toCsv(one(-0.5))).toBe('a\n-0.5\n');
    expect(toCsv(one(0))).toBe('a\n0\n');
  });

  it('opens right in a spreadsheet', () => {
    expect(toCsv(one(2.5), ',', 'excel')).toBe('\ufeffa\r\n2.5\r\n');
    expect(toCsv(one(2.5), ',', 'excel-eu')).toBe('\ufeffa\r\n2,5\r\n');
    expect(toCsv(one('a;b'), ',', 'excel-eu')).toBe('\ufeffa\r\n"a;b"\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['@sum', "'@sum"],
    ['-1', '-1'],
    ['-1+2', "'-1+2"],
    ['+49 30 1234', "'+49 30 1234"],
  ])('is no formula in a spreadsheet: %s', (cell, written) => {
    expect(toCsv(one(cell), ',', 'excel')).toBe(`\ufeffa\r\n${written}\r\n`);
    expect(toCsv(one(cell))).toBe(`a\n${cell}\n`);
  });
});
