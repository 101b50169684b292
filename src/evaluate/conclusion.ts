import type { Buffer } from '../model/policy.ts';
import type { DateBasis } from '../model/status.ts';
import type { Bounds } from './chance.ts';
import type { Flaw } from './figure.ts';

/** What can be said for sure, with the facts that it rests on. */
export type Conclusion =
  /** Goods come in later than first stated, beyond chance, and later than the settings add. */
  | (SlipFacts & { readonly kind: 'dates-slip' })
  /** They come in sooner than the settings add. */
  | (SlipFacts & { readonly kind: 'slip-too-long' })
  /** What is in stock ships later than `dispatch_days` say, beyond chance. */
  | {
      readonly kind: 'ships-later';
      readonly supplier: string;
      /** Working days from the order within which four of five lines ship. */
      readonly days: number;
      readonly kept: number;
      readonly lines: number;
      readonly configured: number;
    }
  /** Fewer than four of five dates that nobody stated were kept, beyond chance. */
  | {
      readonly kind: 'estimates-missed';
      readonly basis: Extract<DateBasis, 'learned' | 'typical'>;
      readonly kept: number;
      readonly lines: number;
    }
  | {
      readonly kind: 'oversold';
      /** Undefined where it is on record of several, or of none. */
      readonly supplier: string;
      readonly lines: number;
      readonly sold: number;
      readonly buffer: Buffer['kind'];
    }
  | {
      readonly kind: 'cancel-pace';
      /** The share of waiting units that a day takes away. */
      readonly perDay: number;
      readonly bounds: Bounds;
      readonly units: number;
      /** The longest wait that enough is on record of, in days, and the share that is cancelled by then. */
      readonly within: { readonly days: number; readonly share: number } | undefined;
    }
  | {
      readonly kind: 'cancel-faster';
      readonly after: number;
      readonly perDay: number;
      readonly before: number;
      readonly configured: number;
    }
  | {
      readonly kind: 'ahead-cancelled';
      readonly ahead: number;
      readonly inStock: number;
      readonly lines: number;
    }
  | {
      readonly kind: 'forecast-against-naive';
      readonly isBetter: boolean;
      readonly own: number;
      readonly naive: number;
      readonly skus: number;
      readonly days: number;
    }
  | {
      readonly kind: 'range-off';
      readonly isTooNarrow: boolean;
      readonly within: number;
      readonly skus: number;
    }
  | {
      readonly kind: 'stockouts-off';
      readonly driver: 'own-orders' | 'supplier-depletion';
      readonly isTooLate: boolean;
      readonly share: number;
      readonly sample: number;
    }
  | {
      readonly kind: 'take-up';
      readonly status: 'backorder' | 'preorder';
      readonly ratio: number;
      readonly bounds: Bounds;
    }
  | {
      readonly kind: 'imperfect';
      readonly perfect: number;
      readonly orders: number;
      readonly flaw: Flaw;
      readonly flawed: number;
    };

interface SlipFacts {
  readonly supplier: string;
  readonly median: number;
  /** Where the true median lies in 9 of 10 cases. */
  readonly bounds: Bounds;
  readonly restocks: number;
  readonly configured: number;
  /** The most days that a slip is open by, as files come so far apart. */
  readonly fileGap: number;
  /** What the plan adds as it has learned; undefined while it goes by the settings. */
  readonly learned: number | undefined;
}
