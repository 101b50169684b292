import { standingAt } from '../book/answers.ts';
import type { Book } from '../book/book.ts';
import { judgeAgain } from '../book/holding.ts';
import { recordProblems, reportedIn } from '../book/record.ts';
import { matchKinds, matchProblems } from '../match/problems.ts';
import { type MatchReport, reportMatches } from '../match/report.ts';
import type { Problem } from '../model/problem.ts';
import { severities } from '../model/severity.ts';
import { inWords, problemLines } from '../outputs/problems.ts';
import { harmless } from '../outputs/terminal.ts';
import { allTerms } from './desk.ts';
import { feedKinds, feedProblems } from './feed-problems.ts';
import { withoutForgotten } from './forgotten-customers.ts';
import { acceptSupplier, heldProblems } from './held-back.ts';
import { type Gathered, gatherFiles } from './inbox.ts';
import { type TakenIn, takeIn } from './intake.ts';
import { matchingOf, withCandidates } from './matching.ts';
import { repeatedProblems } from './repeated-problems.ts';
import type { Settings } from './settings.ts';
import type { Shop } from './shop.ts';
import { eventKinds, eventProblems } from './take-lists.ts';
import { unitsProblems } from './take-units.ts';
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
  /** Those that are told on the screen: all, but notes once only. */
  readonly told: readonly Problem[];
  /** How articles and SKUs came together; undefined where the shop could not be read. */
  readonly matching: MatchReport | undefined;
  /** What became of the wish to accept a supplier's file. */
  readonly accepted: string | undefined;
}

interface IngestWish {
  /** Paths given by hand; without any, those that the configuration names. */
  readonly files?: readonly string[];
  /** What is to be read, where that is known already. */
  readonly only?: Gathered | undefined;
  /** Undefined where it could not be read, or where nobody asks how articles match. */
  readonly shop?: Shop | undefined;
  /** The supplier whose file is to count although a guard holds it back. */
  readonly accept?: string | undefined;
}

/**
 * Reads new files into the book, in memory, accepts what a guard holds back of one supplier where that is wanted, and
 * matches what suppliers have with what the shop has. Ends the command when files were given and none could be read.
 */
export async function ingestInto(
  world: World,
  settings: Settings,
  book: Book,
  { files = [], only, shop, accept }: IngestWish = {},
): Promise<Ingested> {
  const { today, workspace } = settings;
  const gathered = only ?? (await gatherFiles(world, settings, files, hasFiles(book)));
  const judged = judgeAgain(book, workspace.guard);
  const read = await takeIn(world, workspace, judged, gathered.intakes, today);
  const accepted =
    accept === undefined ? undefined : acceptSupplier(settings, judged, read.book, accept);
  const taken = { ...read, book: accepted?.book ?? read.book };
  const matching = shop && matchingOf(settings, shop, taken.book, standingAt(taken.book, today));
  const matched = matching && reportMatches(matching);
  const found = [
    ...gathered.problems,
    ...taken.problems,
    ...(matching ? unitsProblems(taken.book, matching, today) : []),
    ...eventProblems(taken.book, today),
    ...heldProblems(taken.book, settings, book),
    ...feedProblems(taken.book, allTerms(settings, taken.book), today),
    ...(matched ? matchProblems(matched) : []),
  ];
  const problems = shop ? withCandidates(found, shop, taken.book) : found;
  const nothingRead = taken.read.length === 0 && taken.known === 0 && gathered.listings === 0;
  if (nothingRead && files.length > 0) throw unreadable(problems);
  const worded = problems.map((problem) => ({ problem, words: inWords(problem) }));
  const words = worded.map((one) => one.words);
  const isKnown = reportedIn(book);
  const repeated = repeatedProblems(taken.book, book.problems, words);
  const isHeldAnew = ({ kind, place }: Problem) =>
    kind === 'feed-held-back' && taken.looked.has(place.file);
  const fresh = new Set(
    worded
      .filter(
        ({ problem, words: own }) => !(isKnown(own) || repeated.has(own)) || isHeldAnew(problem),
      )
      .map(({ problem }) => problem),
  );
  const unread = gathered.problems.map(({ place }) => place.file);
  const checked = new Set([...taken.looked, ...unread]);
  const recorded = recordProblems(
    taken.book,
    today,
    words,
    ({ file, kind }) =>
      checked.has(file) ||
      feedKinds.has(kind) ||
      eventKinds.has(kind) ||
      (shop !== undefined && matchKinds.has(kind)),
  );
  return {
    book: await withoutForgotten(world, recorded),
    problems,
    fresh: [...fresh],
    told: problems.filter((one) => severities[one.kind] !== 'note' || fresh.has(one)),
    matching: matched,
    accepted: accepted?.told,
    read: taken.read,
    known: taken.known,
    listings: gathered.listings,
  };
}

function hasFiles({ files, held }: Book): boolean {
  return files.length + held.files.length > 0;
}

function unreadable(problems: readonly Problem[]): Error {
  return cannotRun(`no file could be read\n${problemLines(problems).join('\n')}`);
}

/** What files of each kind, and their rows, are called. */
const readFiles = [
  { role: 'stock', file: 'stock file', row: 'offer' },
  { role: 'orders', file: 'order file', row: 'line' },
  { role: 'shipments', file: 'shipments file', row: 'row' },
  { role: 'returns', file: 'returns file', row: 'row' },
  { role: 'answers', file: 'answers file', row: 'answer' },
  { role: 'events', file: 'notice events file', row: 'event' },
  { role: 'requests', file: 'stock requests file', row: 'request' },
] as const satisfies readonly {
  readonly role: TakenIn['read'][number]['role'];
  file: string;
  row: string;
}[];

/** A line on what was read, and one on what was accepted. */
export function tellIngested({ read, known, listings, accepted }: Ingested): string {
  const count = (number: number, noun: string) =>
    `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
  const parts = [
    ...readFiles.flatMap(({ role, file, row }) => {
      const own = read.filter((one) => one.role === role);
      const rows = own.reduce((sum, one) => sum + one.rows, 0);
      return own.length > 0 ? [`${count(own.length, file)} (${count(rows, row)})`] : [];
    }),
    listings > 0
      ? `${count(listings, 'listing file')} (name it in dropship.toml to have it updated)`
      : '',
    known > 0 ? `${count(known, 'file')} known already` : '',
  ].filter((part) => part !== '');
  const told = accepted === undefined ? '' : `\n${harmless(accepted)}`;
  return `Read ${parts.join(', ') || 'nothing new'}.${told}`;
}
