import type { Day } from './day.ts';

/** Units of an order line that a supplier was told to ship by a purchase order, as its corrections left them. */
export interface Forwarding {
  readonly supplier: string;
  readonly day: Day;
  readonly units: number;
}
