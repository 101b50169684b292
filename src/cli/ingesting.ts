import type { Book } from '../book/book.ts';
import { isReported, recordProblems } from '../book/record.ts';
import type { Problem } from '../model/problem.ts';
import { inWords, problemLines } from '../outputs/problems.ts';
import { allTerms } from './desk.ts';
import { gatherFiles } from './inbox.ts';
import { feedKinds, feedProblems, type TakenIn, takeIn } from './intake.ts';
import { withCandidates } from './own-files.ts';
import type { Settings } from './settings.ts';
import { shipmentProblems } from './take-shipments.ts';
import { cannotRun, type World } from './world.ts';

export interface Ingested {
  readonly book: Book;
  readonly problems: readonly Problem[];
  readonly read: TakenIn['read'];
  /** Files that the book had already. */
  readonly known: number;
  readonly listings: number;
  /** Those of the problems that are new since the last run. */
  readonly fresh: readonly Problem[];
}

/** Reads new files into the book, in memory. Ends the command when files were given and none could be read. */
export async function ingestInto(
  world: World,
  settings: Settings,
  book: Book,
  files: readonly string[],
): Promise<Ingested> {
  const gathered = await gatherFiles(world, settings, files, book.files.length > 0);
  const taken = await takeIn(world, settings.workspace, book, gathered.intakes, settings.today);
  const feeds = feedProblems(taken.book, allTerms(settings, taken.book), settings.today);
  const lost = await shipmentProblems(world, settings, taken.book);
  const found = [...gathered.problems, ...taken.problems, ...lost, ...feeds];
  const problems = await withCandidates(world, settings, {}, found, taken.book);
  const nothingRead = taken.read.length === 0 && taken.known === 0 && gathered.listings === 0;
  if (nothingRead && files.length > 0) throw unreadable(problems);
  const unread = gathered.problems.map(({ place }) => place.file);
  const checked = new Set([...taken.looked, ...unread]);
  return {
    book: recordProblems(
      taken.book,
      settings.today,
      problems.map(inWords),
      ({ file, kind }) => checked.has(file) || feedKinds.has(kind),
    ),
    problems,
    fresh: problems.filter((problem) => !isReported(book, inWords(problem))),
    read: taken.read,
    known: taken.known,
    listings: gathered.listings,
  };
}

function unreadable(problems: readonly Problem[]): Error {
  return cannotRun(`no file could be read\n${problemLines(problems).join('\n')}`);
}

/** One line on what was read. */
export function tellIngested({ read, known, listings }: Ingested): string {
  type Role = (typeof read)[number]['role'];
  const of = (role: Role) => read.filter((file) => file.role === role);
  const rows = (role: Role) => of(role).reduce((sum, file) => sum + file.rows, 0);
  const count = (number: number, noun: string) =>
    `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
  const parts = [
    of('stock').length > 0
      ? `${count(of('stock').length, 'stock file')} (${count(rows('stock'), 'offer')})`
      : '',
    of('orders').length > 0
      ? `${count(of('orders').length, 'order file')} (${count(rows('orders'), 'line')})`
      : '',
    of('shipments').length > 0
      ? `${count(of('shipments').length, 'shipments file')} (${count(rows('shipments'), 'row')})`
      : '',
    listings > 0
      ? `${count(listings, 'listing file')} (name it in dropship.toml to have it updated)`
      : '',
    known > 0 ? `${count(known, 'file')} known already` : '',
  ].filter((part) => part !== '');
  return `Read ${parts.join(', ') || 'nothing new'}.`;
}
