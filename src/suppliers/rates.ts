import { workingDaysBetween } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Delivery } from './deliveries.ts';
import type { Shown } from './shown.ts';

/** A share and what it is a share of; undefined of nothing. */
export interface Rate {
  readonly share?: number | undefined;
  readonly sample: number;
}

/** What became of the units that a supplier was to send. */
export interface Rates {
  /** Units shipped, of those due; cancellations that were no shortage are left out. */
  readonly fill: Rate;
  /** Units neither cancelled nor still unshipped when due, of those forwarded while the newest file showed enough. */
  readonly accuracy: Rate;
  readonly cancelled: Rate;
  /** Units that came back, of those shipped. */
  readonly returned: Rate;
}

export interface RateInput {
  readonly terms: SupplierTerms;
  /** The lead time that 95 % of its parcels do not exceed. */
  readonly longestLead: number | undefined;
  readonly shown: Shown;
}

/** Rates by units; the adjusted fill rate is Dsco's: of cancellations only shortages count. */
export function ratesOf(deliveries: readonly Delivery[], input: RateInput): Rates {
  const fill = counter();
  const accuracy = counter();
  const cancelled = counter();
  const returned = counter();
  for (const delivery of deliveries) {
    const { shipped, units } = delivery;
    cancelled.add(...cancellation(delivery));
    if (delivery.returned !== undefined)
      returned.add(Math.min(delivery.returned, shipped), shipped);
    const open = units - shipped - delivery.cancelled;
    const due = isDue(delivery, input);
    if (due) fill.add(shipped, shipped + open + shortage(delivery, input.shown));
    if (wasShown(delivery, input.shown))
      accuracy.add(shipped, shipped + delivery.cancelled + (due ? open : 0));
  }
  return {
    fill: fill.rate(),
    accuracy: accuracy.rate(),
    cancelled: cancelled.rate(),
    returned: returned.rate(),
  };
}

/** Units cancelled and units that could have been; none where nobody tells, or what was lost from sight may have been. */
function cancellation({ heardOn, isLost, cancelled, units }: Delivery): [number, number] {
  return heardOn === undefined || isLost ? [0, 0] : [cancelled, units];
}

function counter() {
  let part = 0;
  let sample = 0;
  return {
    add: (units: number, of: number) => {
      part += units;
      sample += of;
    },
    rate: (): Rate => rateOf(part, sample),
  };
}

export function rateOf(part: number, sample: number): Rate {
  return { share: sample === 0 ? undefined : part / sample, sample };
}

/** Forwarded so long before something was heard last: more than twice the dispatch days, and than 19 of 20 parcels take. */
function isDue({ forwardedOn, heardOn }: Delivery, { terms, longestLead = 0 }: RateInput): boolean {
  if (forwardedOn === undefined || heardOn === undefined || heardOn < forwardedOn) return false;
  const patience = Math.max(longestLead, 2 * terms.dispatchDays);
  return workingDaysBetween(forwardedOn, heardOn, terms.holidays) > patience;
}

/** Units cancelled while the supplier, as far as is known, did not have them. */
function shortage({ supplier, sku, cancelled, cancelledOn }: Delivery, shown: Shown): number {
  const had = cancelledOn === undefined ? undefined : shown(supplier, sku, cancelledOn);
  return had !== undefined && had >= cancelled ? 0 : cancelled;
}

function wasShown({ supplier, sku, forwardedOn, units }: Delivery, shown: Shown): boolean {
  return forwardedOn !== undefined && (shown(supplier, sku, forwardedOn) ?? 0) >= units;
}
