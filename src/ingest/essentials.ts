import type { DateStyle } from '../formats/day-cell.ts';
import { readOrderTime } from '../formats/time-cell.ts';
import type { Problem } from '../model/problem.ts';
import type { Sku } from '../model/sku.ts';
import { readOrderQuantity } from './quantity.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';

/** Without these three there is no order line. */
export interface Essentials {
  readonly sku: Sku;
  readonly orderedAt: string;
  readonly quantity: number;
}

interface Given {
  readonly file: string;
  readonly line: number;
  readonly timezone: string;
  readonly dates?: DateStyle | undefined;
  /** The cells, each with the name of its column. */
  readonly sku: readonly [column: string, cell: string];
  readonly orderedAt: readonly [column: string, cell: string];
  readonly quantity: readonly [column: string, cell: string];
  /** What the line is called, to name it where it has no SKU. */
  readonly title: string;
}

/** Reads what an order line cannot be without; the problem when something of it is missing or wrong. */
export function readEssentials(given: Given): Essentials | Problem {
  const place = (column: string) => ({ file: given.file, line: given.line, column });
  const [skuColumn, skuCell] = given.sku;
  const sku = readSkuCell(skuCell);
  if (sku === undefined)
    return { kind: 'sku-missing', place: place(skuColumn), value: given.title };
  if (isMangled(sku))
    return { kind: 'sku-mangled', place: place(skuColumn), value: sku, candidates: [] };
  const [timeColumn, timeCell] = given.orderedAt;
  const time = readOrderTime(timeCell, given.timezone, given.dates);
  if ('fault' in time) {
    const fault = time.fault === 'ambiguous' ? 'date-ambiguous' : 'date-not-understood';
    const kind = timeCell === '' ? 'date-missing' : fault;
    return { kind, place: place(timeColumn), value: timeCell };
  }
  const [quantityColumn, quantityCell] = given.quantity;
  const quantity = readOrderQuantity(quantityCell);
  if (typeof quantity !== 'number') {
    return { ...quantity, place: place(quantityColumn), value: quantityCell };
  }
  return { sku, orderedAt: time.at, quantity };
}
