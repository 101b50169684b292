import type { OrderLine } from '../model/order.ts';
import type { ShipPromise } from '../model/promise.ts';
import { outstandingUnits } from '../plan/outstanding.ts';
import type { Plan } from '../plan/plan.ts';
import { daysLate, promisedShipDay } from '../plan/promise.ts';
import type { Part } from '../plan/serve.ts';
import type { Row, View } from './view.ts';

const columns = [
  'order_id',
  'line_id',
  'ordered_at',
  'sku',
  'title',
  'quantity',
  'outstanding',
  'state',
  'supplier',
  'source',
  'quantity_from_source',
  'ship_date',
  'ship_date_basis',
  'deliver_by',
  'promised_ship_date',
  'days_late',
  'blocked_by',
  'kit',
] as const;

/** How each open order line is filled, one row per part, of a kit of each of its parts; the finished lines too when they are given. */
export function ordersView(
  plan: Plan,
  promise: ShipPromise | undefined,
  finished: readonly OrderLine[] = [],
): View {
  const titles = new Map(plan.skus.map(({ sku, title }) => [sku, title || undefined]));
  return {
    columns,
    rows: [
      ...plan.parts.map((part) => ({
        ...partRow(part, plan, promise),
        title: part.line.title ?? titles.get(part.line.sku),
      })),
      ...finished.map(finishedRow),
    ],
    whenEmpty: 'No open orders.',
    glance: [
      { column: 'order_id', heading: 'Order', rank: 0 },
      {
        column: 'ordered_at',
        heading: 'Ordered',
        rank: 4,
        show: ({ ordered_at: at }) => String(at).slice(0, 10),
      },
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 6 },
      { column: 'quantity_from_source', heading: 'Units', rank: 0 },
      { column: 'state', heading: 'State', rank: 0 },
      { column: 'supplier', heading: 'Supplier', rank: 3 },
      {
        column: 'ship_date',
        heading: 'Ships',
        rank: 1,
        show: ({ ship_date: day }) => (day === undefined ? 'no date' : String(day)),
      },
      { column: 'promised_ship_date', heading: 'Promised', rank: 2 },
      { column: 'days_late', heading: 'Late', rank: 2 },
      { column: 'blocked_by', heading: 'Waits for', rank: 3 },
    ],
  };
}

function lineCells(line: OrderLine): Row {
  return {
    order_id: line.orderId,
    line_id: line.lineId,
    ordered_at: line.orderedAt,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
  };
}

function partRow(part: Part, { today }: Plan, promise: ShipPromise | undefined): Row {
  const { line, source } = part;
  return {
    ...lineCells(line),
    outstanding: outstandingUnits(line, today),
    state: part.state,
    supplier: part.supplier,
    source: source === undefined || source === 'stock' ? source : `arrival ${source}`,
    quantity_from_source: part.quantity,
    ship_date: part.shipDate,
    ship_date_basis: part.basis,
    deliver_by: part.deliverBy,
    promised_ship_date: promisedShipDay(line, promise),
    days_late: daysLate(part, promise, today),
    blocked_by: part.blockedBy,
    kit: line.ofKit?.line.sku === line.sku ? undefined : line.ofKit?.line.sku,
  };
}

function finishedRow(line: OrderLine): Row {
  return { ...lineCells(line), outstanding: 0, state: 'done', supplier: line.supplier };
}
