import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parserOptions } from '../../src/ingest/parse-oddly.ts';
import { scanRecords, type TextRecord } from '../../src/ingest/scan.ts';

interface Reading {
  readonly rows: (readonly string[])[];
  readonly lines: number[];
  readonly stray: number[];
  readonly stop: unknown;
}

/** Reads a text in pieces of so many bytes. */
function read(text: string, delimiter = ',', pieceSize = 1 << 16, whole = false): Reading {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const stray: number[] = [];
  const bytes = Buffer.from(text);
  function* pieces() {
    const piece = Buffer.alloc(pieceSize);
    for (let at = 0; at < bytes.length; at += pieceSize) {
      yield piece.subarray(0, bytes.copy(piece, 0, at, at + pieceSize));
    }
  }
  const decode = (cell: Uint8Array) => Buffer.from(cell).toString();
  const take = (record: TextRecord) => {
    const cells = Array.from({ length: record.count }, (_, i) => record.text(i));
    expect(record.cut() ?? cells).toEqual(cells);
    expect(record.isBlankFrom(1)).toBe(cells.slice(1).every((cell) => cell.trim() === ''));
    rows.push(cells);
    lines.push(record.line);
    if (record.stray >= 0) stray.push(rows.length - 1);
    return undefined;
  };
  const stop = scanRecords(pieces(), 1, delimiter, decode, take, whole);
  return { rows, lines, stray, stop };
}

/** What the CSV parser alone makes of the text; undefined where it refuses it. */
function parsed(text: string, delimiter = ','): string[][] | undefined {
  try {
    return parse(text, parserOptions({ delimiter, quote: '"', escape: '"' }));
  } catch {
    return undefined;
  }
}

/** Of rows with a stray quote only the number of cells: which quotes stay in them is nobody's rule. */
function asRead(rows: readonly (readonly string[])[], stray: readonly number[]): unknown[] {
  return rows.map((cells, i) => (stray.includes(i) ? cells.length : cells));
}

describe('cutting a text into records', () => {
  const pieces = [
    'a',
    ',',
    ';',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    ' x',
    'é',
    '"b"',
    '"c,d"',
    '"e\nf"',
    '5" pan',
    ',,',
    '1',
  ];

  it('gives what the CSV parser gives, whatever the quotes, line ends and pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.constantFrom(',', ';'),
        fc.integer({ min: 1, max: 70 }),
        fc.boolean(),
        (parts, delimiter, pieceSize, whole) => {
          const text = parts.join('');
          const alone = parsed(text, delimiter);
          const { rows, stop, lines, stray } = read(text, delimiter, pieceSize, whole);
          if (alone === undefined) expect(stop).toBeDefined();
          else if (stop === undefined) expect(asRead(rows, stray)).toEqual(asRead(alone, stray));
          // Where a quote is taken for one that never closes, the parser has a cell of several lines at that place.
          else expect(alone[lines.length]?.some((cell) => /[\r\n]/.test(cell))).toBe(true);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('counts lines as an editor does, also behind cells that span them', () => {
    const { rows, lines } = read('a,b\n"x\ny",1\r\nc,2\n"p\r\nq\n",3\nd,4\n');
    expect(rows.map(([first]) => first)).toEqual(['a', 'x\ny', 'c', 'p\r\nq\n', 'd']);
    expect(lines).toEqual([1, 2, 4, 5, 8]);
  });

  it('names the line on which a quote opens that nobody closes', () => {
    expect(read('a,b\n1,2\n"x",3\n4,"open\n5,6\n').stop).toEqual({
      fault: 'quote-not-closed',
      line: 4,
    });
  });

  it('takes a quote for one that nobody closes where the next one closes it amid a text', () => {
    expect(read('a,b\n1,"open\n5,"six"\n').stop).toEqual({ fault: 'quote-not-closed', line: 2 });
  });

  it('tells which cell has something behind its closing quote', () => {
    const { rows, stray } = read('a,b\n1,"12" pan"\n2,x\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '"12" pan"'],
      ['2', 'x'],
    ]);
    expect(stray).toEqual([1]);
  });

  it('takes quotes behind blanks for quotes', () => {
    expect(read('a, b\nA-1, "Lamp, black" , 5\n').rows[1]).toEqual(['A-1', 'Lamp, black', ' 5']);
  });

  it('stops early where a quote swallows more than a record may hold', () => {
    const { stop, rows } = read(`a,b\n1,"${'x,y\n'.repeat(600_000)}`);
    expect(stop).toEqual({ fault: 'record-too-long', line: 2 });
    expect(rows).toHaveLength(1);
  });

  it('stops at a line that has no end', () => {
    expect(read(`a,b\n1,${'x'.repeat(3_000_000)}\n`).stop).toEqual({
      fault: 'record-too-long',
      line: 2,
    });
  });

  it('reads a record of very many cells', () => {
    expect(read(`${'a,'.repeat(99_999)}b\n`).rows[0]).toHaveLength(100_000);
  });
});
