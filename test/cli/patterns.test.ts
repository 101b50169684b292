import { describe, expect, it } from 'vitest';
import { patternsFor } from '../../src/cli/patterns.ts';

describe('the pattern of a file that comes again under another name', () => {
  it.each([
    ['inbox/acme-2026-11-23.csv', 'inbox/acme*.csv'],
    ['orders-2026-11-23-10-30-00.csv', 'orders*.csv'],
    ['order_export_2026-11-23-10-22-33.csv', 'order_export*.csv'],
    ['eBay-OrdersReport-Nov-23-2026-10_30_00-0700-12345678901.csv', 'eBay-OrdersReport*.csv'],
    ['inbox/98765432100020780.txt', 'inbox/*.txt'],
    ['orders_export_1.csv', 'orders_export*.csv'],
    ['orders_export (1).csv', 'orders_export*.csv'],
    ['EtsySoldOrderItems2026-11.csv', 'EtsySoldOrderItems*.csv'],
    ['2026-11-23 acme stock.csv', '*acme stock.csv'],
    ['Squarespace orders.csv', 'Squarespace orders*.csv'],
    ['lager-4.csv', 'lager*.csv'],
    ['b2b stock.csv', 'b2b stock*.csv'],
  ])('%s: %s', (name, pattern) => {
    expect(patternsFor([name], [name])).toEqual([pattern]);
  });

  it('is the name where another kind of file would fit', () => {
    const all = ['warehouse_1.csv', 'warehouse_2.csv'];
    expect(patternsFor(['warehouse_1.csv'], all)).toEqual(['warehouse_1.csv']);
  });

  it('is all of a folder only where nothing unknown lies there', () => {
    const name = 'inbox/98765432100020780.txt';
    expect(patternsFor([name], [name], ['inbox/readme.txt'])).toEqual([name]);
    expect(patternsFor([name], [name], ['readme.txt'])).toEqual(['inbox/*.txt']);
    expect(patternsFor(['acme-2026-11-23.csv'], [], ['acme notes.csv'])).toEqual(['acme*.csv']);
  });
});
