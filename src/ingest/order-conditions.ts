import { readFlag } from '../formats/flag-cell.ts';
import { conditionFields } from '../formats/orders.ts';
import { conditionsOf, type OrderConditions } from '../model/order.ts';
import { type Places, textAt } from './order-row.ts';

/** Makes the reader of what the law asks of a row's line beside its dates. A word that is neither yes nor no is the name of something: a yes. */
export function conditionReader(
  at: Places,
): (cells: readonly string[]) => OrderConditions | undefined {
  if (conditionFields.every((field) => at[field] < 0)) return () => undefined;
  const holds = (cells: readonly string[], field: (typeof conditionFields)[number]) => {
    const cell = textAt(cells, at[field]);
    return cell !== '' && (readFlag(cell) ?? true);
  };
  return (cells) =>
    conditionsOf({
      sellerCredit: holds(cells, 'seller_credit'),
      customMade: holds(cells, 'custom_made'),
      deliveryEssential: holds(cells, 'delivery_essential'),
    });
}
