import type { StockField } from './stock.ts';
import { normaliseName, type Vocabulary } from './vocabulary.ts';
import { type WordList, wordList } from './word-list.ts';

/** The names in a text, one line a language or a sense, the best first. */
function names(text: string): readonly string[] {
  return text
    .split(/[,\n]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/**
 * Availability as a text: `In stock`, `Incoming 11 July`. Where a file has no column of numbers, it is the quantity.
 */
const availability = names(`
  availability, availability status, availability text, stock status, stock message, inventory status
  verfügbarkeit, verfuegbarkeit, lieferstatus, lagerstatus, lieferbarkeit
  disponibilité, statut de stock, état du stock
  disponibilidad, estado de stock
  stato disponibilità, stato magazzino
  beschikbaarheid, voorraadstatus, leverbaarheid
  dostępność, stan dostępności
  disponibilitate, status stoc
  disponibilidade, situação do estoque
  наличие, доступность, статус наличия`);

/** What may be had, as against what lies there. */
const free = names(`
  qty available, qty avail, avail qty, available qty, available quantity, quantity available, available stock, stock available, available, avail, free stock, free qty, free quantity, quantity free, available to sell, free to sell, units available, total available, items on stock (availability), sellable, atp
  verfügbar, verfuegbar, verfügbare menge, verfügbarer bestand, frei verfügbar, freier bestand
  disponible, quantité disponible, stock disponible, qté disponible, cantidad disponible
  disponibilita, disponibilità, disponibile, quantità disponibile, qta disponibile, qtà disponibile
  beschikbaar, beschikbare voorraad, vrije voorraad, dostępne, dostępna ilość, ilość dostępna
  disponibil, stoc disponibil, cantitate disponibilă, disponível, quantidade disponível, estoque disponível
  доступно, доступное количество, свободный остаток`);

/** What may be an article's number, and its name where another column holds the number. */
const bare = 'item, article, artikel, articolo';

/**
 * How supplier files name their columns, in English, German, French, Spanish, Italian, Dutch, Polish, Romanian,
 * Portuguese and Russian. `pack_size`, `dispatch_days` and `supplier` have no words, so that nothing but their very own name
 * or the configuration tells them: a wrong guess would multiply stock, or give it to a brand. No stock are the quantities of price breaks (`qty1`), of cartons
 * (`caseqty`, `pack`) and the least to order (`moq`).
 */
export const stockWords: Vocabulary<StockField> = {
  supplier: [],
  // The supplier's own number, which it wants on an order, goes before the manufacturer's.
  sku: names(`
    supplier sku, leverancier_sku, artikelnummer leverancier, vcpn, variant sku, item sku, product sku, sku code, sku number, sku no, sku #
    item no, item number, item #, item code, itemno, article number, article no, article code, vendor part, vendor part no, vendor part number, vendor sku, vendor item, vendor item no
    product code, product number, product no, part number, part no, part #, part id, stock code, stock no, model no, model number, unique key, catalog no, catalogue number
    artikelnummer, artikelnr, artikel nr, artikel no, artnr, art nr, bestellnummer, bestell nr, produktnummer, artikelcode, materialnummer
    référence, référence article, référence produit, code article, code produit, réf
    referencia, código, código de artículo, código artículo, código producto, ref
    codice, codice articolo, codice prodotto, cod articolo, riferimento, idprod
    referentie, productcode, productnummer
    kod, kod produktu, kod towaru, indeks, symbol, numer katalogowy, nr katalogowy
    cod, cod produs, cod articol, referință
    código do produto, referência
    артикул, код, код товара, номенклатурный номер
    our_code, reference, custom label, code, material, inventory key
    ${bare}
    mpn, manufacturer part no, manufacturer part number, manufacturer sku, mfg part number, mfgpnumber, mfr part number, oem number
    herstellernummer, herstellerartikelnummer, herstnr, codven, fabrikantscode, kod producenta, cod producator`),
  supplier_sku: ['supplier_sku'],
  title: names(`
    name, product, product name, item name, product title, item title, description, item description, product description
    bezeichnung, artikelbezeichnung, produktname, artikelname, produktbezeichnung, beschreibung
    désignation, libellé, nom, nom du produit, intitulé
    nombre, nombre del producto, descripción, denominación
    titolo, nome, descrizione, nome prodotto, denominazione
    omschrijving, naam, productnaam, artikelomschrijving
    nazwa, nazwa produktu, nazwa towaru, opis
    denumire, denumire produs, nume, nume produs, descriere
    nome do produto, descrição, título
    название, наименование, наименование товара
    ${bare}`),
  barcode: names(`
    ean, ean13, ean_code, ean nummer, upc, upc code, upc-a, gtin, gtin13, gtin14, bar code, barcode number, isbn
    strichcode, barcodenummer, code-barres, code barre, código de barras, codice a barre, codice ean, streepjescode
    kod ean, kod kreskowy, cod bare, cod de bare, штрихкод, штрих-код`),
  // What may be had goes before what lies there, a number before a text.
  quantity: [
    ...free,
    ...names(`
    total qty, total quantity, total stock, total inventory, qty, qty total, quantity total
    stock quantity, stock qty, quantity on stock, quantity in stock, qty in stock, qty on hand, quantity on hand, qoh, soh, on hand, on hand qty, stock on hand, stock, stock level, stock count, in stock, inventory, inventory quantity, inventory qty, inventory level, units in stock, items on stock, in warehouse, warehouse stock, warehouse qty, current stock
    bestand, lagerbestand, lagermenge, menge, anzahl, stückzahl, bestand gesamt, gesamtbestand
    quantité, qté, quantité en stock, stock actuel, en stock
    existencias, inventario, cantidad, cantidad en stock, unidades
    giacenza, giacenza totale, esistenza, quantità, qtà, qta, quantita
    voorraad, aantal, voorraadaantal, aantal op voorraad, totale voorraad
    stan, stan magazynowy, ilość, ilość w magazynie, ilość na stanie, zapas, stany
    stoc, stoc total, cantitate, cantitate stoc, stoc curent
    estoque, quantidade, quantidade em estoque, qtd, existência
    остаток, остатки, количество, кол-во, остаток на складе, в наличии`),
    ...availability,
  ],
  quantity_kind: ['quantity_kind'],
  restock_date: names(`
    restock date, restock, restock on, eta, eta date, in date, indate, expected date, expected, expected on, expected delivery, expecteddelivery, expected arrival, next available, next delivery, next delivery date, stocknextdelivery, next shipment, next arrival, back in stock, back in stock date, arrival, arrival date, due date, due in, inbound date, replenishment date
    liefertermin, nächste lieferung, nächster liefertermin, wieder verfügbar, wieder verfügbar am, wieder da am, wareneingang, zulaufdatum, nächster wareneingang
    date de réassort, réassort, date de disponibilité, prochaine livraison, date d'arrivée
    fecha de reposición, próxima entrega, fecha de disponibilidad, fecha de entrada
    disponibilitafutura, disponibilità futura, data disponibilità, prossimo arrivo, data arrivo, data riassortimento
    verwacht, verwachte levering, verwachte leverdatum, leverdatum, verwacht op
    data dostawy, następna dostawa, planowana dostawa
    data livrare, data reaprovizionare, următoarea livrare
    data de reposição, próxima entrega prevista, previsão de chegada
    дата поступления, ожидаемая дата, следующая поставка, дата поставки`),
  restock_quantity: names(`
    restock qty, incoming, incoming qty, qty coming, coming, coming qty, incoming quantity, incoming stock, on order, qty on order, quantity on order, inbound, inbound qty, inbound quantity, in transit, qty in transit, expected qty, expected quantity, next delivery qty, next delivery quantity, stocknextdeliveryaccessvolume
    liefermenge, zulauf, zulaufmenge, zugangsmenge, bestellt, quantité attendue, quantité en commande, en commande
    cantidad en camino, cantidad entrante, en pedido, in arrivo, quantità in arrivo, quantità in ordine
    in bestelling, verwacht aantal, w drodze, ilość w drodze, in tranzit, cantitate in tranzit
    em trânsito, quantidade em trânsito, в пути, ожидаемое количество`),
  release_date: names(`
    release, street date, launch date, date released, on sale date, erscheinungsdatum, erscheint am, veröffentlichungsdatum
    date de sortie, date de parution, fecha de lanzamiento, data di uscita, data uscita, releasedatum, verschijningsdatum
    data premiery, data lansării, data lansare, data de lançamento, дата выхода, дата релиза`),
  discontinued: names(`
    discontinued_code, is discontinued, discontinued flag, eol, end of life, closeout, clearance only, deleted, obsolete, phase out, remainingstock
    auslaufartikel, auslauf, auslaufend, restposten, abverkauf, fin de série, fin de vie, arrêté, abandonné
    descatalogado, descontinuado, fuori produzione, fine serie, esaurimento, uitlopend, uit assortiment
    wycofany, wyprzedaż, scos din fabricație, descontinuat, fora de linha, снят с производства
    status, product status, item status, article status, artikelstatus, statut, estado, stato, active, is active, aktiv, actif, activo, attivo, actief, aktywny, activ, ativo, активен, статус`),
  unit_cost: names(`
    cost, unit cost, your cost, net cost, cost price, dealer price, dealer cost, wholesale price, wholesale, jobber price, your price, net price, reseller price, piece price
    einkaufspreis, ek, ek preis, ek netto, hek, händlerpreis, netto ek, nettopreis
    prix d'achat, prix achat, prix net, prix ht, prix revendeur, precio de compra, precio neto, coste, costo, pvd
    prezzo di acquisto, prezzo acquisto, prezzo netto, prezzo rivenditore, inkoopprijs, nettoprijs, inkoop
    cena zakupu, cena netto, cena hurtowa, preț achiziție, pret achizitie, preț net, preço de custo, custo
    закупочная цена, оптовая цена, цена закупки
    price, preis, prix, precio, prezzo, prijs, cena, preț, pret, preço, цена`),
  currency: names(`
    currency code, währung, waehrung, devise, monnaie, divisa, moneda, valuta, waluta, monedă, moeda, валюта`),
  pack_size: [],
  dispatch_days: [],
  as_of: ['as_of'],
  location: names(`
    warehouse, warehouse name, warehouse code, whse, whse_no, sto.loction, storage location, stock location, depot, location name
    lager, lagerort, standort, entrepôt, emplacement, dépôt, almacén, magazzino, deposito, magazijn, locatie, magazyn, depozit, armazém, склад`),
  entry_date: names(`
    entry date, updated, updated at, last updated, last update, last modified, date_upd, date updated, update date, modified, modified at, timestamp
    stand, aktualisiert, aktualisiert am, letzte änderung, mis à jour, date de mise à jour, fecha de actualización, actualizado
    aggiornato, data aggiornamento, bijgewerkt, laatst bijgewerkt, data aktualizacji, actualizat la, data actualizării, atualizado em, обновлено, дата обновления`),
  availability,
  blocked: names(`
    nodrop, no drop ship, no dropship, no dropshipping, blocked from drop ship, dropship blocked, drop ship block, not orderable, blocked
    candropship, can drop ship, dropshippable, drop shippable, dropship allowed, dropshipping allowed, orderable
    gesperrt, bestellbar, dropshipping erlaubt, bloqué, commandable, bloqueado, bloccato, ordinabile, geblokkeerd, bestelbaar, zablokowany, blocat, заблокирован
    allocated, on allocation, allocated/closeout/deleted`),
  reserved: names(`
    reserved qty, reserved quantity, qty reserved, quantity reserved, reserved stock, stock reserved, reservations
    allocated qty, allocated quantity, qty allocated, quantity allocated, allocated stock, committed, committed qty, committed quantity, qty committed, on hold qty, on hold, qty on hold, hold, hold qty, qty hold, reserved units, units reserved
    reserviert, reservierte menge, reservierter bestand, menge reserviert, réservé, quantité réservée, qté réservée, stock réservé
    reservado, cantidad reservada, stock reservado, riservato, impegnato, quantità impegnata, qta impegnata, giacenza impegnata
    gereserveerd, gereserveerde voorraad, zarezerwowane, rezerwacja, rezerwacje, rezerwacji, zarezerwowano, ilość zarezerwowana, rezervat, cantitate rezervată, stoc rezervat
    reservados, quantidade reservada, estoque reservado, резерв, в резерве, зарезервировано`),
  available_from: names(`
    available from, available on, available date, availability date, date available
    verfügbar ab, lieferbar ab, disponible le, disponible desde, disponibile dal
    beschikbaar vanaf, dostępny od, disponibil din, disponível a partir de`),
};

const setOf = (text: string): WordList => wordList(text, normaliseName);

/** Names of marks in which a yes says that the mark is not there. */
export const oppositeNames = setOf(`
  active, is active, aktiv, actif, activo, attivo, actief, aktywny, activ, ativo, активен
  candropship, can drop ship, dropshippable, drop shippable, dropship allowed, dropshipping allowed, orderable
  bestellbar, dropshipping erlaubt, commandable, ordinabile, bestelbaar`);

/** Names of marks that say not what a yes there means. */
export const statusNames = setOf(
  'status, product status, item status, article status, artikelstatus, statut, estado, stato, статус',
);

/** Names of marks under which some suppliers keep units: a number there is a count and no mark. */
export const countNames = setOf('allocated, on allocation, remainingstock, restposten');

/** Names under which some suppliers mark an article as allocated, and others count its allocated units. */
export const reservedNames = setOf('allocated, on allocation');

/** Names of what tells variants apart. Where they share one number, nobody knows whose stock a row tells. */
export const variantNames = setOf(`
  size, colour, color, variant, option, style, option1, option2, variant title, größe, groesse, farbe, variante, ausführung, taille, couleur, déclinaison, talla, color, taglia, colore, maat, kleur, uitvoering, rozmiar, kolor, wariant, mărime, culoare, variantă, tamanho, cor, размер, цвет, вариант`);

/** Names of a yes or no beside a count: a no denies it. A column of these alone tells no number. */
export const stockFlagNames = setOf(
  'is in stock, isinstock, in stock flag, stock flag, is available, is saleable, is salable, is sellable, purchasable',
);

/** Names of a quantity from which nothing is to be taken off. */
export const freeNames = setOf([...free, ...availability].join());

/** Names that stand in lists of orders as well: they do not tell that a file is a supplier's. */
export const everydayNames = setOf(`
  status, statut, estado, stato, статус
  price, preis, prix, precio, prezzo, prijs, cena, preț, pret, preço, цена`);
