import type { Forecast } from '../../src/forecast/forecast.ts';
import { daily } from '../../src/forecast/grain.ts';
import type { DemandHistory } from '../../src/forecast/history.ts';
import { usualChoice } from '../../src/forecast/methods/index.ts';
import { addDays } from '../../src/model/day.ts';
import { today } from '../plan/builders.ts';

/** A history of these units up to yesterday; null where nobody could buy. */
export function historyOf(units: readonly (number | null)[]): DemandHistory {
  const soldOn = units.flatMap((sold, day) => (sold ? [day] : []));
  return {
    first: addDays(today, -units.length),
    days: units.length,
    soldOn,
    sold: soldOn.map((day) => units[day] ?? 0),
    closed: units.flatMap((sold, day) => (sold === null ? [day] : [])),
  };
}

/** Units of a series; null where nobody could buy. */
export function seriesOf(units: readonly (number | null)[]): Float64Array {
  return Float64Array.from(units, (value) => value ?? Number.NaN);
}

/** A forecast of so many units a day whose variance is a·m + b·m² at every horizon. */
export function forecastOf(
  ratePerDay: number,
  { a, b }: { readonly a: number; readonly b: number },
  week: readonly number[] = [1, 1, 1, 1, 1, 1, 1],
): Forecast {
  const law = [{ horizon: 1, a, b }];
  const rates = { mean: ratePerDay, shape: 1 };
  const shop = { choice: usualChoice, grain: daily, unevenness: 1, rates, week };
  return {
    history: historyOf([]),
    shop: { ...shop, law, pooledLaw: law },
    isShrunk: false,
    ratePerDay,
    size: 1,
  };
}
