import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkBook } from '../../src/book/care/check.ts';
import { repairBook } from '../../src/book/care/repair.ts';
import { type PageName, toPages } from '../../src/book/pages.ts';
import { pageBytes } from '../../src/cli/book-file.ts';
import { faultText } from '../../src/outputs/book-care.ts';
import { dropship, folderWith } from '../rig.ts';

const today = ['--today', '2026-11-23'];

/** Names that no single flipped bit makes another of. */
const articles = ['TENT-0011', 'MUGS-2200', 'ROPE-3033', 'LAMP-0404', 'PEGS-5050'];

function stock(quantities: readonly (number | string)[]): string {
  const rows = quantities.map(
    (quantity, i) => `${articles[i]},Article ${i},${quantity},${i === 0 ? '2026-12-04' : ''}`,
  );
  return `sku,title,quantity,restock_date\n${rows.join('\n')}\n`;
}

/** Two suppliers with several files, one of them held back, orders in two exports, shipments and a recorded run. */
function shop(): string {
  const orders = (fulfilled: number) =>
    `order_id,line_id,ordered_at,sku,title,quantity,fulfilled_quantity,customer_name,customer_email,promised_ship_date,ship_to_country\n${articles
      .map(
        (sku, i) =>
          `10${i}7${i},1,2026-11-1${i},${sku},"Say ""hi"", ${i}",2,${fulfilled},Ann ${i},ann${i}@x.example,2026-11-2${i},US`,
      )
      .join('\n')}\n`;
  return folderWith({
    'dropship.toml': `timezone = "UTC"
[suppliers.acme]
files = "inbox/acme-*.csv"
[suppliers.north]
files = "inbox/north-*.csv"
files_are = "changes"
[orders.shop]
files = "inbox/orders-*.csv"
[shipments.all]
files = "inbox/shipments-*.csv"
[returns.all]
files = "inbox/returns-*.csv"
[answers]
files = "inbox/answers-*.csv"
[events]
files = "inbox/events-*.csv"
[requests]
files = "inbox/requests-*.csv"
[policy]
purchase_orders = true
`,
    'inbox/acme-2026-11-15.csv': stock([0, 2, 3, 4, 5]),
    'inbox/acme-2026-11-18.csv': stock([0, 2, 4, 4, 'ask']),
    'inbox/acme-2026-11-20.csv': stock([0, 1, 4, 3]),
    'inbox/acme-2026-11-22.csv': 'sku,quantity\nTENT-0011,call\nMUGS-2200,ring\n',
    'inbox/north-2026-11-14.csv': stock([1, 2, 2]),
    'inbox/north-2026-11-20.csv': stock([3, 4]),
    'inbox/orders-2026-11-19.csv': orders(0),
    'inbox/orders-2026-11-22.csv': orders(1),
    'inbox/shipments-2026-11-22.csv': `order_id,sku,quantity,shipped_at,tracking\n10070,${articles[0]},1,2026-11-21,AA11BB\n10171,${articles[1]},1,2026-11-21,CC22DD\n`,
    'inbox/returns-2026-11-22.csv': `order_id,sku,quantity,returned_at,reason\n10070,${articles[0]},1,2026-11-22,torn\n10171,${articles[1]},1,2026-11-22,late\n`,
    'inbox/events-2026-11-22.csv':
      'order_id,line_id,type,event,on,new_date\n10070,1,US_FIRST_SHORT,sent,2026-11-20,2026-12-08\n10373,,,consent,2026-11-21,\n',
    'inbox/requests-2026-11-22.csv':
      'email,sku,requested_at,consent\nkim@x.example,PEGS-5050,2026-11-20,yes\nlee@x.example,LAMP-0404,2026-11-21,no\n',
    'inbox/answers-2026-11-22.csv': `supplier,supplier_sku,sku,title,question,stated_date,quantity,restock_date,restock_quantity,discontinued,as_of\nacme,${articles[0]},${articles[0]},,,,,2026-12-04,5,,2026-11-22\nacme,${articles[4]},${articles[4]},,,,,2026-12-08,,,2026-11-22\n`,
  });
}

type Pages = ReadonlyMap<PageName, Uint8Array>;

function pagesOf(folder: string): Pages {
  return new Map(
    readdirSync(join(folder, 'book')).map((name) => [
      name as PageName,
      Uint8Array.from(readFileSync(join(folder, 'book', name))),
    ]),
  );
}

function put(folder: string, pages: Pages): void {
  mkdirSync(join(folder, 'book'), { recursive: true });
  for (const [name, bytes] of pages) writeFileSync(join(folder, 'book', name), bytes);
}

function repaired(pages: Pages) {
  const done = repairBook(checkBook(pages, pageBytes));
  const after: Pages = new Map(toPages(done.book).map((page) => [page.name, pageBytes(page)]));
  return { ...done, after };
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const linesOf = (bytes: Uint8Array | undefined) => text(bytes).replace(/\n$/, '').split('\n');
const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

/** `page:line column: what is wrong` */
function faults(pages: Pages): string[] {
  return checkBook(pages, pageBytes).faults.map(
    (fault) =>
      `${fault.page}${fault.line === undefined ? '' : `:${fault.line}`}${fault.column === undefined ? '' : ` ${fault.column}`}: ${faultText(fault)[0]}`,
  );
}

let sound: Pages;

beforeEach(async () => {
  if (sound) return;
  const folder = shop();
  await dropship(folder, ['run', ...today]);
  sound = pagesOf(folder);
});

/** The sound book with the lines of one page changed; line 1 is the header. */
function withLines(name: PageName, change: (lines: string[]) => readonly string[]): Pages {
  return new Map([...sound, [name, bytesOf(change(linesOf(sound.get(name))))]]);
}

describe('a book as it is written', () => {
  it('is sound, with something on every page', () => {
    for (const [name, bytes] of sound)
      if (name !== 'forgotten.csv') expect([name, linesOf(bytes).length > 1]).toEqual([name, true]);
    expect(faults(sound)).toEqual([]);
  });

  it('is left as it is by a repair', () => {
    expect(repaired(sound)).toMatchObject({ after: sound, setAside: [], anew: [] });
  });
});

const columnAt = (name: PageName, line: number, column: string, value: string): Pages =>
  withLines(name, (lines) => {
    const at = lines[0]?.split(',').indexOf(column) ?? -1;
    const cells = lines[line - 1]?.split(',') ?? [];
    return lines.with(line - 1, cells.with(at, value).join(','));
  });

describe('the check', () => {
  it.each<readonly [string, () => Pages, readonly string[]]>([
    [
      'a cell that cannot be read',
      () => columnAt('offers.csv', 3, 'since', '23.11.2026'),
      ['offers.csv:3 since: cannot be read: "23.11.2026"'],
    ],
    [
      'a cell that would be passed over in silence',
      () => columnAt('shipments.csv', 2, 'quantity', '01'),
      ['shipments.csv:2 quantity: "01" is not as the book writes it: "1"'],
    ],
    [
      'a line cut off',
      () => withLines('statuses.csv', (lines) => lines.with(2, '2026-11')),
      ['statuses.csv:3: has 1 cells instead of 5'],
    ],
    [
      'a line doubled',
      () => withLines('statuses.csv', (lines) => lines.toSpliced(3, 0, lines[2] ?? '')),
      ['statuses.csv:4: says the same as line 3'],
    ],
    [
      'two words on one thing',
      () =>
        withLines('statuses.csv', (lines) =>
          lines.toSpliced(
            3,
            0,
            lines[2]?.replace(/(available|backorder|unavailable)/, 'preorder') ?? '',
          ),
        ),
      ['statuses.csv:4 status: says something else than line 3 of the same thing'],
    ],
    [
      'lines out of order',
      () => withLines('notices.csv', ([head = '', ...rows]) => [head, ...rows.toReversed()]),
      ['notices.csv:3: stands behind a line that comes after it, as do 3 more'],
    ],
    [
      'no header',
      () => withLines('statuses.csv', ([, ...rows]) => rows),
      ['statuses.csv:1: has no header line'],
    ],
    [
      'another header',
      () => withLines('statuses.csv', (lines) => lines.with(0, 'day,sku,state')),
      ['statuses.csv:1: the header line is not the one of this page'],
    ],
    [
      'the last line without its end',
      () =>
        new Map([
          ...sound,
          ['statuses.csv', sound.get('statuses.csv')?.slice(0, -1) ?? new Uint8Array()],
        ]),
      ['statuses.csv: ends in the middle of a line'],
    ],
    [
      'the line ends of a spreadsheet',
      () =>
        new Map([
          ...sound,
          [
            'orders.csv',
            new TextEncoder().encode(text(sound.get('orders.csv')).replaceAll('\n', '\r\n')),
          ],
        ]),
      [
        'orders.csv: is written otherwise than the book writes: line ends, quotes or order of columns',
      ],
    ],
    [
      'the semicolons of a spreadsheet',
      () =>
        new Map([
          ...sound,
          [
            'statuses.csv',
            new TextEncoder().encode(text(sound.get('statuses.csv')).replaceAll(',', ';')),
          ],
        ]),
      [
        'statuses.csv: is written otherwise than the book writes: line ends, quotes or order of columns',
      ],
    ],
    [
      'a page that is gone',
      () => new Map([...sound].filter(([name]) => name !== 'shipments.csv')),
      ['shipments.csv: is not there'],
    ],
    [
      'a file of which the record is gone',
      () =>
        withLines('files.csv', (lines) =>
          lines.filter((line) => !line.includes('orders-2026-11-22')),
        ),
      [
        'files.csv: has no record of inbox/orders-2026-11-22.csv as of 2026-11-22, of which 5 lines speak',
      ],
    ],
    [
      'a file that never was',
      () => columnAt('shipments.csv', 2, 'as_of', '2026-11-25'),
      [
        'shipments.csv:2: speaks of inbox/shipments-2026-11-22.csv as of 2026-11-25, which was never read',
      ],
    ],
  ])('finds %s', (_, damaged, expected) => {
    expect(faults(damaged())).toEqual(expected);
  });

  it('finds runs of days that end before they begin, or reach into others', () => {
    const rows = linesOf(sound.get('offers.csv'));
    const at = (column: string) => rows[0]?.split(',').indexOf(column) ?? -1;
    // MUGS of acme: 2 on the 15th and 18th, 1 on the 20th.
    const line =
      rows.findIndex(
        (row) => row.startsWith('acme,MUGS') && row.includes('2026-11-15,2026-11-18'),
      ) + 1;
    expect(at('since')).toBeGreaterThan(0);
    expect(faults(columnAt('offers.csv', line, 'since', '2026-11-20'))).toEqual([
      `offers.csv:${line}: ends on 2026-11-18, before it begins on 2026-11-20`,
    ]);
    expect(faults(columnAt('offers.csv', line, 'seen', '2026-11-20'))).toEqual([
      `offers.csv:${line}: goes on to a day on which line ${line + 1} says something else`,
    ]);
  });

  it('reports all faults, not only the first', () => {
    const damaged = withLines('orders.csv', ([head = '', ...rows]) => [
      head,
      ...rows.map((row) => row.slice(0, 20)),
    ]);
    expect(faults(damaged)).toHaveLength(5);
  });
});

type Damage = {
  readonly page: PageName;
  readonly how: 'delete' | 'cut' | 'double' | 'shuffle' | 'flip';
  readonly at: number;
  readonly by: number;
};

const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    page: fc.constantFrom<PageName>(
      'files.csv',
      'offers.csv',
      'held.csv',
      'orders.csv',
      'shipments.csv',
      'returns.csv',
      'answers.csv',
      'statuses.csv',
      'notices.csv',
      'promises.csv',
      'purchase-orders.csv',
      'problems.csv',
    ),
    how: fc.constantFrom('delete', 'cut', 'double', 'shuffle', 'flip'),
    at: fc.nat(1000),
    by: fc.nat(1000),
  }),
  { minLength: 1, maxLength: 6 },
);

interface Wounded {
  readonly pages: Pages;
  /** Lines of the sound book that were changed or taken out. */
  readonly hurt: ReadonlySet<string>;
}

/** Damages a book line by line; a line end that is hit joins two lines, which are hurt both. */
function damage(all: readonly Damage[]): Wounded {
  const pages = new Map(
    [...sound].map(([name, bytes]) => [
      name,
      linesOf(bytes).map((line) => ({ line, now: Buffer.from(`${line}\n`) })),
    ]),
  );
  const hurt = new Set<string>();
  for (const { page, how, at, by } of all) {
    const lines = pages.get(page) ?? [];
    const i = at % Math.max(1, lines.length);
    const one = lines[i];
    if (!one) continue;
    const mark = (line: string | undefined) => line !== undefined && hurt.add(`${page} ${line}`);
    switch (how) {
      case 'delete':
        mark(one.line);
        lines.splice(i, 1);
        break;
      case 'cut':
        mark(one.line);
        one.now = Buffer.concat([one.now.subarray(0, by % one.now.length), Buffer.from('\n')]);
        break;
      case 'double':
        lines.splice(i, 0, { line: one.line, now: Buffer.from(one.now) });
        break;
      case 'shuffle':
        lines.push(...lines.splice(1, by % lines.length));
        break;
      case 'flip': {
        mark(one.line);
        const byte = by % one.now.length;
        one.now[byte] = (one.now[byte] ?? 0) ^ (1 << (at % 8));
        const [next] = one.now.at(-1) === 0x0a ? [] : lines.splice(i + 1, 1);
        mark(next?.line);
        one.now = Buffer.concat([one.now, next?.now ?? Buffer.from('')]);
      }
    }
  }
  const joined = [...pages].map(
    ([name, lines]) => [name, Uint8Array.from(Buffer.concat(lines.map(({ now }) => now)))] as const,
  );
  return { pages: new Map(joined), hurt };
}

/** A line without quotes, which a repair may set, and a record without how its file was read, which it may take out. */
const withoutHash = (name: PageName, line: string) => {
  const bare = line.replaceAll('"', '');
  return name === 'files.csv' ? bare.split(',').toSpliced(5, 1).join(',') : bare;
};

describe('a damaged book, repaired', () => {
  it('is sound, and has every line that was not hurt', () => {
    fc.assert(
      fc.property(damages, (all) => {
        const { pages, hurt } = damage(all);
        const { after, setAside } = repaired(pages);
        expect(faults(after)).toEqual([]);
        const hurtFiles = [...hurt].flatMap((line) =>
          line.startsWith('files.csv ') ? (line.split(',')[4] ?? []) : [],
        );
        // A file's only line left next to a record of its name and another day: which of the two is wrong, nothing tells.
        const isOrphan = (line: string) =>
          setAside.some(({ text, fault }) => text === line && fault?.kind === 'file-unknown') &&
          hurtFiles.some((file) => line.split(',').includes(file));
        for (const [name, bytes] of sound) {
          const hurtHere = [...hurt].filter((line) => line.startsWith(name));
          // A hurt line may reach into days of which another one of its article tells.
          const isKin = (line: string) =>
            ['offers.csv', 'held.csv'].includes(name) &&
            hurtHere.some((other) => other.includes(line.split(',').slice(0, 2).join(',')));
          const left = new Set(linesOf(after.get(name)).map((line) => withoutHash(name, line)));
          const lost = linesOf(bytes).filter(
            (line) =>
              !left.has(withoutHash(name, line)) &&
              !hurt.has(`${name} ${line}`) &&
              !isKin(line) &&
              !isOrphan(line),
          );
          expect(lost).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has every line of the damaged one in it or set aside', () => {
    fc.assert(
      fc.property(damages, (all) => {
        const { pages } = damage(all);
        const { after, setAside } = repaired(pages);
        for (const [name, bytes] of pages) {
          const kept = new Set([
            ...linesOf(after.get(name)).map((line) => withoutHash(name, line)),
            ...setAside
              .flatMap(({ page, text }) => (page === name ? text.split('\n') : []))
              .map((line) => withoutHash(name, line)),
          ]);
          const lost = linesOf(bytes).filter(
            (line, i) => i > 0 && line.trim() !== '' && !kept.has(withoutHash(name, line)),
          );
          expect(lost).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets ordinary commands run, and reads the files again that tell what was lost', async () => {
    const folder = shop();
    for (const change of [
      withLines('orders.csv', (lines) => lines.with(2, 'gone')),
      withLines('offers.csv', (lines) =>
        lines.map((line, i) => (i % 2 ? line : line.replace('2026', '2o26'))),
      ),
      withLines('held.csv', (lines) => lines.slice(0, 1).concat('?')),
      withLines('files.csv', (lines) => lines.slice(0, 1)),
      new Map([...sound].filter(([name]) => name !== 'shipments.csv')),
    ]) {
      put(folder, sound);
      writeFileSync(join(folder, 'book/shipments.csv'), '');
      put(folder, change);
      expect((await dropship(folder, ['book', '--repair', ...today])).code).not.toBe(2);
      expect((await dropship(folder, ['book', '--check'])).code).toBe(0);
      expect((await dropship(folder, ['classify', ...today])).code).toBe(0);
      await dropship(folder, ['ingest', ...today]);
      const restored = pagesOf(folder);
      for (const name of [
        'files.csv',
        'offers.csv',
        'held.csv',
        'orders.csv',
        'shipments.csv',
      ] as const)
        expect([name, text(restored.get(name))]).toEqual([name, text(sound.get(name))]);
    }
  });
});
