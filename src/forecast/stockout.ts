import { demandOver, type Outflow } from './forecast.ts';
import { probabilityUpTo } from './negative-binomial.ts';

/** Units that come in, so many days after today. */
interface Incoming {
  readonly ahead: number;
  readonly units: number;
}

/** What there is to sell: now (below 0 where more is owed than there is), and what is known to come, in order of days. */
export interface Holding {
  readonly units: number;
  readonly incoming: readonly Incoming[];
}

/** Later than this many days ahead is no useful answer. */
const stockoutHorizon = 365;

/**
 * The first day, counted from 1 for today, by whose end the stock is gone with a probability of at least `level`: demand
 * until then reaches what there is by then. Undefined when that is never, or later than a year ahead. `from` is the first
 * day to look at.
 */
export function stockoutDay(
  { units, incoming }: Holding,
  outflow: Outflow,
  level: number,
  from = 1,
): number | undefined {
  let stock = units;
  let first = from;
  for (const next of [...incoming, { ahead: stockoutHorizon, units: 0 }]) {
    const last = Math.min(next.ahead, stockoutHorizon);
    if (last >= first) {
      const found = firstOut(stock, outflow, level, first, last);
      if (found !== undefined) return found;
      first = last + 1;
    }
    stock += next.units;
  }
  return undefined;
}

/**
 * The same while the stock does not change. The probability of being out only rises with the days: from the day by which
 * the stock is expected to be gone it is looked for further ahead, then halving finds it.
 */
function firstOut(
  stock: number,
  outflow: Outflow,
  level: number,
  first: number,
  last: number,
): number | undefined {
  if (stock <= 0) return first;
  const isOut = (day: number) =>
    1 - probabilityUpTo(stock - 1, demandOver(outflow, day)) >= level - 1e-12;
  let before = first - 1;
  let day = Math.min(last, Math.max(first, Math.ceil(stock / outflow.ratePerDay)));
  while (!isOut(day)) {
    if (day === last) return undefined;
    before = day;
    day = Math.min(last, Math.ceil(day * 1.25) + 1);
  }
  while (day - before > 1) {
    const middle = Math.floor((before + day) / 2);
    if (isOut(middle)) day = middle;
    else before = middle;
  }
  return day;
}
