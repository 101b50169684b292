import type { Day } from '../model/day.ts';
import type { Alarm, GuardLimits } from '../model/guard.ts';
import type { Offer, StockFile } from '../model/offer.ts';
import { byFileName } from '../model/place.ts';
import { byBytes } from '../model/sku.ts';
import { type Book, type FileRecord, lostFile, type StockHistory } from './book.ts';
import { inForce, judge } from './guards.ts';
import { addStockFile, filesOf, isSameFile, readAgain, removeStockFile } from './offers.ts';
import { offersAt } from './standing.ts';

/** A file that a guard holds back. */
export interface HeldFile {
  readonly record: FileRecord;
  /** The day of the stock that stands in its place; undefined when the supplier has no other. */
  readonly lastGood?: Day | undefined;
  /** The first of the supplier's files held back since then. */
  readonly since: Day;
  /** No later file of the supplier counts. */
  readonly isStanding: boolean;
}

type Which = Pick<FileRecord, 'supplier' | 'asOf' | 'file'>;

/** Order of a supplier's files. */
function inTime(a: Which, b: Which): number {
  return byBytes(a.asOf, b.asOf) || byFileName(a.file, b.file);
}

/**
 * Adds a stock file to the book, where it counts or is held back; files after it are judged anew, so that the book does
 * not depend on the order of reading. A file that was accepted stays so while its content does.
 */
export function addJudged(book: Book, stock: StockFile, limits: GuardLimits): Book {
  const known = filesOf(book, stock.supplier).find((file) => isSameFile(file, stock));
  const isReading = known !== undefined && contentOf(known) === contentOf(stock);
  const accepted = isReading && known.accepted === true;
  const cleared = withoutHeld(withoutHeld(book, stock), lostFile(stock));
  const last = lastGood(cleared, stock);
  if (!accepted && judge(last, stock, limits).length > 0) {
    const held = addStockFile(cleared.held, stock);
    // The same bytes, read in another way: what they were taken for before does not stand either.
    const good = isReading ? removeStockFile(cleared, known) : cleared;
    const next = { ...cleared, files: good.files, runs: good.runs, held };
    return isReading ? judgeLater(next, stock, last, limits) : next;
  }
  return take(cleared, stock, accepted, limits);
}

/** Takes a held file although it was held back; the files after it are judged beside it. */
export function acceptHeld(book: Book, record: FileRecord, limits: GuardLimits): Book {
  const stock = readAgain(book.held, record);
  return take(withoutHeld(book, record), stock, true, limits);
}

/** Takes a file out again, held back or not; the files after it are judged beside what stood before it. */
export function dropJudged(book: Book, record: FileRecord, limits: GuardLimits): Book {
  const cleared = withoutHeld(book, record);
  const known = filesOf(cleared, record.supplier).find((file) => isSameFile(file, record));
  if (!known) return cleared;
  const good = removeStockFile(cleared, known);
  const next = { ...cleared, files: good.files, runs: good.runs };
  return judgeLater(next, record, lastGood(next, record), limits);
}

/** Judges the held files anew that are later than a supplier's last good one: the limits may have changed. */
export function judgeAgain(book: Book, limits: GuardLimits): Book {
  const suppliers = new Set(book.held.files.map(({ supplier }) => supplier));
  let current = book;
  for (const supplier of suppliers) {
    const good = newest(filesOf(current, supplier));
    const from = good ?? { supplier, asOf: '' as Day, file: '' };
    const last = good ? standing(current, supplier, good.asOf) : [];
    current = judgeLater(current, from, last, limits);
  }
  return current;
}

/** The files known on a day that guards hold back, in order of supplier and time. */
export function heldFiles(book: Book, today: Day): readonly HeldFile[] {
  const known = book.held.files.filter(({ asOf }) => asOf <= today);
  return known
    .toSorted((a, b) => byBytes(a.supplier, b.supplier) || inTime(a, b))
    .map((record) => {
      const good = filesOf(book, record.supplier).filter(({ asOf }) => asOf <= today);
      const before = newest(good.filter((file) => inTime(file, record) <= 0));
      const since = known.filter(
        (file) => file.supplier === record.supplier && (!before || inTime(before, file) <= 0),
      );
      return {
        record,
        lastGood: before?.asOf,
        since: since.reduce((day, { asOf }) => (asOf < day ? asOf : day), record.asOf),
        isStanding: newest(good) === before && newest(since) === record,
      };
    });
}

/** Why a held file is held back; empty when the limits have been loosened since. */
export function alarmsOf(book: Book, record: FileRecord, limits: GuardLimits): readonly Alarm[] {
  return judge(lastGood(book, record), readAgain(book.held, record), limits);
}

function take(book: Book, stock: StockFile, accepted: boolean, limits: GuardLimits): Book {
  const last = lastGood(book, stock);
  const later = judgeLater(book, stock, inForce(last, stock), limits);
  const added = addStockFile(later, stock);
  const files = accepted
    ? added.files.map((file) => (isSameFile(file, stock) ? { ...file, accepted } : file))
    : added.files;
  return { ...later, files, runs: added.runs };
}

function withoutHeld(book: Book, which: Which): Book {
  const known = filesOf(book.held, which.supplier).find((file) => isSameFile(file, which));
  return known ? { ...book, held: removeStockFile(book.held, known) } : book;
}

/** The content's part of a hash that also tells how it was read. */
export function contentOf({ hash }: { readonly hash: string }): string {
  return hash.split('-', 1)[0] ?? hash;
}

function newest(files: readonly FileRecord[]): FileRecord | undefined {
  return files.reduce<FileRecord | undefined>(
    (a, b) => (a && inTime(a, b) >= 0 ? a : b),
    undefined,
  );
}

/** What a supplier's last good file before this one left standing; another content of the same file came before it. */
function lastGood(book: Book, stock: Which & { readonly hash: string }): readonly Offer[] {
  const files = filesOf(book, stock.supplier).filter(({ asOf }) => asOf <= stock.asOf);
  const ofDay = newest(files.filter(({ asOf }) => asOf === stock.asOf));
  const isBefore =
    ofDay !== undefined &&
    (isSameFile(ofDay, stock) ? contentOf(ofDay) !== contentOf(stock) : inTime(ofDay, stock) < 0);
  const last = isBefore ? ofDay : newest(files.filter(({ asOf }) => asOf < stock.asOf));
  return last ? standing(book, stock.supplier, last.asOf) : [];
}

function standing(history: StockHistory, supplier: string, day: Day): readonly Offer[] {
  const runs = history.runs.filter((run) => run.supplier === supplier);
  return offersAt(filesOf(history, supplier), runs, day).offers;
}

/**
 * Judges a supplier's files after one of them, each beside what stands before it, and moves those of which the verdict
 * changes. From a good one that stays good on, nothing changes any more.
 */
function judgeLater(book: Book, from: Which, last: readonly Offer[], limits: GuardLimits): Book {
  const moved: Verdict[] = [];
  let stands = last;
  for (const { record, wasGood } of laterFiles(book, from)) {
    const stock = readAgain(wasGood ? book : book.held, record);
    const isGood = record.accepted === true || judge(stands, stock, limits).length === 0;
    if (isGood && wasGood) break;
    if (isGood !== wasGood) moved.push({ stock, isGood });
    if (isGood) stands = inForce(stands, stock);
  }
  return moved.reduce(move, book);
}

interface Verdict {
  readonly stock: StockFile;
  readonly isGood: boolean;
}

function move(book: Book, { stock, isGood }: Verdict): Book {
  const from = removeStockFile(isGood ? book.held : book, stock);
  const to = addStockFile(isGood ? book : book.held, stock);
  const [good, held] = isGood ? [to, from] : [from, to];
  return { ...book, files: good.files, runs: good.runs, held };
}

/** A supplier's full files after one, in time: of a day the one that counts, of each kind. */
function laterFiles(
  book: Book,
  from: Which,
): readonly { readonly record: FileRecord; readonly wasGood: boolean }[] {
  const of = (history: StockHistory, wasGood: boolean) => {
    const files = filesOf(history, from.supplier).filter(({ asOf }) => asOf >= from.asOf);
    const lastOfDay = new Map(files.toSorted(inTime).map((file) => [file.asOf, file]));
    return [...lastOfDay.values()].map((record) => ({ record, wasGood }));
  };
  return [
    ...of(book, true).filter(({ record }) => inTime(record, from) > 0),
    // A held file of the same name is later: it is what that file has become since.
    ...of(book.held, false).filter(({ record }) => inTime(record, from) >= 0),
  ]
    .filter(({ record }) => record.coverage === 'full')
    .toSorted((a, b) => inTime(a.record, b.record));
}
