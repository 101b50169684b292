import { type Book, emptyBook } from './book.ts';
import type { PageName } from './pages.ts';
import { type fromPage, joinArrivals, type KeptRecord } from './read-pages.ts';

/** What a row of a page tells. */
export type PageItem<Name extends PageName> = NonNullable<ReturnType<(typeof fromPage)[Name]>>;

/** Gives what the rows of a page tell, in their order. */
export type ItemsOf = <Name extends PageName>(name: Name) => readonly PageItem<Name>[];

/** The book that is made of what its pages tell. */
export function bookOf(items: ItemsOf): Book {
  const records = items('files.csv');
  const kept = (wanted: KeptRecord['place']) =>
    records.flatMap(({ place, ...file }) => (place === wanted ? [file] : []));
  return {
    ...emptyBook,
    files: kept(undefined),
    runs: joinArrivals(items('offers.csv')),
    held: { files: kept('held'), runs: joinArrivals(items('held.csv')) },
    lines: items('orders.csv'),
    shipments: items('shipments.csv'),
    returns: items('returns.csv'),
    answers: items('answers.csv'),
    statuses: items('statuses.csv'),
    notices: items('notices.csv'),
    events: items('events.csv'),
    requests: items('requests.csv'),
    promises: items('promises.csv'),
    purchases: items('purchase-orders.csv'),
    problems: items('problems.csv'),
    forgottenFiles: kept('forgotten'),
    forgottenCustomers: items('forgotten.csv'),
  };
}
