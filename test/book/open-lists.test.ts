import { describe, expect, it } from 'vitest';
import { type Book, emptyBook } from '../../src/book/book.ts';
import { standingLines } from '../../src/book/open-lists.ts';
import type { OrderLine } from '../../src/model/order.ts';
import { outstandingUnits } from '../../src/plan/outstanding.ts';
import { day, line } from '../plan/builders.ts';

const list = (asOf: string, source = 'amz amazon'): Book['files'][number] => ({
  role: 'orders',
  supplier: '',
  asOf: day(asOf),
  coverage: 'full',
  source,
  isOpenList: true,
  file: `unshipped-${asOf}.txt`,
  hash: '',
});

const told = (asOf: string, sketch: Parameters<typeof line>[0] = {}) =>
  line({
    orderedAt: '2026-11-02',
    channel: 'amazon',
    quantity: 2,
    progressAsOf: day(asOf),
    progressSource: 'amz amazon',
    ...sketch,
  });

/** How one line stands: units owed, the day by which it left, and whether anybody saw that. */
function standing(files: Book['files'], one: OrderLine, ...others: readonly OrderLine[]) {
  const [own] = standingLines({ ...emptyBook, files, lines: [one, ...others] });
  if (!own) throw new Error('a line stays');
  return [outstandingUnits(own, day('2026-12-31')), own.fulfilledAt, own.leftUnseen];
}

const days = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06'].map((one) => list(one));

describe('a line of a list of open orders', () => {
  it('is open as long as the newest list has it', () => {
    expect(standing(days, told('2026-11-06'))).toEqual([2, undefined, undefined]);
  });

  it('left, unseen, by the day of the first list without it', () => {
    expect(standing(days, told('2026-11-04'))).toEqual([0, '2026-11-05', true]);
  });

  it('keeps what was cancelled', () => {
    const [own] = standingLines({
      files: days,
      lines: [told('2026-11-04', { cancelledQuantity: 1 })],
    });
    expect(own).toMatchObject({ fulfilledQuantity: 1, cancelledQuantity: 1 });
  });

  it('left on no known day where lists are more than a week apart', () => {
    const files = [list('2026-11-03'), list('2026-11-11')];
    expect(standing(files, told('2026-11-03'))).toEqual([0, undefined, true]);
    const closer = [list('2026-11-03'), list('2026-11-10')];
    expect(standing(closer, told('2026-11-03'))).toEqual([0, '2026-11-10', true]);
  });

  it('is not judged by the lists of another source, nor by files that are no such lists', () => {
    const others = [
      list('2026-11-06', 'amz-2 amazon'),
      { ...list('2026-11-06'), isOpenList: undefined },
    ];
    expect(standing(others, told('2026-11-04'))).toEqual([2, undefined, undefined]);
  });

  it('is as its export says that told of it last', () => {
    const shipped = told('2026-11-04', { fulfilledQuantity: 2, fulfilledAt: day('2026-11-04') });
    expect(standing(days, shipped)).toEqual([0, '2026-11-04', undefined]);
  });
});

describe('a list with rows that could not be read', () => {
  const torn = (asOf: string, ...unreadOrders: string[]) => ({ ...list(asOf), unreadOrders });

  it('leaves the orders that those rows name as they were, until a list without them', () => {
    const own = told('2026-11-04', { orderId: '111-3' });
    const files = [...days.slice(0, 2), torn('2026-11-05', '111-3')];
    expect(standing(files, own)).toEqual([2, undefined, undefined]);
    expect(standing(files, { ...own, orderId: '111-4' })).toEqual([0, '2026-11-05', true]);
    expect(standing([...files, list('2026-11-06')], own)).toEqual([0, '2026-11-06', true]);
  });

  it('closes nothing where such a row names no order', () => {
    const files = [...days.slice(0, 2), torn('2026-11-05', '')];
    expect(standing(files, told('2026-11-04'))).toEqual([2, undefined, undefined]);
    const untold = told('2026-11-04', {
      orderedAt: '2026-11-04',
      progressAsOf: undefined,
      progressSource: undefined,
    });
    expect(standing(files, untold, told('2026-11-05'))).toEqual([2, undefined, undefined]);
  });

  it('is one list with the others of its day', () => {
    const files = [list('2026-11-05'), torn('2026-11-05', '111-3')];
    expect(standing(files, told('2026-11-04', { orderId: '111-3' }))).toEqual([
      2,
      undefined,
      undefined,
    ]);
  });
});

describe('a line of which no file tells whether it left', () => {
  const untold = (orderedAt: string, sketch: Parameters<typeof line>[0] = {}) =>
    told('2026-11-06', {
      orderedAt,
      progressAsOf: undefined,
      progressSource: undefined,
      ...sketch,
    });
  const listed = told('2026-11-06');

  it('has left where a later list of its channel lacks it', () => {
    expect(standing(days, untold('2026-11-04'), listed)).toEqual([0, '2026-11-05', true]);
    expect(standing(days, untold('2026-10-01'), listed)).toEqual([0, undefined, true]);
  });

  it('is open where it was ordered on the day of the newest list or later', () => {
    expect(standing(days, untold('2026-11-06'), listed)).toEqual([2, undefined, undefined]);
  });

  it('is open as long as one of the channel’s sources has no later list', () => {
    const files = [...days, list('2026-11-03', 'amz-2 amazon')];
    const second = told('2026-11-03', { progressSource: 'amz-2 amazon' });
    expect(standing(files, untold('2026-11-04'), listed, second)).toEqual([
      2,
      undefined,
      undefined,
    ]);
    expect(standing(files, untold('2026-11-02'), listed, second)).toEqual([0, undefined, true]);
  });

  it('is open in another channel, and in none', () => {
    for (const channel of ['shopify', undefined])
      expect(standing(days, untold('2026-11-04', { channel }), listed)).toEqual([
        2,
        undefined,
        undefined,
      ]);
  });
});
