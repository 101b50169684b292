import { emptyBook } from '../book/book.ts';
import { severities } from '../model/severity.ts';
import { problemLines } from '../outputs/problems.ts';
import { bookPart, noBook, openBook, withLock } from './book-file.ts';
import type { NoticeOptions } from './commands/notices.ts';
import { type InputFile, openInput } from './file-facts.ts';
import { type TakenIn, takeIn } from './intake.ts';
import { conclude } from './print.ts';
import { readSettings, type Settings } from './settings.ts';
import { eventProblems } from './take-lists.ts';
import { cannotRun, type ExitCode, type World } from './world.ts';

/** Takes what became of notices, and what customers answered, into the book; drafts nothing. */
export async function recordEvents(
  world: World,
  options: NoticeOptions,
  path: string,
): Promise<ExitCode> {
  const settings = readSettings(world, options);
  const { folder, workspace, today } = settings;
  return withLock(world, folder, async () => {
    const book = await openBook(world, folder);
    if (!book && !settings.configured) throw noBook();
    const before = book ?? emptyBook;
    const file = await openEvents(world, settings, path);
    const role = { kind: 'events', style: workspace.events.style } as const;
    const taken = await takeIn(world, workspace, before, [{ file, role, isNamed: true }], today);
    if (taken.known + taken.read.length === 0)
      throw cannotRun(problemLines(taken.problems).join('\n'));
    const known = new Set(before.events);
    const added = taken.book.events.filter((event) => !known.has(event));
    // The day on which the list was written decides nothing.
    const found = taken.problems.filter(({ kind }) => kind !== 'as-of-file-date');
    const problems = [...found, ...eventProblems({ ...taken.book, events: added }, today)];
    const parts = options.dryRun ? [] : [bookPart(world, folder, taken.book)];
    await conclude(world, options, { problems, parts });
    if (!options.quiet) world.stderr.write(`${tell(taken, added.length)}\n`);
    return problems.some(({ kind }) => severities[kind] !== 'note') ? 1 : 0;
  });
}

async function openEvents(
  world: World,
  { folder, workspace, today }: Settings,
  path: string,
): Promise<InputFile> {
  const resolved = path === '-' ? path : world.disk.resolve(world.cwd, path);
  const file = await openInput(world, folder, resolved, today, workspace.timezone);
  if ('kind' in file) throw cannotRun(problemLines([file]).join('\n'));
  return file;
}

function tell({ known }: TakenIn, added: number): string {
  if (known > 0) return 'This file is recorded already.';
  const kept =
    added === 0 ? ' What was recorded before stays; ingest --forget takes a file out.' : '';
  return `Recorded ${added} event${added === 1 ? '' : 's'}.${kept}`;
}
