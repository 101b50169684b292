import { type AnswerField, answerWords } from '../formats/answers.ts';
import type { FileStyle } from '../formats/file-style.ts';
import { readFlag } from '../formats/flag-cell.ts';
import { readWhole, watchNumbers } from '../formats/number-cell.ts';
import { type QuantityReading, readQuantity, type Words } from '../formats/quantity-cell.ts';
import { type RestockPhrase, readRestockPhrase } from '../formats/restock-phrase.ts';
import type { Columns } from '../formats/vocabulary.ts';
import type { Answer } from '../model/answer.ts';
import type { Content } from '../model/content.ts';
import type { Day } from '../model/day.ts';
import type { Restock } from '../model/offer.ts';
import { byLine } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { isBroken } from './broken.ts';
import { blankedDayFault } from './civil-day.ts';
import { cellReader, chooseColumns, inFileNames, narrow } from './columns.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';
import { type DateColumn, dateColumn, isNoDate } from './stock-cells.ts';
import { readTable } from './table.ts';

/** What is known of a file of answers beside its bytes. */
export interface AnswerSource extends FileStyle {
  readonly asOf: Day;
  /** What the suppliers are called, in lower case, and by which name they are known here. */
  readonly suppliers: ReadonlyMap<string, string>;
  /** What a supplier's own words mean in units. */
  readonly wordsOf: (supplier: string) => Words | undefined;
}

interface AnswerReading {
  readonly answers: readonly Answer[];
  readonly problems: readonly Problem[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads the questions that suppliers answered; a row in which nothing is filled in says nothing. */
export function readAnswers(content: Content, file: string, source: AnswerSource): AnswerReading {
  const rows: Row[] = [];
  let convert: ((rows: readonly Row[]) => AnswerReading) | undefined;
  const found = readTable(
    content,
    file,
    ({ header, headerLine, delimiter }) => {
      const choice = chooseColumns({
        file,
        role: 'answers',
        header,
        headerLine,
        vocabulary: answerWords,
        required: ['supplier', 'supplier_sku', 'restock_date'],
      });
      if ('refused' in choice) return choice.refused;
      const { wanted, columns } = narrow(choice.columns);
      convert = (taken) => {
        const { answers, problems } = readRows(taken, columns, file, source, delimiter);
        const named = inFileNames(problems, choice.columns, header);
        return { answers, problems: [...choice.problems, ...named] };
      };
      // Spreadsheets cut off the cells that are blank up to the end of a row.
      return { wanted, mayBeShort: true, take: (cells, line) => rows.push({ line, cells }) };
    },
    { encoding: source.encoding },
  );
  if (!convert || found.some(isBroken)) return { answers: [], problems: found };
  const reading = convert(rows);
  return { ...reading, problems: [...found, ...reading.problems] };
}

interface Sheet {
  readonly file: string;
  readonly source: AnswerSource;
  readonly cell: (row: Row, field: AnswerField) => string;
  readonly dates: { readonly [F in 'restock_date' | 'as_of']: DateColumn };
  readonly style: QuantityReading['style'];
  readonly problems: Problem[];
}

function readRows(
  rows: readonly Row[],
  columns: Columns<AnswerField>,
  file: string,
  source: AnswerSource,
  delimiter: string,
): AnswerReading {
  const cell = cellReader(columns);
  const numbers = watchNumbers(delimiter, source.numberStyle);
  const dates = { restock_date: dateColumn(source.dayOrder), as_of: dateColumn(source.dayOrder) };
  for (const { cells } of rows) {
    numbers.see(cell(cells, 'quantity'));
    numbers.see(cell(cells, 'restock_quantity'));
    dates.restock_date.read(cell(cells, 'restock_date'));
    dates.as_of.read(cell(cells, 'as_of'));
  }
  dates.restock_date.settle();
  dates.as_of.settle();
  const sheet: Sheet = {
    file,
    source,
    cell: (row, field) => cell(row.cells, field),
    dates,
    style: numbers.style(),
    problems: [],
  };
  const answers = rows.flatMap((row) => readRow(sheet, row) ?? []);
  return { answers, problems: sheet.problems.toSorted(byLine) };
}

const answerCells = ['quantity', 'restock_date', 'restock_quantity', 'discontinued'] as const;

function readRow(sheet: Sheet, row: Row): Answer | undefined {
  if (answerCells.every((field) => sheet.cell(row, field) === '')) return undefined;
  const article = readArticle(sheet, row);
  if (!article) return undefined;
  const asOf = readDate(sheet, row, 'as_of') ?? sheet.source.asOf;
  const stock = readStock(sheet, row, article.supplier, asOf);
  const restock = readRestock(sheet, row, asOf) ?? stock?.restock;
  const units = readUnits(sheet, row);
  const discontinued = readDiscontinued(sheet, row);
  const told = [stock?.count, restock, units, discontinued];
  if (told.every((one) => one === undefined)) return undefined;
  return {
    ...article,
    asOf,
    quantity: stock?.count.units,
    quantityKind: stock?.count.kind,
    restockDate: restock?.day,
    restockQuantity: units ?? restock?.quantity,
    discontinued,
    fileAsOf: sheet.source.asOf,
    place: { file: sheet.file, line: row.line },
  };
}

/** Whose article it is; told where that cannot be known. */
function readArticle(
  sheet: Sheet,
  row: Row,
): Pick<Answer, 'supplier' | 'supplierSku' | 'sku'> | undefined {
  const named = sheet.cell(row, 'supplier');
  const number = readSkuCell(sheet.cell(row, 'supplier_sku'));
  const sku = readSkuCell(sheet.cell(row, 'sku')) ?? number;
  const supplierSku = number ?? sku;
  if (named === '') tell(sheet, row, 'supplier', { kind: 'supplier-missing' });
  else if (sku === undefined || supplierSku === undefined)
    tell(sheet, row, 'supplier_sku', { kind: 'sku-missing' });
  else if (isMangled(supplierSku))
    tell(sheet, row, 'supplier_sku', { kind: 'sku-mangled', candidates: [] });
  else {
    const supplier = sheet.source.suppliers.get(named.toLowerCase()) ?? named;
    return { supplier, supplierSku, sku };
  }
  return undefined;
}

type Told =
  | {
      readonly kind:
        | 'supplier-missing'
        | 'sku-missing'
        | 'number-not-understood'
        | 'date-ignored'
        | 'date-unclear';
    }
  | { readonly kind: 'sku-mangled'; readonly candidates: readonly string[] }
  | { readonly kind: 'word-not-understood'; readonly known: readonly string[] };

function tell(sheet: Sheet, row: Row, column: AnswerField, problem: Told): undefined {
  const { file } = sheet;
  sheet.problems.push({
    ...problem,
    place: { file, line: row.line, column },
    value: sheet.cell(row, column),
  });
}

interface Counted {
  readonly count: { readonly units: number; readonly kind: Answer['quantityKind'] };
  readonly restock?: Restock | undefined;
}

/** What they have; a text that tells a day says that there is none until then. */
function readStock(sheet: Sheet, row: Row, supplier: string, asOf: Day): Counted | undefined {
  const value = sheet.cell(row, 'quantity');
  if (value === '') return undefined;
  const words = sheet.source.wordsOf(supplier);
  const read = readQuantity(value, { words, style: sheet.style });
  if ('units' in read) return { count: read };
  const restock = readPhrase(sheet, value, asOf);
  if (restock && !restock.doubt) return { count: { units: 0, kind: 'exact' }, restock };
  return tell(sheet, row, 'quantity', { kind: 'number-not-understood' });
}

function readUnits(sheet: Sheet, row: Row): number | undefined {
  const value = sheet.cell(row, 'restock_quantity');
  if (value === '') return undefined;
  const read = readWhole(value.replace(/^>\s*|\s*\+$/g, ''), sheet.style);
  if (typeof read === 'number' && read >= 0) return read;
  return tell(sheet, row, 'restock_quantity', { kind: 'number-not-understood' });
}

/** A day, or a text such as `wk 50`. */
function readRestock(sheet: Sheet, row: Row, asOf: Day): Restock | undefined {
  const value = sheet.cell(row, 'restock_date');
  const isText = 'fault' in sheet.dates.restock_date.read(value);
  const phrase = isText && !isNoDate(value) ? readPhrase(sheet, value, asOf) : undefined;
  if (phrase) return phrase;
  const day = readDate(sheet, row, 'restock_date');
  return day && { day };
}

function readPhrase({ dates, style }: Sheet, text: string, asOf: Day): RestockPhrase | undefined {
  return readRestockPhrase(text, asOf, dates.restock_date.style(), style);
}

function readDate(sheet: Sheet, row: Row, field: 'restock_date' | 'as_of'): Day | undefined {
  const value = sheet.cell(row, field);
  if (isNoDate(value)) return undefined;
  const read = sheet.dates[field].read(value);
  if ('day' in read) return read.day;
  return tell(sheet, row, field, { kind: blankedDayFault(read.fault) });
}

function readDiscontinued(sheet: Sheet, row: Row): boolean | undefined {
  const value = sheet.cell(row, 'discontinued');
  if (value === '') return undefined;
  const flag = readFlag(value);
  const known = ['yes', 'no'];
  return flag ?? tell(sheet, row, 'discontinued', { kind: 'word-not-understood', known });
}
