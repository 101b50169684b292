import { type Book, emptyBook, type ProblemRecord, type StatusRecord } from '../../book/book.ts';
import {
  recordNotices,
  recordProblems,
  recordPromises,
  recordPurchases,
  recordRun,
  reportedIn,
} from '../../book/record.ts';
import { addDays, type Day } from '../../model/day.ts';
import type { OutputFile } from '../../model/output-file.ts';
import type { Problem } from '../../model/problem.ts';
import { severities, severityOf } from '../../model/severity.ts';
import { byBytes } from '../../model/sku.ts';
import type { CalendarEntry } from '../../notices/calendar.ts';
import { classifyView } from '../../outputs/classify.ts';
import { toCsv } from '../../outputs/csv.ts';
import { forecastView } from '../../outputs/forecast.ts';
import { listingChangesView } from '../../outputs/listing-changes.ts';
import { noticesView } from '../../outputs/notices.ts';
import { ordersView } from '../../outputs/orders.ts';
import { painter } from '../../outputs/paint.ts';
import { inWords, problemsView } from '../../outputs/problems.ts';
import { qualityView } from '../../outputs/quality.ts';
import { strategyView } from '../../outputs/strategy.ts';
import { type DaySummary, summaryText } from '../../outputs/summary.ts';
import { summaryJson } from '../../outputs/summary-json.ts';
import { suppliersView } from '../../outputs/suppliers.ts';
import type { Sheet } from '../../outputs/workbook.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PlannedSku } from '../../plan/planned-sku.ts';
import { plannedPromises } from '../../plan/promises.ts';
import { exposureOf } from '../../plan/sourcing.ts';
import { type Strategy, shopStrategies } from '../../plan/strategy/strategy.ts';
import { scorecards } from '../../suppliers/scorecard.ts';
import { bookPart, openBook, withLock } from '../book-file.ts';
import type { RunOptions } from '../commands/run.ts';
import { daySummary, dueEntries, isAnythingDue } from '../day-summary.ts';
import { type Desk, planFrom } from '../desk.ts';
import { withoutForgotten } from '../forgotten-customers.ts';
import { ingestInto } from '../ingesting.ts';
import { type WrittenListing, writeListings } from '../listing-files.ts';
import { type DraftedNotices, draftNotices } from '../notice-files.ts';
import { outFolder } from '../out-folder.ts';
import { conclude, type Result, workbook } from '../print.ts';
import { type DraftedOrders, draftOrders, lapsedIn } from '../purchase-orders.ts';
import { repeatedProblems } from '../repeated-problems.ts';
import { reportOf } from '../report-page.ts';
import { readSettings, type Settings } from '../settings.ts';
import { openShop } from '../shop.ts';
import { type DraftedMessages, draftMessages } from '../supplier-messages.ts';
import type { ExitCode, World } from '../world.ts';

/** What a day's run found and made, before anything is written. */
interface RunDay {
  readonly desk: Desk;
  readonly listings: readonly WrittenListing[];
  readonly drafted: DraftedNotices;
  /** What is due about customers. */
  readonly calendar: readonly CalendarEntry[];
  /** Where the shop wants them of a run. */
  readonly orders: DraftedOrders | undefined;
  /** The lines that are not ordered as the law has them cancelled, by identity. */
  readonly lapsed: ReadonlySet<string>;
  readonly messages: DraftedMessages;
  readonly strategies: readonly Strategy[];
  readonly problems: readonly Problem[];
  /** Those of them that are told on the screen. */
  readonly told: readonly Problem[];
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
    const written = options.dryRun ? {} : await dayParts(world, options, day, out);
    const told = toldProblems(day, options.quiet === true);
    await conclude(world, options, { problems: day.problems, told, ...written });
    if (!options.quiet || day.needsPerson) {
      world.stderr.write(`${told.length > 0 ? '\n' : ''}${tell(world, day, out)}`);
    }
    return day.needsPerson ? 1 : 0;
  });
}

/** What a run writes: the day's folder and the book. */
async function dayParts(
  world: World,
  options: RunOptions,
  day: RunDay,
  out: string,
): Promise<Pick<Result, 'parts' | 'lost'>> {
  const { files, lost } = await dayFiles(world, day, out);
  // A folder that was asked for by name may hold other things.
  const kind = options.out === undefined ? 'folder' : 'files';
  const link = kind === 'folder' ? 'latest' : undefined;
  const { folder } = day.desk.settings;
  const isSilent = options.quiet === true && !day.needsPerson;
  return {
    parts: [{ kind, path: out, files, link }, bookPart(world, folder, day.book)],
    lost: isSilent ? [] : lost,
  };
}

/** A quiet run tells news only, and only when there is something for a person in it. */
function toldProblems({ told, news, needsPerson }: RunDay, isQuiet: boolean): readonly Problem[] {
  if (!isQuiet) return told;
  return needsPerson ? news : [];
}

async function makeDay(world: World, options: RunOptions): Promise<RunDay> {
  const settings = readSettings(world, options);
  const { folder, today } = settings;
  const before = (await openBook(world, folder)) ?? emptyBook;
  const shop = await openShop(world, settings, {});
  const ingested = await ingestInto(world, settings, before, { shop });
  await world.progress.step('planning');
  const desk = planFrom(settings, ingested.book, shop, []);
  await world.progress.step('updating listings');
  const { written: listings, problems: unwritten } = writeListings(desk, {});
  const drafted = await draftNotices(world, desk);
  const lapsed = lapsedIn(desk);
  const orders = wantsOrders(desk) ? draftOrders(desk, lapsed) : undefined;
  const messages = draftMessages(desk, options);
  const later = [...desk.problems, ...unwritten, ...drafted.problems];
  const problems = [...ingested.problems, ...later];
  const told = [...ingested.told, ...later];
  const isKnown = reportedIn(before);
  const fresh = [...ingested.fresh, ...later.filter((one) => !isKnown(inWords(one)))];
  const news = fresh.filter(({ kind }) => severities[kind] !== 'note');
  const isInput = new Set(
    [...ingested.book.files, ...ingested.book.held.files].map(({ file }) => file),
  );
  const recorded = recordProblems(
    ingested.book,
    today,
    problems.map(inWords),
    ({ file }) => !isInput.has(file),
  );
  await world.progress.step('looking for letters that are due');
  const calendar = dueEntries(desk);
  const after = lastRunDay(world, settings);
  const isDue = isAnythingDue(calendar, drafted.notices, { after, today });
  return {
    desk,
    listings,
    drafted,
    calendar,
    orders,
    lapsed,
    messages,
    strategies: shopStrategies(desk.plan, settings.workspace),
    problems,
    told,
    news,
    book: await withoutForgotten(world, recordDay(recorded, desk.plan, drafted, orders)),
    // What the day's purchase orders tell counts as told: someone must send them.
    needsPerson: news.length > 0 || isDue || (orders?.lines.length ?? 0) > 0,
  };
}

/** As far back a run is looked for that may have been the last. */
const mostDaysApart = 14;

/** The day of the run before, as far as its folder is there; else yesterday, as most run each day. */
function lastRunDay({ disk }: World, { folder, today }: Settings): Day {
  const days = Array.from({ length: mostDaysApart }, (_, i) => addDays(today, -1 - i));
  return (
    days.find((day) => disk.isFolder(disk.resolve(folder, `out/${day}`))) ?? addDays(today, -1)
  );
}

/** The files of purchase orders that were drawn up by hand today lie in the folder that the run replaces. */
function wantsOrders({ settings, book }: Desk): boolean {
  return settings.workspace.runOrders || book.purchases.some(({ day }) => day === settings.today);
}

/** What the day's run says goes into the book. Without purchase orders of its own those written by hand stand. */
function recordDay(
  book: Book,
  plan: Plan,
  { notices }: DraftedNotices,
  orders: DraftedOrders | undefined,
): Book {
  const { today } = plan;
  const found = recordRun(book, today, plan.skus.map(shownStatus));
  const promised = recordPromises(found, today, plannedPromises(plan));
  const noticed = recordNotices(promised, today, notices);
  return orders ? recordPurchases(noticed, today, orders.lines) : noticed;
}

/** What customers are shown: a date only where goods are sold ahead. */
function shownStatus({ sku, verdict, deliverBy }: PlannedSku): Omit<StatusRecord, 'day'> {
  const { status, shipDate } = verdict;
  const isAhead = status === 'backorder' || status === 'preorder';
  return isAhead ? { sku, status, shipDate, deliverBy } : { sku, status };
}

function tell(world: World, day: RunDay, out: string): string {
  const folder = world.disk.relative(world.cwd, out) || '.';
  return summaryText(summaryOf(day, folder, day.news.length), painter(world.stderr.colour));
}

function summaryOf(
  { desk, drafted, calendar, messages, listings, orders, lapsed, strategies }: RunDay,
  folder: string,
  newProblems: number,
): DaySummary {
  return daySummary({
    ...{ desk, calendar, listings, orders, lapsed, strategies },
    notices: drafted.notices,
    questions: messages.questions,
    newProblems,
    folder,
  });
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The tables of a day: each is a CSV file and a sheet of the workbook. */
function dayTables(day: RunDay): Sheet[] {
  const { desk, listings, drafted } = day;
  const { plan, settings } = desk;
  const exposure = exposureOf(plan, settings.workspace.currency);
  return [
    { name: 'status', view: classifyView(plan, 'shop') },
    { name: 'strategy', view: strategyView(day.strategies, plan.today) },
    { name: 'forecast', view: forecastView(plan, { all: false }) },
    { name: 'orders', view: ordersView(plan, settings.workspace.store.orderPromise) },
    ...(plan.quality.holds.length > 0 ? [{ name: 'quality', view: qualityView(plan) }] : []),
    { name: 'suppliers', view: suppliersView(scorecards(plan.evidence), exposure) },
    { name: 'notices', view: noticesView(drafted.notices) },
    { name: 'listing-changes', view: listingChangesView(listings) },
    { name: 'problems', view: problemsView(dayProblems(day)) },
  ];
}

/** Everything that goes into the day's folder, and what of it found no room in the workbook. */
async function dayFiles(
  world: World,
  day: RunDay,
  out: string,
): Promise<{ readonly files: OutputFile[]; readonly lost: readonly string[] }> {
  const { desk, calendar, listings, drafted, messages, orders } = day;
  await world.progress.step('making tables');
  const tables = dayTables(day);
  // The same however often it runs that day, and from wherever.
  const { folder, today } = desk.settings;
  const isOld = ({ reported }: ProblemRecord) => reported < today;
  const found = day.book.problems.filter((problem) => !isOld(problem));
  const repeated = repeatedProblems(day.book, day.book.problems.filter(isOld), found);
  const fresh = found.filter(
    (problem) => !repeated.has(problem) && severityOf(problem.kind) !== 'note',
  );
  const summary = summaryOf(day, world.disk.relative(folder, out) || '.', fresh.length);
  const { content: bytes, lost = [] } = await workbook(tables);
  const within = (folder: string, files: readonly OutputFile[]) =>
    files.map((file) => ({ path: `${folder}/${file.path}`, bytes: file.bytes }));
  const files = [
    ...tables.map(({ name, view }) => ({
      path: `${name}.csv`,
      // Problems are to be looked at, the others to be read by programs too.
      bytes: encode(toCsv(view, ',', name === 'problems' ? 'excel' : 'plain')),
    })),
    ...(bytes ? [{ path: `dropship-${desk.settings.today}.xlsx`, bytes }] : []),
    { path: 'report.html', bytes: encode(await reportOf(world, desk, summary, calendar)) },
    { path: 'summary.json', bytes: encode(summaryJson(summary)) },
    ...within('purchase-orders', orders?.files ?? []),
    ...within('notices', drafted.files),
    ...within('suppliers', messages.files),
    ...within(
      'listings',
      listings.map(({ file }) => file),
    ),
  ];
  return { files, lost };
}

/** What was found now, and what an earlier run of the same day reported: files it read are not read again. */
function dayProblems({ book, desk, problems }: RunDay): ReturnType<typeof inWords>[] {
  const found = new Set(problems.map((problem) => JSON.stringify(inWords(problem))));
  const records = book.problems.map(({ reported, ...problem }) => ({ reported, problem }));
  return records
    .filter(
      ({ reported, problem }) =>
        reported === desk.settings.today || found.has(JSON.stringify(problem)),
    )
    .map(({ problem }) => problem as ReturnType<typeof inWords>)
    .toSorted((a, b) => byBytes(a.file, b.file) || Number(a.line) - Number(b.line));
}
