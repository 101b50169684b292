import { dueNotices } from '../../notices/notices.ts';
import type { DaySummary } from '../../outputs/summary.ts';
import { shopStrategies } from '../../plan/strategy/strategy.ts';
import type { ReportOptions } from '../commands/report.ts';
import { daySummary } from '../day-summary.ts';
import { type Desk, openDesk } from '../desk.ts';
import { writeListings } from '../listing-files.ts';
import { noticesInput } from '../notice-files.ts';
import { outFolder } from '../out-folder.ts';
import { conclude } from '../print.ts';
import { reportOf } from '../report-page.ts';
import { draftMessages } from '../supplier-messages.ts';
import { viewExit } from '../view-exit.ts';
import { cannotRun, type ExitCode, type World } from '../world.ts';

/** Writes the day as one HTML page. */
export async function report(world: World, options: ReportOptions): Promise<ExitCode> {
  if (options.format !== undefined)
    throw cannotRun('a report is an HTML page; it has no other format', 'leave -f out');
  const desk = await openDesk(world, options);
  const page = await reportOf(world, desk, summaryOf(world, options, desk));
  const { output, ...rest } = options;
  if (output === '-') {
    await conclude(world, rest, { problems: desk.problems });
    world.stdout.write(page);
    return viewExit(desk.problems);
  }
  const name = output ?? `report-${desk.plan.today}.html`;
  const path = world.disk.resolve(world.cwd, name);
  const folder = world.disk.resolve(path, '..');
  const files = [
    { path: world.disk.relative(folder, path), bytes: new TextEncoder().encode(page) },
  ];
  await conclude(world, rest, {
    problems: desk.problems,
    parts: [{ kind: 'files', path: folder, files }],
  });
  if (!options.quiet) world.stderr.write(`The report is in ${name}; open it in a browser.\n`);
  return viewExit(desk.problems);
}

/** What the day comes to, without letters: only which are due. */
function summaryOf(world: World, options: ReportOptions, desk: Desk): DaySummary {
  const { plan, settings } = desk;
  return daySummary({
    desk,
    notices: dueNotices(noticesInput(desk)).map((notice) => ({ ...notice, file: '' })),
    listings: writeListings(desk, {}).written,
    questions: draftMessages(desk, options).questions,
    strategies: shopStrategies(plan, settings.workspace),
    newProblems: 0,
    orders: undefined,
    folder: world.disk.relative(world.cwd, outFolder(world, settings, options, '')) || '.',
  });
}
