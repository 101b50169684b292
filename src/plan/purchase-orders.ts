import type { Day } from '../model/day.ts';
import type { Forwarding } from '../model/forwarding.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import type { OrderLine } from '../model/order.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import { byBytes } from '../model/sku.ts';
import { settle } from './forwarding.ts';
import type { DatedOffer } from './input.ts';
import { partLine } from './kits.ts';
import type { Plan } from './plan.ts';
import type { Purchase } from './purchases.ts';
import type { Part } from './serve.ts';

/** The purchase order in which a supplier is told of all that a day has for it. */
function poNumberOf(supplier: string, day: Day): string {
  return `PO-${day.replaceAll('-', '')}-${supplier}`;
}

/**
 * What suppliers are to be told on the day of the plan: the units that ship now, each once, and corrections where less is
 * owed of a line than they were told before.
 */
export function purchaseOrders({ today, parts, lines, skus, kits }: Plan): readonly PurchaseLine[] {
  const offers = new Map(
    skus.flatMap(({ sku, supply }) =>
      supply.sources.map(({ supplier, offer }) => [`${supplier}\0${sku}`, offer] as const),
    ),
  );
  const orders = parts.flatMap((part) => orderFor(part, today, offers));
  const corrections = lines.flatMap((line) => correctionsOf(line, kits, today));
  return [...orders, ...corrections].toSorted(bySupplier);
}

function bySupplier(a: PurchaseLine, b: PurchaseLine): number {
  return byBytes(a.supplier, b.supplier);
}

function orderFor(
  { state, supplier, line, quantity, shipDate }: Part,
  today: Day,
  offers: ReadonlyMap<string, DatedOffer>,
): PurchaseLine[] {
  if (state !== 'ship-now' || supplier === undefined || line.orderId === '') return [];
  const { channel = '', orderId, lineId, sku } = line;
  const offer = offers.get(`${supplier}\0${sku}`);
  return [
    {
      poNumber: poNumberOf(supplier, today),
      day: today,
      action: 'order',
      supplier,
      channel,
      orderId,
      lineId,
      sku,
      supplierSku: offer?.supplierSku ?? sku,
      quantity,
      ownUnits: offer?.ownUnits,
      shipDate,
      corrects: '',
    },
  ];
}

/** Of what is no longer owed the units told last are called back; what has left stays. */
function correctionsOf(line: OrderLine, kits: Kits, today: Day): PurchaseLine[] {
  return [...groupBy(line.purchases ?? [], ({ sku }) => sku)].flatMap(([sku, purchases]) => {
    const part = kits.get(line.sku)?.find((one) => one.sku === sku);
    const own = { ...(part ? partLine(line, part) : line), purchases };
    const { surplus } = settle(own, today);
    return purchases.flatMap((purchase, i) => correction(purchase, surplus[i] ?? 0, today));
  });
}

function correction(
  { line, units }: Forwarding & Partial<Purchase>,
  excess: number,
  today: Day,
): PurchaseLine[] {
  if (excess === 0 || !line) return [];
  return [
    {
      ...line,
      poNumber: poNumberOf(line.supplier, today),
      day: today,
      action: excess === units ? 'cancel' : 'change',
      quantity: units - excess,
      shipDate: undefined,
      corrects: line.poNumber,
    },
  ];
}
