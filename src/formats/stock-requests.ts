import { resolveColumns, type Vocabulary } from './vocabulary.ts';

/** Columns of the canonical file of those who asked to be told when an article is back, in its order. */
export const requestFields = ['email', 'sku', 'requested_at', 'consent'] as const;

export type RequestField = (typeof requestFields)[number];

/** How waitlist and back-in-stock apps name them. */
export const requestWords: Vocabulary<RequestField> = {
  email: ['customer email', 'e-mail', 'email address', 'subscriber email', 'subscriber'],
  sku: ['variant sku', 'product sku', 'item sku'],
  requested_at: ['requested on', 'request date', 'subscribed at', 'subscribed on', 'signed up at'],
  consent: ['accepts marketing', 'marketing consent', 'opted in'],
};

/** Whether a header is that of stock requests: an address, an article and the day on which it was asked for. */
export function isRequests(header: readonly string[]): boolean {
  const { email, sku, requested_at: day } = resolveColumns(requestWords, header).columns;
  return [email, sku, day].every((at) => at !== undefined);
}
