import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scanRecords } from '../src/ingest/scan.ts';
import { readTable, type TableHead } from '../src/ingest/table.ts';
import type { Problem } from '../src/model/problem.ts';
import { projectFolder } from './rig.ts';

// Hostile CSV files that other tools test themselves with, read as tables without a role. They lie beside the project
// and are not part of it; what is expected of each is what the files that come with them say.
const folder = join(projectFolder, '../shared/corpus/csv-torture');
const isHere = existsSync(folder);

interface Reading {
  readonly head: TableHead | undefined;
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly Problem[];
}

function read(path: string): Reading {
  const rows: (readonly string[])[] = [];
  let head: TableHead | undefined;
  const problems = readTable(readFileSync(join(folder, path)), basename(path), (found) => {
    head = found;
    return { take: (cells) => rows.push(cells) };
  });
  return { head, rows, problems };
}

/** `kind@line` of each problem. */
function told({ problems }: Reading): string[] {
  return problems.map(({ kind, place }) => `${kind}@${place.line ?? ''}`);
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(folder, path), 'utf8'));
}

function scanned(text: string, delimiter: string): { rows: string[][]; isOdd: boolean } {
  const rows: string[][] = [];
  let isOdd = false;
  const decode = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  const stop = scanRecords([Buffer.from(text)], 1, delimiter, decode, (record) => {
    rows.push(Array.from({ length: record.count }, (_, i) => record.text(i)));
    isOdd ||= record.stray >= 0;
    return undefined;
  });
  return { rows, isOdd: isOdd || stop !== undefined };
}

describe.runIf(isHere)('csv-spectrum', () => {
  // The JSON of location_coordinates has another phone number than its CSV.
  const names = isHere
    ? readdirSync(join(folder, 'csv-spectrum/csvs')).filter((name) => !name.startsWith('location'))
    : [];

  it.each(names)('%s reads as its JSON says', (name) => {
    const { head, rows, problems } = read(`csv-spectrum/csvs/${name}`);
    const objects = rows.map((cells) =>
      Object.fromEntries((head?.header ?? []).map((column, i) => [column, cells[i]])),
    );
    expect(objects).toEqual(json(`csv-spectrum/json/${name.replace('.csv', '.json')}`));
    expect(problems).toEqual([]);
  });
});

interface PapaCase {
  readonly description: string;
  readonly input: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly expected: { readonly data: unknown; readonly errors: readonly unknown[] };
}

describe.runIf(isHere)('the cases of PapaParse', () => {
  const all = isHere
    ? (json('papaparse/cases.json') as { CORE_PARSER_TESTS: readonly PapaCase[] }).CORE_PARSER_TESTS
    : [];
  // Left out: other options than the delimiter, errors and their repair, NUL as a quote or a delimiter of several signs.
  const usual = all.filter(({ input, config = {}, expected }) => {
    const options = Object.keys(config).filter((key) => key !== 'delimiter');
    const { delimiter = ',' } = config;
    const isOne = typeof delimiter === 'string' && delimiter.length === 1;
    return options.length === 0 && expected.errors.length === 0 && isOne && input !== '';
  });

  it('are enough to mean something', () => expect(usual.length).toBeGreaterThan(25));

  it.each(usual)('$description', ({ input, config, expected }) => {
    const { rows, isOdd } = scanned(input, String(config?.['delimiter'] ?? ','));
    // A line break at the end ends the last row here, and begins an empty one there.
    const data = expected.data as string[][];
    const isTail = /[\r\n]$/.test(input) && data.at(-1)?.join('') === '';
    const wanted = isTail ? data.slice(0, -1) : data;
    if (isOdd) expect(rows.length).toBeLessThanOrEqual(wanted.length);
    else expect(trimmed(rows)).toEqual(trimmed(wanted));
  });
});

/** Blanks around quotes count here as none. */
function trimmed(rows: readonly (readonly string[])[]): string[][] {
  return rows.map((cells) => cells.map((cell) => cell.trim().replace(/^" *| *"$/g, '')));
}

interface PythonCase {
  readonly test: string;
  readonly lines: readonly string[];
  readonly expected: unknown;
  readonly options: Readonly<Record<string, unknown>>;
}

describe.runIf(isHere)('the cases of Python', () => {
  const all = isHere
    ? (json('python-csv/cases.json') as { reader: readonly PythonCase[] }).reader
    : [];
  const usual = all.filter(
    ({ options, expected, lines }) =>
      Object.keys(options).every((key) => key === 'delimiter') &&
      Array.isArray(expected) &&
      expected.length > 0 &&
      !lines.join('').includes('\0'),
  );

  it('are enough to mean something', () => expect(usual.length).toBeGreaterThan(8));

  it.each(usual)('$test $lines', ({ lines, options, expected }) => {
    const { rows, isOdd } = scanned(lines.join('\n'), String(options['delimiter'] ?? ','));
    // What its lenient reader mends (a quote never closed, text behind a quote) is told here, not mended.
    if (!isOdd) expect(rows).toEqual((expected as string[][]).filter((row) => row.length > 0));
  });
});

/** What a file is read as: the line of its header, its columns, its rows; and what is told of it. */
type Expected = readonly [
  file: string,
  reading: {
    readonly header?: readonly string[];
    readonly line?: number;
    readonly delimiter?: string;
    readonly encoding?: string;
    readonly rows?: number | readonly (readonly string[])[];
  },
  ...told: readonly string[],
];

const expectations: readonly Expected[] = [
  ['own/title-rows.csv', { line: 4, rows: 3 }, 'row-ragged@9'],
  ['own/sep-line.csv', { line: 2, delimiter: ';', rows: [['A-1', '5']] }],
  ['own/two-header-rows.csv', { line: 2, rows: [['A-1', 'Lamp', '5', '2']] }],
  ['own/comments.csv', { line: 3, rows: 2 }],
  [
    'own/blank-lines.csv',
    {
      rows: [
        ['A-1', '5'],
        ['A-2', '3'],
      ],
    },
  ],
  ['own/multi-table.csv', { rows: [['A-1', '5']] }, 'row-ragged@4', 'row-ragged@5'],
  [
    'own/semicolon-decimal-comma.csv',
    {
      delimiter: ';',
      rows: [
        ['A-1', 'Lampe 12", schwarz', '1.234', '9,99'],
        ['A-2', 'Tasse; weiß', '0', '1.299,00'],
      ],
    },
  ],
  ['own/tab.tsv', { delimiter: '\t' }],
  ['own/pipe.txt', { delimiter: '|' }],
  ['own/comma-beats-semicolon.csv', { delimiter: ',' }],
  ['own/single-column.csv', { header: ['sku'] }],
  ['own/wrong-extension.csv', {}, 'file-not-text@'],
  ['own/html-error-page.csv', {}, 'file-not-text@'],
  ['own/quote-all-crlf.csv', { rows: [['A-1', '5']] }],
  [
    'own/backslash-escape.csv',
    {
      rows: [
        ['A-1', '12" lamp', '5'],
        ['A-2', 'C:\\x', '3'],
      ],
    },
  ],
  ['own/space-after-comma.csv', { rows: [['A-1', 'Lamp, black', ' 5']] }],
  [
    'own/unquoted-inch.csv',
    {
      rows: [
        ['A-1', 'Lamp 12" black', '5'],
        ['A-2', '24" monitor arm', '3'],
      ],
    },
  ],
  [
    'own/inch-inside-quotes.csv',
    {
      rows: [
        ['A-1', '"Lamp 12" black"', '5'],
        ['A-2', 'Mug', '3'],
      ],
    },
    'quote-stray@2',
  ],
  ['own/unclosed-quote.csv', {}, 'quote-not-closed@3'],
  ['own/unclosed-at-end.csv', {}, 'quote-not-closed@3'],
  ['own/text-after-quote.csv', {}, 'quote-stray@2'],
  [
    'own/embedded-newlines.csv',
    {
      rows: [
        ['#1001', 'line one\r\nline two, with comma\n"quoted"', '1'],
        ['#1002', '', '2'],
      ],
    },
  ],
  [
    'own/cr-only.csv',
    {
      rows: [
        ['A-1', '5'],
        ['A-2', '3'],
      ],
    },
  ],
  [
    'own/mixed-eol.csv',
    {
      rows: [
        ['A-1', '5'],
        ['A-2', '3'],
        ['A-3', '4'],
      ],
    },
  ],
  ['own/no-final-newline.csv', { rows: [['A-1', '5']] }],
  ['own/ragged-short.csv', { rows: 2 }, 'row-ragged@3'],
  ['own/ragged-long.csv', { rows: 1 }, 'row-ragged@2'],
  [
    'own/trailing-delimiters.csv',
    {
      header: ['SKU', 'Qty'],
      rows: [
        ['A-1', '5'],
        ['A-2', '3'],
        ['A-3', '4'],
      ],
    },
  ],
  [
    'own/proto-headers.csv',
    {
      rows: [
        ['__proto__', 'a', 'b', 'c', 'd', '1'],
        ['constructor', 'a', 'b', 'c', 'd', '2'],
        ['toString', 'a', 'b', 'c', 'd', '3'],
      ],
    },
  ],
  ['own/wide.csv', { rows: 1 }],
  ['own/utf8-bom.csv', { encoding: 'utf-8', header: ['SKU', 'Bezeichnung', 'Qty'] }],
  ['own/utf16le-bom.tsv', { encoding: 'utf-16le', delimiter: '\t', rows: 1 }],
  ['own/utf16be-bom.csv', { encoding: 'utf-16be', rows: 1 }],
  ['own/utf16le-nobom.csv', { encoding: 'utf-16le', rows: 1 }],
  ['own/windows-1252.csv', { encoding: 'windows-1252', rows: 1 }],
  ['own/utf8-then-latin1.csv', { rows: 2 }, 'encoding-mixed@3'],
  ['own/nul-bytes.csv', {}, 'file-not-text@2'],
  ['own/empty.csv', {}, 'file-empty@'],
  ['own/only-bom.csv', {}, 'file-empty@'],
  ['own/only-newlines.csv', {}, 'file-empty@'],
  ['own/header-only.csv', { rows: 0 }],
  ['own/truncated-download.csv', { rows: 2 }, 'row-ragged@4'],
  ['csvkit/bad.csv', { rows: 1 }, 'row-ragged@2', 'row-ragged@3'],
  ['csvkit/mac_newlines.csv', { header: ['a', 'b', 'c'], rows: 2 }],
  ['csvkit/null_byte.csv', {}, 'file-not-text@2'],
  ['csvkit/optional_quote_characters.csv', { rows: 1 }],
  ['csvkit/sniff_limit.csv', { delimiter: ';' }],
  ['csvkit/test_latin1.csv', { encoding: 'windows-1252', rows: 2 }],
  ['csvkit/test_utf16_big.csv', { encoding: 'utf-16be', rows: 2 }],
  ['csvkit/test_utf16_little.csv', { encoding: 'utf-16le', rows: 2 }],
  ['csvkit/test_utf8_bom.csv', { header: ['foo', 'bar', 'baz'], rows: 2 }],
  ['csvkit/test_no_leading_zeroes.csv', { rows: 1 }],
  ['csvlint-rb/cr-line-endings.csv', { rows: 2 }],
  ['csvlint-rb/crlf-line-endings.csv', { rows: 2 }],
  ['csvlint-rb/inconsistent-line-endings.csv', { rows: 2 }],
  ['csvlint-rb/title-row.csv', { line: 2, header: ['Foo', 'Bsr', 'Baz'], rows: 2 }],
  ['csvlint-rb/invalid_many_rows.csv', {}, 'quote-stray@4'],
  ['duckdb/auto/utf8bom.csv', { header: ['id', 'name'], rows: 2 }],
  ['duckdb/auto/semicolon_delim.csv', { delimiter: ';' }],
  ['duckdb/auto/semicolon_quote.csv', { delimiter: ';' }],
  ['duckdb/auto/semicolon_escape.csv', { delimiter: ';' }],
  ['duckdb/auto/tab.csv', { delimiter: '\t' }],
  ['duckdb/auto/tab_single_quote.csv', { delimiter: '\t', rows: 2 }],
  ['duckdb/auto/pipe_delim.csv', { delimiter: '|' }],
  ['duckdb/auto/pipe_delim_quote.csv', { delimiter: '|' }],
  ['duckdb/auto/backslash_escape.csv', { delimiter: '|', rows: 2 }],
  ['duckdb/quoted_values_delimited.csv', { delimiter: ';', rows: 3 }],
  ['duckdb/auto/skip_row.csv', { line: 2, header: ['number', 'text', 'date'] }],
  ['duckdb/auto/multiple_skip_row.csv', { line: 3, header: ['number', 'text', 'date'] }],
  ['duckdb/encodings/latin1.csv', { encoding: 'windows-1252', rows: 12 }],
  ['duckdb/encodings/utf16.csv', { encoding: 'utf-16le', rows: 20 }],
  ['duckdb/missing_column.csv', { rows: 19 }, 'row-ragged@7', 'row-ragged@10', 'row-ragged@17'],
  ['duckdb/test/error_too_many.csv', { rows: 5 }, 'row-ragged@6'],
  ['duckdb/test/error_too_little.csv', { rows: 5 }, 'row-ragged@7'],
  ['duckdb/test/unterminated.csv', {}, 'quote-not-closed@1'],
  ['duckdb/nullbyte.csv', {}, 'file-not-text@2'],
  ['duckdb/nullbyte_header.csv', {}, 'file-not-text@1'],
  ['duckdb/test/mixed_line_endings.csv', { rows: 2 }],
  ['duckdb/rejects/unquoted/basic.csv', { rows: 7 }, 'quote-stray@5'],
  ['duckdb/rejects/unquoted/unquoted_new_line.csv', {}, 'quote-not-closed@5'],
  ['frictionless/bom.csv', { header: ['id', 'name'], rows: 2 }],
  ['frictionless/blank-rows.csv', { rows: 2 }],
  ['frictionless/blank-rows-multiple.csv', { rows: 2 }],
  ['frictionless/latin1.csv', { encoding: 'windows-1252', rows: 2 }],
  ['frictionless/delimiter.csv', { delimiter: ';', rows: 2 }],
  ['frictionless/issue-1009-semicolon.csv', { delimiter: ';', rows: 1 }],
  ['frictionless/defective-rows.csv', { rows: 0 }, 'row-ragged@2', 'row-ragged@3'],
  ['frictionless/without-rows.csv', { rows: 0 }],
  ['frictionless/empty.csv', {}, 'file-empty@'],
  ['miller/bom-dquote-header.csv', { header: ['a', 'b', 'c'], rows: 2 }],
  ['miller/ragged.csv', { rows: 1 }, 'row-ragged@3', 'row-ragged@4'],
  ['miller/comma-at-eof.csv', { rows: 2 }],
  ['miller/has-a-blank-line.csv', { rows: 4 }],
  ['miller/rfc-csv/quoted-crlf.csv', { rows: 2 }],
  ['messytables/utf-16le_encoded.csv', { encoding: 'utf-16le', rows: 327 }],
  ['messytables/excel_pasting.csv', { line: 4, rows: 16 }],
  ['messytables/mixedGLB.csv', { line: 4, rows: 133 }],
  ['messytables/simple.psv', { delimiter: '|', rows: 28 }],
  ['messytables/simple.ssv', { delimiter: ';', rows: 6 }],
];

describe.runIf(isHere)('files with their expectations in words', () => {
  const cases = expectations.map(([file, expected, ...problems]) => ({ file, expected, problems }));

  it.each(cases)('$file', ({ file, expected, problems }) => {
    const reading = read(file);
    const { head, rows } = reading;
    expect(told(reading)).toEqual(problems);
    if (expected.header) expect(head?.header).toEqual(expected.header);
    if (expected.line) expect(head?.headerLine).toBe(expected.line);
    if (expected.delimiter) expect(head?.delimiter).toBe(expected.delimiter);
    if (expected.encoding) expect(head?.encoding).toBe(expected.encoding);
    if (typeof expected.rows === 'number') expect(rows).toHaveLength(expected.rows);
    else if (expected.rows) expect(rows).toEqual(expected.rows);
  });
});

describe.runIf(isHere)('every file', () => {
  const files = isHere
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => statSync(join(folder, name)).isFile())
        .toSorted()
    : [];

  it.each(files)('%s is read or refused, each row once', (file) => {
    const { head, rows, problems } = read(file);
    const refused = problems.find(({ kind }) =>
      ['file-empty', 'file-not-text', 'quote-not-closed', 'record-too-long'].includes(kind),
    );
    if (refused || !head) {
      expect(refused).toBeDefined();
      return;
    }
    // A row is never longer than its header line, and a row left out is told.
    for (const cells of rows) expect(cells).toHaveLength(head.header.length);
    const lines = problems.map(({ place }) => place.line);
    expect(lines.every((line) => line !== undefined && line > 0)).toBe(true);
  });
});

it.runIf(!isHere)(`is skipped: there is no ${relative(projectFolder, folder)}`, ({ skip }) => {
  skip('the torture files are not beside the project');
});
