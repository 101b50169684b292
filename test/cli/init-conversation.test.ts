import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith, type Outcome } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const acme = 'Item No,Description,Avail,ETA,Colour\nTENT,Tent,5,2026-12-01,red\n';
const enter = (times: number): string[] => Array.from({ length: times }, () => '');

interface Written {
  readonly suppliers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly orders?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly store?: Readonly<Record<string, unknown>>;
}

function config(folder: string): Written {
  return parse(readFileSync(join(folder, 'dropship.toml'), 'utf8')) as Written;
}

/** Answers `init`, line by line, in a folder of these files. */
async function talk(
  files: Readonly<Record<string, string>>,
  answers: readonly string[],
  argv: readonly string[] = [],
): Promise<Outcome & { readonly folder: string }> {
  const folder = folderWith(files);
  return { folder, ...(await dropship(folder, ['init', ...argv], { answers })) };
}

describe('init on a terminal', () => {
  it('shows which column it takes for what, with a value, and those not used', async () => {
    const { screen } = await talk({ 'acme.csv': acme }, enter(5));
    const lines = screen.split('\n').map((line) => line.trim().split(/ {2,}/));
    expect(lines).toContainEqual(['Item No', '→ SKU', 'TENT']);
    expect(lines).toContainEqual(['Avail', '→ quantity', '5']);
    expect(lines).toContainEqual(['ETA', '→ restock date', '2026-12-01']);
    expect(lines).toContainEqual(['not used: Colour']);
  });

  it('takes Enter for everything as it was recognised, which is what --yes writes', async () => {
    const files = {
      'acme.csv': acme,
      'doubtful.csv': 'sku,Qty,QTY,eta\nCUP,5,7,03/04/2027\n',
      'sales.csv': 'date,sku,qty\n2026-11-20,TENT,1\n',
      'notes.csv': 'who,what\nme,call Acme\n',
      'bare.csv': 'CUP,4\nPEG,5\n',
    };
    const one = await talk(files, enter(40));
    const other = await talk(files, [], ['--yes']);
    expect(one.screen).toContain('?');
    expect(other.screen).not.toContain('?');
    expect(one.code).toBe(other.code);
    const text = (folder: string) => readFileSync(join(folder, 'dropship.toml'), 'utf8');
    expect(text(one.folder)).toBe(text(other.folder));
    expect(text(one.folder)).toContain('# several columns could be the quantity: Qty, QTY');
  });

  it('lets the columns be chosen by number or by name, and shows the choice again', async () => {
    const file = 'Item No,Description,Avail,Free,ETA\nTENT,Tent,5,3,2026-12-01\n';
    const answers = ['n', '', '4', '-', 'eta', '', '', 'Acme Ltd', '1'];
    const { folder, screen, code } = await talk({ 'acme.csv': file }, [...answers, '', '']);
    expect(code).toBe(0);
    expect(config(folder).suppliers).toEqual({
      'Acme Ltd': {
        files: 'acme*.csv',
        columns: { sku: 'Item No', quantity: 'Free', restock_date: 'ETA' },
        dispatch_days: 1,
      },
    });
    expect(screen.match(/→ SKU/g)).toHaveLength(2);
    const read = await dropship(folder, ['ingest', ...today]);
    expect(read.stderr).toContain('Read 1 stock file (1 offer)');
    const { stdout } = await dropship(folder, ['classify', '--all', '-f', 'json', ...today]);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'TENT', on_hand: 3, supplier: 'Acme Ltd' }]);
  });

  it.each([
    ['a column that is not there', ['n', '9', '', '', '', '', '', '', '', ''], 'from 1 to 5'],
    ['a column twice', ['n', '', '1', '', '', '', '', '', '', ''], 'is the SKU already'],
    ['a word where there are three', ['perhaps', '', '', ''], 'y, n, x'],
    ['a time that is none', ['', '', 'soon', ''], 'whole number'],
    ['a country that is none', ['', '', '', 'QX', ''], '"QX" is no two-letter country code'],
    ['a promise that is none', ['', '', '', '', 'quickly', ''], '"3 business days"'],
  ])('asks again, with a word why, for %s', async (_, answers, why) => {
    const { screen, code } = await talk({ 'acme.csv': acme }, [...answers, ...enter(3)]);
    expect(screen).toContain(why);
    expect(code).toBe(0);
  });

  it('asks again for a supplier’s name that another has', async () => {
    const { folder, screen } = await talk({ 'acme.csv': acme, 'beta.csv': acme }, [
      ...['', '', ''],
      ...['', 'acme', 'Beta', ''],
      ...['', ''],
    ]);
    expect(screen).toContain('There is one called acme already');
    expect(Object.keys(config(folder).suppliers ?? {})).toEqual(['acme', 'Beta']);
  });

  it('asks which of two columns it is, and reads the one chosen', async () => {
    const { folder, screen } = await talk({ 'acme.csv': 'sku,Qty,QTY\nCUP,5,7\n' }, [
      ...['', '3', '', ''],
      ...['', ''],
    ]);
    expect(screen).toContain('Which column is the quantity?');
    expect(config(folder).suppliers?.['acme']).toMatchObject({ columns: { quantity: 'QTY' } });
    await dropship(folder, ['ingest', ...today]);
    const { stdout } = await dropship(folder, ['classify', '--all', '-f', 'json', ...today]);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'CUP', on_hand: 7 }]);
  });

  it.each([
    ['d', 'day-first', '2027-04-03'],
    ['m', 'month-first', '2027-03-04'],
  ])('asks what a date means that can be read both ways: %s', async (letter, dates, day) => {
    const file = 'sku,quantity,eta\nCUP,0,03/04/2027\nPEG,0,05/06/2027\n';
    const { folder, screen } = await talk({ 'acme.csv': file }, ['', letter, '', '', '', '']);
    expect(screen).toContain('"03/04/2027" in eta');
    expect(config(folder).suppliers?.['acme']).toMatchObject({ dates });
    await dropship(folder, ['ingest', ...today]);
    const { stdout } = await dropship(folder, ['classify', '--all', '-f', 'json', ...today]);
    expect(JSON.parse(stdout)).toMatchObject([{ sku: 'CUP', restock_date: day }, { sku: 'PEG' }]);
  });

  it('does not ask for what another date of the column tells, or what nobody reads', async () => {
    const file = 'sku,quantity,eta,Note\nCUP,0,03/04/2027,01/02/2026\nPEG,0,25/06/2027,\n';
    const { folder, screen } = await talk({ 'acme.csv': file }, enter(5));
    expect(screen).not.toContain('day comes first');
    expect(readFileSync(join(folder, 'dropship.toml'), 'utf8')).not.toContain('dates');
  });

  it('asks whether orders are all done only where no column tells what was shipped', async () => {
    const untold = 'order no,date,sku,qty\n1,2026-06-01,TENT,1\n';
    const { folder } = await talk({ 'sales.csv': untold }, ['', 'y', '', '']);
    expect(config(folder).orders?.['shop']).toMatchObject({ history: true });
    const byWord = 'order no,date,sku,qty,status\n1,2026-06-01,TENT,1,processing\n';
    const named = await talk({ 'sales.csv': byWord }, enter(3));
    expect(named.screen).not.toContain('all of these orders done');
    const told = 'order_id,ordered_at,sku,quantity,fulfilled_quantity\n1,2026-06-01,TENT,1,1\n';
    const { screen } = await talk({ 'orders.csv': told }, enter(4));
    expect(screen).not.toContain('all of these orders done');
  });

  it('asks for the order number where it found none, as what has none counts as done', async () => {
    const sales = 'date,sku,qty,label\n2026-06-01,TENT,1,A-17\n';
    const numbered = await talk({ 'sales.csv': sales }, ['', '4', '', '', '']);
    expect(numbered.screen).toContain('without one all of it counts as sold and done');
    const setup = config(numbered.folder).orders?.['shop'];
    expect(setup).toMatchObject({ columns: { order_id: 'label' } });
    expect(setup).not.toHaveProperty('history');
    const none = await talk({ 'sales.csv': sales }, enter(4));
    expect(config(none.folder).orders?.['shop']).not.toHaveProperty('columns.order_id');
  });

  it('takes an unknown file for what its owner says it is', async () => {
    const { folder, code } = await talk(
      {
        'lager.csv': 'Cikk;Darab\nTENT;5\n',
        'eladas.csv': 'Mikor;Mi;Mennyi\n2026-11-20;TENT;1\n',
      },
      [
        ...['o', '1', '2', '3', '', '', '', ''],
        ...['s', '1', '2', '', '', '', 'Lager', ''],
        ...['hu', '2 weeks'],
      ],
    );
    expect(code).toBe(0);
    expect(config(folder)).toMatchObject({
      store: { country: 'HU', order_promise: '2 weeks' },
      suppliers: { Lager: { files: 'lager*.csv', columns: { sku: 'Cikk', quantity: 'Darab' } } },
      orders: { shop: { files: 'eladas*.csv', columns: { ordered_at: 'Mikor' } } },
    });
    const { stderr } = await dropship(folder, ['ingest', ...today]);
    expect(stderr).toContain('Read 1 stock file (1 offer), 1 order file (1 line)');
  });

  it('leaves out what its owner wants left out, also by its patterns', async () => {
    const { folder, code } = await talk({ 'acme.csv': acme, 'acme old.csv': acme }, [
      ...['x', '', '', ''],
      ...['', ''],
    ]);
    expect(code).toBe(0);
    expect(config(folder).suppliers).toMatchObject({ acme: { files: 'acme.csv' } });
    expect(readFileSync(join(folder, 'dropship.toml'), 'utf8')).toContain('# acme old.csv');
  });

  it('ended in the middle writes nothing: exit 130', async () => {
    const { folder, code, stderr } = await talk({ 'acme.csv': acme }, ['', 'acme']);
    expect(code).toBe(130);
    expect(stderr).toContain('nothing was written');
    expect(existsSync(join(folder, 'dropship.toml'))).toBe(false);
  });

  it('says that a dropship.toml is there before it asks anything', async () => {
    const { code, screen } = await talk(
      { 'acme.csv': acme, 'dropship.toml': '# mine\n' },
      enter(9),
    );
    expect(code).toBe(2);
    expect(screen).not.toContain('?');
  });

  it('asks nothing in a folder without files', async () => {
    const { code, screen } = await talk({}, enter(3));
    expect(code).toBe(0);
    expect(screen).not.toContain('?');
  });

  it('shows cells without what could steer the terminal', async () => {
    const { screen } = await talk(
      {
        'acme.csv': 'sku,quantity,"\u001b[2Jname"\nTENT,5,"\u202e\u0007x"\n',
        'odd.csv': '"\u001b[2J",b\n1x,\u0007\n',
      },
      ['n', ...enter(12)],
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(screen).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
  });
});

describe('init of a file without a header line', () => {
  it('proposes its columns by position, commented out', async () => {
    const folder = folderWith({ 'bare.csv': '"000 014";>10;10,34\n"000 015";7;8,73\n' });
    await dropship(folder, ['init']);
    const text = readFileSync(join(folder, 'dropship.toml'), 'utf8');
    expect(text).toContain('it has no header line');
    expect(text).toContain('#     columns = { sku = 1, quantity = 2 }');
    expect(config(folder).suppliers).toBeUndefined();
  });

  it('takes them, once its owner says that it is stock', async () => {
    const { folder, code } = await talk({ 'bare.csv': 'TENT;>10;10,34\nCUP;7;8,73\n' }, [
      ...['s', '', '', '', '', ''],
      ...['', '', '', ''],
    ]);
    expect(code).toBe(0);
    expect(config(folder).suppliers?.['bare']).toMatchObject({ columns: { sku: 1, quantity: 2 } });
    await dropship(folder, ['ingest', ...today]);
    const { stdout } = await dropship(folder, ['classify', '--all', '-f', 'json', ...today]);
    expect(JSON.parse(stdout)).toMatchObject([
      { sku: 'CUP', on_hand: 7 },
      { sku: 'TENT', on_hand: 10 },
    ]);
  });
});
