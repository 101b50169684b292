import { resolveColumns, type Vocabulary } from './vocabulary.ts';

/** Columns of the file in which a supplier answers; the first six are filled in when it is asked. */
export const answerFields = [
  'supplier',
  'supplier_sku',
  'sku',
  'title',
  'question',
  'stated_date',
  'quantity',
  'restock_date',
  'restock_quantity',
  'discontinued',
  'as_of',
] as const;

export type AnswerField = (typeof answerFields)[number];

/** The headers are ours: they have no other names. */
export const answerWords = Object.fromEntries(
  answerFields.map((field) => [field, [] as readonly string[]]),
) as Vocabulary<AnswerField>;

/** Whether a header is that of answered questions: no other file states a question. */
export function isAnswers(header: readonly string[]): boolean {
  const { columns } = resolveColumns(answerWords, header);
  const { question, stated_date: stated, restock_date: restock } = columns;
  const named = columns.supplier_sku ?? columns.sku;
  return [question, stated, restock, named].every((at) => at !== undefined);
}
