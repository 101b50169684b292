import type { FileStyle } from '../formats/file-style.ts';
import type { ExportField, OrderFormat } from '../formats/order-format.ts';
import type { MappableOrderField } from '../formats/orders.ts';
import type { Columns } from '../formats/vocabulary.ts';
import type { Day } from '../model/day.ts';
import { historyWord, type OrderLine } from '../model/order.ts';
import type { Problem } from '../model/problem.ts';

/** What is known of an orders file beside its bytes. */
export interface OrderSource extends FileStyle {
  /** The section that names the file. */
  readonly name?: string | undefined;
  /** The date of the export: of two states of one line the later counts. */
  readonly asOf: Day;
  /** All orders in it are done: they tell demand only. */
  readonly history: boolean;
  /** Orders that a later file of the source lacks are open no more. */
  readonly openOnly?: boolean | undefined;
  readonly timezone: string;
  readonly columns?: { readonly [F in MappableOrderField]?: string | undefined } | undefined;
}

export type TakeLine = (line: OrderLine) => void;

/** What a reading tells beside the lines. After a refusal the lines handed over so far are not to be used. */
export interface OrderReading {
  readonly problems: readonly Problem[];
  /** Whether any column says what has been shipped. */
  readonly tellsFulfilment: boolean;
  /** Whose orders the file has, in the words of `sourceName`. */
  readonly source?: string | undefined;
  /** Whether it lists open orders only. */
  readonly isOpenList?: boolean | undefined;
  /** The orders that rows name which were left out; a blank one where such a row names none. */
  readonly unreadOrders?: readonly string[] | undefined;
}

/** Tells apart whose exports tell of a line: those of a section, of a channel where they may be of several, and its history. */
export function sourceName(
  { name = 'orders', history }: Pick<OrderSource, 'name' | 'history'>,
  { channel }: Pick<OrderFormat, 'channel'>,
): string {
  return [name, channel, history ? historyWord : undefined]
    .filter((word) => word !== undefined)
    .join(' ');
}

/** Whether a file lists open orders only: by its section, or as its shop always does; a history is none. */
export function isOpenList(
  { history, openOnly = false }: Pick<OrderSource, 'history' | 'openOnly'>,
  format: Pick<OrderFormat, 'openOnly'>,
): boolean {
  return !history && (openOnly || format.openOnly === true);
}

/** All that the reading of one orders file needs to know. */
export interface OrderTask {
  readonly format: OrderFormat;
  readonly columns: Columns<ExportField>;
  readonly delimiter: string;
  readonly file: string;
  readonly source: OrderSource;
  readonly take: TakeLine;
  /** Hears of rows that may be lines and are left out, by the order that they name; blank where they name none. */
  readonly leftOut: (order: string, line: number) => void;
  readonly problems: Problem[];
}
