import { addDays, type Day, daysBetween } from '../model/day.ts';
import { makePlan } from '../plan/plan.ts';
import {
  fileDaysOf,
  followsDemand,
  type History,
  pastInputs,
  type Rules,
  salesOfHistory,
  spreadDays,
  termsIn,
} from './past-input.ts';
import { pastTruthOf } from './past-truth.ts';
import { judgeDay, type Tally } from './replay-day.ts';

/** What one set of rules would have done on the days looked at. */
export interface Outcome {
  /** Articles and days on which it was offered at all, of those of which the stock is known. */
  readonly offeredDays: number;
  readonly judgedDays: number;
  /** Articles and days on which more was offered as in stock than there turned out to be, of those offered as in stock. */
  readonly overOffered: number;
  readonly inStockDays: number;
  /** Units that customers would have bought as in stock and that were not there; of units bought as in stock. */
  readonly oversold: number;
  readonly soldInStock: number;
  readonly soldAhead: number;
  /** Units asked for that were not offered though stock stood there. */
  readonly lost: number;
  /** Order lines that left after the date that would have been shown; of those that it would have been shown for. */
  readonly late: number;
  readonly dated: number;
  /** Calendar days from the order to the date shown, over these lines. */
  readonly wait: number | undefined;
}

/** Two sets of rules on the same past. */
export interface Replay {
  readonly days: readonly Day[];
  /** Past days that could have been looked at. */
  readonly known: number;
  readonly current: Outcome;
  readonly other: Outcome;
}

/** So many days are planned at most, twice each. */
const mostDays = 60;
/** Where a buffer follows demand all of the past is forecast from anew: large shops have fewer days planned, but not fewer than these. */
const heavy = { lineDays: 2_000_000, least: 12 };

/**
 * Plans the mornings of past days under the present rules and under others, and compares what each would have offered with what
 * there turned out to be, who ordered on the day, and when it left. Each day is judged for itself, from the past as it was.
 */
export function replay(history: History, other: Rules): Replay {
  const { plan, input, lines } = history;
  const { policy, terms, method } = input;
  const truth = pastTruthOf({ ...plan, lines }, salesOfHistory(history), termsIn(input));
  const known = daysBetweenFiles(history);
  const days = spreadDays(known, affordable([{ terms }, other], lines.length));
  const on = pastInputs(history);
  const tallies = { current: emptyTally(), other: emptyTally() };
  for (const day of days) {
    const inputOn = on(day);
    const current = makePlan(inputOn({ policy, terms, method }));
    judgeDay({ current, other: makePlan(inputOn({ method, ...other })) }, truth, tallies);
  }
  return {
    days,
    known: known.length,
    current: outcomeOf(tallies.current),
    other: outcomeOf(tallies.other),
  };
}

/** The first quarter of the past, up to 30 days, is left to learn from. */
const learning = { share: 1 / 4, most: 30 };

function affordable(rules: readonly Pick<Rules, 'terms'>[], lines: number): number {
  if (!rules.some(followsDemand)) return mostDays;
  return Math.min(mostDays, Math.max(heavy.least, Math.floor(heavy.lineDays / Math.max(1, lines))));
}

/** Days with files before and after them: of others nobody can tell what there was. */
function daysBetweenFiles(history: History): readonly Day[] {
  const files = fileDaysOf(history);
  const [first, last] = [files[0], files.at(-1)];
  if (first === undefined || last === undefined) return [];
  const days = Array.from({ length: daysBetween(first, last) }, (_, i) => addDays(first, i));
  return days.slice(Math.min(learning.most, Math.floor(days.length * learning.share)));
}

function emptyTally(): Tally {
  return {
    offeredDays: 0,
    judgedDays: 0,
    overOffered: 0,
    inStockDays: 0,
    oversold: 0,
    soldInStock: 0,
    soldAhead: 0,
    lost: 0,
    late: 0,
    dated: 0,
    waitDays: 0,
  };
}

function outcomeOf({ waitDays, ...counts }: Tally): Outcome {
  return { ...counts, wait: counts.dated === 0 ? undefined : waitDays / counts.dated };
}
