import type { Glimpse } from '../model/glimpse.ts';
import type { FoundColumn, FoundTable } from '../outputs/findings.ts';
import { columnName, inWords, numberedColumns } from '../outputs/found-page.ts';
import type { Talk, Understood } from './ask.ts';

export interface ColumnQuestion {
  readonly field: string;
  readonly required?: boolean | undefined;
}

/** What is asked of a supplier's columns; other fields stay as found. */
export const stockQuestions: readonly ColumnQuestion[] = [
  { field: 'sku', required: true },
  { field: 'quantity', required: true },
  { field: 'title' },
  { field: 'restock_date' },
  { field: 'restock_quantity' },
];

/** What is asked of the columns of orders. */
export const orderQuestions: readonly ColumnQuestion[] = [
  { field: 'ordered_at', required: true },
  { field: 'sku', required: true },
  { field: 'quantity', required: true },
  { field: 'order_id' },
  { field: 'fulfilled_quantity' },
  { field: 'fulfilled_at' },
  { field: 'customer_email' },
];

/** What is asked of the columns of shipments. */
export const shipmentQuestions: readonly ColumnQuestion[] = [
  { field: 'order_id', required: true },
  { field: 'shipped_at', required: true },
  { field: 'sku' },
  { field: 'quantity' },
  { field: 'shipped_quantity' },
];

/** What is asked of the columns of returns. */
export const returnQuestions: readonly ColumnQuestion[] = [
  { field: 'order_id', required: true },
  { field: 'returned_at', required: true },
  { field: 'sku' },
  { field: 'quantity' },
  { field: 'reason' },
];

/** Asks which column is which; a column holds one field only. */
export async function chooseColumns(
  talk: Talk,
  { glimpse, columns }: Pick<FoundTable, 'glimpse' | 'columns'>,
  questions: readonly ColumnQuestion[],
): Promise<readonly FoundColumn[]> {
  if (questions.length === 0) return columns;
  talk.say(numberedColumns(glimpse));
  const chosen: FoundColumn[] = [];
  for (const question of questions) {
    const before = columns.find(({ field }) => field === question.field);
    const isTaken = chosen.some(({ at }) => at === before?.at);
    const at = await askColumn(talk, question, glimpse, isTaken ? undefined : before?.at, chosen);
    if (before && at === before.at) chosen.push(before);
    else if (at !== undefined) chosen.push({ field: question.field, at });
  }
  const asked = new Set(questions.map(({ field }) => field));
  const taken = new Set(chosen.map(({ at }) => at));
  const kept = columns.filter(({ field, at }) => !asked.has(field) && !taken.has(at));
  const order = columns.map(({ field }) => field);
  const rank = ({ field }: FoundColumn) =>
    order.includes(field) ? order.indexOf(field) : order.length;
  return [...chosen, ...kept].toSorted((a, b) => rank(a) - rank(b));
}

function askColumn(
  { ask }: Talk,
  { field, required = false }: ColumnQuestion,
  glimpse: Glimpse,
  offered: number | undefined,
  chosen: readonly FoundColumn[],
): Promise<number | undefined> {
  const question = `Which column is the ${inWords(field)}?`;
  return ask(`${question}${standing(glimpse, offered, required)}: `, (answer) => {
    if (answer === '' && (offered !== undefined || !required)) return { value: offered };
    if (answer === '-' && !required) return { value: undefined };
    return columnOf(answer, glimpse.header, chosen);
  });
}

function standing(glimpse: Glimpse, offered: number | undefined, required: boolean): string {
  if (offered === undefined) return required ? '' : ' [none]';
  return ` [${columnName(glimpse, offered)}${required ? '' : ', - = none'}]`;
}

function columnOf(
  answer: string,
  header: readonly string[],
  chosen: readonly FoundColumn[],
): Understood<number | undefined> {
  const named = header.findIndex((name) => name.toLowerCase() === answer.toLowerCase());
  const at = /^\d+$/.test(answer) ? Number(answer) - 1 : named;
  if (answer === '' || header[at] === undefined)
    return { why: `Please answer with a number from 1 to ${header.length}.` };
  const other = chosen.find((column) => column.at === at);
  return other ? { why: `That column is the ${inWords(other.field)} already.` } : { value: at };
}
