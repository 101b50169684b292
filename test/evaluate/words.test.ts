import { describe, expect, it } from 'vitest';
import type { Conclusion } from '../../src/evaluate/conclusion.ts';
import type { Note } from '../../src/evaluate/figure.ts';
import type { Outcome } from '../../src/evaluate/replay.ts';
import { conclusionWords, noteWords, valueWords } from '../../src/outputs/evaluate-words.ts';
import { replayView, replayWords } from '../../src/outputs/replay.ts';
import { day } from '../plan/builders.ts';

const slip = {
  ...{ supplier: 'acme', median: 6, bounds: { low: 5, high: 7 }, restocks: 12, configured: 0 },
  ...{ learned: undefined, fileGap: 0 },
};

describe('a conclusion', () => {
  it.each<[Conclusion, RegExp]>([
    [
      { kind: 'dates-slip', ...slip },
      /^acme's dates slip 6 days at the median \(12 restocks, 90 % sure: 5 to 7 days\): add slip_days = 6 under \[suppliers\.acme\]\.$/,
    ],
    [
      { kind: 'dates-slip', ...slip, learned: 9 },
      /The plan adds 9 days already, learned from the book/,
    ],
    [
      { kind: 'dates-slip', ...slip, fileGap: 6 },
      /its files are 7 days apart, so it is known no better/,
    ],
    [
      { kind: 'slip-too-long', ...slip, median: -1, bounds: { low: -1, high: -1 }, configured: 4 },
      /slip_days = 4 says: -1 days? at the median.*Set slip_days = 0/,
    ],
    [
      { kind: 'ships-later', supplier: 'acme', days: 5, kept: 10, lines: 40, configured: 2 },
      /only 10 of 40 lines.*set dispatch_days = 5 under \[suppliers\.acme\]/,
    ],
    [
      { kind: 'estimates-missed', basis: 'learned', kept: 5, lines: 20 },
      /uncertain_restock = "unavailable"/,
    ],
    [{ kind: 'estimates-missed', basis: 'typical', kept: 5, lines: 20 }, /set as restock_days/],
    [
      { kind: 'oversold', supplier: 'acme', lines: 5, sold: 50, buffer: 'units' },
      /^5 of 50 lines.*buffer = "auto" under \[suppliers\.acme\]/,
    ],
    [
      { kind: 'oversold', supplier: 'acme', lines: 5, sold: 50, buffer: 'auto' },
      /higher service_level/,
    ],
    [
      {
        ...{ kind: 'cancel-pace', perDay: 0.003, bounds: { low: 0.002, high: 0.004 }, units: 50 },
        within: { days: 14, share: 0.04 },
      },
      /Each day 0\.30 % .*0\.20 to 0\.40 %\): 4 % of those that wait 14 days\.$/,
    ],
    [
      { kind: 'cancel-faster', after: 14, perDay: 0.02, before: 0.003, configured: 30 },
      /backorder_max_wait_days = 14 under \[policy\]/,
    ],
    [
      { kind: 'cancel-faster', after: 30, perDay: 0.02, before: 0.003, configured: 30 },
      /cost more than they look/,
    ],
    [
      { kind: 'ahead-cancelled', ahead: 0.1, inStock: 0.02, lines: 90 },
      /10 % are cancelled .* 2 %\.$/,
    ],
    [
      { kind: 'forecast-against-naive', isBetter: true, own: 0.4, naive: 1, skus: 30, days: 28 },
      /off by 40 % of the units.*by 100 %.*Keep it\.$/,
    ],
    [
      { kind: 'forecast-against-naive', isBetter: false, own: 1, naive: 0.4, skus: 30, days: 28 },
      /forecast --backtest/,
    ],
    [{ kind: 'range-off', isTooNarrow: true, within: 0.7, skus: 30 }, /expect more surprises/],
    [{ kind: 'range-off', isTooNarrow: false, within: 0.99, skus: 300 }, /wider than it need be/],
    [
      { kind: 'stockouts-off', driver: 'own-orders', isTooLate: true, share: 0.3, sample: 50 },
      /gone before the early date in 30 % of 50 cases.*others do buy/,
    ],
    [
      {
        kind: 'stockouts-off',
        driver: 'supplier-depletion',
        isTooLate: false,
        share: 0.5,
        sample: 50,
      },
      /by the late date in 50 % of 50 cases only.*lasts longer/,
    ],
    [
      { kind: 'take-up', status: 'preorder', ratio: 0.4, bounds: { low: 0.3, high: 0.5 } },
      /^As preorder articles sell 0\.40 times/,
    ],
    ...(['late', 'cancelled', 'returned', 'refunded'] as const).map(
      (flaw): [Conclusion, RegExp] => [
        { kind: 'imperfect', perfect: 14, orders: 20, flaw, flawed: 6 },
        /^14 of 20 orders were perfect; what went wrong most often: .+ \(6\)\.$/,
      ],
    ),
  ])('is a sentence with its facts and what to change: $0.kind', (conclusion, words) => {
    expect(conclusionWords(conclusion)).toMatch(words);
  });
});

it('a note says what keeps a figure from saying more', () => {
  const notes: Note[] = [
    { kind: 'nothing-known' },
    { kind: 'no-runs' },
    { kind: 'short-history' },
    { kind: 'nothing-sold' },
    { kind: 'unscaled', pairs: 2 },
    { kind: 'unknown-fate', lines: 2 },
    { kind: 'file-gap', days: 6 },
    { kind: 'cannot-be-judged', predictions: 3 },
    { kind: 'ran-out-only' },
    { kind: 'too-few', least: 5 },
  ];
  expect(new Set(notes.map(noteWords)).size).toBe(notes.length);
});

it('a value is told in its unit', () => {
  const told = (value: number | undefined, unit: Parameters<typeof valueWords>[1]) =>
    valueWords(value, unit);
  expect(told(0.234, 'share')).toBe('23 %');
  expect(told(0.00312, 'share per day')).toBe('0.31 % a day');
  expect(told(0.8449, 'ratio')).toBe('0.84');
  expect(told(3.5, 'days')).toBe('3.5 days');
  expect(told(4, 'working days')).toBe('4 working days');
  expect(told(undefined, 'share')).toBe('–');
});

describe('a replay in words', () => {
  const outcome = (more: Partial<Outcome> = {}): Outcome => ({
    ...{ offeredDays: 90, judgedDays: 100, overOffered: 9, inStockDays: 60, oversold: 10 },
    ...{ soldInStock: 50, soldAhead: 5, lost: 3, late: 20, dated: 40, wait: 6 },
    ...more,
  });
  const days = [day('2026-11-02'), day('2026-11-09')];
  const words = (other: Partial<Outcome>) =>
    replayWords({ days, known: 5, current: outcome(), other: outcome(other) });

  it('says which is better, or what is given for what', () => {
    expect(words({})[0]).toContain('no difference');
    expect(words({ oversold: 2 })[0]).toBe(
      'The other policy is better here: 2 instead of 10 units oversold.',
    );
    expect(words({ wait: 9 })[0]).toBe(
      'The other policy is worse here: 9 instead of 6 days from the order to the date shown.',
    );
    expect(words({ oversold: 0, lost: 13 })[0]).toBe(
      'The other policy is better in one, worse in another: 0 instead of 10 units oversold; but 13 instead of 3 units of sales lost though stock stood there (estimated).',
    );
  });

  it('says nothing of late lines that may be chance, nor of lines under twenty', () => {
    // 20 of 40: 35 to 65 % in truth; 9 of 40: 12 to 38 %; 5 of 40: 5 to 26 %.
    expect(words({ late: 9 })[0]).toContain('no difference beyond chance');
    expect(words({ late: 5 })[0]).toBe(
      'The other policy is better here: 13 instead of 50 % of order lines later than the date shown.',
    );
    expect(words({ late: 0, dated: 19, wait: 2 })[0]).toContain('no difference beyond chance');
    expect(words({ late: 0, dated: 20, wait: 2 })[0]).toContain('0 instead of 50 %');
  });

  it('says which days were looked at', () => {
    expect(words({})[1]).toContain('2 of 5 past days, evenly spread from 2026-11-02 to 2026-11-09');
    expect(replayWords({ days: [], known: 0, current: outcome(), other: outcome() })).toEqual([]);
  });

  it('is side by side a row a measure, nothing where nothing is known', () => {
    const { rows } = replayView({
      days,
      known: 2,
      current: outcome(),
      other: outcome({ oversold: 2, soldInStock: 30, dated: 19 }),
    });
    expect(rows[0]).toMatchObject({
      ...{ measure: 'oversold', current: 10, replay: 2, difference: -8, unit: 'units', sample: 50 },
    });
    expect(rows.find(({ measure }) => measure === 'wait-promised')).toMatchObject({ sample: 19 });
    const nothing = outcome({ judgedDays: 0, inStockDays: 0, dated: 0, wait: undefined });
    const unknown = replayView({ days, known: 2, current: nothing, other: nothing });
    expect(
      unknown.rows.every(
        ({ current, difference }) => current === undefined && difference === undefined,
      ),
    ).toBe(true);
    expect(replayView({ days: [], known: 0, current: nothing, other: nothing }).rows).toEqual([]);
  });
});
