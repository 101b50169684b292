import { foldWord } from './cell.ts';
import { phraseFinder } from './phrases.ts';
import { isTotalWord } from './stock.ts';
import { wordList } from './word-list.ts';

/** Whether the place of a row is none: the row adds up those of the places, or says what lies at all of them. */
export function isTotalPlace(location: string): boolean {
  return location === '' || isTotalWord(location) || allPlaces.test(foldWord(location));
}

const allPlaces =
  /^(?:all|alle|tous|toutes|todos|todas|tutti|tutte|wszystkie|toate|все)(?: (?:locations?|warehouses?|stores|sites|depots|lager|standorte|orte|entrepots|depots|almacenes|magazzini|magazijnen|locaties|magazyny|depozitele|armazens|склады))?$/u;

/** What a place is called whose goods cannot be sent: on their way, spoilt, held back, somebody else's. */
const outOfReach = wordList(
  `
  transit, on the way, on the water, incoming, inbound, receiving, on order, damaged, damage, defective, defects, faulty, quarantine, hold, blocked, reserved, allocated, returns, returned, rma, scrap, expired
  unterwegs, zulauf, wareneingang, beschädigt, beschädigte, defekt, defekte, quarantäne, sperrlager, sperrbestand, gesperrt, reserviert, retoure, retouren, retourenlager, ausschuss, schrott, abgelaufen
  endommagé, endommagés, défectueux, quarantaine, bloqué, réservé, retours, rebut, périmé
  tránsito, dañado, dañados, defectuoso, defectuosos, cuarentena, bloqueado, reservado, devoluciones, caducado
  transito, danneggiato, danneggiati, difettoso, difettosi, quarantena, bloccato, riservato, impegnato, resi, scarti, scaduto
  onderweg, beschadigd, defect, geblokkeerd, gereserveerd, retour, vervallen
  w drodze, uszkodzone, uszkodzony, wadliwe, kwarantanna, zablokowane, zarezerwowane, zwroty
  tranzit, deteriorat, deteriorate, defecte, carantină, blocat, rezervat, retururi
  trânsito, danificado, danificados, defeituoso, quarentena, devoluções
  в пути, брак, повреждено, карантин, заблокировано, резерв, возвраты`,
  foldWord,
);

/** Whether a place is one from which nothing can be sent: `In Transit`, `WH/Quarantine`, `Berlin (damaged)`. */
export const isOutOfReach = phraseFinder(outOfReach);
