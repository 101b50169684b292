import type { Answer } from './answer.ts';
import type { Offer } from './offer.ts';
import type { OrderLine } from './order.ts';
import type { Problem } from './problem.ts';
import type { Return } from './return.ts';
import type { Shipment } from './shipment.ts';

/** A column of a file and what it was taken for; `by`: what decided that. */
export interface ExplainedColumn {
  readonly header: string;
  /** Undefined for a column that is not used. */
  readonly field?: string | undefined;
  readonly by?: 'configuration' | 'own-name' | 'vocabulary' | undefined;
}

/** One of a file's first rows. */
export interface ExplainedRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** What came of it; absent where the row was left out or went into another. */
  readonly fact?: Offer | OrderLine | Shipment | Return | Answer | undefined;
  /** The line of the row into which it went. */
  readonly joined?: number | undefined;
}

/** How a file was understood. */
export interface ExplainedFile {
  readonly file: string;
  /** What it is, and why. */
  readonly title: string;
  readonly head?:
    | {
        readonly encoding: string;
        /** Nothing tells the encoding for certain. */
        readonly isGuess: boolean;
        readonly delimiter: string;
        readonly quote: string;
        /** 0 where the file has no header line. */
        readonly headerLine: number;
        readonly above: readonly (readonly string[])[];
      }
    | undefined;
  readonly columns: readonly ExplainedColumn[];
  readonly rows: readonly ExplainedRow[];
  /** Those of the file as a whole and of the rows shown. */
  readonly problems: readonly Problem[];
  /** Lines that are ready to be put into dropship.toml. */
  readonly ready: readonly string[];
}
