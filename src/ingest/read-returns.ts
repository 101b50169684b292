import { causeOf } from '../formats/return-reasons.ts';
import { type ReturnField, readReturnId, returnWords } from '../formats/returns.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { asParcel, type Return } from '../model/return.ts';
import { readUnits, type UnitsKind, type UnitsSource } from './read-units.ts';
import { tellApart } from './tell-apart.ts';

const kind: UnitsKind<ReturnField> = {
  role: 'returns',
  vocabulary: returnWords,
  day: 'returned_at',
  planned: 'return-planned',
  otherDays: [],
  // Without such a column every row is the return of one.
  quantityOf: ({ quantity }) => (quantity === undefined ? undefined : 'quantity'),
};

/** Reads a list of returns and complaints. Rows that cannot be read are problems. */
export async function readReturns(
  content: Content,
  file: string,
  source: UnitsSource<ReturnField>,
): Promise<{ readonly returns: readonly Return[]; readonly problems: readonly Problem[] }> {
  const { rows, problems } = await readUnits(content, file, kind, source, (row, { day, text }) => {
    const reason = text('reason');
    const returned = {
      ...row,
      returnedAt: day,
      reason: reason || undefined,
      cause: causeOf(reason),
      returnId: readReturnId(text('return_id')),
    };
    return asParcel(returned);
  });
  const { shipments, repeated } = tellApart(rows);
  return {
    returns: shipments.map(({ shippedAt: _, tracking: __, ...one }) => one),
    problems: [
      ...problems,
      ...repeated.map((row): Problem => ({ kind: 'return-repeated', ...row })),
    ],
  };
}
