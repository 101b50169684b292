import { describe, expect, it } from 'vitest';
import { oversellConclusions, oversellFigures } from '../../src/evaluate/oversells.ts';
import type { Buffer } from '../../src/model/policy.ts';
import type { DateBasis } from '../../src/model/status.ts';
import { articlePasts, shownIn } from '../../src/suppliers/shown.ts';
import { sku, terms } from '../plan/builders.ts';
import { remembered } from '../suppliers/evidence.ts';
import { firstSaid, inWords, shipped, shown, sold, times } from './builders.ts';

/** What acme's files of November showed of X. */
function truth(
  units: Readonly<Record<string, number>>,
  buffer: Buffer = { kind: 'units', units: 0 },
) {
  const { files, offers } = remembered({
    shown: Object.fromEntries(Object.entries(units).map(([date, own]) => [`2026-11-${date}`, own])),
  });
  const one = { supplier: 'acme', sku: sku('X'), numerator: 1, denominator: 1 };
  return {
    termsOf: () => terms('acme', { buffer }),
    files,
    shown: shownIn(articlePasts(offers, new Map([['X', [one]]])), files, () => terms('acme')),
  };
}

const none = truth({});
const available = [shown('2026-11-01', 'available')];

/** Oversold of one line ordered on the 2nd and told of on the 3rd. */
function oversold(
  basis: DateBasis | undefined,
  left: number | undefined,
  units: Record<string, number>,
) {
  const lines = [shipped(2, left, { forwardedAt: '2026-11-03' })];
  const sales = sold(lines, { statuses: available, promises: [firstSaid('2026-11-03', basis)] });
  return oversellFigures(sales, truth(units))[0]?.value === 1;
}

describe('a line sold as in stock was oversold', () => {
  it('when the first run that knew of it found nothing in stock for it', () => {
    expect(oversold('stated', 20, {})).toBe(true);
    expect(oversold(undefined, 20, {})).toBe(true);
    expect(oversold('stock', 4, {})).toBe(false);
  });

  it('when its supplier had none when told, and it left late and not before more came in', () => {
    expect(oversold('stock', 18, { '03': 1, '04': 0, '16': 9 })).toBe(true);
    expect(oversold('stock', undefined, { '03': 1, '04': 0 })).toBe(true);
    // The last unit went to this very line.
    expect(oversold('stock', 4, { '03': 1, '04': 0, '16': 9 })).toBe(false);
    expect(oversold('stock', 10, { '03': 1, '04': 0, '16': 9 })).toBe(false);
    expect(oversold('stock', 18, { '03': 5, '04': 4 })).toBe(false);
    // Late, but gone before the file that shows none.
    expect(oversold('stock', 6, { '03': 1, '06': 0 })).toBe(false);
    expect(oversold('stock', 7, { '03': 1, '06': 0 })).toBe(true);
    // A file of weeks before tells nothing.
    expect(oversold('stock', undefined, { '03': 1 })).toBe(false);
  });

  it('not when it had left before a run saw it', () => {
    const left = sold([shipped(2, 2)], { statuses: available });
    expect(inWords(oversellFigures(left, none))).toEqual([
      'oversold all 0 of 1',
      'oversold supplier acme 0 of 1',
    ]);
    const open = sold([shipped(2, undefined)], { statuses: available });
    expect(inWords(oversellFigures(open, none))).toEqual(['oversold all – of 0 (no-runs)']);
  });

  it('is not told of lines that were sold ahead, nor where no run tells', () => {
    const ahead = sold([shipped(2, 20)], {
      statuses: [shown('2026-11-01', 'backorder')],
      promises: [firstSaid('2026-11-03', 'stated')],
    });
    expect(inWords(oversellFigures(ahead, none))).toEqual(['oversold all – of 0 (no-runs)']);
  });
});

describe('that a buffer would help', () => {
  const of = (bad: number, good: number, buffer?: Buffer) => {
    const lines = times(bad + good, () => shipped(2, 4));
    const promises = lines.map(({ orderId }, i) =>
      firstSaid('2026-11-03', i < bad ? 'stated' : 'stock', { orderId }),
    );
    return oversellConclusions(sold(lines, { statuses: available, promises }), truth({}, buffer));
  };

  it('is concluded of five lines and more than one in a hundred for sure', () => {
    expect(of(5, 45)).toEqual([
      { kind: 'oversold', supplier: 'acme', lines: 5, sold: 50, buffer: 'units' },
    ]);
    expect(of(5, 45, { kind: 'auto' })).toMatchObject([{ buffer: 'auto' }]);
    expect(of(4, 6)).toEqual([]);
    expect(of(5, 600)).toEqual([]);
  });
});
