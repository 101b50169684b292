import type { Day } from '../model/day.ts';
import type { Forwarding } from '../model/forwarding.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import type { OrderLine } from '../model/order.ts';
import { type PurchaseLine, purchaseActions } from '../model/purchase-order.ts';
import { byBytes } from '../model/sku.ts';
import { isRedirected, settle } from './forwarding.ts';
import type { DatedOffer } from './input.ts';
import { partLine } from './kits.ts';
import type { Plan } from './plan.ts';
import { isOf, lineKey, type Purchase, purchasesOf } from './purchases.ts';
import type { Part } from './serve.ts';

/** The purchase order in which a supplier is told of all that a day has for it. */
function poNumberOf(supplier: string, day: Day): string {
  return `PO-${day.replaceAll('-', '')}-${supplier}`;
}

/**
 * What suppliers are to be told on the day of the plan: the units that ship now, each once, and corrections where less is
 * owed of a line than they were told. What they were told earlier on the same day stays told, whatever the plan says by now.
 */
export function purchaseOrders(
  plan: Plan,
  recorded: readonly PurchaseLine[],
): readonly PurchaseLine[] {
  const { today, parts, lines, skus, kits } = plan;
  const offers = new Map(
    skus.flatMap(({ sku, supply }) =>
      supply.sources.map(({ supplier, offer }) => [`${supplier}\0${sku}`, offer] as const),
    ),
  );
  const fresh = groupBy(
    parts.flatMap((part) => orderFor(part, today, offers)),
    articleKey,
  );
  const told = groupBy(
    [...purchasesOf(recorded.filter(({ day }) => day === today)).values()].flat(),
    ({ line }) => articleKey(line),
  );
  const ofLines = lines.flatMap((line) => correctionsOf(line, kits, told, today));
  const orphans = orphansOf(plan, recorded);
  const orders = [...new Set([...told.keys(), ...fresh.keys()])].flatMap((key) =>
    ordersOf(fresh.get(key) ?? [], told.get(key) ?? [], ofLines),
  );
  return [...orders, ...ofLines, ...orphans].toSorted(inOrderOf(lines));
}

/** By supplier, orders before corrections, each in the order of service. */
function inOrderOf(lines: readonly OrderLine[]): (a: PurchaseLine, b: PurchaseLine) => number {
  const places = new Map(lines.map((line, i) => [lineKey(line), i]));
  const place = (line: PurchaseLine) => places.get(lineKey(line)) ?? lines.length;
  const kind = ({ action }: PurchaseLine) => purchaseActions.indexOf(action);
  return (a, b) =>
    byBytes(a.supplier, b.supplier) ||
    kind(a) - kind(b) ||
    place(a) - place(b) ||
    byBytes(a.sku, b.sku) ||
    byBytes(a.corrects, b.corrects);
}

/** What tells apart the articles of order lines. */
function articleKey(line: PurchaseLine): string {
  return `${lineKey(line)}\0${line.sku}`;
}

/** The orders of a day for one article of a line: what was told already, and what of the plan goes beyond it. */
function ordersOf(
  fresh: readonly PurchaseLine[],
  told: readonly Purchase[],
  corrections: readonly PurchaseLine[],
): PurchaseLine[] {
  const kept = told.map(({ line }) => ({ ...line }));
  const called = (line: PurchaseLine) =>
    corrections.find(
      (one) => one.corrects === line.poNumber && articleKey(one) === articleKey(line),
    );
  let known = kept.reduce((sum, line) => sum + (called(line)?.quantity ?? line.quantity), 0);
  const added: PurchaseLine[] = [];
  for (const line of fresh.toSorted((a, b) => sameFirst(a, kept) - sameFirst(b, kept))) {
    const more = Math.max(0, line.quantity - known);
    known -= line.quantity - more;
    const same = kept.find(({ supplier }) => supplier === line.supplier);
    if (same) Object.assign(same, { quantity: same.quantity + more, ownUnits: line.ownUnits });
    else if (more > 0) added.push({ ...line, quantity: more });
  }
  return [...kept, ...added];
}

function sameFirst({ supplier }: PurchaseLine, kept: readonly PurchaseLine[]): number {
  return kept.some((line) => line.supplier === supplier) ? 0 : 1;
}

/** Purchases of lines that their order no longer has, as the shop exchanged the article: nobody wants them any more. */
function orphansOf(
  { lines, kits, today }: Plan,
  recorded: readonly PurchaseLine[],
): PurchaseLine[] {
  const orderOf = ({ channel = '', orderId }: Pick<OrderLine, 'channel' | 'orderId'>) =>
    `${channel}\0${orderId}`;
  const orders = new Set(lines.map(orderOf));
  const byLine = groupBy(lines, lineKey);
  const purchases = [...purchasesOf(recorded.filter(({ day }) => day < today)).values()].flat();
  return purchases.flatMap((purchase) => {
    const { line, units } = purchase;
    const isKnown = orders.has(orderOf(line));
    const isWanted = byLine.get(lineKey(line))?.some((own) => isOf(line.sku, own, kits));
    return isKnown && isWanted !== true ? correction(purchase, units, today) : [];
  });
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
function correctionsOf(
  line: OrderLine,
  kits: Kits,
  toldToday: ReadonlyMap<string, readonly Purchase[]>,
  today: Day,
): PurchaseLine[] {
  const articles = new Set([line.sku, ...(kits.get(line.sku) ?? []).map(({ sku }) => sku)]);
  return [...articles].flatMap((sku) => {
    const before = (line.purchases ?? []).filter((purchase) => purchase.sku === sku);
    const purchases = [...before, ...(toldToday.get(`${lineKey(line)}\0${sku}`) ?? [])];
    if (purchases.length === 0) return [];
    const part = kits.get(line.sku)?.find((one) => one.sku === sku);
    const own = { ...(part ? partLine(line, part) : line), purchases };
    const { surplus } = isRedirected(own) ? withdrawn(purchases) : settle(own, today);
    return purchases.flatMap((purchase, i) => correction(purchase, surplus[i] ?? 0, today));
  });
}

/** All that is open: the shop's own record says that another supplier ships it now. */
function withdrawn(purchases: readonly Forwarding[]): { readonly surplus: readonly number[] } {
  return { surplus: purchases.map(({ units }) => units) };
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
