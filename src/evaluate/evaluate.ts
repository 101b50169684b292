import { backtest } from '../forecast/backtest.ts';
import { addDays, type Day } from '../model/day.ts';
import type { NoticeEvent } from '../model/notice.ts';
import type { OrderLine } from '../model/order.ts';
import { orderKey } from '../model/shipment.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import { shownIn } from '../suppliers/shown.ts';
import { cancelConclusions, cancelFigures } from './cancellations.ts';
import type { Conclusion } from './conclusion.ts';
import { type Figure, measures } from './figure.ts';
import { forecastConclusions, forecastFigures } from './forecasts.ts';
import { oversellConclusions, oversellFigures } from './oversells.ts';
import { ownOrdersOf } from './own-orders.ts';
import {
  fileDaysOf,
  type History,
  pastInputs,
  salesOfHistory,
  spreadDays,
  termsIn,
} from './past-input.ts';
import { perfectOrderConclusions, perfectOrderFigures } from './perfect-orders.ts';
import { takeUpConclusions, takeUpFigures } from './preorders.ts';
import { promiseConclusions, promiseFigures } from './promises.ts';
import { slipConclusions, slipFigures, slipsOf } from './slips.ts';
import { predictionsOf, stockoutConclusions, stockoutFigures } from './stockouts.ts';

/** How good forecasts, dates and the strategy were. */
export interface Evaluation {
  /** In the order of the measures. */
  readonly figures: readonly Figure[];
  readonly conclusions: readonly Conclusion[];
}

/** Stockout dates are judged of so many past days at most. */
const mostOrigins = 12;
/** The first past plan has so many days of files before it. */
const daysToLearn = 14;

/** Evaluates what is on record. */
export function evaluate(record: History): Evaluation {
  const { plan, input, told, lines, events } = record;
  const { today, evidence } = plan;
  const { files, records } = evidence;
  // As the settings have them: those of the plan are what the suppliers' past makes of them.
  const { terms } = input;
  const termsOf = termsIn(input);
  const sales = salesOfHistory(record);
  const tested = backtest(plan.histories, today, plan.shop.grain);
  const shown = shownIn(evidence.pasts, files, termsOf);
  const orders = ownOrdersOf(lines, termsOf);
  const predictions = originsOf(record).flatMap((past) =>
    predictionsOf(past, { today, files, shown, orders }),
  );
  const slips = slipsOf({ today, told, files, terms });
  const isRefunded = refundsIn(events, today);
  const cancels = { today, sales, lines, isRefunded };
  const truth = { termsOf, files, shown };
  const offered = { today, statuses: input.memory?.statuses ?? [], sales };
  const perfect = { today, sales, isRefunded, isReturned: returnsIn(plan) };
  const figures = [
    ...forecastFigures(tested),
    ...stockoutFigures(predictions),
    ...slipFigures(slips),
    ...promiseFigures(sales, termsOf),
    ...oversellFigures(sales, truth),
    ...cancelFigures(cancels),
    ...takeUpFigures(offered),
    ...perfectOrderFigures(perfect),
  ];
  return {
    figures: figures.some(({ sample }) => sample > 0)
      ? figures.toSorted((a, b) => measures.indexOf(a.measure) - measures.indexOf(b.measure))
      : [],
    conclusions: [
      ...forecastConclusions(tested),
      ...stockoutConclusions(predictions),
      ...slipConclusions(slips, { terms, records }),
      ...promiseConclusions(sales, termsOf),
      ...oversellConclusions(sales, truth),
      ...cancelConclusions(cancels, input.policy.backorderMaxWaitDays),
      ...takeUpConclusions(offered),
      ...perfectOrderConclusions(perfect),
    ],
  };
}

/** Plans of past days, evenly spread from when suppliers' files had told two weeks. */
function originsOf(record: History): readonly Plan[] {
  const known = fileDaysOf(record);
  const from = known[0] && addDays(known[0], daysToLearn);
  const days = known.filter((day) => from !== undefined && day >= from);
  const on = pastInputs(record);
  const { policy, terms, method } = record.input;
  return spreadDays(days, mostOrigins).map((day) =>
    makePlan(on(day)({ policy, terms, method }, 'with-demand')),
  );
}

/** Whether the money of a line went back: by its order's state of payment, or as a notice event tells. */
function refundsIn(events: readonly NoticeEvent[], today: Day): (line: OrderLine) => boolean {
  const key = (orderId: string, lineId: string) => `${orderKey(orderId)}\0${lineId}`;
  const refunded = new Set(
    events
      .filter(({ event, on }) => event === 'refunded' && on <= today)
      .map(({ orderId, lineId }) => key(orderId, lineId)),
  );
  return ({ orderId, lineId, paymentState }) =>
    paymentState === 'refunded' ||
    refunded.has(key(orderId, lineId)) ||
    refunded.has(key(orderId, ''));
}

/** Whether units of a line came back for a reason that is not the customer's, or for none that was told. */
function returnsIn({ quality }: Plan): (line: OrderLine) => boolean {
  return (line) =>
    (quality.returned.get(line) ?? []).some(
      ({ cause, units }) => units > 0 && cause !== 'not-wanted' && cause !== 'other',
    );
}
