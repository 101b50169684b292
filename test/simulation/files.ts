import { parse } from 'csv-parse/sync';
import { addDays, type Day } from '../../src/model/day.ts';
import { type Line, type Parcel, returnedOn, shippedOn, type Truth, unitsGone } from './ledger.ts';
import type { StockRow } from './suppliers.ts';
import type { SupplierTruth, World } from './world.ts';

export type Cells = Readonly<Record<string, string>>;

/** Rows of a CSV file by their headers. */
export function rowsOf(text: string): Cells[] {
  return parse(text, { columns: true });
}

/** A CSV file; nothing in it needs quotes. */
function csv(rows: readonly Readonly<Record<string, string | number | undefined>>[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

export function configOf({ suppliers, buffer, serviceLevel }: World): string {
  const value = (one: string | number) => (typeof one === 'string' ? `"${one}"` : String(one));
  const sections = suppliers.map(({ id, feed, terms }) =>
    [
      `[suppliers.${id}]`,
      `files = "inbox/${id}/*.csv"`,
      `files_are = "${feed === 'changes' ? 'changes' : 'full'}"`,
      `holidays = "${id}-holidays.csv"`,
      `buffer = ${value(buffer)}`,
      ...Object.entries(terms).map(([name, one]) => `${name} = ${value(one)}`),
      '',
    ].join('\n'),
  );
  return [
    'timezone = "UTC"',
    'currency = "USD"',
    '',
    '[store]',
    'name = "Simulated Shop"',
    'reply_to = "help@simulated.example"',
    'country = "US"',
    '',
    ...sections,
    '[orders.shop]',
    'files = "inbox/orders_*.csv"',
    '',
    '[shipments.carrier]',
    'files = "inbox/shipments_*.csv"',
    '',
    '[returns.shop]',
    'files = "inbox/returns_*.csv"',
    '',
    '[listings.shop]',
    'file = "inbox/products_export.csv"',
    'sell_ahead = "capped"',
    '',
    '[policy]',
    `service_level = ${serviceLevel}`,
    'purchase_orders = true',
    '',
  ].join('\n');
}

export function holidayFile({ holidays }: SupplierTruth): string {
  return ['date', ...holidays, ''].join('\n');
}

export function stockFile(rows: readonly StockRow[]): string {
  return csv(
    rows.map(({ sku, quantity, restockDate, restockQuantity }) => ({
      SKU: sku,
      Available: quantity,
      'Restock Date': restockDate,
      'Restock Quantity': restockQuantity,
    })),
  );
}

/** The shop's whole export as it is in the morning of a day, in the canonical columns. */
export function ordersFile(lines: readonly Line[], today: Day): string {
  const yesterday = addDays(today, -1);
  return csv(
    lines.map((line) => ({
      order_id: line.orderId,
      line_id: line.lineId,
      ordered_at: `${line.ordered}T${line.time}:00Z`,
      sku: line.sku,
      quantity: line.units,
      fulfilled_quantity: unitsGone(line, yesterday),
      fulfilled_at: lastGone(line, yesterday),
      cancelled_quantity: line.cancelled?.units ?? 0,
      cancelled_at: line.cancelled?.day,
      payment_state: 'paid',
      unit_price: line.price,
      currency: 'USD',
      customer_name: `Customer ${line.orderId.slice(1)}`,
      customer_email: `customer${line.orderId.slice(1)}@simulated.example`,
      ship_to_country: 'US',
    })),
  );
}

function lastGone({ parcels }: Line, until: Day): Day | undefined {
  const days = parcels.flatMap(({ shipped }) => (shipped && shipped <= until ? [shipped] : []));
  return days.toSorted().at(-1);
}

/** Parcels that left yesterday. */
export function shipmentsFile(lines: readonly Line[], today: Day): string | undefined {
  const yesterday = addDays(today, -1);
  const left = lines.flatMap(({ parcels }) =>
    parcels.filter(({ shipped }) => shipped === yesterday),
  );
  if (left.length === 0) return undefined;
  return csv(
    left.map((parcel) => ({
      order_id: parcel.orderId,
      line_id: parcel.lineId,
      sku: parcel.sku,
      quantity: parcel.units,
      shipped_at: parcel.shipped,
      supplier: parcel.supplier,
      carrier: 'UPS',
      tracking: trackingOf(parcel),
    })),
  );
}

function trackingOf({ orderId, lineId, poNumber, supplier }: Parcel): string {
  return `1Z${orderId.slice(1)}${lineId.padStart(2, '0')}${poNumber.slice(3, 11)}${supplier.slice(0, 1)}`;
}

/** Order lines that came back yesterday. */
export function returnsFile(lines: readonly Line[], today: Day): string | undefined {
  const yesterday = addDays(today, -1);
  const back = lines.filter((line) => returnedOn(line) === yesterday);
  if (back.length === 0) return undefined;
  return csv(
    back.map((line) => ({
      order_id: line.orderId,
      line_id: line.lineId,
      sku: line.sku,
      quantity: line.units - (line.cancelled?.units ?? 0),
      returned_at: returnedOn(line),
      reason: 'changed my mind',
    })),
  );
}

/** The shop's product export: what the channel offers of each article. */
export function listingFile({ articles }: World, left: ReadonlyMap<string, number>): string {
  return csv(
    articles.map(({ sku, price }) => ({
      Handle: sku.toLowerCase(),
      Title: `Article ${sku.slice(4)}`,
      'Option1 Name': 'Title',
      'Option1 Value': 'Default Title',
      'Variant SKU': sku,
      'Variant Inventory Tracker': 'shopify',
      'Variant Inventory Qty': left.get(sku) ?? 0,
      'Variant Inventory Policy': 'deny',
      'Variant Price': price,
      Status: 'active',
    })),
  );
}

/** The truth as files, for whoever judges another policy. */
export function truthFiles({
  lines,
  restocks,
  lost,
  offered,
  purchases,
}: Truth): Record<string, string> {
  return {
    'lines.csv': csv(
      lines.map((line) => ({
        order_id: line.orderId,
        line_id: line.lineId,
        sku: line.sku,
        quantity: line.units,
        ordered_on: line.ordered,
        told_status: line.told.status,
        told_ship_date: line.told.shipDate,
        told_basis: line.told.basis,
        cancelled: line.cancelled?.units,
        cancelled_on: line.cancelled?.day,
        shipped_on: shippedOn(line),
        returned_on: returnedOn(line),
      })),
    ),
    'parcels.csv': csv(lines.flatMap(({ parcels }) => parcels.map((one) => parcelCells(one)))),
    'purchase-orders.csv': csv(purchases.map((one) => ({ ...one }))),
    'restocks.csv': csv(
      restocks.map((one) => ({
        supplier: one.supplier,
        sku: one.sku,
        ordered_on: one.ordered,
        units: one.units,
        expected_on: one.expected,
        slip: one.slip,
        stated: String(one.isStated),
        arrived_on: one.arrived,
      })),
    ),
    'lost-sales.csv': csv(lost.map((one) => ({ ...one }))),
    'offered.csv': csv(offered.map((one) => ({ ...one }))),
  };
}

function parcelCells(parcel: Parcel): Record<string, string | number | undefined> {
  const { orderId, lineId, sku, supplier, units, forwarded, hadStock, leadTime, shipped } = parcel;
  return {
    order_id: orderId,
    line_id: lineId,
    sku,
    supplier,
    units,
    forwarded_on: forwarded,
    had_stock: String(hadStock),
    lead_time: leadTime,
    shipped_on: shipped,
  };
}
