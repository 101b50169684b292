import { clausesOf, saysNone, saysSome } from './availability-text.ts';
import { bareText, foldWord } from './cell.ts';
import { readFlag } from './flag-cell.ts';
import { isNone, readQuantity, type Words } from './quantity-cell.ts';
import { countNames, oppositeNames, statusNames } from './stock-columns.ts';
import { goneWords } from './stock-words.ts';
import { normaliseName } from './vocabulary.ts';
import { type WordList, wordList } from './word-list.ts';

/**
 * What a mark says of an article. `discontinued`: what is left can be had, no more will come. `blocked`: it cannot be
 * ordered by us, whatever stock there is. `sold-out`: a status that speaks of the stock says that there is none. `gone`: neither is there any, nor will more come.
 */
export type Mark = 'discontinued' | 'blocked' | 'sold-out' | 'gone' | 'none';

const words = (text: string): WordList => wordList(text, foldWord);

const discontinuedWords = words(`
  discontinued, discontinuing, closeout, close out, clearance, deleted, inactive, obsolete, phase out, phased out, phasing out, end of life, eol, withdrawn, retired, archived, sell off, last stock, remaining stock, run out, running out, while stocks last, delisted, not continued, superseded, replaced, end of line, end of range, ceased, expired, dead, to be discontinued, will be discontinued, discontinued by manufacturer, discontinued item
  auslauf, auslaufend, auslaufartikel, ausgelaufen, abgekündigt, eingestellt, gelöscht, inaktiv, restposten, abverkauf, ausgelistet, ausgelistete, wird ausgelistet, auslaufmodell, auslaufartikel, läuft aus, im auslauf, nicht mehr im sortiment, nicht mehr aktiv, ersetzt, storniert, solange vorrat reicht, deaktiviert, abverkauft
  arrêté, abandonné, fin de série, fin de vie, inactif, supprimé, déstockage, obsolète, déréférencé, arrêt, en arrêt, arrêt de fabrication, arrêt définitif, fin de vente, fin de stock, remplacé, désactivé, jusqu'à épuisement, jusqu'à épuisement des stocks
  descatalogado, descontinuado, inactivo, eliminado, fin de serie, liquidación, obsoleto, obsoleta, baja, de baja, dado de baja, descatalogada, discontinuado, discontinuo, anulado, fin de vida, a extinguir, hasta fin de existencias, hasta agotar existencias, reemplazado, sustituido, desactivado
  fuori produzione, fine serie, inattivo, eliminato, esaurimento, in esaurimento, obsoleto, dismesso, fine vita, fuori catalogo, fuori listino, non più prodotto, cessato, annullato, sostituito, fino a esaurimento, fino ad esaurimento scorte, disattivato
  uitlopend, uit assortiment, inactief, vervallen, niet actief, uit productie, uitgefaseerd, wordt uitgefaseerd, op is op, opgeheven, einde reeks, end of life, verwijderd, uit collectie, niet meer in assortiment, vervangen, gestopt, verouderd
  wycofany, wycofane, nieaktywny, nieaktywne, usunięty, wyprzedaż, wycofana, wycofany z oferty, wycofany z produkcji, wycofane z oferty, koniec serii, końcówka serii, zakończony, zastąpiony, do wyczerpania zapasów
  scos din fabricație, inactiv, șters, lichidare, ieșit din producție, scos din ofertă, scos din producție, scos din catalog, discontinuat, retras, înlocuit, în limita stocului, dezactivat
  fora de linha, inativo, excluído, obsoleto, descontinuada, fora de catálogo, fim de linha, fim de vida, fora de produção, desativado, substituído, até fim de stock
  снят с производства, снято с производства, неактивен, удален, удалён, выведен, выведен из ассортимента, снят, снята с производства, архив, распродажа, не производится, неактивный, заменен`);

const blockedWords = words(`
  allocated, on allocation, allocation, blocked, no dropship, no drop ship, nodrop, not for dropship, restricted
  gesperrt, bloqué, bloqueado, bloccato, geblokkeerd, zablokowany, blocat, заблокирован`);

const liveWords = words(`
  active, live, current, normal, regular, standard, enabled, new, ok, orderable, stocked, sale, special order, backorder, preorder, pre order
  aktiv, neu, actif, nouveau, activo, nuevo, attivo, nuovo, actief, nieuw, aktywny, nowy, activ, nou, ativo, novo, активен, новый`);

/** How the marks of one column are read. */
export interface MarkColumn {
  /** What a yes there means; `nothing` where the name leaves open what it is about, as a bare `Status` does. */
  readonly means: 'discontinued' | 'blocked' | 'nothing';
  /** The name says the opposite: in `candropship` a no means blocked. */
  readonly opposite: boolean;
  /** A number there is a count of units and no mark. */
  readonly counts: boolean;
  /** A text about availability, which may say several things. */
  readonly isText?: boolean;
}

/** What a supplier's own words mean, from its configuration; their keys in lower case. */
export interface OwnWords {
  readonly words?: Words | undefined;
  readonly marks?: ReadonlyMap<string, Mark> | undefined;
}

/** What the name of a column tells about its marks; `isChosen`: the configuration names the column. */
export function markColumn(
  means: 'discontinued' | 'blocked',
  header: string,
  isChosen = false,
): MarkColumn {
  const name = normaliseName(header);
  return {
    means: statusNames.has(name) && !isChosen ? 'nothing' : means,
    opposite: oppositeNames.has(name),
    counts: countNames.has(name),
  };
}

/** A column whose texts tell of availability beside a count. */
export const availabilityColumn: MarkColumn = {
  means: 'nothing',
  opposite: false,
  counts: false,
  isText: true,
};

/** Reads a mark: a word that says it by itself, else a yes or a no. Undefined when it is none; a blank says nothing. */
export function readMark(cell: string, column: MarkColumn, own: OwnWords = {}): Mark | undefined {
  const text = bareText(cell);
  if (text === '' || (column.counts && /\d/.test(text))) return 'none';
  const mark = ownMark(text, own) ?? wordMark(text);
  if (mark) return mark;
  if (column.isText) return readAvailability(text);
  // How many are blocked is not taken off: that there are some is enough to offer none.
  if (column.means === 'blocked' && !column.opposite && Number(text) > 1) return 'blocked';
  const flag = readFlag(text);
  if (flag === undefined) return readStockStatus(text);
  if (column.means === 'nothing') return undefined;
  return flag === column.opposite ? 'none' : column.means;
}

/** Whether a cell of the quantity says in a word that there is nothing and no more will come. */
export function isGone(cell: string, own: OwnWords = {}): boolean {
  const text = bareText(cell);
  if (!/\p{L}/u.test(text)) return false;
  const mark = own.marks?.get(text.toLowerCase()) ?? wordMark(text);
  return mark === 'discontinued' || mark === 'gone';
}

/** What the supplier's own words say; a sign such as `-` that stands for a quantity of none is no word. */
function ownMark(text: string, { words, marks }: OwnWords): Mark | undefined {
  const word = text.toLowerCase();
  const mark = marks?.get(word);
  if (mark !== undefined || !/\p{L}/u.test(text)) return mark;
  const units = words?.get(word);
  return units === undefined ? undefined : units === 0 ? 'sold-out' : 'none';
}

function wordMark(text: string): Mark | undefined {
  const word = foldWord(text);
  if (goneWords.has(word)) return 'gone';
  if (discontinuedWords.has(word)) return 'discontinued';
  if (blockedWords.has(word)) return 'blocked';
  return liveWords.has(word) ? 'none' : undefined;
}

/** A text may say more than one thing: `Discontinued / out of stock`, `Out of stock - due 15 December`. */
function readAvailability(text: string): Mark | undefined {
  const marks = clausesOf(text).map(wordMark);
  const found = (['gone', 'blocked', 'discontinued'] as const).find((mark) => marks.includes(mark));
  const quantity = readQuantity(text);
  if (saysNone(text) || isNone(quantity))
    return found === undefined ? 'sold-out' : found === 'discontinued' ? 'gone' : found;
  if (found !== undefined) return found;
  const isKnown = 'units' in quantity || saysSome(text) || marks.includes('none');
  return isKnown || /^\W*$/u.test(text) ? 'none' : undefined;
}

/** A status may speak of the stock: `Out of stock`, `Lagernd`. */
function readStockStatus(text: string): Mark | undefined {
  const stock = /\d/.test(text) ? undefined : readQuantity(text);
  if (stock && 'units' in stock) return isNone(stock) ? 'sold-out' : 'none';
  return saysNone(text) ? 'sold-out' : undefined;
}
