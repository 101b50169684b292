import { type MarkColumn, markColumn } from '../formats/marks.ts';
import { countKnownNames } from '../formats/names.ts';
import { isReturns } from '../formats/returns.ts';
import { isShipments } from '../formats/shipments.ts';
import { findUnsuitedStock } from '../formats/shops/unsuited.ts';
import type { StockField, StockMapping } from '../formats/stock.ts';
import {
  freeNames,
  reservedNames,
  stockFlagNames,
  stockWords,
  variantNames,
} from '../formats/stock-columns.ts';
import {
  type Columns,
  columnsNamed,
  nameOfColumn,
  normaliseName,
  rankedMatches,
} from '../formats/vocabulary.ts';
import { findWarehouses } from '../formats/warehouses.ts';
import type { WordList } from '../formats/word-list.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { chooseColumns } from './columns.ts';
import { headerOf } from './stock-mapping.ts';
import type { TableHead } from './table.ts';

/** Which cell of a row tells what, once the row holds the wanted columns only. */
export interface StockLayout {
  /** Where each field stands in a row; -1 where the file has none. */
  readonly at: { readonly [F in StockField]: number };
  /** The columns whose sum is the quantity; one as a rule. */
  readonly quantities: readonly number[];
  /** Columns of warehouses beside a total, which should add up to it. */
  readonly parts: readonly number[];
  /** Columns of units that are to be taken off the quantity, where that counts what lies there. */
  readonly reserved: readonly number[];
  /** The quantity is what may be had. */
  readonly isFree: boolean;
  /** Columns beside a count whose words may say that there is nothing. */
  readonly denials: readonly number[];
  /** Columns that tell variants apart. */
  readonly variants: readonly number[];
  /** How the file calls each place of a row. */
  readonly names: readonly string[];
  /** All columns that may mark an article, as `allocated` beside `candropship`: each can tell what the others do not. */
  readonly marks: readonly MarkPlace[];
}

interface MarkPlace {
  readonly at: number;
  readonly column: MarkColumn;
}

/** A column of a row that may be the quantity, and how a configuration would name it. */
export interface Candidate {
  readonly at: number;
  readonly name: string;
}

export interface StockColumns {
  /** The columns to read, as `Rows.wanted` asks for them. */
  readonly wanted: readonly number[];
  readonly layout: StockLayout;
  /** Columns that may all be the quantity, the best name first: more than one where the cells must tell. */
  readonly candidates: readonly Candidate[];
  /** The header. */
  readonly place: Place;
  readonly problems: readonly Problem[];
}

function otherThanStock(header: readonly string[]): 'shipments' | 'returns' | undefined {
  if (isReturns(header)) return 'returns';
  return isShipments(header) ? 'shipments' : undefined;
}

/** Settles which columns of a stock file are which, or says why it cannot be read. */
export function chooseStockColumns(
  head: TableHead,
  file: string,
  mapping: StockMapping = {},
): StockColumns | { readonly refused: Problem } {
  const { header, headerLine } = head;
  const place = { file, line: headerLine };
  const unsuited = mapping.quantity === undefined ? findUnsuitedStock(header) : undefined;
  if (unsuited) return { refused: { kind: 'export-unsuited', place, ...unsuited } };
  const named = [mapping.quantity ?? []].flat().map(headerOf);
  const found = named.length > 0 ? { sum: named.filter(Boolean) } : findQuantity(header);
  if (found.unsure)
    return {
      refused: {
        kind: 'column-ambiguous',
        place,
        field: 'quantity',
        headers: found.unsure,
        arePlaces: true,
      },
    };
  // What was shipped or came back must never count as what is there.
  const tells = otherThanStock(header);
  if (tells) return { refused: { kind: 'format-other', place, role: 'stock', tells } };
  const choice = chooseColumns({
    file,
    role: 'stock',
    header,
    headerLine,
    vocabulary: stockWords,
    required: ['sku', 'quantity'],
    configured: {
      ...configuredNames(mapping),
      quantity: mapping.quantity === '' ? '' : found.sum?.[0],
    },
  });
  if ('refused' in choice) return { refused: withoutHeader(choice.refused, header) };
  const sum = columnsToAdd(found.sum ?? [], header, place);
  if ('kind' in sum) return { refused: sum };
  const marks = markPlaces(header, choice.columns, mapping);
  return {
    ...arrange(choice.columns, header, sum, marks, found, mapping),
    place,
    problems: choice.problems.filter(isNoMark),
  };
}

/** The columns of a sum; each name must mean one. */
function columnsToAdd(
  names: readonly string[],
  header: readonly string[],
  place: Place,
): readonly number[] | Problem {
  const columns: number[] = [];
  for (const name of names) {
    const [at, ...others] = columnsNamed(name, header);
    const problem = { place, field: 'quantity', headers: header };
    if (at === undefined) return { ...problem, kind: 'column-missing', role: 'stock', value: name };
    const headers = [at, ...others].map((one) => nameOfColumn(one, header));
    if (others.length > 0) return { ...problem, kind: 'column-ambiguous', headers };
    columns.push(at);
  }
  return columns;
}

function configuredNames(mapping: StockMapping): { readonly [F in StockField]?: string } {
  const { quantity: _quantity, ...others } = mapping;
  const pairs = Object.entries(others).flatMap(([field, name]) =>
    name === undefined ? [] : [[field, headerOf(name)]],
  );
  return Object.fromEntries(pairs) as { readonly [F in StockField]?: string };
}

/** The column that a mapping names, else every one that bears a name of the mark. */
function markPlaces(
  header: readonly string[],
  columns: Columns<StockField>,
  mapping: StockMapping,
): MarkPlace[] {
  return (['discontinued', 'blocked'] as const).flatMap((field) => {
    if (mapping[field] === '') return [];
    const configured = mapping[field] === undefined ? undefined : columns[field];
    const found =
      configured === undefined
        ? rankedMatches([field, ...stockWords[field]], header)
        : [configured];
    const isChosen = configured !== undefined;
    return found.map((at) => ({ at, column: markColumn(field, header[at] ?? '', isChosen) }));
  });
}

const isNoMark = (problem: Problem): boolean =>
  !('field' in problem) || (problem.field !== 'discontinued' && problem.field !== 'blocked');

interface FoundQuantity {
  /** Columns that may be the quantity, the best name first. */
  readonly candidates?: readonly number[];
  /** Headers of columns to be added up. */
  readonly sum?: readonly string[];
  /** Columns of warehouses beside a total. */
  readonly parts?: readonly number[];
  /** Headers that may be warehouses, or something else. */
  readonly unsure?: readonly string[];
}

function findQuantity(header: readonly string[]): FoundQuantity {
  const candidates = rankedMatches(['quantity', ...stockWords.quantity], header);
  const { sure, unsure } = findWarehouses(header);
  if (candidates.length > 0) return { candidates, parts: sure };
  const names = (columns: readonly number[]) => columns.map((at) => header[at] ?? '');
  if (sure.length > 0) return { sum: names(sure) };
  return unsure.length > 0 ? { unsure: names(unsure) } : {};
}

/** A header of which no name is known may be the first row of a file that has none. */
function withoutHeader(refused: Problem, header: readonly string[]): Problem {
  const isUnknown = refused.kind === 'column-missing' && refused.value === undefined;
  return isUnknown && countKnownNames(header) === 0 ? { ...refused, noneKnown: true } : refused;
}

function arrange(
  columns: Columns<StockField>,
  header: readonly string[],
  sum: readonly number[],
  marks: readonly MarkPlace[],
  { candidates = [], parts = [] }: FoundQuantity,
  mapping: StockMapping,
): Omit<StockColumns, 'problems' | 'place'> {
  const used = Object.values<number | undefined>(columns).flatMap((at) => at ?? []);
  const reserved = reservedColumns(header, columns, mapping);
  const flags = mapping.availability === '' ? [] : namedBy(stockFlagNames, header);
  const variants = namedBy(variantNames, header);
  const marked = marks.map(({ at }) => at);
  const wanted = [
    ...new Set([
      ...used,
      ...sum,
      ...marked,
      ...candidates,
      ...parts,
      ...reserved,
      ...flags,
      ...variants,
    ]),
  ].toSorted((a, b) => a - b);
  const place = (column: number | undefined) =>
    column === undefined ? -1 : wanted.indexOf(column);
  const fields = Object.keys(stockWords) as StockField[];
  const at = Object.fromEntries(fields.map((field) => [field, place(columns[field])]));
  const nameOf = (column: number | undefined) =>
    column === undefined ? '' : (header[column] ?? '');
  const layout: StockLayout = {
    at: at as StockLayout['at'],
    quantities: (sum.length > 0 ? sum : [columns.quantity]).map(place),
    parts: parts.map(place),
    reserved: reserved.map(place),
    isFree: false,
    denials: flags.map(place),
    variants: variants.map(place),
    names: wanted.map(nameOf),
    marks: marks.map(({ at, column }) => ({ at: place(at), column })),
  };
  return {
    wanted,
    layout: withQuantity(layout, layout.quantities),
    candidates: candidates.map((at) => ({ at: place(at), name: nameOfColumn(at, header) })),
  };
}

/** The column that a mapping names, else every one that bears a name of reserved units: each may count others. */
function reservedColumns(
  header: readonly string[],
  columns: Columns<StockField>,
  { reserved }: StockMapping,
): readonly number[] {
  if (reserved === '') return [];
  if (reserved !== undefined) return [columns.reserved ?? []].flat();
  const counted = namedBy(reservedNames, header);
  return [...rankedMatches(['reserved', ...stockWords.reserved], header), ...counted];
}

function namedBy(names: WordList, header: readonly string[]): readonly number[] {
  return header.flatMap((name, at) => (names.has(normaliseName(name)) ? [at] : []));
}

/** An article's number is not its name as well, nor its quantity its place. */
function notTwice(
  { sku, title, location }: StockLayout['at'],
  quantities: readonly number[],
): Pick<StockLayout['at'], 'title' | 'location'> {
  return {
    title: title === sku ? -1 : title,
    location: quantities.includes(location) ? -1 : location,
  };
}

/** The layout with columns as the quantity; one is not the availability text as well. */
export function withQuantity(layout: StockLayout, quantities: readonly number[]): StockLayout {
  const { at, names } = layout;
  const [quantity = -1] = quantities;
  const availability = at.availability === quantity ? -1 : at.availability;
  return {
    ...layout,
    quantities,
    isFree: freeNames.has(normaliseName(names[quantity] ?? '')),
    denials: [...new Set([...layout.denials, availability])].filter(
      (place) => place >= 0 && !quantities.includes(place),
    ),
    at: { ...at, quantity, availability, ...notTwice(at, quantities) },
  };
}
