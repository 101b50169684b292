import type { DayOrder } from '../formats/day-cell.ts';
import type { OrderField } from '../formats/orders.ts';
import type { Day } from '../model/day.ts';
import type { OrderLine } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';

/** What is known of an orders file beside its bytes. */
export interface OrderSource {
  /** The date of the export: of two states of one line the later counts. */
  readonly asOf: Day;
  /** All orders in it are done: they tell demand only. */
  readonly history: boolean;
  readonly timezone: string;
  readonly columns?: { readonly [F in OrderField]?: string | undefined } | undefined;
  readonly dayOrder?: DayOrder | undefined;
}

export interface OrderReading {
  readonly lines: readonly OrderLine[];
  readonly problems: readonly Problem[];
  /** Whether any column says what has been shipped or cancelled. */
  readonly tellsFulfilment: boolean;
}

export interface OrderRow {
  readonly line: number;
  readonly cells: readonly string[];
}
