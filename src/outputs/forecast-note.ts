import type { Forecast } from '../forecast/forecast.ts';
import { spikeOf } from '../forecast/spikes.ts';
import { addDays } from '../model/day.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { isOut } from '../plan/stockout.ts';

/** What a reader must know of a forecast, the most important first. */
export function forecastNote(planned: PlannedSku): string | undefined {
  const { forecast } = planned;
  const notes = forecast
    ? [...stockNotes(planned), ...pastNotes(forecast), ...countNotes(planned)]
    : ['never sold', ...drainNotes(planned)];
  return notes.length === 0 ? undefined : notes.join('; ');
}

function stockNotes(planned: PlannedSku): string[] {
  const { position, supply, isKit } = planned;
  if (isKit && supply.sources.length === 0) return ['a kit: see what it is made of'];
  if (!isOut(planned)) return drainNotes(planned);
  return [position.onHand > 0 ? 'all owed to orders' : 'none left', ...drainNotes(planned)];
}

function drainNotes({ drain: { depletion } }: PlannedSku): string[] {
  if (!depletion) return [];
  const { units, days, ours } = depletion;
  return [`suppliers lost ${units} in ${days} days, ${ours} to our orders`];
}

function pastNotes({ history, isShrunk, shop }: Forecast): string[] {
  const { closed = [], untold = [], soldOut = [] } = history;
  const notes: string[] = [];
  const known = history.days - closed.length;
  if (isShrunk) notes.push(`only ${known} ${known === 1 ? 'day' : 'days'} known`);
  const spike = shop.choice.method === 'combination' ? spikeOf(history) : undefined;
  if (spike) {
    const day = addDays(history.first, history.soldOn[spike.at] ?? 0);
    notes.push(`${spike.units} sold on ${day} counted as ${spike.countedAs}`);
  }
  const shut = closed.length - untold.length;
  if (untold.length > 0) notes.push(`no order export tells of ${untold.length} days`);
  if (shut > 0) notes.push(`${shut} days without stock left out`);
  if (soldOut.length > 0)
    notes.push(`${soldOut.length} sold-out days counted as more than was sold`);
  return notes;
}

function countNotes({ supply }: PlannedSku): string[] {
  const isVague = supply.sources.some(
    ({ offer, usable }) => usable > 0 && offer.quantityKind !== 'exact',
  );
  return isVague ? ['stock not told exactly'] : [];
}
