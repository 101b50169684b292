import { spellDay } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { orderIdentity } from '../model/order.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import { labelLines, type ShipTo } from './address-label.ts';
import { toCsv } from './csv.ts';
import { safeFileName } from './safe-name.ts';
import { harmless } from './terminal.ts';
import type { Row, View } from './view.ts';

/** What a purchase order says beside its lines. */
export interface PurchaseOrderFacts {
  /** The shop's name. */
  readonly store: string;
  readonly replyTo?: string | undefined;
  /** What the supplier is to lay into the parcel. */
  readonly packingNote?: string | undefined;
  readonly suppliers: ReadonlyMap<
    string,
    { readonly name: string; readonly service?: string | undefined }
  >;
  /** Where an order goes, as far as the shop's exports tell. */
  readonly shipTo: (line: PurchaseLine) => ShipTo;
  readonly title: (line: PurchaseLine) => string | undefined;
  /** The order is not paid yet. */
  readonly isUnpaid: (line: PurchaseLine) => boolean;
}

const columns = [
  'po_number',
  'action',
  'supplier',
  'order_id',
  'line_id',
  'sku',
  'supplier_sku',
  'quantity',
  'ship_date',
  'note',
  'title',
  'service',
  'packing_note',
  'ship_to_name',
  'ship_to_company',
  'ship_to_street',
  'ship_to_city',
  'ship_to_postcode',
  'ship_to_region',
  'ship_to_country',
  'ship_to_phone',
] as const;

/** The lines of all purchase orders, those of one supplier together. */
export function purchaseOrdersView(
  lines: readonly PurchaseLine[],
  facts: PurchaseOrderFacts,
): View {
  return {
    columns,
    rows: lines.map((line) => rowOf(line, facts)),
    whenEmpty: 'Nothing is to be ordered from suppliers now.',
    glance: [
      { column: 'po_number', heading: 'Purchase order', rank: 0 },
      { column: 'action', heading: 'What', rank: 0 },
      { column: 'order_id', heading: 'Order', rank: 1 },
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'supplier_sku', heading: 'Their number', rank: 3 },
      { column: 'quantity', heading: 'Units', rank: 0 },
      { column: 'ship_date', heading: 'Ships', rank: 2 },
      { column: 'note', heading: 'Note', rank: 4 },
    ],
  };
}

function rowOf(line: PurchaseLine, facts: PurchaseOrderFacts): Row {
  const to = facts.shipTo(line);
  return {
    po_number: line.poNumber,
    action: line.action,
    supplier: line.supplier,
    order_id: line.orderId,
    line_id: line.lineId,
    sku: line.sku,
    supplier_sku: line.supplierSku,
    quantity: line.quantity,
    ship_date: line.shipDate,
    note: noteOf(line, to, facts),
    title: facts.title(line),
    service: facts.suppliers.get(line.supplier)?.service,
    packing_note: facts.packingNote,
    ship_to_name: to.name,
    ship_to_company: to.company,
    ship_to_street: to.street,
    ship_to_city: to.city,
    ship_to_postcode: to.postcode,
    ship_to_region: to.region,
    ship_to_country: to.country,
    ship_to_phone: to.phone,
  };
}

function noteOf(line: PurchaseLine, to: ShipTo, facts: PurchaseOrderFacts): string | undefined {
  const { action, corrects, quantity } = line;
  switch (action) {
    case 'order':
      return (
        [unpaidText(line, facts), packText(line), askText(line, to)].filter(Boolean).join('; ') ||
        undefined
      );
    case 'change':
      return `of ${corrects} ship ${quantity} in all, no more`;
    case 'cancel':
      return `do not ship this line of ${corrects}; if it has left, tell us`;
  }
}

/** Goods are kept for who has not paid yet; whether they go is for the merchant to say. */
function unpaidText(line: PurchaseLine, { isUnpaid }: PurchaseOrderFacts): string | undefined {
  return isUnpaid(line) ? 'not paid yet: wait for our word' : undefined;
}

/** What stands in the place of an address that the shop's exports do not tell. */
function askText({ orderId }: PurchaseLine, { street }: ShipTo): string | undefined {
  return street === undefined ? `address: see order ${orderId}` : undefined;
}

/** How many lines to be shipped have no address. */
export function withoutAddress(lines: readonly PurchaseLine[], facts: PurchaseOrderFacts): number {
  return lines.filter((line) => line.action === 'order' && !facts.shipTo(line).street).length;
}

/** How the quantity reads in the supplier's units. */
function packText({ quantity, ownUnits }: PurchaseLine): string | undefined {
  if (!ownUnits) return undefined;
  const { numerator, denominator } = ownUnits;
  const theirs = (quantity * denominator) / numerator;
  const each = numerator / denominator;
  return Number.isInteger(theirs)
    ? `pieces: ${theirs} of yours`
    : `pieces: yours hold ${Number(each.toFixed(2))} each`;
}

/** A CSV and a text to read for each supplier. */
export function purchaseOrderFiles(
  lines: readonly PurchaseLine[],
  facts: PurchaseOrderFacts,
): readonly OutputFile[] {
  const encode = (text: string) => new TextEncoder().encode(text);
  return [...groupBy(lines, ({ supplier }) => supplier)].flatMap(([supplier, own]) => [
    {
      path: safeFileName(supplier, '.csv'),
      bytes: encode(toCsv(purchaseOrdersView(own, facts))),
    },
    { path: safeFileName(supplier, '.txt'), bytes: encode(letter(own, facts)) },
  ]);
}

function letter(lines: readonly PurchaseLine[], facts: PurchaseOrderFacts): string {
  const [first] = lines;
  const supplier = first && facts.suppliers.get(first.supplier);
  const of = (action: PurchaseLine['action']) => lines.filter((line) => line.action === action);
  const orders = [...groupBy(of('order'), orderIdentity)];
  const contact = facts.replyTo === undefined ? '' : ` · ${facts.replyTo}`;
  const paragraphs = [
    `Purchase order ${first?.poNumber ?? ''}`,
    `${facts.store}${contact}\nTo: ${supplier?.name ?? first?.supplier ?? ''}${first ? `\nDate: ${spellDay(first.day)}` : ''}`,
    ...(orders.length > 0 ? ['Please ship the following, each order as a parcel of its own.'] : []),
    ...orders.map(([, own]) => parcelText(own, facts)),
    ...correctionText('Please ship less than ordered before:', of('change'), facts),
    ...correctionText(
      'Please do not ship these any more; if they have left, tell us:',
      of('cancel'),
      facts,
    ),
    ...(supplier?.service === undefined ? [] : [`Service: ${supplier.service}`]),
    ...(facts.packingNote === undefined ? [] : [`Into each parcel: ${facts.packingNote}`]),
  ];
  return `${paragraphs.map((text) => text.split('\n').map(harmless).join('\n')).join('\n\n')}\n`;
}

function parcelText(lines: readonly PurchaseLine[], facts: PurchaseOrderFacts): string {
  const [first] = lines;
  if (!first) return '';
  const to = facts.shipTo(first);
  const label = [labelLines(to), askText(first, to) ?? []].flat();
  return [
    `Order ${harmless(first.orderId)}, to:`,
    ...label.map((line) => `    ${harmless(line)}`),
    ...lines.map((line) => `  ${itemText(line, facts)}`),
  ].join('\n');
}

function itemText(line: PurchaseLine, facts: PurchaseOrderFacts): string {
  const { quantity, supplierSku, sku, shipDate } = line;
  const title = facts.title(line);
  const own = supplierSku === sku ? '' : ` (ours: ${harmless(sku)})`;
  const by = shipDate === undefined ? '' : `, with the carrier by ${spellDay(shipDate)}`;
  const pack = [packText(line), line.action === 'order' && unpaidText(line, facts)]
    .filter(Boolean)
    .join('; ');
  const units = pack === '' ? '' : ` [${pack}]`;
  return `${quantity} × ${harmless(supplierSku)}${units}${own}${title === undefined ? '' : `  ${harmless(title)}`}${by}`;
}

function correctionText(
  head: string,
  lines: readonly PurchaseLine[],
  facts: PurchaseOrderFacts,
): string[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => {
    const of = `of order ${harmless(line.orderId)} on ${line.corrects}`;
    if (line.action === 'cancel') return `  ${harmless(line.supplierSku)}, ${of}`;
    return `  ${itemText(line, facts)} in all, ${of}`;
  });
  return [[head, ...items].join('\n')];
}
