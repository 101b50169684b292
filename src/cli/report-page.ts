import type { CalendarEntry } from '../notices/calendar.ts';
import type { DaySummary } from '../outputs/summary.ts';
import { exposureOf } from '../plan/sourcing.ts';
import type { Desk } from './desk.ts';
import type { World } from './world.ts';

/** The day as one HTML page. */
export async function reportOf(
  world: World,
  desk: Desk,
  summary: DaySummary,
  calendar: readonly CalendarEntry[],
): Promise<string> {
  const { workspace } = desk.settings;
  await world.progress.step('drawing the report');
  const { reportPage, reportScript } = await import('../outputs/report/report.ts');
  const digest = Buffer.from(await world.disk.sha256(reportScript), 'hex');
  return reportPage({
    summary,
    calendar,
    exposure: exposureOf(desk.plan, workspace.currency),
    promise: workspace.store.orderPromise,
    currency: workspace.currency,
    scriptHash: digest.toString('base64'),
  });
}
