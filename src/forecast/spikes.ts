import type { DemandHistory } from './history.ts';

/** A day on which so much was sold that it tells nothing of the others. */
export interface Spike {
  /** Its place among the days with sales. */
  readonly at: number;
  readonly units: number;
  /** What it counts as. */
  readonly countedAs: number;
}

/** With fewer sales than this nobody can tell what is usual. */
const leastSales = 8;
/** More than so many times the next largest is no usual sale. */
const outOfScale = 3;

/** The one day, if any, that sold more than three times as much as any other: it counts as the next largest. */
export function spikeOf({ sold }: Pick<DemandHistory, 'sold'>): Spike | undefined {
  if (sold.length < leastSales) return undefined;
  let [largest, next, at] = [0, 0, -1];
  for (let i = 0; i < sold.length; i += 1) {
    const units = sold[i] ?? 0;
    if (units > largest) [next, largest, at] = [largest, units, i];
    else if (units > next) next = units;
  }
  return largest > outOfScale * next ? { at, units: largest, countedAs: next } : undefined;
}

/** The history with its spike counted as the next largest day. */
export function tempered(history: DemandHistory): DemandHistory {
  const spike = spikeOf(history);
  return spike ? { ...history, sold: history.sold.with(spike.at, spike.countedAs) } : history;
}
