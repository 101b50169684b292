import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { Kits } from '../model/kit.ts';
import { articleIdentity, lineIdentity, type OrderLine, orderIdentity } from '../model/order.ts';
import { type PurchaseLine, purchaseActions } from '../model/purchase-order.ts';
import { byBytes } from '../model/sku.ts';
import { isRedirected, settle } from './forwarding.ts';
import { partLine } from './kits.ts';
import type { Plan } from './plan.ts';
import { isOf, type Purchase, type Purchases, purchasesOf } from './purchases.ts';
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
  const { today, parts, lines, kits } = plan;
  const fresh = groupBy(
    parts.flatMap((part) => orderFor(part, today)),
    articleIdentity,
  );
  const before = purchasesOf(recorded.filter(({ day }) => day < today));
  const told = purchasesOf(recorded.filter(({ day }) => day === today));
  const corrections = [
    ...lines.flatMap((line) => correctionsOf(line, kits, [before, told], today)),
    ...orphansOf(plan, before),
  ];
  const toldArticles = groupBy([...told.values()].flat(), ({ line }) => articleIdentity(line));
  const orders = [...new Set([...toldArticles.keys(), ...fresh.keys()])].flatMap((article) =>
    ordersOf(fresh.get(article) ?? [], toldArticles.get(article) ?? [], corrections),
  );
  return [...orders, ...corrections].toSorted(inOrderOf(lines));
}

/** By supplier, orders before corrections, each in the order of service. */
function inOrderOf(lines: readonly OrderLine[]): (a: PurchaseLine, b: PurchaseLine) => number {
  const places = new Map(lines.map((line, i) => [lineIdentity(line), i]));
  const place = (line: PurchaseLine) => places.get(lineIdentity(line)) ?? lines.length;
  const kind = ({ action }: PurchaseLine) => purchaseActions.indexOf(action);
  return (a, b) =>
    byBytes(a.supplier, b.supplier) ||
    kind(a) - kind(b) ||
    place(a) - place(b) ||
    byBytes(a.sku, b.sku) ||
    byBytes(a.corrects, b.corrects);
}

/**
 * The orders of a day for one article of a line: what was told already, and what of the plan goes beyond it; one for each
 * of the suppliers' articles.
 */
function ordersOf(
  fresh: readonly PurchaseLine[],
  told: readonly Purchase[],
  corrections: readonly PurchaseLine[],
): PurchaseLine[] {
  const orders = told.map(({ line }) => ({ ...line }));
  const called = (line: PurchaseLine) =>
    corrections.find(
      (one) =>
        one.corrects === line.poNumber &&
        articleIdentity(one) === articleIdentity(line) &&
        isSameArticle(one, line),
    );
  let known = orders.reduce((sum, line) => sum + (called(line)?.quantity ?? line.quantity), 0);
  const isNew = (line: PurchaseLine) => (orders.some((one) => isSameArticle(one, line)) ? 0 : 1);
  for (const line of fresh.toSorted((a, b) => isNew(a) - isNew(b))) {
    const more = Math.max(0, line.quantity - known);
    known -= line.quantity - more;
    const same = orders.find((one) => isSameArticle(one, line));
    if (same) Object.assign(same, { quantity: same.quantity + more, ownUnits: line.ownUnits });
    else if (more > 0) orders.push({ ...line, quantity: more });
  }
  return orders;
}

function isSameArticle(a: PurchaseLine, b: PurchaseLine): boolean {
  return a.supplier === b.supplier && a.supplierSku === b.supplierSku;
}

/** Purchases of lines that their order no longer has, as the shop exchanged the article: nobody wants them any more. */
function orphansOf({ lines, kits, today }: Plan, before: Purchases): PurchaseLine[] {
  const orders = new Set(lines.map(orderIdentity));
  const byLine = groupBy(lines, lineIdentity);
  return [...before.values()].flat().flatMap((purchase) => {
    const { line, units } = purchase;
    const isKnown = orders.has(orderIdentity(line));
    const isWanted = byLine.get(lineIdentity(line))?.some((own) => isOf(line.sku, own, kits));
    return isKnown && isWanted !== true ? correction(purchase, units, today) : [];
  });
}

function orderFor(
  { state, supplier, line, quantity, offer, shipDate }: Part,
  today: Day,
): PurchaseLine[] {
  if (state !== 'ship-now' || supplier === undefined || line.orderId === '') return [];
  const { channel = '', orderId, lineId, sku } = line;
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
  told: readonly Purchases[],
  today: Day,
): PurchaseLine[] {
  const ofLine = told.flatMap((purchases) => purchases.get(lineIdentity(line)) ?? []);
  const own = ofLine.filter(({ sku }) => isOf(sku, line, kits));
  return [...groupBy(own, ({ sku }) => sku)].flatMap(([sku, purchases]) => {
    const part = kits.get(line.sku)?.find((one) => one.sku === sku);
    const article = { ...(part ? partLine(line, part) : line), purchases };
    // The shop's own record may say that another supplier ships it now.
    const surplus = isRedirected(article)
      ? purchases.map(({ units }) => units)
      : settle(article, today).surplus;
    return purchases.flatMap((purchase, i) => correction(purchase, surplus[i] ?? 0, today));
  });
}

function correction({ line, units }: Purchase, excess: number, today: Day): PurchaseLine[] {
  if (excess === 0) return [];
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
