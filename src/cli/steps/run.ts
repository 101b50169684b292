import { type Book, emptyBook } from '../../book/book.ts';
import { recordNotices, recordProblems, recordRun } from '../../book/record.ts';
import type { OutputFile } from '../../model/output-file.ts';
import { type Problem, severities } from '../../model/problem.ts';
import { classifyView } from '../../outputs/classify.ts';
import { toCsv } from '../../outputs/csv.ts';
import { forecastView } from '../../outputs/forecast.ts';
import { listingChangesView } from '../../outputs/listing-changes.ts';
import { noticesView } from '../../outputs/notices.ts';
import { ordersView } from '../../outputs/orders.ts';
import { painter } from '../../outputs/paint.ts';
import { problemsView } from '../../outputs/problems.ts';
import { summaryText } from '../../outputs/summary.ts';
import { openBook, saveBook, withLock } from '../book-file.ts';
import type { RunOptions } from '../commands/run.ts';
import { type Desk, planFrom } from '../desk.ts';
import { ingestInto } from '../ingesting.ts';
import { listingProblems, type WrittenListing, writeListings } from '../listing-files.ts';
import { type DraftedNotices, draftNotices } from '../notice-files.ts';
import { outFolder } from '../out-folder.ts';
import { printProblems } from '../print.ts';
import { readSettings } from '../settings.ts';
import type { ExitCode, World } from '../world.ts';

/** What a day's run found and made, before anything is written. */
interface Day {
  readonly desk: Desk;
  readonly listings: readonly WrittenListing[];
  readonly drafted: DraftedNotices;
  readonly problems: readonly Problem[];
  /** Problems that no earlier run reported. */
  readonly news: readonly Problem[];
  /** The book as it will be. */
  readonly book: Book;
  readonly needsPerson: boolean;
}

/** The whole morning: ingest, plan, every output into the day's folder, and the book kept up. */
export async function run(world: World, options: RunOptions): Promise<ExitCode> {
  const { folder } = readSettings(world, options);
  return withLock(world, folder, async () => {
    const day = await makeDay(world, options);
    const out = outFolder(world, day.desk.settings, options, '');
    if (!options.dryRun) {
      world.disk.replaceFolder(out, dayFiles(day));
      saveBook(world, folder, day.book);
    }
    if (options.quiet !== true) await report(world, options, day, day.problems, out);
    else if (day.needsPerson) await report(world, options, day, day.news, out);
    return day.needsPerson ? 1 : 0;
  });
}

async function report(
  world: World,
  options: RunOptions,
  day: Day,
  problems: readonly Problem[],
  out: string,
): Promise<void> {
  await printProblems(world, options, problems);
  world.stderr.write(`${problems.length > 0 ? '\n' : ''}${tell(world, day, out)}`);
}

async function makeDay(world: World, options: RunOptions): Promise<Day> {
  const settings = readSettings(world, options);
  const { folder, today } = settings;
  const before = (await openBook(world, folder)) ?? emptyBook;
  const ingested = await ingestInto(world, settings, before, []);
  const desk = await planFrom(world, settings, ingested.book, [], {});
  const listings = writeListings(desk, {});
  const drafted = draftNotices(desk);
  const later = [...desk.problems, ...listingProblems(listings), ...drafted.problems];
  const recorded = recordProblems(ingested.book, later);
  const news = [...ingested.fresh, ...recorded.fresh].filter(
    ({ kind }) => severities[kind] !== 'note',
  );
  const statuses = new Map(desk.plan.skus.map(({ sku, verdict }) => [sku, verdict.status]));
  const isDue = drafted.notices.some(({ sendBy, targetDate }) => (targetDate ?? sendBy) <= today);
  return {
    desk,
    listings,
    drafted,
    problems: [...ingested.problems, ...later],
    news,
    book: recordNotices(recordRun(recorded.book, today, statuses), today, drafted.notices),
    needsPerson: news.length > 0 || isDue,
  };
}

function tell(world: World, { desk, drafted, listings, news }: Day, out: string): string {
  const rows = (changed: WrittenListing['changed']) =>
    new Set(changed.map(({ line }) => line)).size;
  const summary = {
    store: desk.settings.workspace.store.name,
    plan: desk.plan,
    notices: drafted.notices,
    listings: listings.map(({ file, changed }) => ({
      path: `listings/${file.path}`,
      changed: rows(changed),
    })),
    newProblems: news.length,
    folder: world.disk.relative(world.cwd, out) || '.',
  };
  return summaryText(summary, painter(world.stderr.colour));
}

/** Everything that goes into the day's folder. */
function dayFiles({ desk, listings, drafted, problems }: Day): OutputFile[] {
  const { plan, settings } = desk;
  const text = (path: string, content: string): OutputFile => ({
    path,
    bytes: new TextEncoder().encode(content),
  });
  return [
    text('status.csv', toCsv(classifyView(plan, 'shop'))),
    text('forecast.csv', toCsv(forecastView(plan, false))),
    text('orders.csv', toCsv(ordersView(plan, settings.workspace.store.orderPromise))),
    text('notices.csv', toCsv(noticesView(drafted.notices))),
    ...drafted.files.map(({ path, bytes }) => ({ path: `notices/${path}`, bytes })),
    ...listings.map(({ file }) => ({ path: `listings/${file.path}`, bytes: file.bytes })),
    text('listing-changes.csv', toCsv(listingChangesView(listings))),
    text('problems.csv', toCsv(problemsView(problems), ',', 'excel')),
  ];
}
