import type { Change } from './change.ts';

/** Changes of one kind in one direction: step 1 changes least, each further one more. */
export interface Axis {
  readonly towards: 'better' | 'worse';
  readonly steps: number;
  readonly at: (step: number) => Change;
  /** How far off the change is as such, and what each step adds; in units of goods. */
  readonly base: number;
  readonly weight: number;
}

/** What a change leads to; a higher rank is better for the customer. */
export interface Outcome {
  readonly rank: number;
}

/** A change, and what it leads to. */
export interface Flip<Result> {
  readonly change: Change;
  readonly result: Result;
}

/** A flip with how far off it is. */
export interface Found<Result> extends Flip<Result> {
  readonly effort: number;
}

/**
 * The least changes of an axis that lead somewhere else: for the better one for each rank that it reaches, for the worse
 * the first. One step less of any of them does not reach as far.
 */
export function flipsAlong<Result extends Outcome>(
  axis: Axis,
  now: Result,
  outcomeOf: (change: Change) => Result | undefined,
): Found<Result>[] {
  const known = new Map<number, Result>();
  const resultAt = (step: number): Result => {
    const result = known.get(step) ?? outcomeOf(axis.at(step)) ?? now;
    known.set(step, result);
    return result;
  };
  const found = (step: number): Found<Result> => ({
    change: axis.at(step),
    result: resultAt(step),
    effort: axis.base + step * axis.weight,
  });
  if (axis.towards === 'worse') {
    const step = firstStep(axis.steps, (at) => resultAt(at).rank < now.rank);
    return step === undefined ? [] : [found(step)];
  }
  const flips: Found<Result>[] = [];
  for (let rank = now.rank; ; ) {
    const step = firstStep(axis.steps, (at) => resultAt(at).rank > rank);
    if (step === undefined) return flips;
    flips.push(found(step));
    rank = resultAt(step).rank;
  }
}

/** Doubles the step until it reaches, then halves what lies between: the step before the one found does not reach. */
function firstStep(steps: number, reaches: (step: number) => boolean): number | undefined {
  let below = 0;
  let above = Math.min(1, steps);
  while (above > below && !reaches(above)) {
    below = above;
    above = Math.min(above * 2, steps);
  }
  if (above <= below) return undefined;
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (reaches(middle)) above = middle;
    else below = middle;
  }
  return above;
}
