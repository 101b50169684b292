import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

const today = ['--today', '2026-11-23', '-f', 'csv'];

/** Texts that a search with second thoughts would go over again from each of their signs. */
const long = {
  zeros: `${'0'.repeat(100_000)}x)`,
  words: `${'a;'.repeat(100_000)})x`,
  numbers: `${'12 '.repeat(60_000)}x)`,
  parts: `${'a-1 '.repeat(50_000)}x`,
};

describe('a cell with the text of a book', () => {
  it.each(Object.entries(long))(
    'of %s holds up no column of a stock file',
    async (_, text) => {
      const rows = [
        `${text},5,2026-12-01,in stock,Berlin`,
        `A,${text},2026-12-01,in stock,Berlin`,
        `B,0,${text},in stock,Berlin`,
        `C,5,,${text},Berlin`,
        `D,5,,,${text}`,
      ];
      const folder = folderWith({
        'acme.csv': ['sku,quantity,eta,availability,location', ...rows, 'Z,7,,,', ''].join('\n'),
        'codes.csv': `sku,quantity,barcode\nA,5,${text}\n`,
      });
      const argv = ['classify', '--all', '--stock', 'acme.csv', 'codes.csv', ...today];
      const { stdout, code } = await dropship(folder, argv);
      expect(stdout).toMatch(/^Z,,available,in-stock,7/m);
      expect([0, 1]).toContain(code);
    },
    20_000,
  );

  it.each(Object.entries(long))(
    'of %s is no SKU to compare with all others',
    async (_, text) => {
      const folder = folderWith({
        'acme.csv': 'sku,quantity\nA,5\n',
        'orders.csv': `order_id,ordered_at,sku,quantity\n1,2026-11-20,${text},1\n2,2026-11-20,A,2\n`,
      });
      const argv = ['orders', '--stock', 'acme.csv', '--orders', 'orders.csv', ...today];
      expect((await dropship(folder, argv)).stdout).toContain('2,A,2026-11-20,A,');
    },
    20_000,
  );
});
