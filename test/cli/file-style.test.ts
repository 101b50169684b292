import { describe, expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const latin = (text: string) => Buffer.from(text, 'latin1');

/** Columns of a view as CSV, one row an entry. */
async function told(folder: string, argv: readonly string[], columns: readonly string[]) {
  const { stdout } = await dropship(folder, [...argv, ...today, '-f', 'json']);
  const rows: Readonly<Record<string, unknown>>[] = JSON.parse(stdout);
  return rows.map((row) => columns.map((column) => row[column]).join(' '));
}

describe('how files are written, as dropship.toml says', () => {
  // In Windows-1251 the header is "артикул;остаток", the word "нет" (none), the SKU "ЧАЙ" (tea).
  const stock = latin(
    '\xe0\xf0\xf2\xe8\xea\xf3\xeb;\xee\xf1\xf2\xe0\xf2\xee\xea\n\xd7\xc0\xc9;4\nCUP;\xed\xe5\xf2\n',
  );
  const orders = latin(
    '\xe4\xe0\xf2\xe0;\xe0\xf0\xf2\xe8\xea\xf3\xeb;\xea\xee\xeb\xe8\xf7\xe5\xf1\xf2\xe2\xee;order_id\n2026-11-22;\xd7\xc0\xc9;3;7\n',
  );

  it('the letters, in stock and in orders', async () => {
    const folder = folderWith({
      'dropship.toml':
        '[suppliers.acme]\nfiles = "acme*.csv"\nencoding = "windows-1251"\n[orders.shop]\nfiles = "orders*.csv"\nencoding = "windows-1251"\n',
      'acme-2026-11-23.csv': stock,
      'orders-2026-11-23.csv': orders,
    });
    const { code, stderr } = await dropship(folder, ['ingest', ...today]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('2 offers')]);
    expect(await told(folder, ['classify', '--all'], ['sku', 'on_hand', 'committed'])).toEqual([
      'CUP 0 0',
      'ЧАЙ 4 3',
    ]);
  });

  it('the letters of shipments', async () => {
    const folder = folderWith({
      'dropship.toml':
        'timezone = "UTC"\n[orders.shop]\nfiles = "orders*.csv"\n[shipments.post]\nfiles = "post*.csv"\nencoding = "windows-1251"\n',
      'orders-2026-11-23.csv': 'order_id,ordered_at,sku,quantity\n7,2026-11-20,ЧАЙ,3\n',
      'post-2026-11-23.csv': latin(
        'order_id,sku,quantity,shipped_at\n7,\xd7\xc0\xc9,1,2026-11-21\n',
      ),
    });
    await dropship(folder, ['ingest', ...today]);
    expect(await told(folder, ['orders'], ['sku', 'outstanding'])).toEqual(['ЧАЙ 2']);
  });

  it('and a file that the book has is read again when that changes', async () => {
    const files = '[suppliers.acme]\nfiles = "acme*.csv"\n';
    const folder = folderWith({
      'dropship.toml': files,
      'acme-2026-11-23.csv': 'sku,quantity\nTENT,1.194\nCUP,3\n',
    });
    const stockOf = () => told(folder, ['classify', '--all'], ['sku', 'on_hand']);
    const first = await dropship(folder, ['ingest', ...today]);
    expect(first.stderr).toContain('numbers = "decimal-comma"');
    expect(await stockOf()).toEqual(['CUP 3']);
    put(folder, 'dropship.toml', `${files}numbers = "decimal-comma"\n`);
    expect((await dropship(folder, ['ingest', ...today])).stderr).not.toContain('1.194');
    expect(await stockOf()).toEqual(['CUP 3', 'TENT 1194']);
  });

  it('the numbers of orders', async () => {
    const folder = folderWith({
      'dropship.toml': '[orders.shop]\nfiles = "orders*.csv"\nnumbers = "decimal-point"\n',
      'orders-2026-11-23.csv':
        'order_id;ordered_at;sku;quantity;unit_price\n7;2026-11-20;TENT;1,200;9\n',
    });
    await dropship(folder, ['ingest', ...today]);
    expect(await told(folder, ['orders'], ['sku', 'quantity'])).toEqual(['TENT 1200']);
  });
});

describe('ingest --explain', () => {
  it('says that an 8-bit encoding is a guess, and nothing where it is told', async () => {
    const toml = '[suppliers.acme]\nfiles = "acme*.csv"\n';
    const folder = folderWith({
      'dropship.toml': toml,
      'acme-2026-11-23.csv': latin('sku,quantity,title\nCUP,3,Caf\xe9 cup\n'),
    });
    const guess = async () => {
      const { stdout } = await dropship(folder, ['ingest', '--explain', ...today, '-f', 'csv']);
      return stdout.split('\n').filter((line) => line.includes('guess'));
    };
    expect(await guess()).toEqual([expect.stringMatching(/windows-1252 is a guess.*encoding = /)]);
    put(folder, 'dropship.toml', `${toml}encoding = "windows-1252"\n`);
    expect(await guess()).toEqual([]);
  });
});
