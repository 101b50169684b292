import type { Book, FileRecord } from '../book/book.ts';
import { lastReadAs, makeRoom, takeOut } from '../book/forget-file.ts';
import { contentOf } from '../book/holding.ts';
import { nearest } from '../model/nearest.ts';
import { nameOf } from './file-facts.ts';
import { type Gathered, gatherFiles } from './inbox.ts';
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
  const there = await findAgain(world, settings, taken.anew);
  const gone = taken.anew.filter((record) => !there.has(record));
  const intakes = new Map([...there.values()].map((intake) => [intake.file.name, intake]));
  return {
    book: makeRoom(taken, (record) => there.has(record)),
    only: { intakes: [...intakes.values()], problems: [], listings: 0 },
    told: [`Forgot ${name}, as of ${taken.own.at(-1)?.asOf}.`, ...tellGone(gone)],
  };
}

/** Of files that the book knows those that still are what they were. */
async function findAgain(
  world: World,
  settings: Settings,
  records: readonly FileRecord[],
): Promise<ReadonlyMap<FileRecord, Intake>> {
  const { disk } = world;
  const paths = new Set(records.map(({ file }) => disk.resolve(settings.folder, file)));
  const standing = [...paths].filter((path) => disk.isFile(path));
  // No path at all would mean every file of the configuration.
  if (standing.length === 0) return new Map();
  const { intakes } = await gatherFiles(world, settings, standing, true);
  const found = new Map<string, { intake: Intake; content: string }>();
  for (const intake of intakes)
    found.set(intake.file.name, { intake, content: await disk.fingerprint(intake.file.content) });
  return new Map(
    records.flatMap((record) => {
      const { intake, content } = found.get(record.file) ?? {};
      if (!intake || intake.role.kind !== record.role || content !== contentOf(record)) return [];
      const { file, role } = intake;
      // Its time of change may be another by now, what it says of its day is not.
      return [[record, { file: file.undated ? { ...file, asOf: record.asOf } : file, role }]];
    }),
  );
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
    return cannotRun(
      `${path} was taken out of the book before`,
      `to have it back: dropship ingest ${path}`,
    );
  const names = [...new Set([...book.files, ...book.held.files].map(({ file }) => file))];
  const base = (name: string) => name.split(/[\\/]/).at(-1) ?? name;
  const alike = names.filter((name) => base(name) === base(path));
  const offered = alike.length > 0 ? alike : nearestOf(path, names);
  return cannotRun(
    `${path}: the book knows no file of this name`,
    offered.length > 0
      ? `it knows: ${offered.join(', ')}`
      : 'those that it knows are in book/files.csv',
  );
}
