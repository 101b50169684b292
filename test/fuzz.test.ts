import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { runProgram } from '../src/cli/program.ts';
import { withProgress } from '../src/cli/progress.ts';
import type { Out, World } from '../src/cli/world.ts';
import * as disk from '../src/disk/index.ts';
import { countKnownNames } from '../src/formats/names.ts';
import { readTable, type TableHead } from '../src/ingest/table.ts';
import { severities } from '../src/model/severity.ts';
import { randomFrom } from './formats/random.mjs';
import { projectFolder } from './rig.ts';

// Files with bits turned, pieces cut out and pieces of other files set in, through every way in. Whatever comes out of
// it, the program ends with an exit code of its own and in time, and no row is lost without a word.
// `FUZZ=100000 npx vitest run test/fuzz.test.ts` for more files, `FUZZ_SEED=7` for others.
const count = Number(process.env['FUZZ'] ?? 400);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);
const longest = 10_000;
const seedSize = 6000;

/** The beginnings of real and invented files: the corpus where it lies beside the project, the samples, the tests' own. */
function seedFiles(): Buffer[] {
  const folders = ['../shared/corpus', 'samples/inbox', 'test/formats'].map((name) =>
    join(projectFolder, name),
  );
  return folders.filter(existsSync).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(csv|tsv|txt)$/.test(name))
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isFile())
      .toSorted()
      .map((path) => readFileSync(path).subarray(0, seedSize)),
  );
}

type Mutation = 'flip' | 'flips' | 'cut' | 'splice';

function mutate(files: readonly Buffer[], random: () => number): [Buffer, Buffer, Mutation] {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = () => files[below(files.length)] ?? Buffer.alloc(0);
  const original = pick();
  const kind = (['flip', 'flips', 'cut', 'splice'] as const)[below(4)] ?? 'flip';
  if (kind === 'flip' || kind === 'flips') {
    const flipped = Buffer.from(original);
    const times = kind === 'flip' ? 1 : 2 + below(8);
    for (let i = 0; i < times && flipped.length > 0; i += 1) {
      const at = below(flipped.length);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8));
    }
    return [original, flipped, kind];
  }
  const from = below(original.length);
  const to = from + below(Math.min(400, original.length - from));
  const other = pick();
  const start = below(other.length);
  const set = kind === 'splice' ? other.subarray(start, start + below(400)) : Buffer.alloc(0);
  return [original, Buffer.concat([original.subarray(0, from), set, original.subarray(to)]), kind];
}

interface Told {
  readonly head: TableHead | undefined;
  readonly rows: number;
  /** Rows that say something: with at least two cells filled. */
  readonly telling: number;
  readonly leftOut: number;
  readonly isRefused: boolean;
  readonly problems: number;
}

function readAll(bytes: Uint8Array): Told {
  let head: TableHead | undefined;
  let rows = 0;
  let telling = 0;
  const problems = readTable(bytes, 'it.csv', (found) => {
    head = found;
    return {
      take: (cells) => {
        rows += 1;
        if (cells.filter((cell) => cell.trim() !== '').length > 1) telling += 1;
      },
    };
  });
  const of = (severity: string) => problems.filter(({ kind }) => severities[kind] === severity);
  const again = problems.filter(({ kind }) => kind === 'row-header');
  const leftOut = of('left-out').length + again.length;
  return {
    head,
    rows,
    telling,
    leftOut,
    isRefused: of('refused').length > 0,
    problems: problems.length,
  };
}

/** How many rows the CSV parser finds; undefined where it finds fault. */
function countRows(bytes: Buffer, head: TableHead): number | undefined {
  try {
    const records: string[][] = parse(new TextDecoder(head.encoding).decode(bytes), {
      delimiter: head.delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
    });
    // Quotes around nothing, with blanks beside them, are blank here; the parser takes them as they stand.
    const isBlank = (cell: string) => cell.trim() === '' || /^ *"" *$/.test(cell);
    return records.slice(head.recordsAbove + 1).filter((cells) => !cells.every(isBlank)).length;
  } catch {
    return undefined;
  }
}

/** A folder in memory that holds one file. */
function worldWith(bytes: Uint8Array, written: { stderr: string }): World {
  const out = (take: (text: string) => void): Out => ({
    isTerminal: false,
    width: 100,
    colour: false,
    redraws: false,
    write: take,
  });
  const isIt = (path: string) => path.endsWith('it.csv');
  const file = {
    content: bytes,
    size: bytes.length,
    bytes,
    modified: Date.parse('2026-11-20T12:00:00Z'),
  };
  return withProgress({
    cwd: '/shop',
    timezone: () => 'UTC',
    now: Date.parse('2026-11-23T12:00:00Z'),
    clock: () => 0,
    version: '0.0.0',
    stdout: out(() => undefined),
    stderr: out((text) => {
      written.stderr += text;
    }),
    disk: {
      ...disk,
      isFile: isIt,
      isFolder: (path) => path === '/shop',
      open: (path) => (isIt(path) ? file : undefined),
      read: (path) => (isIt(path) ? file : undefined),
      glob: async () => [],
      write: () => undefined,
      isUnsettled: () => false,
      recover: () => undefined,
      lock: async () => () => undefined,
    },
    readStdin: async () => bytes,
  });
}

const today = ['--today', '2026-11-23'];
const ways: readonly (readonly string[])[] = [
  ['classify', '--stock', 'acme=it.csv'],
  ['orders', '--orders', 'it.csv'],
  ['listings', '--stock', 'acme=it.csv', '--listing', 'it.csv', '--dry-run'],
  ['ingest', '--dry-run', 'it.csv'],
];

/** Whether rows of a file were lost without a word; what is wrong in words. */
function lossIn(bytes: Buffer, original: Buffer | undefined): string | undefined {
  const { head, rows, telling, leftOut, isRefused, problems } = readAll(bytes);
  // In a table of one column a lost line end leaves no trace.
  if (isRefused || !head || head.header.length < 2) return undefined;
  const counted = head.quote === '"' && head.escape === '"' ? countRows(bytes, head) : undefined;
  if (counted !== undefined && counted !== rows + leftOut) {
    return `${rows} rows read and ${leftOut} left out of ${counted}`;
  }
  const before = original && readAll(original);
  if (!before || countKnownNames(head.header) < 2) return undefined;
  // A row left out may be two that lost the line end between them; a header that is another is for the reading of
  // stock and orders to judge.
  const isSame =
    leftOut === 0 &&
    String(before.head?.header) === String(head.header) &&
    before.problems === problems;
  // A row that lost a delimiter is still handed on, with a blank for its reader to tell of.
  return isSame && before.telling > telling && before.rows > rows
    ? `${telling} rows instead of ${before.telling}`
    : undefined;
}

/** Runs a command on a file in memory; what is wrong about how it ended. */
async function faultOf(way: readonly string[], bytes: Buffer): Promise<string | undefined> {
  const written = { stderr: '' };
  const begun = performance.now();
  const code = await runProgram([...way, ...today], worldWith(bytes, written));
  const took = performance.now() - begun;
  if (![0, 1, 2].includes(code)) return `exit code ${code}`;
  if (/fault of its own|\n\s+at /.test(written.stderr)) return written.stderr;
  return took > longest ? `${took} ms` : undefined;
}

it(`${count} broken files end well, and no row of them is lost without a word`, async () => {
  const random = randomFrom(seed);
  const files = seedFiles();
  for (let i = 0; i < count; i += 1) {
    const [original, bytes, kind] = mutate(files, random);
    const way = ways[i % ways.length] ?? [];
    const wrong =
      (await faultOf(way, bytes)) ?? lossIn(bytes, kind === 'flip' ? original : undefined);
    if (wrong === undefined) continue;
    const text = JSON.stringify(bytes.toString('latin1').slice(0, 3000));
    expect(wrong, `file ${i} of seed ${seed} (${kind}), ${way[0]}: ${text}`).toBeUndefined();
  }
}, 3_600_000);
