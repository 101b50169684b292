import { describe, expect, it } from 'vitest';
import { chooseWindow } from '../../src/forecast/choose.ts';
import { monthly } from '../../src/forecast/grain.ts';
import { historyOf } from './builders.ts';

describe('the best window', () => {
  it('is the usual one without history, or with too little to compare', () => {
    expect(chooseWindow([])).toEqual({ method: 'simple', window: 28 });
    expect(chooseWindow([historyOf([3, 1, 4])])).toEqual({ method: 'simple', window: 28 });
    expect(chooseWindow([historyOf(new Array<number>(27).fill(2))])).toEqual({
      method: 'simple',
      window: 28,
    });
  });

  it('is short where demand grows, as slow averages lag behind', () => {
    const growing = Array.from({ length: 200 }, (_, i) => i);
    expect(chooseWindow([historyOf(growing)])).toEqual({ method: 'simple', window: 7 });
  });

  it('does not follow a number that jumps about a level', () => {
    // Nought for two weeks, then two for two weeks: only four weeks and their multiples see the level.
    const waves = Array.from({ length: 400 }, (_, i) => (i % 28 < 14 ? 0 : 2));
    expect(chooseWindow([historyOf(waves)]).method).toBe('simple');
    expect(chooseWindow([historyOf(waves)]).window % 28).toBe(0);
  });

  it('does not depend on the order of the SKUs', () => {
    const histories = [3, 5, 8].map((step) =>
      historyOf(Array.from({ length: 150 }, (_, i) => (i * step) % 7)),
    );
    expect(chooseWindow(histories.toReversed())).toEqual(chooseWindow(histories));
  });

  it('is one of months for months', () => {
    const units = Array.from({ length: 900 }, (_, i) => i);
    expect(chooseWindow([historyOf(units)], monthly)).toEqual({ method: 'simple', window: 2 });
  });
});
