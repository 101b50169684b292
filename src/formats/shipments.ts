import { plainOrderWords } from './plain-orders.ts';
import { type Columns, normaliseName, resolveColumns, type Vocabulary } from './vocabulary.ts';

/** Columns of the canonical shipments file, in its order. */
export const shipmentFields = [
  'order_id',
  'line_id',
  'sku',
  'quantity',
  'shipped_at',
  'supplier',
  'carrier',
  'tracking',
  'delivered_at',
] as const;

/** `shipped_quantity`: where a file tells both what was ordered and what was shipped, the latter counts. */
export type ShipmentField = (typeof shipmentFields)[number] | 'shipped_quantity';

/** A bare date is the shipping date of a file that tells of parcels. */
const bareDates = ['date', 'datum', 'fecha', 'data', 'дата'];

/**
 * How suppliers' and carriers' files name their columns. A `delivery date` is not among them: as a rule it is the day
 * on which the goods are expected, not that on which they came.
 */
export const shipmentWords: Vocabulary<ShipmentField> = {
  order_id: [
    ...['order number', 'order no', 'order nr', 'order #', 'order name', 'order'],
    ...['customer order number', 'customer order', 'your order', 'your order number'],
    ...['customer po', 'po number', 'po #', 'po', 'customer reference', 'your reference'],
    ...['bestellnummer', 'bestell-nr.', 'bestellung', 'auftragsnummer', 'ihre bestellnummer'],
    ...['numéro de commande', 'n° de commande', 'n° commande', 'commande'],
    ...['número de pedido', 'nº de pedido', 'nº pedido', 'pedido'],
    ...['numero ordine', 'n. ordine', 'ordine'],
    ...['bestelnummer', 'ordernummer', 'bestelling'],
    ...['numer zamówienia', 'nr zamówienia', 'zamówienie'],
    ...['număr comandă', 'nr. comandă', 'comandă'],
    ...['número da encomenda', 'número do pedido', 'encomenda'],
    ...['номер заказа', 'заказ'],
  ],
  line_id: ['line', 'line item id', 'order item id', 'order line', 'order line id'],
  sku: [
    ...['item sku', 'product sku', 'variant sku', 'merchant sku', 'lineitem sku', 'your sku'],
    ...['item number', 'item no', 'item code', 'item', 'product code', 'part number', 'part no'],
    ...['artikelnummer', 'artikel-nr.', 'art.-nr.', 'artikel'],
    ...['référence', 'référence article', 'referencia', 'codice articolo', 'codice'],
    ...['artikelcode', 'kod produktu', 'indeks', 'cod produs', 'código', 'артикул'],
  ],
  quantity: [
    ...['qty', 'units', 'pieces', 'pcs', 'menge', 'anzahl', 'stück', 'quantité', 'qté'],
    ...['cantidad', 'unidades', 'quantità', 'q.tà', 'aantal', 'ilość', 'sztuk', 'cantitate'],
    ...['quantidade', 'количество', 'кол-во'],
  ],
  shipped_quantity: [
    ...['quantity shipped', 'qty shipped', 'shipped qty', 'units shipped', 'shipped units'],
    ...['gelieferte menge', 'versandte menge', 'quantité expédiée', 'cantidad enviada'],
    ...['quantità spedita', 'verzonden aantal', 'ilość wysłana', 'cantitate expediată'],
    ...['quantidade enviada', 'отгружено'],
  ],
  shipped_at: [
    ...['ship date', 'shipped on', 'shipped date', 'date shipped', 'shipping date', 'shipped'],
    ...['shipment date', 'dispatch date', 'dispatched at', 'dispatched on', 'dispatched'],
    ...['despatch date', 'despatched on', 'despatched', 'versanddatum', 'versandt am'],
    ...['versendet am', "date d'expédition", 'expédié le', 'fecha de envío', 'fecha envío'],
    ...['enviado el', 'data di spedizione', 'data spedizione', 'spedito il', 'verzenddatum'],
    ...['verzonden op', 'data wysyłki', 'wysłano', 'data expedierii', 'expediat la'],
    ...['data de envio', 'enviado em', 'дата отправки', 'дата отгрузки', 'отправлено'],
    ...bareDates,
  ],
  supplier: [
    ...['supplier name', 'vendor', 'lieferant', 'fournisseur', 'proveedor', 'fornitore'],
    ...['leverancier', 'dostawca', 'furnizor', 'fornecedor', 'поставщик'],
  ],
  carrier: [
    ...['carrier name', 'shipping carrier', 'courier', 'shipping company', 'shipped via'],
    ...['ship via', 'versanddienstleister', 'paketdienst', 'transporteur', 'transportista'],
    ...['corriere', 'vettore', 'vervoerder', 'przewoźnik', 'kurier', 'curier'],
    ...['transportadora', 'перевозчик', 'служба доставки'],
  ],
  tracking: [
    ...['tracking number', 'tracking no', 'tracking nr', 'tracking #', 'tracking id'],
    ...['tracking code', 'tracking numbers', 'consignment number', 'waybill', 'awb'],
    ...['sendungsnummer', 'trackingnummer', 'paketnummer', 'numéro de suivi', 'n° de suivi'],
    ...['número de seguimiento', 'seguimiento', 'codice di tracciamento', 'numero di tracking'],
    ...['track & trace', 'trackingcode', 'numer przesyłki', 'nr przesyłki', 'numer śledzenia'],
    ...['număr awb', 'nr. awb', 'código de rastreio', 'rastreio', 'номер отслеживания'],
    ...['трек-номер'],
  ],
  delivered_at: [
    ...['delivered', 'delivered on', 'date delivered', 'delivered date', 'zugestellt am'],
    ...['zustelldatum', 'geliefert am', 'livré le', 'entregado el', 'consegnato il'],
    ...['bezorgd op', 'dostarczono', 'livrat la', 'entregue em', 'доставлено'],
  ],
};

/** Whether a file with these columns tells of parcels, whatever else it is. */
export function tellsOfParcels(header: readonly string[]): boolean {
  const { tracking, carrier } = resolveColumns(shipmentWords, header).columns;
  return tracking !== undefined || carrier !== undefined;
}

/**
 * Whether a header is that of shipments: an order, a quantity and a day of shipping. Where a bare date stands for that
 * day, a column for the parcel or its delivery must tell that it does.
 */
export function isShipments(header: readonly string[]): boolean {
  const { columns } = resolveColumns(shipmentWords, header);
  const { order_id: order, shipped_at: day } = columns;
  if (order === undefined || day === undefined || quantityField(columns) === undefined)
    return false;
  const isBare = bareDates.includes(normaliseName(header[day] ?? ''));
  return tellsOfParcels(header) || columns.delivered_at !== undefined || !isBare;
}

/**
 * Shipments and nothing else: no day of the order beside that of the shipping. A bare date may be either where a price or a
 * customer stands beside it, though parcels do too.
 */
export function isOnlyShipments(header: readonly string[]): boolean {
  const orders = resolveColumns(plainOrderWords, header).columns;
  const { shipped_at: shipped } = resolveColumns(shipmentWords, header).columns;
  if (!isShipments(header)) return false;
  if (orders.ordered_at === undefined) return true;
  return orders.ordered_at === shipped && saleFields.every((field) => orders[field] === undefined);
}

const saleFields = ['unit_price', 'customer_name', 'customer_email'] as const;

/** The column that tells how many units were shipped. */
export function quantityField(
  columns: Columns<ShipmentField>,
): 'quantity' | 'shipped_quantity' | undefined {
  if (columns.shipped_quantity !== undefined) return 'shipped_quantity';
  return columns.quantity === undefined ? undefined : 'quantity';
}

const noTracking =
  /^(|-+|0|n\/?a|none|null|nil|no|tb[acd]|pending|unknown|not available|untracked)$/i;

/** The tracking number in a cell; undefined where a word stands for none. */
export function readTracking(cell: string): string | undefined {
  const text = cell.trim();
  return noTracking.test(text) ? undefined : text;
}
