import type { Figure } from '../../src/evaluate/figure.ts';
import type { History } from '../../src/evaluate/past-input.ts';
import { type Sale, salesOf } from '../../src/evaluate/sales.ts';
import type { NoticeEvent } from '../../src/model/notice.ts';
import type { OrderLine } from '../../src/model/order.ts';
import type { LinePromise } from '../../src/model/promise.ts';
import type { DateBasis, Status } from '../../src/model/status.ts';
import { groupWords } from '../../src/outputs/evaluate-words.ts';
import type { ShownStatus } from '../../src/plan/input.ts';
import { makePlan } from '../../src/plan/plan.ts';
import {
  day,
  inputOf,
  type LineSketch,
  line,
  type Situation,
  sku,
  terms,
  today,
} from '../plan/builders.ts';

/** What a run told the listings of a SKU from a day on. */
export function shown(on: string, status: Status, name = 'X'): ShownStatus {
  return { day: day(on), sku: sku(name), status };
}

/** What a run first said of order line #1/1. */
export function firstSaid(
  on: string,
  basis: DateBasis | undefined,
  more: Partial<LinePromise> = {},
): LinePromise {
  return {
    ...{ day: day(on), channel: '', orderId: '#1', lineId: '1', sku: sku('X'), quantity: 1 },
    basis,
    ...more,
  };
}

interface Memory {
  readonly statuses?: readonly ShownStatus[];
  readonly promises?: readonly LinePromise[];
}

const acme = terms('acme', { dispatchDays: 2 });

/** Lines as sales: acme takes two working days. */
export function sold(
  lines: readonly OrderLine[],
  { statuses = [], promises = [] }: Memory = {},
): readonly Sale[] {
  return salesOf({
    today,
    lines,
    memory: { statuses, promises },
    promise: undefined,
    termsOf: () => acme,
  });
}

/** A line of one X of acme, ordered and shipped on days of November. */
export function shipped(
  ordered: number,
  left: number | undefined,
  more: LineSketch = {},
): OrderLine {
  const date = (one: number) => `2026-11-${String(one).padStart(2, '0')}`;
  return line({
    orderedAt: `${date(ordered)}T10:00:00`,
    supplier: 'acme',
    progressAsOf: today,
    ...(left === undefined
      ? {}
      : { fulfilledQuantity: more.quantity ?? 1, fulfilledAt: date(left) }),
    ...more,
  });
}

/** So many lines alike, each an order of its own. */
export function times(count: number, make: (i: number) => OrderLine): OrderLine[] {
  return Array.from({ length: count }, (_, i) => ({ ...make(i), orderId: `#${i + 1}` }));
}

/** Figures in few words: `dates-kept supplier acme 0.5 of 2`. */
export function inWords(figures: readonly Figure[]): string[] {
  return figures.map(({ measure, group, value, sample, note }) =>
    [
      `${measure} ${groupWords(group)}`,
      value === undefined ? '–' : Number(value.toFixed(4)),
      `of ${sample}`,
      note && `(${note.kind})`,
    ]
      .filter((word) => word !== undefined)
      .join(' '),
  );
}

/** All that is evaluated of a situation. */
export function historyOf(situation: Situation, events: readonly NoticeEvent[] = []): History {
  const input = inputOf(situation);
  const plan = makePlan(input);
  const standingOn = () => ({ offers: input.offers, missing: input.missing });
  return { input, lines: plan.lines, told: input.memory?.offers ?? [], standingOn, plan, events };
}
