import { type DateStyle, watchDates } from '../formats/day-cell.ts';
import type { FileStyle } from '../formats/file-style.ts';
import { type NumberStyle, watchNumbers } from '../formats/number-cell.ts';
import { type Columns, resolveColumns, type Vocabulary } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import { isBroken } from './broken.ts';
import { blankedDayFault, civilDay, neededDayFault } from './civil-day.ts';
import { cellReader, chooseColumns, inFileNames, narrow } from './columns.ts';
import { readOrderQuantity } from './quantity.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';
import { readTable } from './table.ts';

/** What is known of a file beside its bytes. */
export interface UnitsSource<Field extends string> extends FileStyle {
  readonly asOf: Day;
  readonly timezone: string;
  /** Whose file it is; a row's own supplier goes before it. */
  readonly supplier?: string | undefined;
  /** What the suppliers are called, in lower case, and by which name they are known here. */
  readonly suppliers?: ReadonlyMap<string, string> | undefined;
  readonly columns?: { readonly [F in Field]?: string | undefined } | undefined;
}

type CommonField = 'order_id' | 'line_id' | 'sku' | 'supplier';

/** A kind of file whose rows each tell of units of an order on a day. */
export interface UnitsKind<Field extends string> {
  readonly role: 'shipments' | 'returns';
  readonly vocabulary: Vocabulary<Field | CommonField>;
  /** The day on which the units left or came back, and what is wrong where that is to come. */
  readonly day: Field;
  readonly planned: 'shipment-planned' | 'return-planned';
  readonly otherDays: readonly Field[];
  /** The column that tells how many they are; undefined where every row is one of them. */
  quantityOf(columns: Columns<Field>, configured: UnitsSource<Field>['columns']): Field | undefined;
}

/** A row as far as it is the same in every kind of file. */
export interface UnitsRow {
  readonly orderId: string;
  readonly lineId?: string | undefined;
  readonly sku?: Sku | undefined;
  readonly quantity: number;
  readonly supplier?: string | undefined;
  readonly asOf: Day;
  readonly place: Place;
}

/** Reads the rest of a row: a cell, and the day in one, where that can be read. */
export interface RestOfRow<Field extends string> {
  readonly day: Day;
  text(field: Field): string;
  otherDay(field: Field): Day | undefined;
}

interface UnitsReading<Item> {
  readonly rows: readonly Item[];
  readonly problems: readonly Problem[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a file of units that moved, row by row. Rows that cannot be read are problems. */
export async function readUnits<Field extends string, Item>(
  content: Content,
  file: string,
  kind: UnitsKind<Field>,
  source: UnitsSource<NoInfer<Field> | CommonField>,
  item: (row: UnitsRow, rest: RestOfRow<NoInfer<Field>>) => Item,
): Promise<UnitsReading<Item>> {
  let ofColumns: readonly Problem[] = [];
  const rows: Row[] = [];
  const { vocabulary, role } = kind;
  const configured = source.columns;
  let convert: (() => UnitsReading<Item>) | undefined;
  const found = readTable(
    content,
    file,
    ({ header, headerLine, delimiter }) => {
      const { columns: likely } = resolveColumns(vocabulary, header, configured);
      const quantity = kind.quantityOf(likely, configured);
      const required = ['order_id' as const, ...(quantity ? [quantity] : []), kind.day];
      const choice = chooseColumns<Field | CommonField>({
        ...{ file, role, header, headerLine, vocabulary, required, configured },
      });
      if ('refused' in choice) return choice.refused;
      ofColumns = choice.problems;
      const { wanted, columns } = narrow(choice.columns);
      convert = () => {
        const cell = cellReader<Field | CommonField>(columns);
        const reader = readerOf(rows, cell, quantity, kind, source, file, delimiter);
        const read = rows.flatMap((row) => readRow(reader, row, item));
        return { rows: read, problems: inFileNames(reader.problems, choice.columns, header) };
      };
      return { wanted, take: (cells, line) => rows.push({ line, cells }) };
    },
    {
      expected: Object.values<string | undefined>(configured ?? {}).filter(
        (name) => name !== undefined,
      ),
      encoding: source.encoding,
    },
  );
  const problems = [...ofColumns, ...found];
  if (!convert || found.some(isBroken)) return { rows: [], problems };
  const reading = convert();
  return { ...reading, problems: [...problems, ...reading.problems] };
}

interface Reader<Field extends string> {
  readonly file: string;
  readonly kind: UnitsKind<Field>;
  readonly source: UnitsSource<Field | CommonField>;
  readonly cell: (cells: readonly string[], field: Field | CommonField) => string;
  readonly quantity: Field | undefined;
  readonly numbers: NumberStyle | undefined;
  readonly dates: ReadonlyMap<Field, DateStyle>;
  readonly problems: Problem[];
}

function readerOf<Field extends string>(
  rows: readonly Row[],
  cell: Reader<Field>['cell'],
  quantity: Field | undefined,
  kind: UnitsKind<Field>,
  source: UnitsSource<Field | CommonField>,
  file: string,
  delimiter: string,
): Reader<Field> {
  const numbers = watchNumbers(delimiter, source.numberStyle);
  const days = [kind.day, ...kind.otherDays].map((field) => ({
    field,
    watch: watchDates(source.dayOrder),
  }));
  for (const { cells } of rows) {
    if (quantity !== undefined) numbers.see(cell(cells, quantity));
    for (const { field, watch } of days) watch.see(cell(cells, field));
  }
  const dates = new Map(days.map(({ field, watch }) => [field, watch.style()]));
  return { file, kind, source, cell, quantity, numbers: numbers.style(), dates, problems: [] };
}

function readRow<Field extends string, Item>(
  reader: Reader<Field>,
  row: Row,
  item: (row: UnitsRow, rest: RestOfRow<Field>) => Item,
): Item[] {
  const { file, source, cell, problems } = reader;
  const essentials = readEssentials(reader, row);
  if ('kind' in essentials) {
    problems.push(essentials);
    return [];
  }
  const { day, ...told } = essentials;
  const supplier = cell(row.cells, 'supplier');
  const units = {
    ...told,
    lineId: cell(row.cells, 'line_id') || undefined,
    supplier: source.suppliers?.get(supplier.toLowerCase()) ?? (supplier || source.supplier),
    asOf: source.asOf,
    place: { file, line: row.line },
  };
  const text = (field: Field) => cell(row.cells, field);
  return [item(units, { day, text, otherDay: (field) => readOtherDay(reader, row, field) })];
}

type Essentials = Pick<UnitsRow, 'orderId' | 'sku' | 'quantity'> & { readonly day: Day };

/** Reads what a row cannot be without; the first problem when something of it is missing or wrong. */
function readEssentials<Field extends string>(
  { file, kind, source, cell, quantity: counted, numbers, dates }: Reader<Field>,
  { line, cells }: Row,
): Essentials | Problem {
  const at = (column: Field | CommonField) => ({ file, line, column });
  const orderId = cell(cells, 'order_id');
  if (orderId === '') {
    const value = cells.filter(Boolean).slice(0, 3).join(' ');
    return { kind: 'order-missing', place: at('order_id'), value };
  }
  const sku = readSkuCell(cell(cells, 'sku'));
  if (sku !== undefined && isMangled(sku))
    return { kind: 'sku-mangled', place: at('sku'), value: sku, candidates: [] };
  const quantity = counted === undefined ? 1 : readOrderQuantity(cell(cells, counted), numbers);
  if (typeof quantity !== 'number')
    return { ...quantity, place: at(counted ?? kind.day), value: cell(cells, counted ?? kind.day) };
  const value = cell(cells, kind.day);
  const day = readDay(value, at(kind.day), dates.get(kind.day), source, kind.planned);
  return typeof day === 'string' ? { orderId, sku, quantity, day } : day;
}

/** Clocks elsewhere may be a day ahead; what is dated later than that has not come about yet. */
const daysAhead = 1;

function readDay(
  value: string,
  place: Place,
  style: DateStyle | undefined,
  { asOf, timezone }: Pick<UnitsSource<string>, 'asOf' | 'timezone'>,
  planned: UnitsKind<string>['planned'],
): Day | Problem {
  const read = civilDay(value, timezone, style);
  if ('fault' in read) {
    return { kind: neededDayFault(value, read.fault), place, value };
  }
  return read.day > addDays(asOf, daysAhead)
    ? { kind: planned, place, value, day: asOf }
    : read.day;
}

function readOtherDay<Field extends string>(
  { file, source, cell, dates, problems }: Reader<Field>,
  { line, cells }: Row,
  field: Field,
): Day | undefined {
  const value = cell(cells, field);
  if (value === '') return undefined;
  const read = civilDay(value, source.timezone, dates.get(field));
  if ('day' in read) return read.day;
  const place = { file, line, column: field };
  problems.push({ kind: blankedDayFault(read.fault), place, value });
  return undefined;
}
