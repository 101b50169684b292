import { customerLineCount } from '../plan/kits.ts';
import { type DaySummary, todoLines } from './summary.ts';

/** A day in short for programs: what needs a person, and how many of each thing there are. */
export function summaryJson(summary: DaySummary): string {
  const { plan, notices, listings, held, unsent, duties, questions, newProblems, orders } = summary;
  const shop = plan.skus.filter(({ inShop }) => inShop);
  const skus = (status: string) => shop.filter(({ verdict }) => verdict.status === status).length;
  const lines = (state: string) =>
    customerLineCount(plan.parts.filter((part) => part.state === state));
  const toDo = todoLines(summary);
  const told = {
    day: plan.today,
    store: summary.store,
    needs_person: toDo.length > 0,
    to_do: toDo,
    skus: {
      available: skus('available'),
      backorder: skus('backorder'),
      preorder: skus('preorder'),
      unavailable: skus('unavailable'),
    },
    orders: {
      ship_now: lines('ship-now'),
      forwarded: lines('forwarded'),
      waiting: lines('waiting'),
      unfillable: lines('unfillable'),
    },
    notices: notices.length,
    notices_not_recorded_as_sent: unsent,
    due_about_customers: Object.fromEntries(duties.map(({ what, lines }) => [what, lines])),
    purchase_order_lines: orders?.lines ?? null,
    supplier_questions: questions.length,
    suppliers_held_back: held.map(({ record }) => record.supplier),
    listings: listings.map(({ path, changed }) => ({ file: path, rows_changed: changed })),
    new_problems: newProblems,
  };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
