import { addDays, type Day } from '../model/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlannedSku } from '../plan/planned-sku.ts';
import { daysOfCover, runsOut } from '../plan/stockout.ts';
import { type Row, rounded, type View } from './view.ts';

const columns = [
  'sku',
  'title',
  'status',
  'reason',
  'sellable_quantity',
  'sell_ahead_limit',
  'on_hand',
  'committed',
  'safety_stock',
  'incoming_quantity',
  'restock_date',
  'release_date',
  'ship_date',
  'ship_date_basis',
  'deliver_by',
  'supplier',
  'daily_demand',
  'days_of_cover',
  'stockout_date',
  'label',
  'previous_status',
] as const;

/** Which SKUs are shown. */
export type Range = 'shop' | 'all' | 'changed';

export function skusOf({ skus }: Plan, which: Range): readonly PlannedSku[] {
  return skus.filter((planned) => {
    if (which === 'changed') return planned.inShop && planned.previous !== planned.verdict.status;
    return which === 'all' || planned.inShop;
  });
}

/** Status of every SKU with its reason, what may be sold and the date to show. */
export function classifyView(plan: Plan, which: Range): View {
  return {
    columns,
    rows: skusOf(plan, which).map((planned) => toRow(planned, plan.today)),
    whenEmpty:
      which === 'changed'
        ? 'No status has changed since the last recorded run.'
        : 'No SKUs to show.',
    glance: [
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'title', heading: 'Title', rank: 4 },
      { column: 'status', heading: 'Status', rank: 0 },
      { column: 'reason', heading: 'Because', rank: 2 },
      { column: 'sellable_quantity', heading: 'Sell', rank: 0, show: sell },
      { column: 'ship_date', heading: 'Ships', rank: 1 },
      { column: 'stockout_date', heading: 'Runs out', rank: 3, show: soonOut(plan) },
      { column: 'on_hand', heading: 'On hand', rank: 5 },
      { column: 'committed', heading: 'Owed', rank: 5 },
      { column: 'supplier', heading: 'Supplier', rank: 6 },
    ],
  };
}

/** How many, and whether of stock or ahead of it. */
function sell(row: Row): string {
  if (row['sell_ahead_limit'] !== undefined) return `${row['sell_ahead_limit']} ahead`;
  return row['sellable_quantity'] === 0 ? '–' : `${row['sellable_quantity']}`;
}

function soonOut({ today }: Plan): (row: Row) => string {
  const soon = addDays(today, 7);
  const far = addDays(today, 60);
  return ({ stockout_date: day, status }) => {
    if (status !== 'available' || typeof day !== 'string' || day > far) return '';
    return day <= soon ? `${day} !` : day;
  };
}

function toRow(planned: PlannedSku, today: Day): Row {
  const { sku, title, verdict, position, supply, forecast } = planned;
  return {
    sku,
    title,
    status: verdict.status,
    reason: verdict.reason,
    sellable_quantity: verdict.sellable,
    sell_ahead_limit: verdict.aheadLimit,
    on_hand: position.onHand,
    committed: position.committed,
    safety_stock: position.safetyStock,
    incoming_quantity: planned.incoming,
    restock_date: verdict.restockDay,
    release_date: supply.release,
    ship_date: verdict.shipDate,
    ship_date_basis: verdict.basis,
    deliver_by: planned.deliverBy,
    supplier: verdict.supplier,
    daily_demand: rounded(forecast?.ratePerDay, 3),
    days_of_cover: rounded(daysOfCover(planned), 1),
    stockout_date: runsOut(planned, 0.5, today),
    label: planned.label,
    previous_status: planned.previous,
  };
}
