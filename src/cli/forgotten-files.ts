import type { Book, FileRecord } from '../book/book.ts';
import { lastReadAs, makeRoom, takeOut } from '../book/forget-file.ts';
import { contentOf } from '../book/holding.ts';
import { nearest } from '../model/nearest.ts';
import { nameOf } from './file-facts.ts';
import { findFiles, type Gathered } from './inbox.ts';
import type { Intake } from './intake.ts';
import type { Settings } from './settings.ts';
import { cannotRun, type World } from './world.ts';

/** A book without a file, and what is to be read into it. */
export interface ForgottenFile {
  readonly book: Book;
  /** Files of which the book had kept no more than the forgotten one left standing. */
  readonly only: Gathered;
  /** What was done, in a line each. */
  readonly told: readonly string[];
}

/**
 * Takes out of a book what was read under a name last. What other files said in its place is read anew from them,
 * where they are still as they were. Ends the command when the book knows no such file.
 */
export async function forgetFile(
  world: World,
  settings: Settings,
  book: Book,
  path: string,
): Promise<ForgottenFile> {
  const name = [path, nameOf(world, settings.folder, path)].find(
    (one) => lastReadAs(book, one).length > 0,
  );
  if (name === undefined) throw unknownFile(book, path);
  const taken = takeOut(book, lastReadAs(book, name), settings.workspace.guard);
  const there = new Map<FileRecord, Intake>();
  for (const record of taken.anew) {
    const intake = await findAgain(world, settings, record);
    if (intake) there.set(record, intake);
  }
  const gone = taken.anew.filter((record) => !there.has(record));
  const intakes = new Map([...there.values()].map((intake) => [intake.file.name, intake]));
  return {
    book: makeRoom(taken, (record) => there.has(record)),
    only: { intakes: [...intakes.values()], problems: [], listings: 0 },
    told: [`Forgot ${name}, as of ${taken.own.at(-1)?.asOf}.`, ...tellGone(gone)],
  };
}

/** A file that the book knows, when it still is what it was. */
async function findAgain(
  world: World,
  settings: Settings,
  record: FileRecord,
): Promise<Intake | undefined> {
  const path = world.disk.resolve(settings.folder, record.file);
  if (!world.disk.isFile(path)) return undefined;
  const [found] = await findFiles(world, settings, [path], true);
  const { file, role } = found ?? {};
  if (!file || typeof role !== 'object' || 'place' in role) return undefined;
  const content = await world.disk.fingerprint(file.content);
  const isSame = content === contentOf(record) && role.kind === record.role;
  // Its time of change may be another by now, what it says of its day is not.
  return isSame ? { file: file.undated ? { ...file, asOf: record.asOf } : file, role } : undefined;
}

function tellGone(gone: readonly FileRecord[]): string[] {
  const named = (records: readonly FileRecord[]) =>
    [...new Set(records.map(({ file }) => file))].join(', ');
  const stock = gone.filter(({ role }) => role === 'stock');
  const others = gone.filter(({ role }) => role !== 'stock');
  return [
    ...(stock.length > 0
      ? [`No longer there, so that they could not be read again: ${named(stock)}.`]
      : []),
    ...(others.length > 0
      ? [
          `No longer there: ${named(others)}. What they told last stays; what the forgotten file had told since is gone.`,
        ]
      : []),
  ];
}

const mostNames = 3;

function nearestOf(path: string, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  while (found.length < mostNames) {
    const close = nearest(
      path,
      names.filter((name) => !found.includes(name)),
    );
    if (close === undefined) return found;
    found.push(close);
  }
  return found;
}

function unknownFile(book: Book, path: string): Error {
  if (book.forgottenFiles.some(({ file }) => file === path))
    return cannotRun(`${path} was taken out of the book before`);
  const names = [...new Set([...book.files, ...book.held.files].map(({ file }) => file))];
  const base = (name: string) => name.split(/[\\/]/).at(-1) ?? name;
  const alike = names.filter((name) => base(name) === base(path));
  const offered = alike.length > 0 ? alike : nearestOf(path, names);
  return cannotRun(
    `${path}: the book knows no file of this name`,
    offered.length > 0 ? `it knows: ${offered.join(', ')}` : undefined,
  );
}
