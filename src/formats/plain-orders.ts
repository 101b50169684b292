import type { OrderFormat } from './order-format.ts';
import type { MappableOrderField } from './orders.ts';
import type { Vocabulary } from './vocabulary.ts';

const words = (text: string): readonly string[] => text.split(', ');

/** Bare words, under which stands how many, yes or no, or the day. */
const shipped =
  'fulfilled, shipped, dispatched, despatched, versendet, versandt, expédié, enviado, spedito, verzonden, wysłano, отгружено';
const cancelled =
  'cancelled, canceled, storniert, annulé, annulée, cancelado, annullato, geannuleerd, anulowano, anulat, отменено';

/** How any `date, sku, qty` file names its columns, in the languages of its users; the more special before the plain. */
export const plainOrderWords = {
  order_id: words(
    'order number, order no, order #, order, order name, invoice, invoice no, bestellnummer, bestellnr, auftragsnummer, auftragsnr, numéro de commande, n° de commande, no commande, número de pedido, nº de pedido, n.º de pedido, numero ordine, n. ordine, bestelnummer, ordernummer, numer zamówienia, nr zamówienia, număr comandă, nr comandă, număr comanda, número do pedido, nº do pedido, número da encomenda, номер заказа, № заказа, order id, order nr, order ref, order reference, sales order, sales order number, sales order no, so number, so no, so #, po number, customer order number, customer order no, customer order, amazon order id, ebay order number, etsy order id, shopify order id, web order, web order number, bestell-id, bestell-nr., bestellung, bestellreferenz, auftrag, auftrags-nr., auftrags-id, id de pedido, id pedido, pedido, nº pedido, n.º pedido, referencia de pedido, referencia del pedido, id ordine, ordine, numero d’ordine, n. d’ordine, nr. ordine, riferimento ordine, id commande, id de commande, commande, n° commande, nº commande, référence commande, référence de commande, réf commande, nº encomenda, nº da encomenda, n.º da encomenda, encomenda, referência do pedido, id do pedido, ordernr, bestelnr, bestelling, bestel-id, order-id, zamówienie, id zamówienia, comandă, id comandă, nr. comandă, заказ, id заказа, заказ №',
  ),
  line_id: words('line, line item id, order item id'),
  ordered_at: words(
    'order date, date ordered, ordered on, created at, date created, sale date, sold at, sold on, purchase date, purchased at, placed at, invoice date, bestelldatum, auftragsdatum, verkaufsdatum, kaufdatum, date de commande, date de la commande, date de vente, date d’achat, fecha de pedido, fecha del pedido, fecha de venta, fecha de compra, data ordine, data dell’ordine, data vendita, data di vendita, besteldatum, orderdatum, verkoopdatum, data zamówienia, data sprzedaży, data comenzii, data comandă, data vânzării, data do pedido, data da encomenda, data da venda, дата заказа, дата продажи, date, day, datum, fecha, data, дата',
  ),
  sku: words(
    'lineitem sku, variant sku, item sku, product sku, product code, stock code, item number, item no, item, artikelnummer, artikelnr, art.-nr., art.nr., référence produit, référence, réf, code article, código de artículo, referencia, codice articolo, codice prodotto, codice, artikelcode, productcode, kod produktu, numer artykułu, cod produs, cod articol, código do produto, referência, código, артикул, код товара',
  ),
  title: words(
    'lineitem name, product name, product, item name, product title, name, description, artikelname, artikelbezeichnung, produktname, bezeichnung, désignation, nom du produit, libellé, producto, descripción, nombre del producto, prodotto, descrizione, nome prodotto, omschrijving, productnaam, nazwa produktu, nazwa, denumire produs, denumire, produto, descrição, nome do produto, наименование, название, товар',
  ),
  quantity: words(
    'lineitem quantity, quantity ordered, qty ordered, quantity purchased, qty, units sold, qty sold, sold, units, verkaufte menge, stückzahl, menge, anzahl, quantité vendue, quantité commandée, quantité, qté, cantidad vendida, cantidad, unidades, quantità venduta, quantità, q.tà, qtà, pezzi, aantal, hoeveelheid, sprzedana ilość, liczba sztuk, ilość, cantitate, bucăți, quantidade, qtde, qtd, количество, кол-во, quantity (- refund), menge (- erstattung), menge (- rückerstattung)',
  ),
  fulfilled_quantity: words(
    `qty shipped, quantity shipped, shipped quantity, shipped qty, units shipped, fulfilled qty, qty fulfilled, quantity fulfilled, dispatched qty, qty dispatched, quantity dispatched, versandte menge, gelieferte menge, quantité expédiée, cantidad enviada, quantità spedita, verzonden aantal, ilość wysłana, cantitate expediată, quantidade enviada, ${shipped}`,
  ),
  cancelled_quantity: words(
    `qty cancelled, cancelled qty, canceled quantity, quantity cancelled, quantity canceled, qty canceled, canceled qty, stornierte menge, quantité annulée, cantidad cancelada, quantità annullata, geannuleerd aantal, anulowana ilość, ${cancelled}`,
  ),
  refunded_quantity: words(
    'refunded qty, qty refunded, quantity refunded, refund quantity, refund qty, erstattete menge, quantité remboursée, cantidad reembolsada, quantità rimborsata',
  ),
  kept_quantity: words('quantity (- refund), menge (- erstattung), menge (- rückerstattung)'),
  refunded_amount: words(
    'refunded amount, amount refunded, refund amount, refunded, refund, erstattung, erstatteter betrag, erstattet, rückerstattung, remboursement, montant remboursé, remboursé, reembolso, reembolsado, rimborso, rimborsato, terugbetaling, terugbetaald, zwrot, rambursare, возврат',
  ),
  returned_quantity: words('qty returned, quantity returned, returned'),
  fulfilled_at: words(
    `shipped at, shipped on, ship date, shipped date, date shipped, dispatch date, dispatched at, dispatched on, date dispatched, despatch date, despatched on, fulfilled on, date fulfilled, versanddatum, versendet am, versandt am, date d’expédition, expédié le, fecha de envío, fecha envío, enviado el, data spedizione, data di spedizione, spedito il, verzenddatum, verzonden op, data wysyłki, data expedierii, expediat la, data de envio, enviado em, дата отгрузки, дата отправки, ${shipped}`,
  ),
  cancelled_at: words(
    `canceled at, cancelled on, canceled on, cancel date, cancelled date, canceled date, date cancelled, date canceled, cancellation date, storniert am, stornodatum, annulé le, date d’annulation, cancelado el, fecha de cancelación, annullato il, data annullamento, geannuleerd op, annuleringsdatum, data anulowania, anulat la, cancelado em, дата отмены, ${cancelled}`,
  ),
  supplier: ['supplier'],
  forwarded_at: ['forwarded_at'],
  promised_ship_date: words('ship by, ship by date'),
  promised_delivery_date: words('deliver by, delivery date promised'),
  payment_state: words('financial status, payment status, zahlungsstatus'),
  order_status: words(
    'order status, bestellstatus, auftragsstatus, statut de la commande, statut commande, état de la commande, état commande, estado del pedido, estado pedido, stato ordine, stato dell’ordine, bestelstatus, status zamówienia, status do pedido, статус заказа, status, statut, estado, stato, статус',
  ),
  fulfilment_status: words('fulfillment status, shipping status, versandstatus'),
  unit_price: words(
    'lineitem price, unit price, price, einzelpreis, stückpreis, preis, prix unitaire, prix, precio unitario, precio, prezzo unitario, prezzo, stuksprijs, prijs, cena jednostkowa, cena, preț unitar, preț, preço unitário, preço, цена',
  ),
  currency: words('währung, devise, moneda, valuta, waluta, monedă, moeda, валюта'),
  customer_name: words('customer, shipping name, buyer name, kunde, cliente, klant'),
  customer_email: words('email, e-mail, buyer email'),
  ship_to_country: words(
    'shipping country, ship country, country, lieferland, land, pays, país, paese, kraj, страна',
  ),
  ship_to_region: words('shipping province, shipping state, ship state, province'),
  locale: ['locale'],
  channel: ['channel'],
  ship_to_name: words(
    'shipping name, shipping full name, delivery name, ship name, recipient name, recipient, empfänger, destinataire, destinatario, ontvanger, odbiorca, получатель',
  ),
  ship_to_company: words(
    'shipping company, delivery company, ship company, company, firma, société, empresa, azienda, bedrijf, компания',
  ),
  ship_to_street: words(
    'ship to address, ship to address 1, shipping address 1, shipping street, shipping address, delivery address 1, delivery address, ship address 1, ship address, address 1, address line 1, street, street address, address, lieferadresse, straße, strasse, adresse de livraison, adresse, rue, dirección de envío, dirección, calle, indirizzo di spedizione, indirizzo, verzendadres, adres, straat, adres dostawy, ulica, adresă, endereço, адрес доставки, адрес',
  ),
  ship_to_street_2: words(
    'ship to address 2, shipping address 2, delivery address 2, ship address 2, address 2, address line 2, street 2, adresszusatz',
  ),
  ship_to_city: words(
    'shipping city, delivery city, ship city, city, town, ort, stadt, ville, ciudad, città, plaats, miasto, oraș, cidade, город',
  ),
  ship_to_postcode: words(
    'ship to zip, shipping zip, shipping postcode, shipping postal code, delivery postcode, delivery zip, ship zip, ship postal code, postcode, postal code, zip, zip code, plz, postleitzahl, code postal, código postal, cap, kod pocztowy, cod poștal, индекс',
  ),
  ship_to_phone: words(
    'shipping phone, delivery phone, ship phone, phone, phone number, telephone, telefon, telefonnummer, téléphone, teléfono, telefono, telefoon, телефон',
  ),
  seller_credit: words('store credit account, credit account'),
  custom_made: words(
    'personalised, personalized, made to order, personalisiert, sonderanfertigung, maßanfertigung, personnalisé, sur mesure, personalizado, personalizzato, su misura, gepersonaliseerd, maatwerk',
  ),
  delivery_essential: words('needed by date essential, fixed date, fixtermin, fixgeschäft'),
} as const satisfies Partial<Vocabulary<MappableOrderField>>;

/**
 * The canonical orders file, and any other in which a date, a SKU and a quantity can be found. Each row stands for
 * itself.
 */
export const plainOrders: OrderFormat = {
  title: 'a list of orders',
  words: plainOrderWords,
  required: ['ordered_at', 'sku', 'quantity'],
  recognise: () => false,
  head: 'each',
};
