import type { Forecast } from '../forecast/forecast.ts';
import { type Cover, reorder } from '../forecast/reorder.ts';
import { addDays, type Day } from '../model/day.ts';
import { wordQuantity } from '../model/offer.ts';
import { once } from '../model/once.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { Allocation } from './allocation.ts';
import type { Demand, Drain } from './demand.ts';
import type { Desk } from './forwarding.ts';
import type { DatedOffer, PlanInput } from './input.ts';
import { type KitMember, kitPosition, kitVerdict } from './kit-status.ts';
import { labelOf } from './label.ts';
import { coverOf, type Spreads, takePosition } from './position.ts';
import { decideStatus, type Position, type Verdict } from './status.ts';
import { gatherSupply, type Supply } from './supply.ts';

/** All that the plan says of one SKU. */
export interface PlannedSku {
  readonly sku: Sku;
  readonly title?: string | undefined;
  readonly verdict: Verdict;
  /** What its status would be with nothing left to sell now. */
  readonly verdictWhenOut: Verdict;
  readonly position: Position;
  readonly supply: Supply;
  /** Worked out when it is first asked for; undefined where nothing was ever sold. */
  readonly forecast: Forecast | undefined;
  /** What takes the stock away. Worked out when it is first asked for. */
  readonly drain: Drain;
  /** Living arrivals of known quantity, in units. */
  readonly incoming?: number | undefined;
  readonly deliverBy?: Day | undefined;
  /** Until the goods of the supplier that comes first are next counted and dispatched. */
  readonly cover: Cover;
  readonly label: string;
  readonly previous?: Status | undefined;
  /** In a listing, an override or an open order; without any listing also everything suppliers offer or offered. */
  readonly inShop: boolean;
  /** It is made of others. */
  readonly isKit: boolean;
}

/** Terms of a supplier of which nothing is configured; no SKU has offers from it. */
export const nobody: SupplierTerms = {
  id: '',
  name: '',
  dispatchDays: 2,
  transitDays: 5,
  slipDays: 0,
  buffer: { kind: 'units', units: 0 },
  staleAfterDays: 7,
  priority: 1,
  holidays: new Set(),
  wordQuantity,
  forwarded: 'recorded',
};

/** What a SKU's lines are served from. */
export function deskOf(
  sku: Sku,
  offers: readonly DatedOffer[],
  { overrides, terms, policy, today }: PlanInput,
): Desk {
  const override = overrides.get(sku);
  const given = { sku, offers, override, terms, fallbackTerms: nobody, policy, today };
  return { supply: gatherSupply(given), today, override };
}

/** What SKUs are planned with. */
interface Planning {
  readonly demand: Demand;
  readonly spreads: Spreads;
  readonly input: PlanInput;
}

/** What is known of one SKU beside its stock. */
interface Known {
  readonly allocation: Allocation;
  readonly hasOffers: boolean;
  readonly orderedAs: string | undefined;
  /** Some older file of a supplier had it, its newest has not. */
  readonly wasListed: boolean;
  /** It is a kit, or part of one. */
  readonly isInKit: boolean;
  /** What it is made of, where it is a kit. */
  readonly members: readonly KitMember[];
}

/**
 * Plans one SKU, its stock after what open orders took. What is worked out only when asked for is never stale, as all of
 * it is of one day.
 */
export function planSku(
  { supply, override }: Desk,
  { demand, spreads, input }: Planning,
  { allocation, hasOffers, orderedAs, wasListed, isInKit, members }: Known,
): PlannedSku {
  const { today, policy, terms } = input;
  const { sku } = supply;
  const forecast = once(() => demand.forecast(sku));
  const drain = once(() => demand.drain(sku, forecast()));
  const cover = (supplier: SupplierTerms) => coverOf(supplier, input, spreads);
  const own = takePosition(supply, allocation, override?.safetyStock, (supplier) => {
    const expected = forecast();
    return expected ? reorder(expected, cover(supplier), policy.serviceLevel).point : 0;
  });
  const previous = input.previous.get(sku);
  const decide = (position: Position) =>
    decideStatus({ supply, position, policy, today, override, wasListed, previous });
  const verdict = kitVerdict(decide(own), members);
  const position = kitPosition(own, members, allocation.made);
  const supplier = supply.sources.find((source) => source.supplier === verdict.supplier);
  const agreed = supplier?.terms ?? terms.get(verdict.supplier ?? '') ?? supply.preferred;
  const deliverBy = verdict.shipDate && addDays(verdict.shipDate, agreed.transitDays);
  const inShop = input.listed.has(sku) || override !== undefined || isInKit || allocation.isOpen;
  return {
    sku,
    title: override?.title ?? titleOf(sku, supply, input) ?? orderedAs,
    verdict,
    get verdictWhenOut() {
      return decide({ ...own, free: 0 });
    },
    position,
    supply,
    get forecast() {
      return forecast();
    },
    get drain() {
      return drain();
    },
    incoming: incomingUnits(supply),
    deliverBy,
    get cover() {
      return cover(supply.preferred);
    },
    label: labelOf(verdict.status, verdict.shipDate, deliverBy, policy),
    previous,
    isKit: input.kits.has(sku),
    inShop: inShop || (input.listed.size === 0 && (hasOffers || wasListed)),
  };
}

function titleOf(sku: Sku, { sources }: Supply, { listed }: PlanInput): string | undefined {
  return (
    listed.get(sku) ||
    sources.find(({ offer }) => offer.title !== undefined)?.offer.title ||
    undefined
  );
}

function incomingUnits({ arrivals }: Supply): number {
  return arrivals.reduce(
    (sum, { quantity, quantityKnown }) => (quantityKnown ? sum + quantity : sum),
    0,
  );
}
