import type { GuardLimits } from '../model/guard.ts';
import type { Place } from '../model/place.ts';
import type { Book, FileRecord } from './book.ts';
import { contentOf, dropJudged } from './holding.ts';
import { filesOf } from './offers.ts';

/** A file with what was read from it taken out; `anew` are files that its words had covered. */
export interface TakenOut {
  readonly book: Book;
  readonly own: readonly FileRecord[];
  readonly anew: readonly FileRecord[];
}

/**
 * The records of what was read under a name last: a stock file may tell of several suppliers and days. What an earlier
 * file of the same name said stays.
 */
export function lastReadAs(book: Book, name: string): readonly FileRecord[] {
  const named = [...book.files, ...book.held.files].filter(({ file }) => file === name);
  const newest = named.reduce((day, { asOf }) => (asOf > day ? asOf : day), '');
  const contents = new Set(named.filter(({ asOf }) => asOf === newest).map(contentOf));
  return named.filter(
    (record) => record.asOf === newest || (record.hash !== '' && contents.has(contentOf(record))),
  );
}

/** Takes a file out of the book, but for what stands on pages of its kind: that is those of the files to be read anew. */
export function takeOut(book: Book, own: readonly FileRecord[], limits: GuardLimits): TakenOut {
  const isOwn = (record: FileRecord) => own.includes(record);
  const stock = own.filter(({ role }) => role === 'stock');
  const judged = stock.reduce((current, record) => dropJudged(current, record, limits), book);
  const suppliers = new Set(stock.map(({ supplier }) => supplier));
  const left: Book = {
    ...judged,
    files: judged.files.filter((record) => !isOwn(record)),
    problems: judged.problems.filter(({ file }) => own.every((record) => record.file !== file)),
    forgottenFiles: [...book.forgottenFiles, ...own.filter((one) => !isMarked(book, one))],
  };
  const roles = new Set(own.map(({ role }) => role));
  const others = left.files.filter(({ role }) => role !== 'stock' && roles.has(role));
  const newest = [...suppliers].flatMap((supplier) => newestOf(left, supplier));
  return { book: left, own, anew: [...lostWith(book, left, isOwn), ...newest, ...others] };
}

type Content = Pick<FileRecord, 'file' | 'hash'>;

function isSameContent(a: Content, b: Content): boolean {
  return a.file === b.file && contentOf(a) === contentOf(b);
}

/** Whether a file's content is to stay out of the book. */
export function isMarked({ forgottenFiles }: Book, which: Content): boolean {
  return forgottenFiles.some((one) => isSameContent(one, which));
}

/** Lets a file's content into the book again. */
export function withoutMark(book: Book, which: Content): Book {
  const forgottenFiles = book.forgottenFiles.filter((one) => !isSameContent(one, which));
  return { ...book, forgottenFiles };
}

/** Files of the same day, of which one spoke for all: they went with it. */
function lostWith(
  before: Book,
  after: Book,
  isOwn: (record: FileRecord) => boolean,
): readonly FileRecord[] {
  const left = new Set([...after.files, ...after.held.files].map(identity));
  return [...before.files, ...before.held.files].filter(
    (record) => !isOwn(record) && !left.has(identity(record)),
  );
}

function identity({ role, supplier, asOf, file }: FileRecord): string {
  return [role, supplier, asOf, file].join('\0');
}

/** The newest of a supplier's files, held or not: the book has the lines of these alone. */
function newestOf(book: Book, supplier: string): readonly FileRecord[] {
  return [filesOf(book, supplier), filesOf(book.held, supplier)].flatMap((files) => {
    const newest = files.reduce((day, { asOf }) => (asOf > day ? asOf : day), '');
    return files.filter(({ asOf, coverage }) => asOf === newest && coverage === 'full');
  });
}

/** Makes room for what the files that are still there will tell when they are read anew. */
export function makeRoom(
  { book, own, anew }: TakenOut,
  isThere: (record: FileRecord) => boolean,
): Book {
  const there = new Set([...own, ...anew.filter(isThere)].map(placeKey));
  const isKept = ({ asOf, place }: { readonly asOf: string; readonly place: Place }) =>
    !there.has(`${place.file}\0${asOf}`);
  const mark = (files: readonly FileRecord[]) =>
    files.map((record) => (anew.includes(record) && isThere(record) ? toReadAnew(record) : record));
  const roles = new Set(own.map(({ role }) => role));
  return {
    ...book,
    files: mark(book.files),
    held: { ...book.held, files: mark(book.held.files) },
    lines: roles.has('orders') ? book.lines.filter(isKept) : book.lines,
    shipments: roles.has('shipments') ? book.shipments.filter(isKept) : book.shipments,
    returns: roles.has('returns') ? book.returns.filter(isKept) : book.returns,
    events: roles.has('events') ? book.events.filter(isKept) : book.events,
    requests: roles.has('requests') ? book.requests.filter(isKept) : book.requests,
    answers: roles.has('answers')
      ? book.answers.filter(({ fileAsOf, place }) => isKept({ asOf: fileAsOf, place }))
      : book.answers,
  };
}

function placeKey({ file, asOf }: FileRecord): string {
  return `${file}\0${asOf}`;
}

/** The record of a file of which the content is known and the reading is not: it will be read again. */
export function toReadAnew<Kept extends FileRecord>(record: Kept): Kept {
  return record.hash === '' ? record : { ...record, hash: `${contentOf(record)}-` };
}
