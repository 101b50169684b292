import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { customerLine } from '../model/order.ts';
import type { LinePromise } from '../model/promise.ts';
import { customerUnits } from './kits.ts';
import type { Plan } from './plan.ts';
import type { Part } from './serve.ts';

/** When each open order line is to ship, all of it: on no date while a part has none. */
export function plannedPromises({ today, parts }: Plan): readonly LinePromise[] {
  const named = parts.filter(({ line }) => line.orderId !== '');
  const lines = groupBy(named, ({ line }) => customerLine(line));
  return [...lines.values()].flatMap((own) => {
    const [first] = own;
    return first ? [promiseOf(first, own, today)] : [];
  });
}

function promiseOf({ line }: Part, parts: readonly Part[], day: Day): LinePromise {
  const { channel = '', orderId, lineId, sku } = customerLine(line);
  const slowest = parts.reduce((a, b) => (isSlower(b, a) ? b : a));
  const { shipDate, deliverBy, basis, supplier } = slowest;
  const quantity = customerUnits(parts);
  return {
    ...{ day, channel, orderId, lineId, sku, quantity },
    ...{ shipDate, deliverBy, basis, supplier },
  };
}

function isSlower({ shipDate: a }: Part, { shipDate: b }: Part): boolean {
  return b !== undefined && (a === undefined || a > b);
}
