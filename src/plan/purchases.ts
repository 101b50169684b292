import type { Day } from '../model/day.ts';
import type { Forwarding } from '../model/forwarding.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import { articleIdentity, lineIdentity, type OrderLine } from '../model/order.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import { byBytes, type Sku } from '../model/sku.ts';

/** A purchase of units, as corrected since. */
export interface Purchase extends Forwarding {
  /** As it was ordered. */
  readonly line: PurchaseLine;
}

/** By the identity of their order line, the oldest first. */
export type Purchases = ReadonlyMap<string, readonly Purchase[]>;

/** What purchase orders of some days stand for. */
export function purchasesOf(recorded: readonly PurchaseLine[]): Purchases {
  const known = recorded.toSorted(
    (a, b) => byBytes(a.day, b.day) || byBytes(a.poNumber, b.poNumber),
  );
  const corrected = new Map(
    known
      .filter(({ action }) => action !== 'order')
      .map((line) => [purchaseKey(line, line.corrects), line.quantity]),
  );
  const purchases = known
    .filter(({ action }) => action === 'order')
    .map((line): Purchase => {
      const { supplier, day, poNumber, quantity, sku } = line;
      const units = corrected.get(purchaseKey(line, poNumber)) ?? quantity;
      return { supplier, sku, day, units, ordered: quantity, line };
    });
  return groupBy(purchases, ({ line }) => lineIdentity(line));
}

/** A purchase order has one line for each of a supplier's articles that an order line takes from. */
function purchaseKey(line: PurchaseLine, poNumber: string): string {
  return `${articleIdentity(line)}\0${line.supplierSku}\0${poNumber}`;
}

/** Order lines with what suppliers were told to ship of them, or of the parts of a kit, on days before this one. */
export function withPurchases(
  lines: readonly OrderLine[],
  recorded: readonly PurchaseLine[],
  kits: Kits,
  today: Day,
): readonly OrderLine[] {
  const purchases = purchasesOf(recorded.filter(({ day }) => day < today));
  if (purchases.size === 0) return lines;
  return lines.map((line) => {
    // A shop may name two lines alike, of different articles.
    const own = purchases.get(lineIdentity(line))?.filter(({ sku }) => isOf(sku, line, kits));
    return own && own.length > 0 ? { ...line, purchases: own } : line;
  });
}

/** Whether an article is that of a line, or a part of its kit. */
export function isOf(sku: Sku, line: OrderLine, kits: Kits): boolean {
  return sku === line.sku || (kits.get(line.sku)?.some((part) => part.sku === sku) ?? false);
}
