import type { Day } from './day.ts';
import type { Sku } from './sku.ts';

/** Units of an order line that a supplier was told to ship by a purchase order, as its corrections left them. */
export interface Forwarding {
  readonly supplier: string;
  /** Of a kit's line the part that was forwarded, or the kit itself. */
  readonly sku: Sku;
  readonly day: Day;
  readonly units: number;
  /** Units as they were ordered, whatever was called back since. */
  readonly ordered: number;
}
