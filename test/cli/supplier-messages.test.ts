import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

const config = `
[store]
name = "Northwind Camping"
reply_to = "help@northwind.example"

[suppliers.acme]
name = "Acme Outdoor"
files = "inbox/acme/*.csv"

[orders.shop]
files = "inbox/orders-*.csv"

[answers]
files = "inbox/answers/*.csv"
`;

/** Acme ran out of tents, for which two customers wait; its numbers are not ours. */
const shop = {
  'dropship.toml': config,
  'sku-map.csv': 'supplier,supplier_sku,sku\nacme,00123,TENT\n',
  'inbox/acme/acme-2026-11-16.csv': 'sku,title,quantity\n00123,Tent,3\n00200,Mug,9\n',
  'inbox/acme/acme-2026-11-23.csv': 'sku,title,quantity\n00123,Tent,0\n00200,Mug,9\n',
  'inbox/orders-2026-11-23.csv': [
    'order_id,ordered_at,sku,quantity,promised_ship_date,customer_name,customer_email',
    '#1001,2026-11-20,TENT,2,2026-11-27,Ann Lee,ann@example.com',
    '#1002,2026-11-21,TENT,1,,Bo Berg,bo@example.com\n',
  ].join('\n'),
};

const asking = ['suppliers', '--messages', ...today];
const sheet = 'out/2026-11-23/suppliers/acme-answers-2026-11-23.csv';

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

function rowsOf(folder: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, name)), { bom: true, columns: true });
}

/** Fills in the cells of every row, as a supplier does, and puts the file where answers lie. */
function fillIn(folder: string, cells: Readonly<Record<string, string>>, name: string): void {
  const rows = rowsOf(folder, sheet).map((row) => ({ ...row, ...cells }));
  mkdirSync(join(folder, 'inbox/answers'), { recursive: true });
  put(folder, name, stringify(rows, { header: true, bom: true, record_delimiter: '\r\n' }));
}

async function tent(folder: string, day = '2026-11-23'): Promise<Record<string, unknown>> {
  const { stdout } = await dropship(folder, ['classify', '--today', day, '-f', 'json']);
  const rows = JSON.parse(stdout) as Record<string, unknown>[];
  return rows.find(({ sku }) => sku === 'TENT') ?? {};
}

function bookBytes(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'book'));
  return Object.fromEntries(names.map((name) => [name, read(folder, `book/${name}`)]));
}

describe('questions to suppliers', () => {
  it('are drafted by a run, which names them, with a file to answer in', async () => {
    const folder = folderWith(shop);
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).toContain(
      'ask acme about 1 article: out/2026-11-23/suppliers/acme-questions.txt',
    );
    const letter = read(folder, 'out/2026-11-23/suppliers/acme-questions.txt');
    expect(letter).toContain('Hello Acme Outdoor,');
    expect(letter).toContain(
      ' 1. Tent (your 00123, our TENT)\n    Out of stock since 23 Nov 2026.',
    );
    expect(letter).toContain(
      'Waiting: 3 units on 2 orders (#1001, #1002); the oldest was promised for 27 Nov 2026.',
    );
    expect(letter).toContain('acme-answers-2026-11-23.csv');
    expect(letter).not.toMatch(/Ann|Lee|Berg|ann@|bo@/);
    expect(read(folder, sheet)).toMatch(
      /^\ufeffsupplier,supplier_sku,sku,title,question,stated_date,quantity,restock_date,restock_quantity,discontinued,as_of\r\n/,
    );
    expect(rowsOf(folder, sheet)).toEqual([
      expect.objectContaining({ supplier: 'acme', supplier_sku: '00123', sku: 'TENT', as_of: '' }),
    ]);
  });

  it('are listed with what they are worth, and nothing is recorded', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    const before = bookBytes(folder);
    const { code, stdout } = await dropship(folder, [...asking, '-f', 'json', '--out', 'letters']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        supplier: 'acme',
        sku: 'TENT',
        supplier_sku: '00123',
        question: 'no-date',
        since: '2026-11-23',
        stated_date: null,
        units_owed: 3,
        orders: 2,
        oldest_promise: '2026-11-27',
        ask_by: '2026-11-25',
        file: 'acme-questions.txt',
      },
    ]);
    expect(readdirSync(join(folder, 'letters'))).toEqual([
      'acme-answers-2026-11-23.csv',
      'acme-questions.txt',
    ]);
    expect(bookBytes(folder)).toEqual(before);
  });

  it('are none where nothing is to be asked, and after a dry run nothing is written', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['ingest', ...today]);
    await dropship(folder, [...asking, '--dry-run']);
    expect(existsSync(join(folder, 'out'))).toBe(false);
    const quiet = folderWith({
      ...shop,
      'inbox/orders-2026-11-23.csv': 'ordered_at,sku,quantity\n',
    });
    await dropship(quiet, ['ingest', ...today]);
    const { stdout } = await dropship(quiet, [...asking, '-f', 'json']);
    expect(stdout).toBe('[]\n');
    expect(existsSync(join(quiet, 'out'))).toBe(false);
  });

  it('open a moved date with the orders that it makes late', async () => {
    const folder = folderWith({
      ...shop,
      'inbox/acme/acme-2026-11-16.csv':
        'sku,title,quantity,restock_date\n00123,Tent,0,2026-11-24\n',
      'inbox/acme/acme-2026-11-23.csv':
        'sku,title,quantity,restock_date\n00123,Tent,0,2026-12-04\n',
    });
    await dropship(folder, ['run', ...today]);
    const letter = read(folder, 'out/2026-11-23/suppliers/acme-questions.txt');
    expect(letter).toContain('from 24 Nov 2026 to 4 Dec 2026, 10 days later');
    expect(letter).toContain('With it 1 order will be later than we promised');
    expect(letter).toContain('You state it for 4 Dec 2026, but not how many.');
    // Two questions, one line to answer them on.
    expect(rowsOf(folder, sheet)).toHaveLength(1);
  });
});

describe('an answered file', () => {
  it('is known by its headers and makes the date good: run, fill in, ingest, classify', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    expect(await tent(folder)).toMatchObject({ status: 'unavailable' });
    const cells = { restock_date: '04.12.2026', restock_quantity: '20', as_of: '23.11.2026' };
    fillIn(folder, cells, 'from acme.csv');
    const { code, stderr } = await dropship(folder, ['ingest', 'from acme.csv', ...today]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('1 answers file (1 answer)')]);
    // 20 come, 3 are owed; from Friday the 4th two working days.
    expect(await tent(folder)).toMatchObject({
      status: 'backorder',
      restock_date: '2026-12-04',
      sell_ahead_limit: 17,
      ship_date: '2026-12-08',
    });
    const { stdout: why } = await dropship(folder, ['explain', 'TENT', ...today, '-f', 'csv']);
    expect(why).toMatch(/arrival 2026-12-04,"20 at acme.* = ships 2026-12-08",from acme.csv:2/);
    const { stdout } = await dropship(folder, [...asking, '-f', 'json']);
    expect(stdout).toBe('[]\n');
    expect(read(folder, 'book/answers.csv')).toBe(
      'as_of,supplier,supplier_sku,sku,quantity,quantity_kind,restock_date,restock_quantity,discontinued,file_as_of,file,line\n' +
        '2026-11-23,acme,00123,TENT,,,2026-12-04,20,,2026-11-23,from acme.csv,2\n',
    );
  });

  it('is found by its pattern, stays in force under later files, and ends when the goods come', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    const name = 'inbox/answers/acme-answers-2026-11-23.csv';
    fillIn(folder, { restock_date: 'wk 50', restock_quantity: '20' }, name);
    put(
      folder,
      'inbox/acme/acme-2026-11-27.csv',
      'sku,title,quantity\n00123,Tent,0\n00200,Mug,9\n',
    );
    const next = ['ingest', '--today', '2026-11-27'];
    const { stderr } = await dropship(folder, next);
    expect(stderr).toContain('1 answers file (1 answer)');
    // The last day of the week of 7 December.
    const dated = { status: 'backorder', restock_date: '2026-12-13' };
    expect(await tent(folder, '2026-11-27')).toMatchObject(dated);
    const before = bookBytes(folder);
    expect((await dropship(folder, next)).stderr).toContain('known already');
    expect(bookBytes(folder)).toEqual(before);
    put(
      folder,
      'inbox/acme/acme-2026-12-04.csv',
      'sku,title,quantity\n00123,Tent,9\n00200,Mug,9\n',
    );
    await dropship(folder, ['ingest', '--today', '2026-12-04']);
    expect(await tent(folder, '2026-12-04')).toMatchObject({
      status: 'available',
      restock_date: null,
    });
  });

  it('is no stock file, though it lies among those of its supplier', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    fillIn(folder, { discontinued: 'yes' }, 'inbox/acme/acme-answers-2026-11-23.csv');
    await dropship(folder, ['ingest', ...today]);
    expect(await tent(folder)).toMatchObject({ status: 'unavailable', reason: 'discontinued' });
    const { stdout } = await dropship(folder, ['classify', '--all', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toContainEqual(
      expect.objectContaining({ sku: '00200', on_hand: 9 }),
    );
  });

  it('says nothing where nothing was filled in', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    const { code, stderr } = await dropship(folder, ['ingest', sheet, ...today]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('1 answers file (0 answers)')]);
    expect(await tent(folder)).toMatchObject({ status: 'unavailable' });
  });

  it('gives the same book in whatever order files are read', async () => {
    const answers = (asOf: string, cells: string) =>
      `supplier,supplier_sku,sku,title,question,stated_date,quantity,restock_date,restock_quantity,discontinued,as_of\nacme,00123,TENT,,,,${cells},${asOf}\n`;
    const given = {
      ...shop,
      'a.csv': answers('2026-11-22', ',2026-12-04,20,'),
      'b.csv': answers('2026-11-23', ',2026-12-11,,'),
    };
    const [one, other] = [folderWith(given), folderWith(given)];
    for (const name of ['a.csv', 'b.csv']) await dropship(one, ['ingest', name, ...today]);
    await dropship(one, ['ingest', ...today]);
    await dropship(other, ['ingest', ...today]);
    for (const name of ['b.csv', 'a.csv']) await dropship(other, ['ingest', name, ...today]);
    expect(bookBytes(one)['answers.csv']).toBe(bookBytes(other)['answers.csv']);
    expect(await tent(one)).toMatchObject({ restock_date: '2026-12-11', incoming_quantity: 20 });
    expect(await tent(other)).toEqual(await tent(one));
  });

  it('takes a supplier who has no files by its word alone', async () => {
    const folder = folderWith({
      'dropship.toml':
        '[suppliers.phone]\nname = "Uncle Joe"\n[orders.shop]\nfiles = "orders.csv"\n',
      'orders.csv': 'order_id,ordered_at,sku,quantity\n#1,2026-11-20,TENT,1\n',
      'joe.csv':
        'supplier,supplier_sku,sku,question,stated_date,quantity,restock_date,as_of\nUncle Joe,,TENT,,,,2026-12-04,2026-11-22\n',
    });
    await dropship(folder, ['ingest', ...today]);
    await dropship(folder, ['ingest', 'joe.csv', ...today]);
    expect(await tent(folder)).toMatchObject({
      status: 'backorder',
      supplier: 'phone',
      restock_date: '2026-12-04',
    });
  });

  it('takes what can be read and tells what cannot', async () => {
    const header =
      'supplier,supplier_sku,sku,title,question,stated_date,quantity,restock_date,restock_quantity,discontinued,as_of';
    const rows = [
      'acme,00123,TENT,,,,unknown,2026-12-04,20,perhaps,2026-11-22',
      'acme,00124,,,,,,03/04/2026,,,',
      'acme,00125,,,,,,soon,some,,',
      'acme,00126,,,,,unknown,unknown,,,',
      ',00127,,,,,5,,,,',
      'acme,1.23E+11,,,,,5,,,,',
      'acme,,,,,,5,,,,',
    ];
    const folder = folderWith({
      ...shop,
      'answers-2026-11-22.csv': [header, ...rows, ''].join('\n'),
    });
    await dropship(folder, ['ingest', ...today]);
    const { code, stderr } = await dropship(folder, [
      ...['ingest', 'answers-2026-11-22.csv', ...today],
      ...['--problems', 'problems.csv'],
    ]);
    expect([code, stderr]).toEqual([1, expect.stringContaining('1 answers file (1 answer)')]);
    const found = rowsOf(folder, 'problems.csv').map(({ line, column, kind }) => [
      line,
      column,
      kind,
    ]);
    expect(found).toEqual([
      ['2', 'quantity', 'number-not-understood'],
      ['2', 'discontinued', 'word-not-understood'],
      ['3', 'restock_date', 'date-unclear'],
      ['4', 'restock_date', 'date-ignored'],
      ['4', 'restock_quantity', 'number-not-understood'],
      ['5', 'quantity', 'number-not-understood'],
      ['6', 'supplier', 'supplier-missing'],
      ['7', 'supplier_sku', 'sku-mangled'],
      ['8', 'supplier_sku', 'sku-missing'],
    ]);
    expect(await tent(folder)).toMatchObject({ status: 'backorder', incoming_quantity: 20 });
  });

  it('does not count for a number that was changed on its way', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    fillIn(folder, { supplier_sku: '123', restock_date: '2026-12-04' }, 'inbox/answers/back.csv');
    const { stderr } = await dropship(folder, ['run', ...today]);
    expect(stderr).toContain(
      'inbox/answers/back.csv:2: answers for "123", a number that no file of acme has; its number for TENT is "00123": not used',
    );
    expect(await tent(folder)).toMatchObject({ status: 'unavailable' });
  });

  it('is explained like every other file', async () => {
    const folder = folderWith(shop);
    await dropship(folder, ['run', ...today]);
    fillIn(folder, { restock_date: '4 Dec 2026', discontinued: 'no' }, 'back.csv');
    const { stdout } = await dropship(folder, [
      'ingest',
      '--explain',
      'back.csv',
      ...today,
      '-f',
      'json',
    ]);
    const cells = JSON.parse(stdout) as Record<string, unknown>[];
    expect(cells[0]).toMatchObject({
      understood: 'back.csv: answers of suppliers, by its columns',
    });
    expect(cells).toContainEqual(
      expect.objectContaining({
        field: 'restock_date',
        cell: '4 Dec 2026',
        understood: '2026-12-04',
      }),
    );
  });
});

describe('what cells hold', () => {
  const evil = '=HYPERLINK("http://x.example")';
  const bell = '\u0007';

  it('neither steers a terminal, nor runs in a spreadsheet, nor adds a line to a letter', async () => {
    const folder = folderWith({
      'acme-2026-11-23.csv': `sku,title,quantity\n"=1+1","Bad\r\nSubject: gift${bell} ${'\u202e'}x",0\n"T-2","${evil.replaceAll('"', '""')}",0\n`,
      'orders.csv': `order_id,ordered_at,sku,quantity\n"#1\nBcc: all",2026-11-20,=1+1,1\n#2,2026-11-20,T-2,1\n`,
    });
    const files = ['--stock', 'acme-2026-11-23.csv', '--orders', 'orders.csv', '--out', 'letters'];
    const { screen } = await dropship(folder, [...asking, ...files], { terminal: true });
    expect(screen).not.toContain(bell);
    const letter = read(folder, 'letters/acme-questions.txt');
    expect(letter.match(/^(Subject|Bcc):/gm)).toEqual(['Subject:']);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that none is there is what is tested
    expect(letter).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
    const rows = rowsOf(folder, 'letters/acme-answers-2026-11-23.csv');
    expect(rows.map((row) => [row['supplier_sku'], row['title']])).toEqual([
      ["'=1+1", 'Bad␍␊Subject: gift␇ �x'],
      ['T-2', `'${evil}`],
    ]);
  });

  it('is the number again when the file comes back, freed of the apostrophe', async () => {
    const folder = folderWith({
      'dropship.toml':
        '[suppliers.acme]\nfiles = "acme-*.csv"\n[orders.shop]\nfiles = "orders.csv"\n',
      'acme-2026-11-23.csv': 'sku,quantity\n-TENT,0\n',
      'orders.csv': 'order_id,ordered_at,sku,quantity\n#1,2026-11-20,-TENT,1\n',
    });
    await dropship(folder, ['run', ...today]);
    expect(rowsOf(folder, sheet)[0]?.['supplier_sku']).toBe("'-TENT");
    fillIn(folder, { restock_date: '2026-12-04' }, 'back.csv');
    await dropship(folder, ['ingest', 'back.csv', ...today]);
    const { stdout } = await dropship(folder, ['classify', ...today, '-f', 'json']);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: '-TENT', status: 'backorder' }]);
  });

  it('of a supplier makes no path', async () => {
    const folder = folderWith({
      'acme-2026-11-23.csv': 'supplier,sku,quantity\n../../etc/passwd,TENT,0\n',
      'orders.csv': 'order_id,ordered_at,sku,quantity\n#1,2026-11-20,TENT,1\n',
    });
    const files = ['--stock', 'acme-2026-11-23.csv', '--orders', 'orders.csv', '--out', 'letters'];
    await dropship(folder, [...asking, ...files]);
    const names = readdirSync(join(folder, 'letters'));
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/^etc-passwd_\w{4}-(questions|answers)/);
  });
});
