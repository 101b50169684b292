import { type DateStyle, type ReadDay, watchDates } from '../formats/day-cell.ts';
import type { FileStyle } from '../formats/file-style.ts';
import { type NumberStyle, watchNumbers } from '../formats/number-cell.ts';
import {
  quantityField,
  readTracking,
  type ShipmentField,
  shipmentWords,
} from '../formats/shipments.ts';
import { readOrderTime } from '../formats/time-cell.ts';
import { type Columns, resolveColumns } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import type { Shipment } from '../model/shipment.ts';
import { isBroken } from './broken.ts';
import { cellReader, chooseColumns, inFileNames, narrow } from './columns.ts';
import { readOrderQuantity } from './quantity.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';
import { readTable } from './table.ts';
import { type ShipmentRow, tellApart } from './tell-apart.ts';

/** What is known of a shipments file beside its bytes. */
export interface ShipmentSource extends FileStyle {
  readonly asOf: Day;
  readonly timezone: string;
  /** Whose file it is; a row's own supplier goes before it. */
  readonly supplier?: string | undefined;
  /** What the suppliers are called, in lower case, and by which name they are known here. */
  readonly suppliers?: ReadonlyMap<string, string> | undefined;
  readonly columns?: { readonly [F in ShipmentField]?: string | undefined } | undefined;
}

interface ShipmentReading {
  readonly shipments: readonly Shipment[];
  readonly problems: readonly Problem[];
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Reads a supplier's or carrier's list of what was shipped. Rows that cannot be read are problems. */
export async function readShipments(
  content: Content,
  file: string,
  source: ShipmentSource,
): Promise<ShipmentReading> {
  const problems: Problem[] = [];
  const rows: Row[] = [];
  let convert: (() => ShipmentReading) | undefined;
  const found = readTable(
    content,
    file,
    ({ header, headerLine, delimiter }) => {
      const { columns: likely } = resolveColumns(shipmentWords, header, source.columns);
      const choice = chooseColumns({
        file,
        role: 'shipments',
        header,
        headerLine,
        vocabulary: shipmentWords,
        required: ['order_id', quantityOf(likely, source.columns), 'shipped_at'],
        configured: source.columns,
      });
      if ('refused' in choice) return choice.refused;
      problems.push(...choice.problems);
      const { wanted, columns } = narrow(choice.columns);
      convert = () => {
        const reading = readRows(rows, columns, file, source, delimiter);
        return { ...reading, problems: inFileNames(reading.problems, choice.columns, header) };
      };
      return { wanted, take: (cells, line) => rows.push({ line, cells }) };
    },
    {
      expected: Object.values(source.columns ?? {}).filter((name) => name !== undefined),
      encoding: source.encoding,
    },
  );
  problems.push(...found);
  if (!convert || found.some(isBroken)) return { shipments: [], problems };
  const reading = convert();
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** What was shipped goes before what was ordered, where a file tells both and the configuration does not choose. */
function quantityOf(
  columns: Columns<ShipmentField>,
  configured: ShipmentSource['columns'] = {},
): 'quantity' | 'shipped_quantity' {
  const isChosen = configured.quantity !== undefined && configured.shipped_quantity === undefined;
  return isChosen ? 'quantity' : (quantityField(columns) ?? 'quantity');
}

interface RowReader {
  readonly file: string;
  readonly source: ShipmentSource;
  readonly text: (row: Row, field: ShipmentField) => string;
  readonly quantity: 'quantity' | 'shipped_quantity';
  readonly numbers: NumberStyle | undefined;
  readonly shipped: DateStyle;
  readonly delivered: DateStyle;
  readonly problems: Problem[];
}

function readRows(
  rows: readonly Row[],
  columns: Columns<ShipmentField>,
  file: string,
  source: ShipmentSource,
  delimiter: string,
): ShipmentReading {
  const cell = cellReader(columns);
  const quantity = quantityOf(columns, source.columns);
  const numbers = watchNumbers(delimiter, source.numberStyle);
  const [shipped, delivered] = [watchDates(source.dayOrder), watchDates(source.dayOrder)];
  for (const { cells } of rows) {
    numbers.see(cell(cells, quantity));
    shipped.see(cell(cells, 'shipped_at'));
    delivered.see(cell(cells, 'delivered_at'));
  }
  const reader: RowReader = {
    file,
    source,
    text: (row, field) => cell(row.cells, field),
    quantity,
    numbers: numbers.style(),
    shipped: shipped.style(),
    delivered: delivered.style(),
    problems: [],
  };
  const read = rows.flatMap((row) => readRow(reader, row) ?? []);
  const { shipments, problems } = tellApart(read);
  return { shipments, problems: [...reader.problems, ...problems] };
}

function readRow(reader: RowReader, row: Row): ShipmentRow | undefined {
  const { file, source } = reader;
  const text = (field: ShipmentField) => reader.text(row, field);
  const essentials = readEssentials(reader, row);
  if ('kind' in essentials) {
    reader.problems.push(essentials);
    return undefined;
  }
  const supplier = text('supplier');
  return {
    ...essentials,
    lineId: text('line_id') || undefined,
    supplier: source.suppliers?.get(supplier.toLowerCase()) ?? (supplier || source.supplier),
    carrier: text('carrier') || undefined,
    tracking: readTracking(text('tracking')),
    deliveredAt: readDelivery(reader, row),
    asOf: source.asOf,
    place: { file, line: row.line },
  };
}

type Essentials = Pick<Shipment, 'orderId' | 'sku' | 'quantity' | 'shippedAt'>;

/** Reads what a shipment cannot be without; the first problem when something of it is missing or wrong. */
function readEssentials(reader: RowReader, row: Row): Essentials | Problem {
  const at = (column: ShipmentField) => ({ file: reader.file, line: row.line, column });
  const orderId = reader.text(row, 'order_id');
  if (orderId === '') {
    const value = row.cells.filter(Boolean).slice(0, 3).join(' ');
    return { kind: 'order-missing', place: at('order_id'), value };
  }
  const sku = readSkuCell(reader.text(row, 'sku'));
  if (sku !== undefined && isMangled(sku))
    return { kind: 'sku-mangled', place: at('sku'), value: sku, candidates: [] };
  const quantity = readOrderQuantity(reader.text(row, reader.quantity), reader.numbers);
  if (typeof quantity !== 'number')
    return { ...quantity, place: at(reader.quantity), value: reader.text(row, reader.quantity) };
  const shippedAt = readShipDay(reader, row);
  return typeof shippedAt === 'string' ? { orderId, sku, quantity, shippedAt } : shippedAt;
}

/** Clocks elsewhere may be a day ahead; what is dated later than that has not been shipped yet. */
const daysAhead = 1;

function readShipDay(reader: RowReader, row: Row): Day | Problem {
  const { source, file } = reader;
  const value = reader.text(row, 'shipped_at');
  const place = { file, line: row.line, column: 'shipped_at' };
  const read = civilDay(value, source.timezone, reader.shipped);
  if ('fault' in read) {
    const fault = read.fault === 'ambiguous' ? 'date-ambiguous' : 'date-not-understood';
    return { kind: value === '' ? 'date-missing' : fault, place, value };
  }
  const isPlanned = read.day > addDays(source.asOf, daysAhead);
  return isPlanned ? { kind: 'shipment-planned', place, value, day: source.asOf } : read.day;
}

function readDelivery(reader: RowReader, row: Row): Day | undefined {
  const { source, file, problems } = reader;
  const value = reader.text(row, 'delivered_at');
  if (value === '') return undefined;
  const read = civilDay(value, source.timezone, reader.delivered);
  if ('day' in read) return read.day;
  const kind = read.fault === 'ambiguous' ? 'date-unclear' : 'date-ignored';
  problems.push({ kind, place: { file, line: row.line, column: 'delivered_at' }, value });
  return undefined;
}

function civilDay(cell: string, timezone: string, style: DateStyle): ReadDay {
  const read = readOrderTime(cell, timezone, style);
  return 'at' in read ? { day: read.at.slice(0, 10) as Day } : read;
}
