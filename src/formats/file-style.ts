import type { DayOrder } from './day-cell.ts';
import type { NumberStyle } from './number-cell.ts';

/** How the files of one source are written, as configured: for where a file does not tell by itself. */
export interface FileStyle {
  readonly dayOrder?: DayOrder | undefined;
  readonly numberStyle?: NumberStyle | undefined;
  /** A label of the WHATWG Encoding Standard. */
  readonly encoding?: string | undefined;
}

/** How files are written, of all that is configured for them. */
export function styleOf({ dayOrder, numberStyle, encoding }: FileStyle): FileStyle {
  return { dayOrder, numberStyle, encoding };
}
