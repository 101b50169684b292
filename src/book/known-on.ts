import { type Day, laterDay } from '../model/day.ts';
import type { Book } from './book.ts';

/**
 * What suppliers had said by a day. A run that went on after it was last seen in the newest file until then: of a supplier that
 * tells changes only, what it said unchanged later was true in between.
 */
export function knownOn<Said extends Pick<Book, 'files' | 'runs' | 'answers'>>(
  book: Said,
  day: Day,
): Said {
  const newest = new Map<string, Day>();
  for (const { role, supplier, asOf } of book.files)
    if (role === 'stock' && asOf <= day)
      newest.set(supplier, laterDay(newest.get(supplier) ?? asOf, asOf));
  return {
    ...book,
    files: book.files.filter(({ asOf }) => asOf <= day),
    runs: book.runs.flatMap((run) => {
      if (run.since > day) return [];
      const last = newest.get(run.supplier) ?? run.since;
      return run.seen > last ? [{ ...run, seen: laterDay(run.since, last) }] : [run];
    }),
    answers: book.answers.filter(({ asOf }) => asOf <= day),
  };
}
