import { normaliseName } from './vocabulary.ts';
import { type WordList, wordList } from './word-list.ts';

/** Columns such as `EastQty` and `Qty West`: what one warehouse each has. */
export interface Warehouses {
  /** The columns from 0 whose names surely are places. */
  readonly sure: readonly number[];
  /** Those that have the form, but whose names may mean something else. */
  readonly unsure: readonly number[];
}

const stems = 'quantity qty stock bestand menge qté qta ilość stan stoc cantidad giacenza voorraad'
  .split(' ')
  .map(normaliseName);

const set = (text: string): WordList => wordList(text, normaliseName);

/** Regions, countries and states by name. Towns are too many to list: they are asked about. */
const places = set(`
  east, west, north, south, central, midwest, southeast, southwest, northeast, northwest, pacific, pacific nw, pacific northwest, great lakes, mountain, gulf, atlantic, coast, east coast, west coast, eastern, western, northern, southern
  ost, nord, süd, mitte, est, ouest, sud, centre, nord est, nord ovest, ovest, centro, este, oeste, norte, sur
  alabama, alaska, arizona, arkansas, california, colorado, connecticut, delaware, florida, georgia, hawaii, idaho, illinois, indiana, iowa, kansas, kentucky, louisiana, maine, maryland, massachusetts, michigan, minnesota, mississippi, missouri, montana, nebraska, nevada, new hampshire, new jersey, new mexico, new york, north carolina, north dakota, ohio, oklahoma, oregon, pennsylvania, rhode island, south carolina, south dakota, tennessee, texas, utah, vermont, virginia, washington, west virginia, wisconsin, wyoming
  usa, us, united states, canada, mexico, uk, united kingdom, great britain, england, scotland, ireland, germany, deutschland, austria, österreich, switzerland, schweiz, france, spain, españa, italy, italia, netherlands, nederland, belgium, poland, polska, romania, românia, portugal, russia, россия, china, hong kong, japan, australia, europe, eu, asia
  warehouse, wh, main warehouse, local warehouse, hauptlager, zentrallager, aussenlager, außenlager, dc, depot, hub, lager, entrepôt, almacén, magazzino, magazijn, magazyn, depozit, armazém, склад`);

/** Postal codes of states: only in capitals, as `in` and `or` are words. */
const codes: ReadonlySet<string> = new Set(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB UK US EU DE FR ES IT NL PL RO PT AU CN HK'.split(
    ' ',
  ),
);

/** What stands before or behind a quantity and is no place: the column is something else. */
const noPlaces = set(`
  case, carton, box, inner, outer, pack, package, pallet, master, bundle, layer, unit, each, set
  min, minimum, max, maximum, order, ordered, moq, multiple, increment, step, break, price, reorder, backorder, back order, backordered, back ordered, on backorder, hold, on hold, held, reserve, reserved, allocated, committed, incoming, inbound, on order, transit, in transit, expected, next, sold, sales, returned, damaged, defective, eta, ordered,
  bestellt, reserviert, zulauf, unterwegs, gesperrt, mindest, verkauft, commandé, réservé, en commande, pedido, reservado, en camino, ordinato, riservato, impegnato, in arrivo, besteld, gereserveerd, zamówione, zarezerwowane, w drodze, comandat, rezervat, em pedido, заказано, резерв, в пути, blocked, safety, low, threshold, alert, level, status, date, value, updated, unit of, available, avail, free, on hand, in, on, of, total, all, net, gross, old, new, last, previous`);

/** Finds the warehouse columns of a header. One alone is none: nothing tells that it is not something else. */
export function findWarehouses(header: readonly string[]): Warehouses {
  const groups = new Map<string, { at: number; place: string }[]>();
  header.forEach((name, at) => {
    const found = placeIn(name);
    if (found === undefined) return;
    const group = groups.get(found.stem);
    if (group) group.push({ at, place: found.place });
    else groups.set(found.stem, [{ at, place: found.place }]);
  });
  const [largest = []] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  if (largest.length < 2) return { sure: [], unsure: [] };
  const sure = largest.every(({ place }) => isPlace(place));
  const columns = largest.map(({ at }) => at);
  return sure ? { sure: columns, unsure: [] } : { sure: [], unsure: columns };
}

/** `EastQty`, `Qty_NC`, `Stock (North)`: the stem with its side, and the rest of the name. */
function placeIn(name: string): { readonly stem: string; readonly place: string } | undefined {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const [first = '', ...behind] = words;
  const before = words.slice(0, -1);
  const [stem, rest] = stems.includes(normaliseName(first))
    ? [`${normaliseName(first)} …`, behind]
    : [`… ${normaliseName(words.at(-1) ?? '')}`, before];
  if (rest.length === 0 || !stems.includes(stem.replace(/[ …]/g, ''))) return undefined;
  const place = rest.join(' ');
  return isPlace(place) || mayBePlace(place, rest) ? { stem, place } : undefined;
}

/** `Qty_1` is a step of a price list, `Case Qty` what a carton holds. */
function mayBePlace(place: string, words: readonly string[]): boolean {
  const isNone = [place, words.at(0), words.at(-1)].some((part) =>
    noPlaces.has(normaliseName(part ?? '')),
  );
  return !isNone && !/^\d+$/.test(place);
}

function isPlace(place: string): boolean {
  const bare = normaliseName(place.replace(/\s*\b(?:\d{1,3}|[A-Z])$/, ''));
  return places.has(normaliseName(place)) || places.has(bare) || codes.has(place);
}
