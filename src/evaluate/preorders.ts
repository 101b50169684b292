import { type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { ShownStatus } from '../plan/input.ts';
import { countBounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import type { Figure } from './figure.ts';
import type { Sale } from './sales.ts';

/** What the listings said, and what was bought. */
export interface OfferRecord {
  readonly today: Day;
  readonly statuses: readonly ShownStatus[];
  readonly sales: readonly Sale[];
}

const ahead = ['backorder', 'preorder'] as const;

/** How often the same articles were bought while they were sold ahead, and while they were in stock. */
interface TakeUp {
  readonly status: (typeof ahead)[number];
  /** Days of an article on which it was sold ahead. */
  readonly days: number;
  readonly ratio: number | undefined;
  readonly lines: number;
  readonly inStockLines: number;
}

/**
 * `take-up`: units sold while an article had the status ÷ units that would have been sold on as many days at its own pace while it
 * was in stock; over the articles that were seen in both states. 1: customers buy as if it were there. Sample: days of an
 * article with the status. Days count from the first recorded run to yesterday, or to the newest export; a limit that was reached
 * ends them, as the article is not for sale then.
 */
export function takeUpFigures(record: OfferRecord): readonly Figure[] {
  return takeUpsOf(record).flatMap(({ status, days, ratio }): Figure[] =>
    days === 0
      ? []
      : [
          {
            measure: 'take-up',
            group: { by: 'status', name: status },
            value: ratio,
            unit: 'ratio',
            sample: days,
            note: ratio === undefined ? { kind: 'nothing-known' } : undefined,
          },
        ],
  );
}

function takeUpsOf(record: OfferRecord): readonly TakeUp[] {
  // What was sold after the newest export nobody knows.
  const told = record.sales.reduce<Day | undefined>(
    (newest, { line }) => (newest && newest > line.asOf ? newest : line.asOf),
    undefined,
  );
  const until = told && told < record.today ? told : record.today;
  const days = daysByStatus({ ...record, today: until });
  const known = record.sales.filter(({ ordered }) => ordered < until);
  const sales = groupBy(known, ({ line }) => line.sku);
  return ahead.map((status) => takeUpOf(status, days, sales));
}

type DaysByStatus = ReadonlyMap<Sku, ReadonlyMap<Status, number>>;

/** Days of each article with each status, from the first recorded run to yesterday. */
function daysByStatus({ statuses, today }: OfferRecord): DaysByStatus {
  const past = statuses.filter(({ day }) => day < today);
  return new Map(
    [...groupBy(past, ({ sku }) => sku)].map(([sku, own]) => {
      const inTime = own.toSorted((a, b) => (a.day < b.day ? -1 : 1));
      const days = new Map<Status, number>();
      inTime.forEach(({ status, day }, i) => {
        const until = inTime[i + 1]?.day ?? today;
        days.set(status, (days.get(status) ?? 0) + daysBetween(day, until));
      });
      return [sku, days];
    }),
  );
}

function takeUpOf(
  status: TakeUp['status'],
  days: DaysByStatus,
  sales: ReadonlyMap<Sku, readonly Sale[]>,
): TakeUp {
  let [all, units, expected, lines, inStockLines] = [0, 0, 0, 0, 0];
  for (const [sku, own] of days) {
    const [aheadDays, inStockDays] = [own.get(status) ?? 0, own.get('available') ?? 0];
    if (aheadDays === 0 || inStockDays === 0) continue;
    const of = (wanted: Status) => (sales.get(sku) ?? []).filter((one) => one.status === wanted);
    const [soldAhead, inStock] = [of(status), of('available')];
    all += aheadDays;
    units += unitsOf(soldAhead);
    expected += (aheadDays * unitsOf(inStock)) / inStockDays;
    lines += soldAhead.length;
    inStockLines += inStock.length;
  }
  const ratio = expected === 0 ? undefined : units / expected;
  return { status, days: all, ratio, lines, inStockLines };
}

function unitsOf(sales: readonly Sale[]): number {
  return sales.reduce((sum, { line }) => sum + line.quantity, 0);
}

/** Fewer lines in stock tell no pace. */
const leastLines = 20;

/**
 * Concluded where 20 lines in stock tell the pace and the ratio lies off 1 by more than chance makes of the lines sold in both
 * states (Poisson, 95 % each, so nearly all together).
 */
export function takeUpConclusions(record: OfferRecord): readonly Conclusion[] {
  return takeUpsOf(record).flatMap(({ status, ratio, lines, inStockLines }): Conclusion[] => {
    if (ratio === undefined || lines === 0 || inStockLines < leastLines) return [];
    const [own, usual] = [countBounds(lines), countBounds(inStockLines)];
    const bounds = {
      low: (ratio * own.low * inStockLines) / (lines * usual.high),
      high: (ratio * own.high * inStockLines) / (lines * usual.low),
    };
    const isOff = bounds.high < 1 || bounds.low > 1;
    return isOff ? [{ kind: 'take-up', status, ratio, bounds }] : [];
  });
}
