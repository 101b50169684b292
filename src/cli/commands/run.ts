import type { OutputFile } from '../../model/output-file.ts';
import type { Problem } from '../../model/problem.ts';
import type { CommandSpec } from '../command.ts';
import type { Desk } from '../desk.ts';
import type { WrittenListing } from '../listing-files.ts';
import type { DraftedNotices } from '../notice-files.ts';
import { type CommonOptions, withCommon } from '../options.ts';

interface RunOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export const run: CommandSpec<RunOptions> = {
  name: 'run',
  usage: 'run',
  summary: 'the whole morning: read new files, plan, write every output into out/<today>/',
  examples: [
    ['dropship run', 'in the workspace folder'],
    [
      '0 7 * * *  dropship run --quiet -C /home/me/shop',
      'from cron: mail only when something needs you',
    ],
    ['dropship run --dry-run', 'only tell what would come of it'],
  ],
  declare: (command) => withCommon(command).option('--dry-run', 'write and record nothing'),
  async run(world, options) {
    const { emptyBook } = await import('../../book/book.ts');
    const { recordNotices, recordRun } = await import('../../book/record.ts');
    const { painter } = await import('../../outputs/paint.ts');
    const { summaryText } = await import('../../outputs/summary.ts');
    const { openBook, saveBook, withLock } = await import('../book-file.ts');
    const { planFrom } = await import('../desk.ts');
    const { ingestInto } = await import('../ingesting.ts');
    const { listingProblems, writeListings } = await import('../listing-files.ts');
    const { draftNotices } = await import('../notice-files.ts');
    const { printProblems } = await import('../print.ts');
    const { readSettings } = await import('../settings.ts');
    const { recordProblems } = await import('../../book/record.ts');
    const { severities } = await import('../../model/problem.ts');

    const settings = readSettings(world, options);
    return withLock(world, settings.folder, async () => {
      const ingested = await ingestInto(
        world,
        settings,
        (await openBook(world, settings.folder)) ?? emptyBook,
        [],
      );
      const desk = await planFrom(world, settings, ingested.book, [], {});
      const listings = writeListings(desk, {});
      const drafted = draftNotices(desk);
      const later = [...desk.problems, ...listingProblems(listings), ...drafted.problems];
      const problems = [...ingested.problems, ...later];
      const recorded = recordProblems(ingested.book, later);
      const isNews = ({ kind }: Problem) => severities[kind] !== 'note';
      const news = [...ingested.fresh, ...recorded.fresh].filter(isNews);
      const due = drafted.notices.some(
        ({ sendBy, targetDate }) => (targetDate ?? sendBy) <= settings.today,
      );
      const needsPerson = news.length > 0 || due;

      const folder =
        options.out === undefined
          ? world.disk.resolve(settings.folder, `out/${settings.today}`)
          : world.disk.resolve(world.cwd, options.out);
      if (!options.dryRun) {
        world.disk.replaceFolder(folder, await dayFiles(desk, listings, drafted, problems));
        const statuses = new Map(desk.plan.skus.map(({ sku, verdict }) => [sku, verdict.status]));
        saveBook(
          world,
          settings.folder,
          recordNotices(
            recordRun(recorded.book, settings.today, statuses),
            settings.today,
            drafted.notices,
          ),
        );
      }
      if (options.quiet && !needsPerson) return 0;
      await printProblems(world, options, options.quiet ? news : problems);
      const changed = listings.map(({ file, changed: cells }) => ({
        path: `listings/${file.path}`,
        changed: new Set(cells.map(({ line }) => line)).size,
      }));
      const text = summaryText(
        {
          store: settings.workspace.store.name,
          plan: desk.plan,
          notices: drafted.notices,
          listings: changed,
          newProblems: news.length,
          folder: world.disk.relative(world.cwd, folder),
        },
        painter(world.stderr.colour),
      );
      world.stderr.write(`${problems.length > 0 ? '\n' : ''}${text}`);
      return needsPerson ? 1 : 0;
    });
  },
};

/** Everything that goes into the day's folder. */
async function dayFiles(
  desk: Desk,
  listings: readonly WrittenListing[],
  drafted: DraftedNotices,
  problems: readonly Problem[],
): Promise<OutputFile[]> {
  const { classifyView } = await import('../../outputs/classify.ts');
  const { toCsv } = await import('../../outputs/csv.ts');
  const { forecastView } = await import('../../outputs/forecast.ts');
  const { listingChangesView } = await import('../../outputs/listing-changes.ts');
  const { noticesView } = await import('../../outputs/notices.ts');
  const { ordersView } = await import('../../outputs/orders.ts');
  const { problemsView } = await import('../../outputs/problems.ts');
  const text = (path: string, content: string): OutputFile => ({
    path,
    bytes: new TextEncoder().encode(content),
  });
  return [
    text('status.csv', toCsv(classifyView(desk.plan, 'shop'))),
    text('forecast.csv', toCsv(forecastView(desk.plan, false))),
    text('orders.csv', toCsv(ordersView(desk.plan, desk.settings.workspace.store.orderPromise))),
    text('notices.csv', toCsv(noticesView(drafted.notices))),
    ...drafted.files.map(({ path, bytes }) => ({ path: `notices/${path}`, bytes })),
    ...listings.map(({ file }) => ({ path: `listings/${file.path}`, bytes: file.bytes })),
    ...(listings.length > 0
      ? [text('listing-changes.csv', toCsv(listingChangesView(listings)))]
      : []),
    text('problems.csv', toCsv(problemsView(problems), ',', 'excel')),
  ];
}
