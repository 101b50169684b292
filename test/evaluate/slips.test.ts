import { describe, expect, it } from 'vitest';
import { slipConclusions, slipFigures, slipsOf } from '../../src/evaluate/slips.ts';
import { recordOf } from '../../src/suppliers/record.ts';
import { day, terms, today } from '../plan/builders.ts';
import { type FilesSketch, remembered } from '../suppliers/evidence.ts';
import { inWords } from './builders.ts';

/** An article that was out on the 2nd, was to come on the 10th, and was there on a day of November. */
const article = (i: number, back: number, days: readonly string[] = []): FilesSketch => ({
  sku: `X${i}`,
  days,
  shown: {
    '2026-11-02': { quantity: 0, restocks: ['2026-11-10'] },
    [`2026-11-${back}`]: 9,
  },
});

const daily = ['09', '10', '11', '12', '13', '16', '17', '18', '19'].map((one) => `2026-11-${one}`);

function slipsIn(backs: readonly number[], days: readonly string[]) {
  const { files, offers } = remembered(...backs.map((back, i) => article(i, back, days)));
  // Until it was back, its files said the same.
  const told = offers.map((run) =>
    run.offer?.quantity === 0
      ? {
          ...run,
          seen:
            (files.get('acme')?.days ?? []).findLast((one) => one < backOf(run.sku)) ?? run.seen,
        }
      : { ...run, seen: files.get('acme')?.days.at(-1) ?? run.seen },
  );
  function backOf(sku: string) {
    return day(`2026-11-${backs[Number(sku.slice(1))]}`);
  }
  return slipsOf({ today, told, files, terms: new Map([['acme', terms('acme')]]) });
}

describe('slips', () => {
  it('are the days from the date first stated to the file that shows the goods', () => {
    const slips = slipsIn([12, 13, 16], daily);
    // Over a weekend goods come on its Monday: 2, 3 and 6 days.
    expect(inWords(slipFigures(slips))).toEqual([
      'restock-slip supplier acme 3 of 3',
      'restock-slip-from supplier acme – of 3 (too-few)',
      'restock-slip-to supplier acme – of 3 (too-few)',
      'restock-slip-p80 supplier acme 6 of 3',
    ]);
  });

  it('are known no better than files are apart', () => {
    const [own] = slipsIn([16], ['2026-11-09']);
    // After the file of Monday the 9th: from the 10th to the 16th.
    expect(own?.each).toEqual([{ supplier: 'acme', low: 0, high: 6 }]);
    expect(own?.fileGap).toBe(6);
    expect(inWords(slipFigures(own ? [own] : []))[0]).toContain('(file-gap)');
  });
});

describe('that dates slip', () => {
  const concluded = (backs: readonly number[], slipDays = 0, restocks = 0) => {
    const terms_ = new Map([['acme', terms('acme', { slipDays })]]);
    const past = Array.from({ length: restocks }, () => ({
      ...{ supplier: 'acme', sku: 'X', supplierSku: 'X', arrivedOn: day('2026-11-16') },
      firstStated: day('2026-11-10'),
    }));
    const records = new Map([['acme', recordOf(past as never)]]);
    return slipConclusions(slipsIn(backs, daily), { terms: terms_, records });
  };

  it('is concluded of five restocks, with the median and what the plan adds already', () => {
    expect(concluded([16, 16, 16, 17, 17], 0, 5)).toMatchObject([
      {
        kind: 'dates-slip',
        supplier: 'acme',
        median: 6,
        bounds: { low: 6, high: 7 },
        restocks: 5,
        configured: 0,
        learned: 6,
      },
    ]);
  });

  it('is not concluded of four, nor where the true median may be what is set', () => {
    expect(concluded([16, 16, 16, 16])).toEqual([]);
    expect(concluded([10, 10, 11, 16, 16])).toEqual([]);
    expect(concluded([16, 16, 16, 17, 17], 6)).toEqual([]);
  });

  it('is concluded the other way round where more is added than they slip', () => {
    expect(concluded([10, 10, 11, 11, 11], 5)).toMatchObject([
      { kind: 'slip-too-long', median: 1, bounds: { low: 0, high: 1 }, configured: 5 },
    ]);
  });
});
