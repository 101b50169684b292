import type { OrderLine } from '../model/order.ts';
import { cancelledBy, fulfilledBy } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';

/** What became of an order line of which nothing is owed any more. */
export function finishedFacts(line: OrderLine, { today, quality }: Plan): Fact[] {
  const { sku, title, quantity, orderedAt, cancelledAt, place } = line;
  const shipped = fulfilledBy(line, today);
  const cancelled = cancelledBy(line, today);
  const parts = [
    `${quantity} ordered ${orderedAt.slice(0, 10)}`,
    ...(shipped > 0 ? [`${shipped} shipped${leftOn(line)}`] : []),
    ...(cancelled > 0 ? [`${cancelled} ${cancelledText(line)}${onDay(cancelledAt)}`] : []),
    'none owed',
  ];
  return [
    {
      fact: sku,
      value: `${title === undefined ? '' : `${title}: `}${parts.join(', ')}`,
      source: placeText(place),
    },
    ...(quality.returned.get(line) ?? []).map(({ units, day, reason, place: told }) => ({
      fact: '  came back',
      value: `${units}${onDay(day)}${reason === undefined ? '' : `: ${reason}`}`,
      source: placeText(told),
    })),
  ];
}

function leftOn({ parcels, fulfilledAt, leftUnseen }: OrderLine): string {
  if (parcels) return '';
  if (!leftUnseen) return onDay(fulfilledAt);
  const list = fulfilledAt === undefined ? 'a later list' : `the list of ${fulfilledAt}`;
  return ` or cancelled, as ${list} of open orders has it no more`;
}

function onDay(day: string | undefined): string {
  return day === undefined ? '' : ` ${day}`;
}

/** Where no unit of it was cancelled by itself, its payment says why none is owed. */
function cancelledText({ paymentState, cancelledQuantity }: OrderLine): string {
  const isUndone = paymentState === 'refunded' || paymentState === 'voided';
  return isUndone && cancelledQuantity === 0
    ? `cancelled, as its payment was ${paymentState}`
    : 'cancelled';
}
