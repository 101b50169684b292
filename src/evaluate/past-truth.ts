import { dailyUnits } from '../forecast/history.ts';
import { knownPart, mean } from '../forecast/series.ts';
import { addDays, type Day, daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { Plan } from '../plan/plan.ts';
import { shownIn } from '../suppliers/shown.ts';
import { isOversold } from './oversells.ts';
import { ownOrdersOf } from './own-orders.ts';
import type { Sale } from './sales.ts';

/** Units that others bought between two files, and the share of that time that was over when our own orders were forwarded. */
export interface OthersTook {
  readonly units: number;
  readonly share: number;
}

/** What became of past days, as far as the book tells. */
export interface PastTruth {
  /**
   * What others bought of a supplier's number of a morning: what its next file lacks beyond our own orders. Where that shows
   * more than before nobody knows, and none is taken to be gone. Undefined without a file before and one after.
   */
  readonly othersTook: (supplier: string, sku: Sku, day: Day) => OthersTook | undefined;
  /** Units that each customer of a day asked for, in their order; where it could not be bought its mean of other days at once. */
  readonly wanted: (sku: Sku, day: Day) => readonly number[];
  /** The order lines of a SKU of a day. */
  readonly sales: (sku: Sku, day: Day) => readonly Sale[];
}

/** What became of the days before today. */
export function pastTruthOf(
  { evidence, skus, lines }: Pick<Plan, 'evidence' | 'skus' | 'lines'>,
  sales: readonly Sale[],
  termsOf: (supplier: string | undefined) => SupplierTerms,
): PastTruth {
  const { files, pasts } = evidence;
  const shown = shownIn(pasts, files, termsOf);
  // What a supplier was told of and did not have, it did not give.
  const refused = new Set(
    sales.filter((sale) => isOversold(sale, { termsOf, files, shown })).map(({ line }) => line),
  );
  const orders = ownOrdersOf(
    lines.filter((line) => !refused.has(line)),
    termsOf,
  );
  const byDay = groupBy(sales, ({ line, ordered }) => `${line.sku}\0${ordered}`);
  const demand = new Map(skus.map((planned) => [planned.sku, demandOf(planned)]));
  return {
    othersTook: (supplier, sku, day) => {
      const days = files.get(supplier)?.days ?? [];
      const after = days.findIndex((one) => one > day);
      const [from, to] = [days[after - 1], days[after]];
      if (after < 1 || from === undefined || to === undefined) return undefined;
      const [before, left] = [shown(supplier, sku, from), shown(supplier, sku, to)];
      if (before === undefined || left === undefined) return undefined;
      if (!Number.isFinite(before) || !Number.isFinite(left)) return { units: 0, share: 1 };
      const units = Math.max(0, before - left - orders.taken(supplier, sku, from, to));
      const share = Math.min(1, daysBetween(from, addDays(day, 1)) / daysBetween(from, to));
      return { units, share };
    },
    wanted: (sku, day) => {
      const own = byDay.get(`${sku}\0${day}`);
      return own ? own.map(({ line }) => line.quantity) : (demand.get(sku)?.(day) ?? []);
    },
    sales: (sku, day) => byDay.get(`${sku}\0${day}`) ?? [],
  };
}

/** What is to be expected of days on which nobody could buy; nothing of days on which nobody did. */
function demandOf({ forecast }: Plan['skus'][number]): (day: Day) => readonly number[] {
  if (!forecast) return () => [];
  const { history } = forecast;
  const closed = new Set(history.closed);
  if (closed.size === 0) return () => [];
  const usual = mean(knownPart(dailyUnits(history)));
  return (day) => (closed.has(daysBetween(history.first, day)) ? [usual] : []);
}
