import type { Book, FileRecord } from '../book/book.ts';
import { acceptHeld, alarmsOf, type HeldFile, heldFiles } from '../book/holding.ts';
import { isSameFile } from '../book/offers.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';
import type { Settings } from './settings.ts';
import { cannotRun } from './world.ts';

/** The files that hold suppliers back on the day of the plan, one a supplier. */
export function standingHolds(book: Book, { today }: Settings): readonly HeldFile[] {
  return heldFiles(book, today).filter(({ isStanding }) => isStanding);
}

/** A problem for each supplier that is held back, and each file that was since the book of `before` and gave way. */
export function heldProblems(book: Book, settings: Settings, before: Book = book): Problem[] {
  const { today, workspace } = settings;
  const isNews = (record: FileRecord) =>
    !before.held.files.some((known) => isSameFile(known, record) && known.hash === record.hash);
  return heldFiles(book, today)
    .filter(({ isStanding, record }) => isStanding || isNews(record))
    .map(({ record, ...held }) => ({
      kind: 'feed-held-back',
      place: { file: record.file },
      supplier: record.supplier,
      alarms: alarmsOf(book, record, workspace.guard),
      ...held,
    }));
}

interface Accepted {
  readonly book: Book;
  /** What was done, in a line. */
  readonly told: string;
}

/**
 * Takes the file that held a supplier back when the command began, with what it holds by now; a file that came since
 * is judged beside it, nobody has seen it yet. Ends the command when nothing of the supplier is or was held back.
 */
export function acceptSupplier(
  settings: Settings,
  before: Book,
  taken: Book,
  supplier: string,
): Accepted {
  const hold = (book: Book) =>
    standingHolds(book, settings).find(({ record }) => record.supplier === supplier)?.record;
  const [was, is] = [hold(before), hold(taken)];
  if (!is && !was) throw nothingHeld(taken, settings, supplier);
  if (!is) return { book: taken, told: `Nothing of ${supplier} is held back any more.` };
  const same = was && taken.held.files.find((file) => isSameFile(file, was));
  const record = same ?? is;
  const changed =
    same && same.hash !== was.hash ? ', which has changed since it was held back' : '';
  return {
    book: acceptHeld(taken, record, settings.workspace.guard),
    told: `Accepted ${record.file}${changed}: it is the stock of ${supplier} as of ${record.asOf}.`,
  };
}

function nothingHeld(book: Book, settings: Settings, supplier: string): Error {
  const held = standingHolds(book, settings).map(({ record }) => record.supplier);
  const close = nearest(supplier, held);
  return cannotRun(
    `no file of ${supplier} is held back`,
    close !== undefined
      ? `did you mean "${close}"?`
      : held.length > 0
        ? `held back are: ${held.join(', ')}`
        : 'nothing is held back now',
  );
}
