import { addDays, type Day } from '../../src/model/day.ts';
import { type Chance, chanceOf, type Distribution, type Rate } from './chance.ts';

/** A supplier as it truly is, and what the shop has configured of it. */
export interface SupplierTruth {
  readonly id: string;
  /** Working days from an order forwarded to the parcel with the carrier, for goods that it has. */
  readonly leadTime: Distribution;
  /** Calendar days by which goods come in later than it first stated. */
  readonly slip: Distribution;
  /** When it sends its file: each working day in full, on Mondays in full, each working day what has changed. */
  readonly feed: 'daily' | 'weekly' | 'changes';
  /** From here on it says no more than "so many or more". */
  readonly cap?: number;
  /** It states a new date, so many days ahead, when a stated one has passed; else it leaves the old one standing. */
  readonly restates?: number;
  readonly holidays: readonly Day[];
  readonly terms: Readonly<Record<string, string | number>>;
}

/** What a supplier does with one article. */
export interface Stocking {
  readonly supplier: string;
  /** Units a day that its other customers take. */
  readonly others: Rate;
  readonly firstStock: number;
  /** At so many units or fewer it orders more, */
  readonly reorderAt: number;
  /** so many, */
  readonly lot: number;
  /** which it expects so many calendar days later. */
  readonly expectedDays: number;
  readonly statesDate: boolean;
  readonly statesQuantity: boolean;
}

/** An article of the shop. */
export interface Article {
  readonly sku: string;
  readonly price: number;
  /** Customers a day who want it. */
  readonly demand: Rate;
  readonly stockings: readonly Stocking[];
}

/** All that is given before the first day. The shop sees none of it but what the suppliers write. */
export interface World {
  readonly chance: Chance;
  readonly firstDay: Day;
  readonly days: number;
  /** Days from the first on which nothing is judged. */
  readonly learningDays: number;
  /** When suppliers sell to others: at the moment of their file, and only what our customers have not bought; or at any time. */
  readonly others: 'at-file-time' | 'between-files';
  readonly buffer: number | string;
  /** Files are read by `ingest` before each `run`, and purchase orders drawn up twice a day. */
  readonly thorough: boolean;
  readonly serviceLevel: number;
  /** The share of customers still waiting who cancel on a day. */
  readonly cancelled: number;
  /** The share of order lines that come back. */
  readonly returned: number;
  readonly suppliers: readonly SupplierTruth[];
  readonly articles: readonly Article[];
}

export interface Scenario {
  readonly seed: number;
  readonly others: World['others'];
  readonly buffer: World['buffer'];
  readonly thorough?: boolean;
  readonly days?: number;
  readonly articles?: number;
}

const firstDay = '2026-01-05' as Day;
const newYearAndEaster = ['2026-01-19', '2026-02-16', '2026-04-03', '2026-04-06'] as Day[];

/**
 * Three suppliers: one punctual with a file each working day, one late with a file on Mondays and numbers up to 50, one
 * erratic that tells changes. The jumps of their lead times lie well away from the levels 0.5, 0.8 and 0.95, so that a sample
 * of some hundred has the true quantiles. `dispatch_days` are the shop's own day and the 90 % quantile of them.
 */
const suppliers: readonly SupplierTruth[] = [
  {
    id: 'acme',
    leadTime: [
      [3, 0.3],
      [4, 0.4],
      [5, 0.2],
      [6, 0.08],
      [8, 0.02],
    ],
    slip: [
      [-1, 0.1],
      [0, 0.7],
      [1, 0.2],
    ],
    feed: 'daily',
    holidays: newYearAndEaster,
    terms: { dispatch_days: 6, priority: 1 },
  },
  {
    id: 'borealis',
    leadTime: [
      [4, 0.2],
      [5, 0.2],
      [6, 0.25],
      [7, 0.07],
      [8, 0.16],
      [9, 0.04],
      [10, 0.06],
      [12, 0.02],
    ],
    slip: [
      [1, 0.15],
      [2, 0.2],
      [3, 0.3],
      [4, 0.2],
      [5, 0.15],
    ],
    feed: 'weekly',
    cap: 50,
    holidays: newYearAndEaster,
    terms: { dispatch_days: 10, priority: 2, stale_after_days: 9 },
  },
  {
    id: 'cirrus',
    leadTime: [
      [5, 0.15],
      [6, 0.2],
      [7, 0.3],
      [8, 0.08],
      [9, 0.15],
      [11, 0.1],
      [14, 0.02],
    ],
    slip: [
      [-2, 0.1],
      [0, 0.25],
      [3, 0.2],
      [6, 0.2],
      [10, 0.15],
      [14, 0.1],
    ],
    feed: 'changes',
    restates: 5,
    holidays: newYearAndEaster,
    terms: { dispatch_days: 12, priority: 3, stale_after_days: 60, restock_days: 14 },
  },
];

/** The world of the simulated quarter: a month to learn and ninety days. */
export function quarter({
  seed,
  others,
  buffer,
  thorough = false,
  days = 120,
  articles = 30,
}: Scenario): World {
  const chance = chanceOf(seed);
  return {
    chance,
    firstDay,
    days,
    learningDays: 30,
    others,
    buffer,
    thorough,
    serviceLevel: 0.95,
    cancelled: 0.003,
    returned: 0.04,
    suppliers,
    articles: Array.from({ length: articles }, (_, i) => article(chance, i)),
  };
}

export function lastDay({ firstDay: first, days }: World): Day {
  return addDays(first, days - 1);
}

/** The first day that is judged. */
export function judgedFrom({ firstDay: first, learningDays }: World): Day {
  return addDays(first, learningDays);
}

/** One in ten articles has two suppliers. The rates of demand are spread log-normally about three customers in ten days. */
function article(chance: Chance, i: number): Article {
  const sku = `ART-${String(i + 1).padStart(3, '0')}`;
  const mean = Math.min(2, Math.max(0.1, 0.3 * Math.exp(0.8 * bell(chance, sku))));
  const first = i % suppliers.length;
  const sources = i % 10 === 9 ? [first, (first + 1) % suppliers.length] : [first];
  const price = 5 + Math.round(95 * chance.share('price', sku));
  return {
    sku,
    price,
    demand: { mean, shape: 2 },
    stockings: sources.map((at) => stocking(chance, sku, suppliers[at]?.id ?? '', mean)),
  };
}

/** Near enough to the normal distribution: the sum of twelve shares less six. */
function bell(chance: Chance, sku: string): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += chance.share('bell', sku, i);
  return sum;
}

/** It orders for 18 days when 60 % of what is taken while it waits is left, so that it is out for a fifth of the time. */
function stocking(chance: Chance, sku: string, supplier: string, own: number): Stocking {
  const share = (what: string) => chance.share(what, sku, supplier);
  const others = own * (0.5 + 1.5 * share('others'));
  const expectedDays = 12 + Math.floor(9 * share('expected'));
  const taken = own * 1.2 + others;
  const reorderAt = Math.max(1, Math.round(0.6 * taken * expectedDays));
  const lot = Math.max(4, Math.round(18 * taken));
  return {
    supplier,
    others: { mean: others, shape: 2 },
    firstStock: reorderAt + Math.round(lot * share('first')),
    reorderAt,
    lot,
    expectedDays,
    statesDate: supplier !== 'cirrus' || share('date') < 0.5,
    statesQuantity: supplier !== 'borealis' || share('quantity') < 0.5,
  };
}
