import type { Vocabulary } from './vocabulary.ts';

/** Columns of the canonical stock file, in its order. */
export const stockFields = [
  'supplier',
  'sku',
  'supplier_sku',
  'title',
  'barcode',
  'quantity',
  'quantity_kind',
  'restock_date',
  'restock_quantity',
  'release_date',
  'discontinued',
  'unit_cost',
  'currency',
  'pack_size',
  'dispatch_days',
  'as_of',
] as const;
export type StockField = (typeof stockFields)[number] | 'location' | 'entry_date';

/**
 * How supplier files name their columns. `pack_size`, `dispatch_days` and `supplier` are taken by their own name or by
 * configuration only: a wrong guess would multiply stock.
 */
export const stockWords: Vocabulary<StockField> = {
  supplier: [],
  sku: [
    'supplier sku', 'variant sku', 'item sku', 'item no', 'item number', 'itemnumber', 'item #', 'item', 'artikelnummer', 'artikelnr',
    'artikel nr', 'artnr', 'art nr', 'artikel', 'product code', 'productcode', 'part number', 'partnumber', 'part no', 'part id', 'our_code',
    'idprod', 'codice', 'codice articolo', 'referencia', 'reference', 'référence', 'ref', 'referentie', 'kod', 'cod', 'cod produs', 'indeks',
    'артикул', 'custom label', 'vcpn', 'stock code', 'code', 'material', 'leverancier_sku', 'codven', 'mpn', 'mfgpnumber',
    'manufacturer part no', 'fabrikantscode',
  ],
  supplier_sku: [],
  title: [
    'name', 'product', 'product name', 'item name', 'description', 'product title', 'bezeichnung', 'artikelbezeichnung', 'produktname',
    'titolo', 'descrizione', 'désignation', 'libellé', 'nombre', 'descripción', 'nazwa', 'denumire', 'omschrijving', 'название', 'nome',
  ],
  barcode: ['ean', 'ean13', 'ean_code', 'ean code', 'upc', 'upc code', 'upccode', 'gtin', 'bar code'],
  quantity: [
    'qty available', 'qty avail', 'avail', 'available', 'available qty', 'available quantity', 'quantity available', 'qty', 'total qty',
    'totalqty', 'total quantity', 'stock quantity', 'stock qty', 'quantity on stock', 'quantityonstock', 'qty on hand', 'quantity on hand',
    'on hand', 'stock on hand', 'stock', 'stock level', 'in stock', 'inventory', 'items on stock (availability)', 'items on stock',
    'bestand', 'lagerbestand', 'verfügbar', 'verfugbar', 'verfuegbar', 'menge', 'disponibilita', 'disponibilità', 'giacenza', 'disponible',
    'quantité', 'existencias', 'inventario', 'cantidad', 'voorraad', 'aantal', 'stan', 'stan magazynowy', 'ilość', 'stoc', 'cantitate',
    'estoque', 'quantidade', 'остаток', 'количество', 'availability',
  ],
  quantity_kind: [],
  restock_date: [
    'restock date', 'restock', 'eta', 'in date', 'indate', 'expected date', 'expected', 'expected delivery', 'expecteddelivery',
    'next available', 'next delivery', 'stocknextdelivery', 'back in stock', 'available date', 'availability date', 'available from', 'arrival',
    'arrival date', 'due date', 'disponibilitafutura', 'liefertermin', 'nächste lieferung', 'wieder verfügbar', 'date de réassort',
    'fecha de reposición', 'verwacht', 'data dostawy',
  ],
  restock_quantity: [
    'restock qty', 'incoming', 'incoming qty', 'incoming quantity', 'on order', 'qty on order', 'stocknextdeliveryaccessvolume', 'liefermenge',
    'zulauf',
  ],
  release_date: ['release', 'street date', 'launch date', 'erscheinungsdatum'],
  discontinued: ['discontinued_code', 'eol', 'end of life', 'closeout', 'auslaufartikel', 'auslauf'],
  unit_cost: ['cost', 'unit cost', 'cost price', 'cost_price', 'dealer price', 'wholesale price', 'wholesale', 'einkaufspreis', 'ek', 'hek', 'pvd'],
  currency: ['währung'],
  pack_size: [],
  dispatch_days: [],
  as_of: [],
  location: ['warehouse', 'whse_no', 'sto.loction', 'storage location', 'lager', 'magazzino'],
  entry_date: ['entry date', 'updated', 'updated at', 'last updated', 'date_upd', 'modified'],
};
