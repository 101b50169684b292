import type { OrderLine } from '../model/order.ts';
import { cancelledBy, fulfilledBy } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import type { Fact } from './fact.ts';
import { placeText } from './problems.ts';

/** What became of an order line of which nothing is owed any more. */
export function finishedFacts(line: OrderLine, { today, quality }: Plan): Fact[] {
  const { sku, title, quantity, orderedAt, fulfilledAt, cancelledAt, place } = line;
  const shipped = fulfilledBy(line, today);
  const cancelled = cancelledBy(line, today);
  const parts = [
    `${quantity} ordered ${orderedAt.slice(0, 10)}`,
    ...(shipped > 0 ? [`${shipped} shipped${onDay(line.parcels ? undefined : fulfilledAt)}`] : []),
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
