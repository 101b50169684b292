import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parserOptions, readRecords } from '../../src/ingest/records.ts';

function read(
  text: string,
  delimiter = ',',
): { rows: (readonly string[])[]; lines: number[]; stop: unknown } {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const stop = readRecords(text, 0, 1, delimiter, (cells, line) => {
    rows.push(cells);
    lines.push(line);
  });
  return { rows, lines, stop };
}

/** What the CSV parser alone makes of the text; undefined where it refuses it. */
function parsed(text: string, delimiter = ','): string[][] | undefined {
  try {
    return parse(text, parserOptions(delimiter));
  } catch {
    return undefined;
  }
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
    ' ',
    'é',
    '"b"',
    '"c,d"',
    '"e\nf"',
    '5" pan',
    ',,',
    '1',
  ];

  it('gives what the CSV parser gives, whatever the quotes and line ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.constantFrom(',', ';'),
        (parts, delimiter) => {
          const text = parts.join('');
          const alone = parsed(text, delimiter);
          const { rows, stop } = read(text, delimiter);
          if (alone === undefined) expect(stop).toBeDefined();
          else expect({ rows, stop }).toEqual({ rows: alone, stop: undefined });
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

  it('stops early where a quote swallows more than a record may hold', () => {
    const { stop, rows } = read(`a,b\n1,"${'x,y\n'.repeat(600_000)}`);
    expect(stop).toEqual({ fault: 'record-too-long', line: 2 });
    expect(rows).toHaveLength(1);
  });
});
