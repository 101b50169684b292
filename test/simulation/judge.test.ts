import { describe, expect, it } from 'vitest';
import type { Day } from '../../src/model/day.ts';
import { judge, leadTimeError, trueLeadTimes } from './judge.ts';
import type { Line, Parcel, Truth } from './ledger.ts';
import { quarter } from './world.ts';

/** Thirty days to learn from Monday, 5 January 2026 on: judged from 4 February until 4 May. ART-001 is acme's alone. */
const world = quarter({ seed: 1, others: 'between-files', buffer: 0 });

function line(ordered: string, told: Partial<Line['told']>, rest: Partial<Line> = {}): Line {
  return {
    orderId: '#1',
    lineId: '1',
    sku: 'ART-001',
    units: 1,
    price: 10,
    ordered: ordered as Day,
    time: '12:00',
    cancels: '2030-01-01' as Day,
    backAfter: undefined,
    parcels: [],
    told: {
      status: 'available',
      reason: 'in-stock',
      shipDate: '2026-03-10',
      basis: 'stock',
      supplier: 'acme',
      ...told,
    },
    ...rest,
  };
}

function parcel(forwarded: string, rest: Partial<Parcel> = {}): Parcel {
  return {
    ...{ orderId: '#1', lineId: '1', sku: 'ART-001', poNumber: 'PO', supplier: 'acme' },
    ...{ asked: 1, units: 1, forwarded: forwarded as Day, hadStock: true },
    ...rest,
  };
}

function shipped(day: string, forwarded: string, leadTime = 4): Partial<Line> {
  return { parcels: [parcel(forwarded, { shipped: day as Day, leadTime })] };
}

function truth(lines: Line[], rest: Partial<Truth> = {}): Truth {
  return {
    lines,
    restocks: [],
    lost: [],
    offered: [],
    purchases: [],
    purchasesAnew: [],
    carried: { lines: 0, withDate: 0 },
    fileDays: new Map([['acme', ['2026-03-02', '2026-03-05'] as Day[]]]),
    troubles: [],
    problems: new Map(),
    ...rest,
  };
}

describe('the judge', () => {
  it('counts units refused and units for which there was nothing the morning after', () => {
    const none = { hadStock: false, shipped: '2026-03-20' as Day };
    const refused = { parcels: [parcel('2026-03-04', { ...none, asked: 2, units: 2 })] };
    const { oversold, oversoldIntervals } = judge(
      world,
      truth(
        [
          line('2026-03-03', {}, { units: 2, ...refused }),
          line('2026-03-04', {}, shipped('2026-03-10', '2026-03-06')),
          line('2026-03-05', {}, { units: 3 }),
          line('2026-03-05', {}, shipped('2026-03-10', '2026-03-06')),
          line('2026-03-05', { status: 'backorder' }, refused),
          line('2026-02-03', {}, refused),
        ],
        {
          offered: ['2026-03-02', '2026-03-03', '2026-03-05', '2026-02-03'].map((day) => ({
            day: day as Day,
            sku: 'ART-001',
            status: 'available',
            reason: 'in-stock',
            quantity: 1,
            there: 1,
          })),
        },
      ),
    );
    expect(oversold).toEqual({ units: 6, refused: 2, stranded: 4 });
    expect(oversoldIntervals.get('acme')).toEqual({ count: 2, of: 2 });
  });

  it('takes a date as kept on that day or before, and judges none that is still to come', () => {
    const { kept, lateDays } = judge(
      world,
      truth([
        line('2026-03-03', {}, shipped('2026-03-10', '2026-03-04')),
        line('2026-03-03', {}, shipped('2026-03-13', '2026-03-04')),
        line('2026-03-03', { basis: 'stated', status: 'backorder' }),
        line('2026-03-03', { shipDate: '2026-05-05' }, shipped('2026-03-10', '2026-03-04')),
        line('2026-03-03', { shipDate: '' }),
        line('2026-03-03', {}, { cancelled: { day: '2026-03-10' as Day, units: 1 } }),
      ]),
    );
    expect([...kept]).toEqual([
      ['all', { count: 1, of: 3 }],
      ['stated', { count: 0, of: 1 }],
      ['stated acme', { count: 0, of: 1 }],
      ['stock', { count: 1, of: 2 }],
      ['stock acme', { count: 1, of: 2 }],
    ]);
    expect(lateDays).toBe(3);
  });

  it('takes a line as kept when the last of it has left, or what was not cancelled after its day', () => {
    const parts = [
      parcel('2026-03-04', { shipped: '2026-03-06' as Day }),
      parcel('2026-03-05', { shipped: '2026-03-11' as Day, poNumber: 'PO-2' }),
    ];
    const after = { day: '2026-03-11' as Day, units: 1 };
    const { kept } = judge(
      world,
      truth([
        line('2026-03-03', {}, { units: 2, parcels: parts }),
        line('2026-03-03', {}, { units: 2, parcels: parts.slice(0, 1) }),
        line('2026-03-03', {}, { cancelled: after }),
        line('2026-03-03', { shipDate: '2026-03-11' }, { units: 2, parcels: parts }),
      ]),
    );
    expect(kept.get('all')).toEqual({ count: 1, of: 4 });
  });

  it('finds units told twice, not called back, and called back for nothing', () => {
    const cancelled = { day: '2026-03-10' as Day, units: 1 };
    const back = parcel('2026-03-04', { units: 0 });
    const twice = [parcel('2026-03-04'), parcel('2026-03-05', { poNumber: 'PO-2' })];
    const { purchases } = judge(
      world,
      truth([
        line('2026-03-03', {}, { parcels: twice }),
        line('2026-03-03', {}, { cancelled, parcels: [back] }),
        line('2026-03-03', {}, { cancelled, parcels: [parcel('2026-03-04')] }),
        line('2026-03-03', {}, { parcels: [back] }),
      ]),
    );
    expect(purchases).toMatchObject({
      ...{ calledBack: 2, twice: 1, notCalledBack: 1, calledBackWrongly: 1, anew: 0 },
    });
  });

  it('takes quantiles of lead times by nearest rank, of what the supplier had and has shipped', () => {
    const none = { shipped: '2026-03-30' as Day, leadTime: 20, hadStock: false };
    const late = { parcels: [parcel('2026-03-04', none)] };
    const times = [3, 4, 4, 5, 9].map((days) => shipped('2026-03-10', '2026-03-04', days));
    const { leadTimes } = judge(
      world,
      truth([...times, late].map((rest) => line('2026-03-03', {}, rest))),
    );
    expect(leadTimes.get('acme')).toEqual({ shipments: 5, p50: 4, p80: 5, p95: 9 });
    expect(trueLeadTimes(world).get('acme')).toEqual({ p50: 4, p80: 5, p95: 6 });
    expect(leadTimeError(world, leadTimes)).toBe(1);
  });
});
