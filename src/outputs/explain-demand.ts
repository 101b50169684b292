import { patternOf } from '../forecast/accuracy.ts';
import {
  demandQuantile,
  expectedOver,
  type Forecast,
  forecastParts,
} from '../forecast/forecast.ts';
import type { Grain } from '../forecast/grain.ts';
import type { Parts } from '../forecast/methods/combination.ts';
import type { Day } from '../model/day.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { isOut, isTaken, runsOut, runsOutNext } from '../plan/stockout.ts';
import type { Fact } from './fact.ts';
import { methodName } from './forecast.ts';
import { forecastNote } from './forecast-note.ts';

/** What a SKU's demand is expected to be, which parts made that number, and when its stock is gone. */
export function demandFacts(planned: PlannedSku, today: Day): Fact[] {
  const { forecast } = planned;
  if (!forecast) return [{ fact: 'demand', value: 'never sold' }, ...stockoutFacts(planned, today)];
  const { ratePerDay, history } = forecast;
  const parts = forecastParts(forecast);
  const note = forecastNote(planned);
  return [
    {
      fact: 'demand',
      value: `${decimals(ratePerDay)} a day by ${methodName(forecast)}${parts ? ', the mean of what follows' : ''} (${history.days - (history.closed?.length ?? 0)} days known, ${patternOf(history)})`,
    },
    ...(parts ? partFacts(parts, forecast.shop.grain) : []),
    { fact: '  next 28 days', value: rangeText(forecast, 28) },
    ...(note === undefined ? [] : [{ fact: '  note', value: note }]),
    ...stockoutFacts(planned, today),
  ];
}

const decimals = (value: number) => value.toFixed(2);

function partFacts(parts: Parts, { short, long, name }: Grain): Fact[] {
  return [
    { fact: `  last ${short} ${name}s`, value: decimals(parts.short) },
    { fact: `  last ${long} ${name}s`, value: decimals(parts.long) },
    { fact: `  all ${name}s`, value: decimals(parts.all) },
    { fact: '  smoothed', value: `${decimals(parts.exponential)} (exponential smoothing)` },
    { fact: '  size × chance', value: `${decimals(parts.tsb)} (of a sale: TSB)` },
    {
      fact: '  in buckets',
      value: `${decimals(parts.adida)} (as long as the gap between sales: ADIDA)`,
    },
  ];
}

function rangeText(forecast: Forecast, days: number): string {
  const [low, middle, high] = [0.1, 0.5, 0.9].map((level) => demandQuantile(forecast, days, level));
  return `${decimals(expectedOver(forecast, days))} expected; 1 time in 10 at most ${low}, half of the time at most ${middle}, 9 times in 10 at most ${high}`;
}

function stockoutFacts(planned: PlannedSku, today: Day): Fact[] {
  const { outflow, depletion } = planned.drain;
  if (!isTaken(planned) || !outflow) return [];
  const day = (level: number) => runsOut(planned, level, today) ?? 'later than a year ahead';
  const next = runsOutNext(planned, today);
  return [
    ...(depletion
      ? [
          {
            fact: 'suppliers lose',
            value: `${decimals(depletion.ratePerDay)} a day: ${depletion.units} in ${depletion.days} days, of which our orders explain ${depletion.ours}`,
          },
        ]
      : []),
    isOut(planned)
      ? {
          fact: 'runs out',
          value:
            planned.position.committed > 0
              ? 'now: open orders take all there is'
              : 'now: none is left',
        }
      : {
          fact: 'runs out',
          value: `${day(0.5)} as likely as not; 1 time in 10 by ${day(0.1)}, 9 times in 10 by ${day(0.9)}`,
        },
    ...(next
      ? [
          {
            fact: '  and then',
            value: `${next.day ?? 'later than a year ahead'}, with what comes in by ${next.arrival}`,
          },
        ]
      : []),
  ];
}
