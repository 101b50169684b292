import { spikeOf } from '../forecast/spikes.ts';
import { addDays } from '../model/day.ts';
import type { PlannedSku } from '../plan/plan.ts';

/** What a reader must know of a forecast, the most important first. */
export function forecastNote({
  forecast,
  position,
  supply,
  drain,
}: PlannedSku): string | undefined {
  const { depletion } = drain;
  const taken = depletion
    ? [
        `suppliers lost ${depletion.units} in ${depletion.days} days, ${depletion.ours} to our orders`,
      ]
    : [];
  if (!forecast) return ['never sold', ...taken].join('; ');
  const { history, isShrunk, shop } = forecast;
  const notes = taken;
  const { onHand, committed } = position;
  if (onHand <= committed) notes.push(onHand > 0 ? 'all owed to orders' : 'none left');
  if (isShrunk) notes.push(`only ${history.days} days of sales`);
  const spike = shop.choice.method === 'combination' ? spikeOf(history) : undefined;
  if (spike) {
    const day = addDays(history.first, history.soldOn[spike.at] ?? 0);
    notes.push(`${spike.units} sold on ${day} counted as ${spike.countedAs}`);
  }
  if (history.closed?.length) notes.push(`${history.closed.length} days without stock left out`);
  if (supply.sources.some(({ offer, usable }) => usable > 0 && offer.quantityKind !== 'exact'))
    notes.push('stock not told exactly');
  return notes.length === 0 ? undefined : notes.join('; ');
}
