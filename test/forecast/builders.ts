import type { DemandHistory } from '../../src/forecast/history.ts';
import { addDays } from '../../src/model/day.ts';
import { today } from '../plan/builders.ts';

/** A history of these units up to yesterday. */
export function historyOf(units: readonly number[]): DemandHistory {
  const soldOn = units.flatMap((sold, day) => (sold === 0 ? [] : [day]));
  return {
    first: addDays(today, -units.length),
    days: units.length,
    soldOn,
    sold: soldOn.map((day) => units[day] ?? 0),
  };
}
