import { readNumber } from '../formats/number-cell.ts';
import type { ExportField, OrderFormat } from '../formats/order-format.ts';
import {
  knownWords,
  readGoodsWord,
  readPaymentWord,
  readStatusWord,
} from '../formats/order-status.ts';
import type { PaymentState } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';
import type { Order, Text } from './order-row.ts';
import { ownText, remembering } from './remembered.ts';

export interface HeadReader {
  /** Whether a row is the first of an order, rather than a further row that leaves the order's own cells blank. */
  isHead(cells: readonly string[]): boolean;
  isLine(cells: readonly string[]): boolean;
  open(cells: readonly string[], line: number): Order;
}

/** Reads what rows say of their orders, and reports what is odd about it. */
export function headReader(
  format: OrderFormat,
  text: Text,
  has: (field: ExportField) => boolean,
  file: string,
  problems: Problem[],
): HeadReader {
  const signs = format.headSigns?.filter(has) ?? [];
  const share = remembering((cell) => cell || undefined);
  const payment = remembering(readPaymentWord);
  const goods = remembering(readGoodsWord);
  const status = remembering(readStatusWord);
  const own = (cell: string) => (cell === '' ? undefined : ownText(cell));
  const isLine = (cells: readonly string[]) =>
    format.lineSigns?.some((field) => text(cells, field) !== '') ?? true;

  const readWord = <Meaning>(
    cells: readonly string[],
    line: number,
    field: keyof typeof knownWords,
    read: (word: string) => Meaning | undefined,
  ): Meaning | undefined => {
    const value = text(cells, field);
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
    if (has('payment_state') || !has('paid_at')) return undefined;
    return text(cells, 'paid_at') === '' ? 'pending' : 'paid';
  };

  const reportRefund = (cells: readonly string[], line: number, order: Order): void => {
    const value = text(cells, 'refunded_amount');
    const isTold = order.paymentState === 'refunded' || order.cancelledAt !== '';
    if (value === '' || isTold || !((readNumber(value) ?? 0) > 0)) return;
    const place = { file, line, column: 'refunded_amount' };
    problems.push({ kind: 'refund-without-line', place, value, order: order.id });
  };

  const isHead = (cells: readonly string[]) =>
    signs.length === 0 || signs.some((field) => text(cells, field) !== '');

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
    text(cells, 'customer_name') ||
    `${text(cells, 'first_name')} ${text(cells, 'last_name')}`.trim();

  const open = (cells: readonly string[], line: number): Order => {
    const id = text(cells, 'order_id') || text(cells, 'sales_record');
    const headed = isHead(cells);
    const state = stateOf(cells, line, headed);
    const order: Order = {
      key: ownText(text(cells, 'sales_record') || id),
      id: ownText(id),
      headed,
      isSum: !isLine(cells),
      orderedAt: ownText(text(cells, 'ordered_at')),
      fulfilledAt: ownText(text(cells, 'fulfilled_at')),
      cancelledAt: ownText(text(cells, 'cancelled_at')),
      goods: state.goods,
      isFulfilled: state.isFulfilled,
      paymentState: state.paymentState,
      currency: share(text(cells, 'currency')),
      customerName: own(nameOf(cells)),
      customerEmail: own(text(cells, 'customer_email')),
      shipToCountry: share(text(cells, 'ship_to_country')),
      shipToRegion: share(text(cells, 'ship_to_region')),
      locale: share(text(cells, 'locale')),
      channel: format.channel ?? share(text(cells, 'channel')),
    };
    if (!headed) {
      const place = { file, line };
      problems.push({ kind: 'order-without-head', place, order: order.id });
    }
    reportRefund(cells, line, order);
    return order;
  };
  return { isHead, isLine, open };
}
