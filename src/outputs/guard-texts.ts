import type { Day } from '../model/day.ts';
import type { Alarm } from '../model/guard.ts';
import type { Problem } from '../model/problem.ts';

type Of<K extends Problem['kind']> = Extract<Problem, { readonly kind: K }>;

/** The words for a stock file without history of which too many rows cannot be read. */
export function mostlyUnread({ rows, leftOut }: Of<'file-mostly-unread'>): {
  readonly message: string;
  readonly hint: string;
} {
  return {
    message: `${units(leftOut)} of its ${units(rows)} rows could not be read; the file was not used`,
    hint: 'say in dropship.toml how its cells are to be read, or raise max_unparsable under [policy.guard]',
  };
}

/** The words for a file that a guard holds back: the figures, what counts instead, how to take it. */
export function heldBack({ supplier, alarms, lastGood, since, isStanding }: Of<'feed-held-back'>): {
  readonly message: string;
  readonly hint: string | undefined;
} {
  const why = alarms.map(alarmText).join(', ') || 'until the next ingest';
  const instead = isStanding
    ? standsInstead(supplier, lastGood, since)
    : `a later file of ${supplier} counts`;
  return {
    message: `held back: ${why}; ${instead}`,
    hint: isStanding
      ? `look at the file; if it is right, take it: ${acceptCommand(supplier)}`
      : undefined,
  };
}

/** The command that takes a supplier's file although a guard holds it back. */
export function acceptCommand(supplier: string): string {
  return `dropship ingest --accept ${/^[\w.-]+$/.test(supplier) ? supplier : `"${supplier}"`}`;
}

const units = (count: number) => count.toLocaleString('en-US');

function alarmText(alarm: Alarm): string {
  switch (alarm.rule) {
    case 'nothing-readable':
      return alarm.rows === 0
        ? 'it holds no rows'
        : `none of its ${units(alarm.rows)} rows could be read`;
    case 'unparsable':
      return `${units(alarm.leftOut)} of its ${units(alarm.rows)} rows could not be read`;
    case 'total':
      return totalText(alarm.before, alarm.after);
    case 'articles-gone':
      return `${units(alarm.gone)} of ${units(alarm.articles)} articles are gone`;
    case 'flips':
      return `${units(alarm.flips)} of ${units(alarm.articles)} articles changed between some and none`;
  }
}

function totalText(before: number, after: number): string {
  const figures = `from ${units(before)} to ${units(after)} units`;
  return after < before
    ? `total fell ${figures} (−${Math.round((1 - after / before) * 100)} %)`
    : `total rose ${figures} (× ${units(Math.round((after / before) * 10) / 10)})`;
}

function standsInstead(supplier: string, lastGood: Day | undefined, since: Day): string {
  const instead =
    lastGood === undefined ? 'nothing of it counts' : `its stock of ${lastGood} counts`;
  return `${supplier} is held back since ${since}, ${instead}`;
}
