import { readFlag } from '../formats/flag-cell.ts';
import { readNumber } from '../formats/number-cell.ts';
import type { OrderFormat } from '../formats/order-format.ts';
import {
  knownWords,
  readGoodsWord,
  readPaymentWord,
  readStatusWord,
} from '../formats/order-status.ts';
import type { PaymentState } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import { remembering } from '../model/remembered.ts';
import { addressReader } from './order-address.ts';
import { type Order, type Places, textAt } from './order-row.ts';

export interface HeadReader {
  /** A line of the order tells of units that were paid back: that is what its refund is for. */
  refundsLine(order: Order): unknown;
  /** After the last row: refunds of which no line tells. */
  end(): void;
  /** Whether a row is the first of an order, rather than a further row that leaves the order's own cells blank. */
  isHead(cells: readonly string[]): boolean;
  isLine(cells: readonly string[]): boolean;
  open(cells: readonly string[], line: number): Order;
}

function isCancelled({ cancelledAt, goods }: Order): boolean {
  return cancelledAt !== '' || goods === 'cancelled';
}

/** Reads what rows say of their orders, and reports what is odd about it. */
export function headReader(
  format: OrderFormat,
  at: Places,
  file: string,
  problems: Problem[],
): HeadReader {
  const signs = (format.headSigns ?? []).map((field) => at[field]).filter((place) => place >= 0);
  const lineSigns = format.lineSigns?.map((field) => at[field]);
  const address = addressReader(at);
  const share = remembering((cell) => cell || undefined);
  const payment = remembering(readPaymentWord);
  const goods = remembering(readGoodsWord);
  const status = remembering(readStatusWord);
  const own = (cell: string) => (cell === '' ? undefined : cell);
  const isLine = (cells: readonly string[]) =>
    lineSigns?.some((place) => textAt(cells, place) !== '') ?? true;

  const readWord = <Meaning>(
    cells: readonly string[],
    line: number,
    field: keyof typeof knownWords,
    read: (word: string) => Meaning | undefined,
  ): Meaning | undefined => {
    const value = textAt(cells, at[field]);
    if (value === '') return undefined;
    const meaning = read(value);
    if (meaning === undefined) {
      const place = { file, line, column: field };
      problems.push({ kind: 'word-not-understood', place, value, known: knownWords[field] });
    }
    return meaning;
  };

  /** Paid or not by its date alone, where no word tells. */
  const paidByDate = (cells: readonly string[]): PaymentState | undefined => {
    if (at.payment_state >= 0 || at.paid_at < 0) return undefined;
    return textAt(cells, at.paid_at) === '' ? 'pending' : 'paid';
  };

  const refunds = new Map<string, Problem>();
  const refundedLines = new Set<string>();
  const reportRefund = (cells: readonly string[], line: number, order: Order): void => {
    const value = textAt(cells, at.refunded_amount);
    if (value === '' || order.paymentState === 'refunded' || isCancelled(order)) return;
    if (readNumber(value) === 0 || readFlag(value) === false) return;
    const place = { file, line, column: 'refunded_amount' };
    if (!refunds.has(order.id))
      refunds.set(order.id, { kind: 'refund-without-line', place, value, order: order.id });
  };

  const isHead = (cells: readonly string[]) =>
    signs.length === 0 || signs.some((place) => textAt(cells, place) !== '');

  const stateOf = (
    cells: readonly string[],
    line: number,
    headed: boolean,
  ): Pick<Order, 'goods' | 'isFulfilled' | 'paymentState'> => {
    const byStatus = readWord(cells, line, 'order_status', status);
    const byFulfilment = readWord(cells, line, 'fulfilment_status', goods);
    const byPayment = readWord(cells, line, 'payment_state', payment) ?? byStatus?.payment;
    return {
      goods: byStatus?.goods === 'cancelled' ? 'cancelled' : (byFulfilment ?? byStatus?.goods),
      isFulfilled: byFulfilment === 'all',
      paymentState: byPayment ?? (headed ? paidByDate(cells) : undefined),
    };
  };

  const nameOf = (cells: readonly string[]): string =>
    textAt(cells, at.customer_name) ||
    `${textAt(cells, at.first_name)} ${textAt(cells, at.last_name)}`.trim();

  const open = (cells: readonly string[], line: number): Order => {
    const id = textAt(cells, at.order_id) || textAt(cells, at.sales_record);
    const headed = isHead(cells);
    const state = stateOf(cells, line, headed);
    const customerName = own(nameOf(cells));
    const order: Order = {
      key: textAt(cells, at.sales_record) || id,
      id,
      headed,
      isSum: !isLine(cells),
      orderedAt: textAt(cells, at.ordered_at),
      fulfilledAt: textAt(cells, at.fulfilled_at),
      cancelledAt: textAt(cells, at.cancelled_at),
      promisedShipDate: textAt(cells, at.promised_ship_date),
      goods: state.goods,
      isFulfilled: state.isFulfilled,
      paymentState: state.paymentState,
      currency: share(textAt(cells, at.currency)),
      customerName,
      customerEmail: own(textAt(cells, at.customer_email)),
      shipToCountry: share(textAt(cells, at.ship_to_country)),
      shipToRegion: share(textAt(cells, at.ship_to_region)),
      shipTo: address(cells, customerName),
      locale: share(textAt(cells, at.locale)),
      channel: format.channel ?? share(textAt(cells, at.channel)),
    };
    if (!headed) {
      const place = { file, line };
      problems.push({ kind: 'order-without-head', place, order: order.id });
    }
    reportRefund(cells, line, order);
    return order;
  };
  return {
    isHead,
    isLine,
    open,
    refundsLine: ({ id }) => refundedLines.add(id),
    end: () => {
      for (const [order, problem] of refunds) if (!refundedLines.has(order)) problems.push(problem);
    },
  };
}
