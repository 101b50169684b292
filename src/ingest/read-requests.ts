import { readFlag } from '../formats/flag-cell.ts';
import { type RequestField, requestWords } from '../formats/stock-requests.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import type { StockRequest } from '../model/stock-request.ts';
import { type ListKind, type ListRow, type ListSource, readList } from './read-list.ts';
import { isMangled, readSkuCell } from './sku-cell.ts';

const kind: ListKind<RequestField> = {
  role: 'stock requests',
  vocabulary: requestWords,
  required: ['email', 'sku', 'requested_at'],
  day: 'requested_at',
  otherDays: [],
};

/** Reads who asked to be told when an article is back. Rows that cannot be read are problems. */
export function readRequests(
  content: Content,
  file: string,
  source: ListSource,
): { readonly requests: readonly StockRequest[]; readonly problems: readonly Problem[] } {
  const { items, problems } = readList(content, file, kind, source, (row) =>
    toRequest(row, source),
  );
  return { requests: items, problems };
}

function toRequest(row: ListRow<RequestField>, { asOf }: ListSource): StockRequest | Problem {
  const at = (column: RequestField) => ({
    place: { ...row.place, column },
    value: row.text(column),
  });
  const sku = readSkuCell(row.text('sku'));
  if (sku === undefined) return { kind: 'sku-missing', ...at('sku') };
  if (isMangled(sku)) return { kind: 'sku-mangled', ...at('sku'), candidates: [] };
  const email = row.text('email');
  if (email === '') return { kind: 'request-without-address', ...at('email') };
  const answer = row.text('consent');
  const consent = answer === '' ? true : readFlag(answer);
  // Nobody is written to on a word that is not understood.
  if (consent === undefined)
    row.tell('consent', { kind: 'word-not-understood', ...at('consent'), known: ['yes', 'no'] });
  return {
    email,
    sku,
    requestedAt: row.on,
    consent: consent ?? false,
    asOf,
    place: row.place,
  };
}
