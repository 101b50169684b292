import { describe, expect, it } from 'vitest';
import { emptyBook } from '../../src/book/book.ts';
import { recordPromises } from '../../src/book/record.ts';
import type { LinePromise } from '../../src/model/promise.ts';
import type { ShownStatus } from '../../src/plan/input.ts';
import { promisedShipDay } from '../../src/plan/promise.ts';
import { plannedPromises } from '../../src/plan/promises.ts';
import { withShownDates } from '../../src/plan/shown.ts';
import { day, line, offer, planOf, sku, today } from './builders.ts';

const record = (on: string, ships?: string): ShownStatus => ({
  day: day(on),
  sku: sku('X'),
  status: ships === undefined ? 'available' : 'backorder',
  ...(ships !== undefined && { shipDate: day(ships), deliverBy: day('2026-12-20') }),
});

const promised = (
  statuses: readonly ShownStatus[],
  ordered = '2026-11-20T10:00:00',
  own = {},
  promises: readonly LinePromise[] = [],
) => {
  const [known] = withShownDates(
    [line({ orderedAt: ordered, ...own })],
    { statuses, promises },
    today,
  );
  const promise = { days: 3, working: false, inUnitedStates: true };
  return known && promisedShipDay(known, promise);
};

describe('the date a customer was shown', () => {
  it('is that of the last run up to the day of the order', () => {
    const statuses = [record('2026-11-18', '2026-12-01'), record('2026-11-20', '2026-12-08')];
    expect(promised(statuses)).toBe('2026-12-08');
    expect(promised(statuses, '2026-11-19')).toBe('2026-12-01');
    expect(promised(statuses, '2026-11-17')).toBe('2026-11-20');
    expect(promised(statuses.toReversed())).toBe('2026-12-08');
  });

  it('is that of the run before where the run of the day knew of the order', () => {
    const statuses = [record('2026-11-18'), record('2026-11-20', '2026-12-08')];
    const known = {
      ...{ channel: '', orderId: '#1', lineId: '1', sku: sku('X'), quantity: 1 },
      shipDate: day('2026-12-08'),
    };
    expect(promised(statuses)).toBe('2026-12-08');
    const onDay = [{ ...known, day: day('2026-11-20') }];
    expect(promised(statuses, undefined, {}, onDay)).toBe('2026-11-23');
    const later = [{ ...known, day: day('2026-11-21') }];
    expect(promised(statuses, undefined, {}, later)).toBe('2026-12-08');
  });

  it('is none of goods in stock: what checkout promises counts', () => {
    expect(promised([record('2026-11-18', '2026-12-01'), record('2026-11-19')])).toBe('2026-11-23');
  });

  it('is not the one of the day of the plan itself', () => {
    expect(promised([record(today, '2026-12-01')], `${today}T09:00:00`)).toBe('2026-11-26');
  });

  it('gives way to a date on the order itself', () => {
    const statuses = [record('2026-11-18', '2026-12-01')];
    expect(promised(statuses, undefined, { promisedShipDate: day('2026-11-30') })).toBe(
      '2026-11-30',
    );
    expect(
      promised(statuses, undefined, { promisedDeliveryDate: day('2026-11-30') }),
    ).toBeUndefined();
  });
});

describe('what is recorded of the dates of order lines', () => {
  const plan = (restock: string, on = '2026-11-24') =>
    planOf({ today: on, offers: [offer({ restocks: [restock] })], lines: [line({ quantity: 2 })] });
  const record_ = (known: readonly LinePromise[], restock: string, on: string) =>
    recordPromises({ ...emptyBook, promises: known }, day(on), plannedPromises(plan(restock, on)))
      .promises;

  it('is the first date, and each that it really moves to', () => {
    const first = record_([], '2026-12-04', '2026-11-24');
    expect(first).toMatchObject([
      { day: '2026-11-24', orderId: '#1', quantity: 2, shipDate: '2026-12-08', basis: 'stated' },
    ]);
    const same = record_(first, '2026-12-04', '2026-11-25');
    expect(same).toEqual(first);
    const moved = record_(same, '2026-12-11', '2026-11-26');
    expect(moved.slice(1)).toMatchObject([{ day: '2026-11-26', shipDate: '2026-12-15' }]);
    // The same day again says the same.
    expect(record_(moved, '2026-12-11', '2026-11-26')).toEqual(moved);
    const lost = record_(moved, '2026-11-01', '2026-11-27');
    expect(lost.at(-1)).toMatchObject({ day: '2026-11-27', basis: undefined });
    expect(lost.at(-1)?.shipDate).toBeUndefined();
  });

  it('is not that goods in stock ship a day later when nobody sends them off', () => {
    const stock = (on: string) =>
      plannedPromises(planOf({ today: on, offers: [offer({ quantity: 9 })], lines: [line()] }));
    const at = (on: string) => stock(on)[0]?.shipDate;
    expect([at('2026-11-23'), at('2026-11-24')]).toEqual(['2026-11-25', '2026-11-26']);
    const first = recordPromises(emptyBook, day('2026-11-23'), stock('2026-11-23'));
    expect(recordPromises(first, day('2026-11-24'), stock('2026-11-24')).promises).toHaveLength(1);
  });

  it('speaks of all units of a line: of the slowest, of none while some have no date', () => {
    const offers = [offer({ quantity: 1, restocks: ['2026-12-04 x 1'] })];
    const of = (quantity: number) =>
      plannedPromises(planOf({ offers, lines: [line({ quantity })] }));
    expect(of(2)).toMatchObject([{ quantity: 2, shipDate: '2026-12-08', basis: 'stated' }]);
    expect(of(3)[0]?.shipDate).toBeUndefined();
  });
});
