import { existsSync, readFileSync } from 'node:fs';
import type { OrderLine } from '../../src/model/order.ts';
import { line } from '../plan/builders.ts';

/** Real demand, and a reference's predictions of it; they lie beside the project and not in it. */
const shared = new URL('../../../shared/', import.meta.url);

export const isThere = existsSync(new URL('oracle/forecast-bench/or2/truth.csv', shared));

export type Cells = Readonly<Record<string, string>>;

/** Rows of a CSV file without quotes. */
export function table(path: string): Cells[] {
  const [head = '', ...rows] = readFileSync(new URL(path, shared), 'utf8').trim().split('\n');
  const names = head.split(',');
  return rows.map((row) => {
    const cells = row.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

/** Rows by one or more of their cells. */
export function byKey(rows: readonly Cells[], ...names: string[]): Map<string, Cells> {
  return new Map(rows.map((row) => [names.map((name) => row[name]).join('|'), row]));
}

/** The orders of a set of demand, all done. */
export function ordersOf(set: string): OrderLine[] {
  return table(`demand/${set}/orders.csv`).map(
    ({ date = '', sku = '', qty = '', order_id: order }, i) => {
      const quantity = Number(qty);
      return line({
        orderedAt: date,
        sku,
        quantity,
        orderId: order ?? `#${i}`,
        lineId: String(i),
        fulfilledQuantity: quantity,
      });
    },
  );
}

/** `BENCH=1` prints the figures. */
export function say(text: string): void {
  if (process.env['BENCH']) process.stdout.write(`${text}\n`);
}
