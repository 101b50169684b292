import { expect, it } from 'vitest';
import { byFileName } from '../../src/model/place.ts';

it('puts files in the order in which browsers and people number them', () => {
  const inOrder = [
    'inbox/a.csv',
    'inbox/orders.csv',
    'inbox/orders (1).csv',
    'inbox/orders (2).csv',
    'inbox/orders (10).csv',
    'inbox/orders-2026-11-20.csv',
    'inbox/orders-2026-11-20-2.csv',
    'inbox/orders-2026-11-20-10.csv',
  ];
  expect(inOrder.toReversed().toSorted(byFileName)).toEqual(inOrder);
  expect(['a.csv', 'a.CSV', 'a'].toSorted(byFileName)).toEqual(['a', 'a.CSV', 'a.csv']);
});
