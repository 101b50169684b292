import type { Day } from '../model/day.ts';
import { daysBetween } from '../model/day.ts';
import { type CalendarEntry, type CalendarKind, calendarDays } from '../notices/calendar.ts';
import type { View } from './view.ts';

const tasks = {
  send: 'send the notice',
  remind: 'remind: no answer yet',
  ends: 'cancelled at the end of this day unless it ships or a yes comes',
  'ship-by': 'ship by this day, or ask again before',
  refund: 'refund by this day',
  'refund-dearer': 'the refund costs more from this day',
  'hold-expires': 'the authorised payment lapses',
  'balance-due': 'charge the balance',
  update: 'write how things stand',
  'cancel-right': 'the customer may cancel from this day',
  'went-out': 'shipped although it was cancelled: settle it with the customer',
} as const satisfies { readonly [K in CalendarKind]: string };

/** What is to be done about customers in the next two weeks. */
export function calendarView(entries: readonly CalendarEntry[], today: Day): View {
  return {
    columns: [
      'date',
      'what',
      'order_id',
      'line_id',
      'sku',
      'type',
      'jurisdiction',
      'deadline',
      'days',
      'task',
      'to',
    ],
    rows: entries.map(({ on, what, line, jurisdiction, type, deadline }) => ({
      date: on,
      what,
      order_id: line.orderId,
      line_id: line.lineId,
      sku: line.sku,
      type,
      jurisdiction,
      deadline,
      days: daysBetween(today, on),
      task: tasks[what],
      to: line.customerEmail,
    })),
    whenEmpty: `Nothing is due about customers in the next ${calendarDays} days.`,
    glance: [
      { column: 'date', heading: 'Date', rank: 0 },
      { column: 'days', heading: 'In days', rank: 4 },
      { column: 'order_id', heading: 'Order', rank: 0 },
      { column: 'sku', heading: 'SKU', rank: 1 },
      { column: 'task', heading: 'What', rank: 0 },
      { column: 'type', heading: 'Notice', rank: 2 },
      { column: 'deadline', heading: 'At the latest', rank: 3 },
      { column: 'jurisdiction', heading: 'Law', rank: 5 },
    ],
  };
}
