import { addDays, type Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import { cancelledUnits, type OrderLine, orderDay } from '../model/order.ts';
import { byBytes, type Sku } from '../model/sku.ts';

/** Days of sales before today that revenue is counted over. */
export const revenueDays = 90;

/** What an order line brought in. */
interface Sale {
  readonly sku: Sku;
  /** Who delivers it, where that is on record. */
  readonly supplier?: string | undefined;
  readonly amount: number;
}

/** The revenue of the last days, in the shop's currency. */
export interface Revenue {
  readonly currency?: string | undefined;
  readonly sales: readonly Sale[];
  /** Order lines of which no price is stated. */
  readonly unpriced: number;
  /** What was sold in other currencies: it is not converted, and so not added. */
  readonly others: readonly { readonly currency: string; readonly amount: number }[];
}

/**
 * Unit price × units of the 90 days before today, without what was cancelled, refunded or returned. A line without a
 * currency is in the shop's; where the settings name none, that is the one with the most lines.
 */
export function revenueOf(
  lines: readonly OrderLine[],
  today: Day,
  configured: string | undefined,
): Revenue {
  const from = addDays(today, -revenueDays);
  const recent = lines.filter((line) => orderDay(line) >= from && orderDay(line) < today);
  const currency = configured ?? shopCurrency(lines);
  const sold = recent.flatMap((line) => {
    const amount = (line.unitPrice ?? 0) * keptUnits(line, today);
    return amount > 0 ? [{ line, amount }] : [];
  });
  const byCurrency = groupBy(sold, ({ line }) => line.currency ?? currency);
  return {
    currency,
    sales: (byCurrency.get(currency) ?? []).map(({ line, amount }) => ({
      sku: line.sku,
      supplier: line.supplier,
      amount,
    })),
    unpriced: recent.filter((line) => line.unitPrice === undefined && keptUnits(line, today) > 0)
      .length,
    others: [...byCurrency]
      .flatMap(([other, own]) =>
        other === undefined || other === currency
          ? []
          : [{ currency: other, amount: own.reduce((sum, { amount }) => sum + amount, 0) }],
      )
      .toSorted((a, b) => byBytes(a.currency, b.currency)),
  };
}

/** The shop's currency as its orders tell: that of most lines; of two the first by name. */
export function shopCurrency(lines: readonly OrderLine[]): string | undefined {
  const counts = groupBy(
    lines.flatMap((line) => line.currency ?? []),
    (currency) => currency,
  );
  return [...counts].toSorted((a, b) => b[1].length - a[1].length || byBytes(a[0], b[0]))[0]?.[0];
}

function keptUnits(line: OrderLine, today: Day): number {
  if (line.paymentState === 'refunded' || line.paymentState === 'voided') return 0;
  const isKnown = line.cancelledAt === undefined || line.cancelledAt <= today;
  return line.quantity - (isKnown ? cancelledUnits(line) : 0) - line.returnedQuantity;
}
