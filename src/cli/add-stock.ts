import type { Book, StockHistory } from '../book/book.ts';
import { judgeRows } from '../book/guards.ts';
import { addJudged } from '../book/holding.ts';
import { addStockFile } from '../book/offers.ts';
import { isBroken } from '../ingest/broken.ts';
import type { StockReading } from '../ingest/stock.ts';
import type { StockSource } from '../ingest/stock-source.ts';
import type { GuardLimits } from '../model/guard.ts';
import type { StockFile } from '../model/offer.ts';
import type { Problem } from '../model/problem.ts';

interface Added {
  readonly book: Book;
  readonly problems: readonly Problem[];
  readonly files: readonly StockFile[];
}

/** Adds what was read to a book that is kept: suspicious files are held back in it. */
export function addToKept(
  book: Book,
  reading: StockReading,
  source: StockSource,
  file: string,
  limits: GuardLimits,
): Added {
  // A list without a row is judged like any that shrinks to nothing; where only changes are told it says nothing.
  const isList = source.coverage === 'full';
  const problems = reading.problems.filter(({ kind }) => kind !== 'file-empty' || !isList);
  if (problems.some(isBroken)) return { book, problems, files: [] };
  const { supplier, asOf, coverage, hash } = source;
  const { rows, leftOut } = reading;
  const blank = { supplier, asOf, coverage, hash, file, rows, leftOut, offers: [], unread: [] };
  const files = isList && reading.files.length === 0 ? [blank] : reading.files;
  const added = files.reduce((current, stock) => addJudged(current, stock, limits), book);
  return { book: added, problems, files };
}

/** Adds what was read to a book that is not kept: there is no history, only the share of lost rows is judged. */
export function addToEmpty(
  book: Book,
  reading: StockReading,
  file: string,
  limits: GuardLimits,
): Added {
  const { rows, leftOut } = reading;
  const problems: readonly Problem[] =
    judgeRows(reading, limits).length > 0
      ? [...reading.problems, { kind: 'file-mostly-unread', place: { file }, rows, leftOut }]
      : reading.problems;
  if (problems.some(isBroken)) return { book, problems, files: [] };
  const added = reading.files.reduce<StockHistory>(addStockFile, book);
  return { book: { ...book, ...added }, problems, files: reading.files };
}
