import { isLarger } from './chance.ts';
import type { Outcome } from './replay.ts';

/** What is better when it is less: units, units, a share, days. */
export type Harm = 'oversold' | 'lost' | 'late' | 'wait';

/** One thing that the other rules do better or worse. */
export interface Difference {
  readonly harm: Harm;
  readonly current: number;
  readonly other: number;
}

/** Of fewer order lines neither a share nor a mean is worth a word. */
const leastLines = 20;

/**
 * Where two sets of rules differ on one past. Units are those of the same days and customers under both: half a unit and
 * more is a difference. Shares of late lines are of other lines under each, so it takes 20 lines under both and bounds
 * that do not meet (Wilson, 95 %); the mean wait takes 20 lines under both and half a day.
 */
export function differencesOf(current: Outcome, other: Outcome): readonly Difference[] {
  const isTold = Math.min(current.dated, other.dated) >= leastLines;
  const found: (Difference | undefined)[] = [
    apart('oversold', current.oversold, other.oversold),
    apart('lost', current.lost, other.lost),
    isTold ? lateApart(current, other) : undefined,
    isTold && current.wait !== undefined && other.wait !== undefined
      ? apart('wait', current.wait, other.wait)
      : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

function apart(harm: Harm, current: number, other: number): Difference | undefined {
  return Math.abs(other - current) < 0.5 ? undefined : { harm, current, other };
}

function lateApart(current: Outcome, other: Outcome): Difference | undefined {
  const [a, b] = [
    [current.late, current.dated],
    [other.late, other.dated],
  ] as const;
  if (!isLarger(a, b) && !isLarger(b, a)) return undefined;
  return { harm: 'late', current: a[0] / a[1], other: b[0] / b[1] };
}
