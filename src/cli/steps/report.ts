import type { CalendarEntry } from '../../notices/calendar.ts';
import { dueNotices } from '../../notices/notices.ts';
import type { DaySummary } from '../../outputs/summary.ts';
import { shopStrategies } from '../../plan/strategy/strategy.ts';
import type { ReportOptions } from '../commands/report.ts';
import { daySummary, dueEntries } from '../day-summary.ts';
import { type Desk, openDesk } from '../desk.ts';
import { writeListings } from '../listing-files.ts';
import { noticesInput } from '../notice-files.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { lapsedIn } from '../purchase-orders.ts';
import { reportOf } from '../report-page.ts';
import { draftMessages } from '../supplier-messages.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

/** Writes the day as one HTML page. */
export async function report(world: World, options: ReportOptions): Promise<ExitCode> {
  if (options.format !== undefined)
    throw cannotRun('a report is an HTML page; it has no other format', 'leave -f out');
  const desk = await openDesk(world, options);
  await world.progress.step('looking for letters that are due');
  const calendar = dueEntries(desk);
  const page = await reportOf(world, desk, summaryOf(world, options, desk, calendar), calendar);
  const name = options.output ?? `report-${desk.plan.today}.html`;
  await conclude(world, { ...options, output: name }, { problems: desk.problems, page });
  if (!options.quiet && name !== '-')
    world.stderr.write(`The report is in ${name}; open it in a browser.\n`);
  return viewExit(desk.problems);
}

/** What the day comes to, without letters: only which are due. */
function summaryOf(
  world: World,
  options: ReportOptions,
  desk: Desk,
  calendar: readonly CalendarEntry[],
): DaySummary {
  const { plan, settings } = desk;
  return daySummary({
    desk,
    calendar,
    notices: dueNotices(noticesInput(desk)).map((notice) => ({ ...notice, file: '' })),
    listings: writeListings(desk, {}).written,
    questions: draftMessages(desk, options).questions,
    strategies: shopStrategies(plan, settings.workspace),
    newProblems: 0,
    orders: undefined,
    lapsed: lapsedIn(desk),
    folder: world.disk.relative(world.cwd, outFolder(world, settings, options, '')) || '.',
  });
}
