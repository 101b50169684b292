import type { Day } from '../../src/model/day.ts';
import type { Figures } from './judge.ts';
import type { Command } from './simulate.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** The lead times that `dropship suppliers` has learned. */
export async function learnedLeadTimes(command: Command, day: Day): Promise<Figures['leadTimes']> {
  const { code, stdout, stderr } = await command(['suppliers', '-f', 'json', '--today', day], day);
  if (code > 1) throw new Error(stderr);
  const number = (cell: Row[string] | undefined) => Number(cell ?? Number.NaN);
  return new Map(
    (JSON.parse(stdout) as Row[]).map((row) => [
      String(row['supplier']),
      {
        shipments: number(row['shipments']),
        p50: number(row['lead_time_p50']),
        p80: number(row['lead_time_p80']),
        p95: number(row['lead_time_p95']),
      },
    ]),
  );
}
