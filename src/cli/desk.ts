import { standingAt, toldRuns } from '../book/answers.ts';
import { type Book, emptyBook, type OfferRun } from '../book/book.ts';
import { standingLines } from '../book/open-lists.ts';
import { feedGaps, orderExports, statusesBefore } from '../book/record.ts';
import { fileDays, type Standing } from '../book/standing.ts';
import { toldOnce } from '../book/told-twice.ts';
import type { OrdersSetup } from '../config/workspace.ts';
import { toSupplier } from '../config/workspace.ts';
import { isBroken } from '../ingest/broken.ts';
import { matchProblems } from '../match/problems.ts';
import { reportMatches } from '../match/report.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { endedLines } from '../notices/ended.ts';
import { clearEvents } from '../notices/history.ts';
import { problemLines } from '../outputs/problems.ts';
import type { PlanInput } from '../plan/input.ts';
import { makePlan, type Plan } from '../plan/plan.ts';
import type { FileDays } from '../suppliers/past.ts';
import { supplierRecords } from '../suppliers/record.ts';
import { noBook, openBook } from './book-file.ts';
import { feedProblems } from './feed-problems.ts';
import { type InputFile, openInput, supplierFromName } from './file-facts.ts';
import { heldProblems } from './held-back.ts';
import { type Intake, takeIn } from './intake.ts';
import { matchingOf, matchingRules, withCandidates } from './matching.ts';
import type { CommonOptions, OneOffOptions } from './options.ts';
import { checkTimezone, readSettings, type Settings } from './settings.ts';
import { openShop, type Shelf, type Shop } from './shop.ts';
import { cannotRun, type World } from './world.ts';

/** The plan of the day with everything that it was made from. */
export interface Desk {
  readonly settings: Settings;
  readonly book: Book;
  /** What the plan is made from. */
  readonly input: PlanInput;
  readonly plan: Plan;
  /** What suppliers said of each article from day to day, in files and answers. */
  readonly told: readonly OfferRun[];
  /** The days of each supplier's files. */
  readonly files: ReadonlyMap<string, FileDays>;
  readonly shelves: readonly Shelf[];
  /** Of the input files read by this call, and of the plan. */
  readonly problems: readonly Problem[];
}

/** How demand is forecast, where it is not the usual way. */
export type Forecasting = Pick<PlanInput, 'method' | 'grain'>;

/** Reads what a view needs, from the book or from the files given by hand, and makes the plan. */
export async function openDesk(
  world: World,
  options: CommonOptions & OneOffOptions,
  forecasting: Forecasting = {},
): Promise<Desk> {
  const settings = readSettings(world, options);
  const byHand = isOneOff(options);
  const taken = byHand
    ? await takeByHand(world, settings, options)
    : { book: await bookOf(world, settings), problems: [] };
  const shop = await openShop(world, settings, options);
  const feeds = [
    ...heldProblems(taken.book, settings),
    ...feedProblems(taken.book, allTerms(settings, taken.book), settings.today),
  ];
  const standing = standingAt(taken.book, settings.today);
  // Files from the book were matched, and told of, when they were read.
  const matching = byHand
    ? matchProblems(reportMatches(matchingOf(settings, shop, taken.book, standing)))
    : [];
  const problems = withCandidates([...taken.problems, ...feeds, ...matching], shop, taken.book);
  await world.progress.step('planning');
  return planFrom(settings, taken.book, shop, problems, { forecasting, standing });
}

export function isOneOff({ stock, orders, history }: OneOffOptions): boolean {
  return stock !== undefined || orders !== undefined || history !== undefined;
}

async function bookOf(world: World, { folder, configured }: Settings): Promise<Book> {
  const book = await openBook(world, folder);
  if (book) return book;
  throw configured
    ? noBook()
    : cannotRun(
        'there is nothing to plan from here',
        'give files with --stock FILE and --orders FILE, or run "dropship init" in a folder with your CSV files',
      );
}

/** Makes the plan of a book and a shop as known on the day. */
export function planFrom(
  settings: Settings,
  book: Book,
  shop: Shop,
  known: readonly Problem[],
  given: { readonly forecasting?: Forecasting; readonly standing?: Standing } = {},
): Desk {
  const { workspace, today } = settings;
  const { own, shelves } = shop;
  const standing = given.standing ?? standingAt(book, today);
  const terms = allTerms(settings, book);
  const files = fileDays(book.files, today);
  const told = toldRuns(book, today);
  const { orderPromise: promise, country: storeCountry } = workspace.store;
  const input: PlanInput = {
    today,
    policy: workspace.policy,
    terms,
    offers: standing.offers,
    missing: standing.missing,
    lines: toldOnce(standingLines(book)).lines,
    exports: orderExports(book.files),
    shipments: book.shipments,
    purchases: book.purchases,
    returns: book.returns,
    overrides: own.overrides,
    kits: own.kits,
    matching: matchingRules(settings, shop),
    listed: new Map(
      shelves.flatMap(({ listing }) =>
        listing.articles.map(({ sku, title }) => [sku, title ?? ''] as const),
      ),
    ),
    previous: statusesBefore(book.statuses, today),
    feedGapDays: feedGaps(book.files, today),
    memory: {
      files,
      offers: book.runs,
      statuses: book.statuses,
      promises: book.promises,
    },
    records: supplierRecords(told, files, today),
    orderPromise: promise,
    ...given.forecasting,
  };
  const first = makePlan(input);
  const said = { events: clearEvents(book.events, book.lines), recorded: book.notices };
  const endings = endedLines({ plan: first, promise, storeCountry, ...said });
  // What has ended frees its goods for others.
  const plan = endings.length > 0 ? makePlan({ ...input, endings }) : first;
  return {
    settings,
    book,
    input: { ...input, endings },
    plan,
    told,
    files,
    shelves,
    problems: [...known, ...shop.problems, ...plan.problems],
  };
}

/** Terms of every supplier that is configured or has sent a file. */
export function allTerms({ workspace }: Settings, book: Book): Map<string, SupplierTerms> {
  const terms = new Map([...workspace.suppliers].map(([id, setup]) => [id, setup.terms]));
  for (const { role, supplier } of book.files) {
    if (role === 'stock' && !terms.has(supplier)) terms.set(supplier, toSupplier(supplier).terms);
  }
  return terms;
}

/** Reads the files named on the command line into a book that is not kept. A role of which nothing could be read ends it. */
async function takeByHand(
  world: World,
  settings: Settings,
  options: OneOffOptions,
): Promise<{ book: Book; problems: readonly Problem[] }> {
  const { folder, today, workspace } = settings;
  checkTimezone(workspace);
  const wanted: { path: string; role: Intake['role'] }[] = [
    ...(options.stock ?? []).map((argument) => namedStock(world, argument)),
    ...(options.orders ?? []).map((path) => ({ path, role: ordersRole(workspace.orders, false) })),
    ...(options.history ?? []).map((path) => ({ path, role: ordersRole(workspace.orders, true) })),
  ];
  const found: { role: Intake['role']; file: InputFile | Problem }[] = [];
  for (const { path, role } of wanted) {
    found.push({ role, file: await openInput(world, folder, path, today, workspace.timezone) });
  }
  const intakes = found.flatMap(({ role, file }) => ('kind' in file ? [] : [{ role, file }]));
  const taken = await takeIn(world, workspace, emptyBook, intakes, today, false);
  const missing = found.flatMap(({ file }) => ('kind' in file ? [file] : []));
  const problems = [...missing, ...taken.problems];
  const names = (kind: Intake['role']['kind']) =>
    new Set(
      found
        .filter(({ role }) => role.kind === kind)
        .map(({ file }) => ('kind' in file ? file.place.file : file.name)),
    );
  for (const role of ['stock', 'orders'] as const) {
    if (taken.read.some((one) => one.role === role)) continue;
    const own = problems.filter(({ place }) => names(role).has(place.file));
    if (own.some(isBroken)) throw cannotRun(problemLines(own).join('\n'));
  }
  return { book: taken.book, problems };
}

/** `NAME=FILE`, unless a file of that whole name exists; the name defaults to the file's own without a date. */
function namedStock(world: World, argument: string): { path: string; role: Intake['role'] } {
  const at = argument.indexOf('=');
  const isPath = at <= 0 || world.disk.isFile(world.disk.resolve(world.cwd, argument));
  const [supplier, path] = isPath
    ? [supplierFromName(argument), argument]
    : [argument.slice(0, at), argument.slice(at + 1)];
  return { path, role: { kind: 'stock', supplier } };
}

/** Columns of the configured orders apply to files given by hand, when only one kind is configured. */
function ordersRole(configured: readonly OrdersSetup[], history: boolean): Intake['role'] {
  const [only, ...others] = configured;
  const setup = only && others.length === 0 ? only : { name: 'orders', files: [] };
  return { kind: 'orders', setup: { ...setup, history } };
}
