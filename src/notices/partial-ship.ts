import { daysBetween } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { DueNotice } from '../model/notice.ts';
import { type OrderLine, orderIdentity, sentOf } from '../model/order.ts';
import { customerUnits } from '../plan/kits.ts';
import type { Plan } from '../plan/plan.ts';
import { type Case, expectedDay } from './facts.ts';
import { type DraftedNotice, draftedLine, endsLine } from './history.ts';

/** A shipment older than that is no news. */
const newsForDays = 7;

/** The lines of orders that have left while others of their order still wait. */
export function partsShipped(
  open: readonly Case[],
  due: readonly DueNotice[],
  {
    plan: { today, lines },
    recorded,
  }: {
    readonly plan: Plan;
    readonly recorded: readonly DraftedNotice[];
  },
): readonly DueNotice[] {
  const orders = groupBy(open, ({ line }) => orderIdentity(line));
  const told = new Set(
    recorded
      .filter(({ type, draftedOn }) => type === 'PARTIAL_SHIP' && draftedOn < today)
      .map(draftedLine),
  );
  const isOver = new Set(due.filter(({ type }) => endsLine(type)).map(({ orderId }) => orderId));
  return lines.flatMap((line): DueNotice[] => {
    const rest = orders.get(orderIdentity(line)) ?? [];
    const first = rest.find(({ parts }) => parts.some(({ state }) => state === 'waiting'));
    const { orderId, lineId, sku, customerEmail: to = '', locale = '' } = line;
    const units = newsOf(line, today);
    if (!first || units === 0 || isOver.has(orderId)) return [];
    if (told.has(draftedLine(line))) return [];
    const { jurisdiction } = first;
    return [
      {
        ...{ type: 'PARTIAL_SHIP', targetDate: today, quantity: units },
        ...{ orderId, lineId, sku, jurisdiction, to, locale },
        stillToCome: stillToCome(rest),
      },
    ];
  });
}

/** All of the order that has not left, waiting or not, with the day by which it is due where that still holds. */
function stillToCome(rest: readonly Case[]): NonNullable<DueNotice['stillToCome']> {
  const due = rest.map((own) => {
    const expected = expectedDay(own);
    const { agreed } = own.law.agreement(own.facts);
    return expected !== undefined && expected <= agreed ? agreed : undefined;
  });
  const isOnTime = due.every((day) => day !== undefined);
  return {
    lines: rest.map(({ line: { lineId, sku }, parts }) => ({
      lineId,
      sku,
      quantity: customerUnits(parts),
    })),
    by: isOnTime ? due.toSorted().at(-1) : undefined,
  };
}

/** Units of a line that left of late, or nobody says when. */
function newsOf(line: OrderLine, today: Plan['today']): number {
  return sentOf(line, today)
    .filter(({ day }) => day === undefined || daysBetween(day, today) <= newsForDays)
    .reduce((sum, { units }) => sum + units, 0);
}
