import { describe, expect, it } from 'vitest';
import { twoChannels } from '../../src/cli/two-channels.ts';
import { addDays } from '../../src/model/day.ts';
import { line, sku, today } from '../plan/builders.ts';

const orders = (count: number, channel: string | undefined, first = 1000, daysAgo = 9) =>
  Array.from({ length: count }, (_, i) =>
    line({
      orderId: `#${first + i}`,
      orderedAt: addDays(today, -daysAgo),
      sku: sku('CUP'),
      quantity: 1 + (i % 3),
      ...(channel === undefined ? {} : { channel }),
    }),
  );

const told = (...lines: readonly ReturnType<typeof orders>[]) =>
  twoChannels(lines.flat()).map((problem) =>
    problem.kind === 'orders-twice' ? [problem.count, problem.order, ...problem.channels] : [],
  );

describe('orders known under two channels', () => {
  it('are told of once, with how many they are', () => {
    expect(told(orders(4, 'shopify'), orders(7, undefined))).toEqual([[4, '#1000', '', 'shopify']]);
    expect(told(orders(3, 'shopify'), orders(3, 'etsy'), orders(3, undefined))).toEqual([
      [3, '#1000', '', 'etsy'],
    ]);
  });

  it('are different orders where day, units or number differ, or where they are too few to tell', () => {
    expect(told(orders(5, 'shopify'), orders(5, 'etsy', 1000, 8))).toEqual([]);
    expect(told(orders(5, 'shopify'), orders(5, 'etsy', 1001))).toEqual([]);
    expect(told(orders(2, 'shopify'), orders(2, 'etsy'))).toEqual([]);
    // 3 of 60.
    const apart = [orders(57, 'a', 2000), orders(57, 'b', 3000)];
    expect(told(orders(3, 'a'), orders(3, 'b'), ...apart)).toEqual([]);
  });

  it('are none in one channel, where an order may have a line twice', () => {
    expect(told(orders(5, 'shopify'), orders(5, 'shopify'))).toEqual([]);
  });
});

describe('orders whose number is written in two ways', () => {
  const written = (lines: ReturnType<typeof orders>, as: (orderId: string) => string) =>
    lines.map((own) => ({ ...own, orderId: as(own.orderId) }));
  const problems = (...lines: readonly ReturnType<typeof orders>[]) =>
    twoChannels(lines.flat()).map((problem) =>
      problem.kind === 'orders-twice'
        ? [problem.count, problem.order, ...problem.channels, problem.written]
        : [],
    );
  const bare = (orderId: string) => orderId.slice(1);

  it('are told of where one lacks the "#", of two channels or of one', () => {
    const own = written(orders(4, undefined), bare);
    expect(problems(orders(4, 'shopify'), own)).toEqual([[4, '1000', '', 'shopify', '#1000']]);
    expect(problems(orders(4, undefined), own)).toEqual([[4, '1000', '', '', '#1000']]);
  });

  it('are told of where one lacks leading zeros, however few of the channel they are', () => {
    const short = written(orders(60, 'squarespace', 100), bare);
    const long = written(orders(3, 'squarespace', 100), (id) => `00${bare(id)}`);
    expect(problems(short, long)).toEqual([[3, '100', 'squarespace', 'squarespace', '00100']]);
    expect(problems(short)).toEqual([]);
  });
});
