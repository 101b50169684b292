import { entriesOf, inOrder } from '../../src/notices/calendar.ts';
import type { Case } from '../../src/notices/facts.ts';
import { lawOf } from '../../src/notices/rules/index.ts';
import { day, type LineSketch, line } from '../plan/builders.ts';
import { factsOf, type Situation } from './situation.ts';

/** What the calendar has for a line, as `2026-12-04 refund`. */
export function calendarOf(situation: Situation, sketch: LineSketch = {}): string[] {
  const facts = factsOf(situation);
  const { place: jurisdiction } = situation;
  const own: Case = {
    line: line(sketch),
    parts: [],
    jurisdiction,
    law: lawOf(jurisdiction),
    facts,
    history: { told: facts.history ?? [], bounces: [] },
  };
  return entriesOf(own, [], { today: day(situation.today), holdDays: 7 })
    .toSorted(inOrder)
    .map(({ on, what, type }) => [on, what, type].filter((part) => part !== undefined).join(' '));
}
