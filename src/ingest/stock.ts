import { type DateStyle, type DayOrder, readDay, watchDates } from '../formats/day-cell.ts';
import { readFlag } from '../formats/flag-cell.ts';
import { type NumberStyle, readNumber, readWhole, watchNumbers } from '../formats/number-cell.ts';
import type { Words } from '../formats/quantity-cell.ts';
import { type StockField, stockWords } from '../formats/stock.ts';
import type { Columns } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import { type Day, laterDay } from '../model/day.ts';
import type { Offer, Restock, StockFile } from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import { isBroken } from './broken.ts';
import { cellReader, chooseColumns, inFileNames, narrow } from './columns.ts';
import { readStockQuantity } from './quantity.ts';
import { articleKey, type Entry, mergeEntries } from './repeated.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';
import { readTable } from './table.ts';

/** How to read one supplier's files. */
export interface StockSource {
  readonly supplier: string;
  /** The file's own date; a row's `as_of` goes before it. */
  readonly asOf: Day;
  readonly coverage: 'full' | 'changes';
  readonly hash: string;
  readonly columns?: { readonly [F in StockField]?: string | undefined } | undefined;
  readonly words?: Words | undefined;
  readonly dayOrder?: DayOrder | undefined;
}

export interface StockReading {
  /** One per supplier that the file names; usually one. */
  readonly files: readonly StockFile[];
  readonly problems: readonly Problem[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a supplier's stock file. Rows that cannot be read are problems; their articles keep their last offer. */
export async function readStock(
  content: Content,
  file: string,
  source: StockSource,
): Promise<StockReading> {
  const problems: Problem[] = [];
  const rows: Row[] = [];
  let columns: Columns<StockField> | undefined;
  let delimiter: string | undefined;
  let naming = (found: readonly Problem[]): readonly Problem[] => found;
  const found = readTable(
    content,
    file,
    (head) => {
      const choice = chooseColumns({
        file,
        role: 'stock',
        header: head.header,
        headerLine: head.headerLine,
        vocabulary: stockWords,
        required: ['sku', 'quantity'],
        configured: source.columns,
      });
      if ('refused' in choice) return choice.refused;
      problems.push(...choice.problems);
      const narrowed = narrow(choice.columns);
      columns = narrowed.columns;
      delimiter = head.delimiter;
      naming = (named) => inFileNames(named, choice.columns, head.header);
      return { wanted: narrowed.wanted, take: (cells, line) => rows.push({ line, cells }) };
    },
    { expected: Object.values(source.columns ?? {}).filter((name) => name !== undefined) },
  );
  problems.push(...found);
  if (!columns || found.some(isBroken)) return { files: [], problems };
  if (rows.length === 0)
    return { files: [], problems: [...problems, { kind: 'file-empty', place: { file } }] };
  const reading = convert(rows, columns, file, source, delimiter);
  return { ...reading, problems: [...problems, ...naming(reading.problems)] };
}

function convert(
  rows: readonly Row[],
  columns: Columns<StockField>,
  file: string,
  source: StockSource,
  delimiter: string | undefined,
): StockReading {
  const problems: Problem[] = [];
  const cell = cellReader(columns);
  const dateStyle = (field: StockField): DateStyle => {
    const dates = watchDates(source.dayOrder);
    for (const row of rows) dates.see(cell(row.cells, field));
    return dates.style();
  };
  const dateStyles = {
    restock_date: dateStyle('restock_date'),
    release_date: dateStyle('release_date'),
    entry_date: dateStyle('entry_date'),
    as_of: dateStyle('as_of'),
  };
  const numbers = watchNumbers(delimiter);
  for (const { cells } of rows) {
    numbers.see(cell(cells, 'quantity'));
    numbers.see(cell(cells, 'unit_cost'));
  }
  const numberStyle = numbers.style();
  const reader: RowReader = { file, source, cell, dateStyles, numberStyle, problems, negatives: 0 };
  const entries: Entry[] = [];
  const unread: { supplier: string; sku: Sku; supplierSku: string }[] = [];
  for (const row of rows) {
    const sku = readSkuCell(cell(row.cells, 'sku'));
    const place = { file, line: row.line };
    if (sku === undefined) {
      problems.push({
        kind: 'sku-missing',
        place: { ...place, column: 'sku' },
        value: row.cells.filter(Boolean).slice(0, 3).join(' '),
      });
      continue;
    }
    if (isMangled(sku)) {
      problems.push({
        kind: 'sku-mangled',
        place: { ...place, column: 'sku' },
        value: sku,
        candidates: [],
      });
      continue;
    }
    const entry = readEntry(reader, row, sku);
    if (entry) entries.push(entry);
    else unread.push(identity(reader, row, sku));
  }
  if (reader.negatives > 0) {
    problems.push({ kind: 'quantity-negative-supplier', place: { file }, count: reader.negatives });
  }
  // An article of which one row cannot be read is not read: nobody knows what that row would add.
  const lost = new Set(unread.map(articleKey));
  const merged = mergeEntries(
    entries.filter(({ offer }) => !lost.has(articleKey(offer))),
    file,
  );
  problems.push(...merged.problems);
  return {
    files: bySupplier(merged.offers, [...unread, ...merged.unread], file, source),
    problems,
  };
}

interface RowReader {
  readonly file: string;
  readonly source: StockSource;
  readonly cell: (cells: readonly string[], field: StockField) => string;
  readonly dateStyles: {
    readonly [field in 'restock_date' | 'release_date' | 'entry_date' | 'as_of']: DateStyle;
  };
  readonly numberStyle: NumberStyle | undefined;
  readonly problems: Problem[];
  negatives: number;
}

function identity(
  { cell, source }: RowReader,
  row: Row,
  sku: Sku,
): { supplier: string; sku: Sku; supplierSku: string } {
  return {
    supplier: cell(row.cells, 'supplier') || source.supplier,
    sku,
    supplierSku: cell(row.cells, 'supplier_sku') || sku,
  };
}

function readEntry(reader: RowReader, row: Row, sku: Sku): Entry | undefined {
  const { cell, file, problems } = reader;
  const text = (field: StockField) => cell(row.cells, field);
  const place = { file, line: row.line };
  const quantity = readStockQuantity(text('quantity'), text('quantity_kind'), {
    words: reader.source.words,
    style: reader.numberStyle,
  });
  if ('fault' in quantity) {
    problems.push({
      ...quantity.problem,
      place: { ...place, column: 'quantity' },
      value: text('quantity'),
    });
    return undefined;
  }
  if (quantity.wasNegative) reader.negatives += 1;
  const entered =
    text('entry_date') === ''
      ? undefined
      : readDay(text('entry_date'), reader.dateStyles.entry_date);
  if (entered && 'fault' in entered) {
    problems.push({
      kind: 'date-not-understood',
      place: { ...place, column: 'entry_date' },
      value: text('entry_date'),
    });
    return undefined;
  }
  const optional = readOptional(reader, row);
  return {
    location: text('location'),
    entered: entered?.day,
    offer: {
      ...identity(reader, row, sku),
      title: text('title') || undefined,
      barcode: text('barcode').replace(/^#|#$/g, '') || undefined,
      quantity: quantity.units,
      quantityKind: quantity.kind,
      ...optional,
      currency: text('currency') || undefined,
      place,
    },
  };
}

type OptionalFacts = Pick<
  Offer,
  'restocks' | 'release' | 'discontinued' | 'unitCost' | 'packSize' | 'dispatchDays' | 'asOf'
>;

/** The cells without which a row still stands: what cannot be read there is reported and left blank. */
function readOptional(reader: RowReader, row: Row): OptionalFacts {
  const { cell, file, problems } = reader;
  const text = (field: StockField) => cell(row.cells, field);
  const at = (column: StockField) => ({ file, line: row.line, column });
  const day = (field: 'restock_date' | 'release_date' | 'as_of'): Day | undefined => {
    const value = text(field);
    if (isNoDate(value)) return undefined;
    const read = readDay(value, reader.dateStyles[field]);
    if ('day' in read) return read.day;
    problems.push(
      read.fault === 'ambiguous'
        ? { kind: 'date-unclear', place: at(field), value }
        : { kind: 'date-ignored', place: at(field), value },
    );
    return undefined;
  };
  const number = (
    field: 'restock_quantity' | 'unit_cost' | 'pack_size' | 'dispatch_days',
  ): number | undefined => {
    const value = text(field);
    if (value === '') return undefined;
    const read =
      field === 'unit_cost'
        ? readNumber(value, reader.numberStyle)
        : readWhole(value.replace(/^>\s*|\s*\+$/g, ''), reader.numberStyle);
    if (typeof read === 'number' && read >= 0) return read;
    problems.push({ kind: 'number-not-understood', place: at(field), value });
    return undefined;
  };
  const discontinued = readFlag(text('discontinued'));
  if (discontinued === undefined) {
    problems.push({
      kind: 'word-not-understood',
      place: at('discontinued'),
      value: text('discontinued'),
      known: ['yes', 'no'],
    });
  }
  const restock = day('restock_date');
  const restocks: Restock[] = restock
    ? [{ day: restock, quantity: number('restock_quantity') }]
    : [];
  return {
    restocks,
    release: day('release_date'),
    discontinued: discontinued ?? false,
    unitCost: number('unit_cost'),
    packSize: number('pack_size') || undefined,
    dispatchDays: number('dispatch_days'),
    asOf: day('as_of'),
  };
}

function isNoDate(value: string): boolean {
  return /^(|-+|n\/?a|none|tb[acd]|unknown|0000-00-00.*|00[./]00[./]0000)$/i.test(value);
}

function bySupplier(
  offers: readonly Offer[],
  unread: readonly { supplier: string; sku: Sku; supplierSku: string }[],
  file: string,
  source: StockSource,
): StockFile[] {
  const suppliers = new Set([...offers, ...unread].map(({ supplier }) => supplier));
  return [...suppliers].map((supplier) => {
    const own = offers.filter((offer) => offer.supplier === supplier);
    const stated = own.flatMap(({ asOf }) => (asOf ? [asOf] : []));
    const everyRowDated = stated.length === own.length && own.length > 0;
    const asOf = everyRowDated ? stated.reduce(laterDay) : source.asOf;
    return {
      supplier,
      asOf,
      file,
      hash: source.hash,
      coverage: source.coverage,
      // A row that states the file's own day states nothing of its own.
      offers: own.map((offer) => (offer.asOf === asOf ? { ...offer, asOf: undefined } : offer)),
      unread: unread.filter((article) => article.supplier === supplier),
    };
  });
}
