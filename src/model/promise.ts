import type { Day } from './day.ts';
import type { Sku } from './sku.ts';
import type { DateBasis } from './status.ts';

/** How long after the order the goods ship, as checkout promises it. */
export interface ShipPromise {
  readonly days: number;
  /** Counted in working days instead of calendar days. */
  readonly working: boolean;
  /** Working days leave out US federal holidays. */
  readonly inUnitedStates: boolean;
}

/** The dates that customers are shown of a SKU that is sold ahead; none of one that is in stock, or cannot be bought. */
export interface ShownDates {
  readonly shipDate?: Day | undefined;
  readonly deliverBy?: Day | undefined;
}

/** When an order line is to ship, as the plan of a day said: a promise, or what became of it. */
export interface LinePromise extends ShownDates {
  readonly day: Day;
  readonly channel: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly sku: Sku;
  readonly quantity: number;
  /** Undefined while nothing tells when it ships. */
  readonly basis?: DateBasis | undefined;
  readonly supplier?: string | undefined;
}
