import { describe, expect, it } from 'vitest';
import type { FileRecord } from '../../src/book/book.ts';
import { ordersBehind } from '../../src/cli/orders-behind.ts';
import { day } from '../plan/builders.ts';
import { dropship, folderWith, put } from '../rig.ts';

const exported = (source: string | undefined, ...days: readonly number[]): FileRecord[] =>
  days.map((date) => ({
    role: 'orders',
    supplier: '',
    asOf: day(`2026-11-${String(date).padStart(2, '0')}`),
    coverage: 'full',
    source,
    file: `${source}-${date}.csv`,
    hash: '',
  }));

/** Whose orders are behind a stock of the day, by the days of the exports; the newest of all without a name. */
const behind = (files: readonly FileRecord[], stock = '2026-11-22') =>
  ordersBehind(files, day(stock)).map(
    (problem) => problem.kind === 'orders-older-than-stock' && [problem.shop, problem.orders],
  );

describe('orders behind the stock', () => {
  it('are told of all where none are newer', () => {
    const files = [...exported('shop', 17, 18), ...exported('ebay', 12)];
    expect(behind(files)).toEqual([[undefined, '2026-11-18']]);
  });

  it('are told of the one shop whose export was forgotten', () => {
    const files = [...exported('shop', 18, 20, 22), ...exported('ebay', 17, 18, 19)];
    expect(behind(files)).toEqual([['ebay', '2026-11-19']]);
    expect(behind(files, '2026-11-21')).toEqual([]);
  });

  it('may come as seldom as they always did', () => {
    const weekly = [...exported('shop', 21, 22), ...exported('fair', 1, 8, 15)];
    expect(behind(weekly)).toEqual([]);
    expect(behind(weekly, '2026-11-24')).toEqual([['fair', '2026-11-15']]);
  });

  it('are no more waited for after a month', () => {
    const old = { ...exported('old', 1)[0], asOf: day('2026-10-20') } as FileRecord;
    expect(behind([...exported('shop', 22), old])).toEqual([]);
  });

  it('are not told of a history, nor of files of which nobody knows whose they are', () => {
    const fresh = exported('shop', 22);
    expect(behind([...fresh, ...exported('shop history', 10)])).toEqual([]);
    expect(behind([...fresh, ...exported(undefined, 10)])).toEqual([]);
  });

  it('are not made up for by a history of today', () => {
    const files = [...exported('shop', 17), ...exported('shop history', 22)];
    expect(behind(files)).toEqual([[undefined, '2026-11-17']]);
  });

  it('are named in a run', async () => {
    const folder = await folderWith({
      'dropship.toml': [
        '[suppliers.acme]\nfiles = "acme-*.csv"',
        '[orders.shop]\nfiles = "shop-*.csv"',
        '[orders.ebay]\nfiles = "ebay-*.csv"',
        '',
      ].join('\n'),
      'acme-2026-11-18.csv': 'sku,quantity\nTENT,50\n',
      'shop-2026-11-18.csv':
        'order_id,ordered_at,sku,quantity,fulfilled_quantity\n1,2026-11-17,TENT,1,0\n',
      'ebay-2026-11-18.csv':
        'order_id,ordered_at,sku,quantity,fulfilled_quantity\n7,2026-11-17,TENT,1,0\n',
    });
    const first = await dropship(folder, ['run', '--today', '2026-11-18']);
    expect(first.stderr).not.toContain('orders may be missing');
    await put(folder, 'acme-2026-11-22.csv', 'sku,quantity\nTENT,49\n');
    await put(
      folder,
      'shop-2026-11-22.csv',
      'order_id,ordered_at,sku,quantity,fulfilled_quantity\n1,2026-11-17,TENT,1,0\n2,2026-11-21,TENT,1,0\n',
    );
    const next = await dropship(folder, ['run', '--today', '2026-11-22']);
    expect(next.stderr).toContain(
      'ebay-2026-11-18.csv: the newest orders of "ebay" are of 2026-11-18, the newest stock of 2026-11-22: orders may be missing',
    );
  });
});
