import { bareText, foldWord } from './cell.ts';
import { readFlag } from './flag-cell.ts';
import { isNone, readQuantity } from './quantity-cell.ts';
import { countNames, oppositeNames } from './stock-columns.ts';
import { normaliseName } from './vocabulary.ts';
import { type WordList, wordList } from './word-list.ts';

/**
 * What a mark says of an article. `discontinued`: what is left can be had, no more will come. `blocked`: it cannot be
 * ordered by us, whatever stock there is. `sold-out`: a status that speaks of the stock says that there is none.
 */
export type Mark = 'discontinued' | 'blocked' | 'sold-out' | 'none';

const words = (text: string): WordList => wordList(text, foldWord);

const discontinuedWords = words(`
  discontinued, discontinuing, closeout, close out, clearance, deleted, inactive, obsolete, phase out, phased out, phasing out, end of life, eol, withdrawn, retired, archived, sell off, last stock, remaining stock
  auslauf, auslaufend, auslaufartikel, ausgelaufen, abgekündigt, eingestellt, gelöscht, inaktiv, restposten, abverkauf
  arrêté, abandonné, fin de série, fin de vie, inactif, supprimé, déstockage
  descatalogado, descontinuado, inactivo, eliminado, fin de serie, liquidación
  fuori produzione, fine serie, inattivo, eliminato, esaurimento, in esaurimento
  uitlopend, uit assortiment, inactief, vervallen, niet actief
  wycofany, wycofane, nieaktywny, usunięty, wyprzedaż
  scos din fabricație, inactiv, șters, lichidare, fora de linha, inativo, excluído
  снят с производства, снято с производства, неактивен, удален`);

const blockedWords = words(`
  allocated, on allocation, allocation, blocked, no dropship, no drop ship, nodrop, not for dropship, restricted
  gesperrt, bloqué, bloqueado, bloccato, geblokkeerd, zablokowany, blocat, заблокирован`);

const liveWords = words(`
  active, live, current, normal, regular, standard, enabled, new, ok, orderable, stocked, sale, special order, backorder, preorder, pre order
  aktiv, neu, actif, nouveau, activo, nuevo, attivo, nuovo, actief, nieuw, aktywny, nowy, activ, nou, ativo, novo, активен, новый`);

/** How the marks of one column are read. */
export interface MarkColumn {
  /** What a yes there means. */
  readonly means: 'discontinued' | 'blocked';
  /** The name says the opposite: in `candropship` a no means blocked. */
  readonly opposite: boolean;
  /** A number there is a count of units and no mark. */
  readonly counts: boolean;
}

/** What the name of a column tells about its marks. */
export function markColumn(means: MarkColumn['means'], header: string): MarkColumn {
  const name = normaliseName(header);
  return { means, opposite: oppositeNames.has(name), counts: countNames.has(name) };
}

/** Reads a mark: a word that says it by itself, else a yes or a no. Undefined when it is none; a blank says nothing. */
export function readMark(cell: string, column: MarkColumn): Mark | undefined {
  const text = bareText(cell);
  if (text === '' || (column.counts && /\d/.test(text))) return 'none';
  const word = foldWord(text);
  if (discontinuedWords.has(word)) return 'discontinued';
  if (blockedWords.has(word)) return 'blocked';
  if (liveWords.has(word)) return 'none';
  const flag = readFlag(text);
  if (flag !== undefined) return flag === column.opposite ? 'none' : column.means;
  return readStockStatus(text);
}

/** A status may speak of the stock: `Out of stock`, `Lagernd`. */
function readStockStatus(text: string): Mark | undefined {
  if (/\d/.test(text)) return undefined;
  const stock = readQuantity(text);
  if (!('units' in stock)) return undefined;
  return isNone(stock) ? 'sold-out' : 'none';
}
