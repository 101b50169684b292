import { describe, expect, it } from 'vitest';
import type { TableHints } from '../../src/ingest/dialect.ts';
import { readTable, type TableHead } from '../../src/ingest/table.ts';

/** A text whose every character stands for the byte of its number. */
const bytes = (text: string) => Buffer.from(text, 'latin1');

function titles(content: Buffer, hints: TableHints = {}): readonly string[] {
  const found: string[] = [];
  const problems = readTable(
    content,
    'f.csv',
    () => ({ take: ([, , title = '']) => found.push(title) }),
    hints,
  );
  expect(problems).toEqual([]);
  return found;
}

function headOf(content: Buffer, hints: TableHints = {}): TableHead | undefined {
  let found: TableHead | undefined;
  readTable(
    content,
    'f.csv',
    (head) => {
      found = head;
      return { take: () => undefined };
    },
    hints,
  );
  return found;
}

const file = (...cells: readonly string[]) =>
  bytes(`sku,quantity,title\n${cells.map((cell, i) => `A${i},1,${cell}\n`).join('')}`);

describe('letters in one byte are guessed by the letters they would be', () => {
  it.each([
    [
      'Hungarian',
      ['t\xf6ml\xf5', 'f\xfb', 'k\xe1bel', 'cip\xd5'],
      ['tömlő', 'fű', 'kábel', 'cipŐ'],
    ],
    ['Polish', ['\xb3\xf3d\xbf', 'kr\xf3tka'], ['łódż', 'krótka']],
    ['Portuguese', ['bot\xf5es', '\xe1gua', 'fog\xe3o'], ['botões', 'água', 'fogão']],
    ['Portuguese, with its õ only', ['bot\xf5es', '\xe1gua'], ['botões', 'água']],
    ['French', ['ao\xfbt', '\xe9t\xe9'], ['août', 'été']],
    [
      'French and a Spanish name',
      ['go\xfbt', 'Jos\xe9 Garc\xeda', '\xe0'],
      ['goût', 'José García', 'à'],
    ],
    ['Estonian', ['k\xf5rge', '\xf6\xf6', 'p\xe4ev'], ['kõrge', 'öö', 'päev']],
    ['German', ['Gr\xf6\xdfe', '10\xd720'], ['Größe', '10×20']],
  ])('%s', (_language, written, meant) => {
    expect(titles(file(...written))).toEqual(meant);
  });

  it('and it is known that it was a guess', () => {
    expect(headOf(file('caf\xe9'))).toMatchObject({ encoding: 'windows-1252', isGuess: true });
    expect(headOf(file('cafe'))).toMatchObject({ encoding: 'utf-8', isGuess: false });
  });
});

describe('an encoding that is told counts', () => {
  // "Палатка" in Windows-1251.
  const tent = '\xcf\xe0\xeb\xe0\xf2\xea\xe0';

  it.each(['windows-1251', 'CP1251'])('%s', (encoding) => {
    expect(titles(file(tent), { encoding })).toEqual(['Палатка']);
    expect(headOf(file(tent), { encoding })).toMatchObject({
      encoding: 'windows-1251',
      isGuess: false,
    });
  });

  it('also for a cell that would be UTF-8', () => {
    expect(titles(file('\xc3\xa9', tent), { encoding: 'windows-1251' })).toEqual(['Г©', 'Палатка']);
  });

  it('also where bytes of a character look like a sign of the table', () => {
    // In Shift JIS the wide hyphen is 0x81 0x7c; 0x7c alone is the pipe.
    const dash = bytes('sku|quantity|title\nA|1|\x81\x7c\n');
    expect(titles(dash, { encoding: 'shift_jis' })).toEqual(['－']);
  });

  it('but a byte order mark goes before it', () => {
    const marked = Buffer.from('\ufeffsku,quantity,title\nA,1,Größe\n');
    expect(titles(marked, { encoding: 'windows-1251' })).toEqual(['Größe']);
    const wide = Buffer.from('\ufeffsku,quantity,title\nA,1,Größe\n', 'utf16le');
    expect(titles(wide, { encoding: 'windows-1252' })).toEqual(['Größe']);
  });
});
