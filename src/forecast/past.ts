import { addDays, type Day } from '../model/day.ts';
import type { Grain } from './grain.ts';
import { type DemandHistory, dailyUnits } from './history.ts';
import type { Choice } from './methods/index.ts';
import type { Series } from './series.ts';
import { tempered } from './spikes.ts';

/**
 * What a method is given of a SKU's demand. The plain moving averages take it as it is; the combination, which nobody
 * reckons by hand, takes a single sale out of all scale as a usual large one.
 */
export function pastOf(history: DemandHistory, { method }: Choice, grain: Grain): Series {
  const units = dailyUnits(method === 'combination' ? tempered(history) : history);
  return grain.name === 'day' ? units : byMonth(units, history.first);
}

/** Units of each whole month, from that of the first sale on; what is not known of one counts as its known days. */
function byMonth(units: Series, first: Day): Series {
  const months: { month: string; sum: number; known: number; days: number }[] = [];
  units.forEach((sold, i) => {
    const month = addDays(first, i).slice(0, 7);
    let own = months.at(-1);
    if (own?.month !== month) {
      own = { month, sum: 0, known: 0, days: 0 };
      months.push(own);
    }
    own.days += 1;
    if (Number.isNaN(sold)) return;
    own.sum += sold;
    own.known += 1;
  });
  const after = addDays(first, units.length);
  // A month that is not over yet would read as a weak one.
  if (after.slice(8) !== '01') months.pop();
  return Float64Array.from(months, ({ sum, known, days }) =>
    known === 0 ? Number.NaN : (sum * days) / known,
  );
}
