import type { Forecast } from '../forecast/forecast.ts';
import { type Cover, reorder } from '../forecast/reorder.ts';
import { addDays, type Day } from '../model/day.ts';
import { wordQuantity } from '../model/offer.ts';
import type { SupplierTerms } from '../model/policy.ts';
import type { Sku } from '../model/sku.ts';
import type { Status } from '../model/status.ts';
import type { Allocation } from './allocation.ts';
import type { Demand, Drain } from './demand.ts';
import type { Desk } from './forwarding.ts';
import type { DatedOffer, PlanInput } from './input.ts';
import { dispatchedWith, releasedWith, supplyInKit } from './kit-desk.ts';
import { decideKit, kitPosition, type PartInKit } from './kit-status.ts';
import { labelOf } from './label.ts';
import { coverOf, type Spreads, takePosition } from './position.ts';
import { withoutOtherOrders } from './shared-articles.ts';
import { decideStatus, type Position, type Verdict } from './status.ts';
import { gatherSupply, type Supply } from './supply.ts';

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

/** A part of a kit with its own plan. */
export interface KitMember {
  /** Units in each kit. */
  readonly quantity: number;
  readonly planned: PlannedSku;
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
 * All that the plan says of one SKU, its stock after what open orders took. What is worked out only when asked for is never
 * stale, as all of it is of one day. A class, as getters of its own would make of each of ten thousand SKUs a slow object of
 * twice the size.
 */
export class PlannedSku {
  readonly sku: Sku;
  readonly title: string | undefined;
  readonly verdict: Verdict;
  readonly position: Position;
  readonly supply: Supply;
  /** Living arrivals of known quantity, in units. */
  readonly incoming: number | undefined;
  readonly deliverBy: Day | undefined;
  readonly label: string;
  readonly previous: Status | undefined;
  /** It is made of others. */
  readonly isKit: boolean;
  /** In a listing, an override or an open order; without any listing also everything suppliers offer or offered. */
  readonly inShop: boolean;
  readonly #planning: Planning;
  readonly #desk: Desk;
  readonly #decide: (position: Position, supply?: Supply) => Verdict;
  /** What it has by itself, where it is a kit. */
  readonly #own: Position;
  #forecast: { readonly made: Forecast | undefined } | undefined;
  #drain: Drain | undefined;

  constructor(served: Desk, planning: Planning, known: Known) {
    const desk = withoutOtherOrders(served);
    const { override, supply } = desk;
    const { input, spreads } = planning;
    const { today, policy, terms } = input;
    const { allocation, wasListed } = known;
    const { sku } = supply;
    this.sku = sku;
    this.supply = supply;
    this.#desk = desk;
    this.#planning = planning;
    this.previous = input.previous.get(sku);
    const parts = known.members.map(({ quantity, planned }) => planned.inKit(desk, quantity));
    const isMade = parts.length > 0;
    // What the merchant holds back of a kit is held back of what is made of it too.
    const ownBuffer = isMade && override?.safetyStock !== undefined ? 0 : override?.safetyStock;
    this.#own = takePosition(supply, allocation, ownBuffer, (supplier) => {
      const expected = this.forecast;
      if (!expected) return 0;
      return reorder(expected, coverOf(supplier, input, spreads), policy.serviceLevel).point;
    });
    const { previous } = this;
    const statusInput = (position: Position, of = supply) => ({
      supply: of,
      position,
      policy,
      today,
      override,
      wasListed,
      previous,
    });
    this.#decide = (position, of) => decideStatus(statusInput(position, of));
    this.position = isMade ? kitPosition(this.#own, parts, allocation.made, override) : this.#own;
    this.verdict = isMade
      ? decideKit(statusInput(this.#own), parts, this.position)
      : this.#decide(this.#own);
    const { status, shipDate, supplier: by } = this.verdict;
    const supplier = supply.sources.find((source) => source.supplier === by);
    const agreed = supplier?.terms ?? terms.get(by ?? '') ?? supply.preferred;
    this.deliverBy = shipDate && addDays(shipDate, agreed.transitDays);
    this.label = labelOf(status, shipDate, this.deliverBy, policy);
    this.title = override?.title ?? titleOf(sku, supply, input) ?? known.orderedAs;
    this.incoming = incomingUnits(supply);
    this.isKit = input.kits.has(sku);
    const isOwn = override !== undefined || known.isInKit || allocation.isOpen;
    const isOffered = input.listed.size === 0 && (known.hasOffers || wasListed);
    this.inShop = input.listed.has(sku) || isOwn || isOffered;
  }

  /** What its status would be with nothing left to sell now. */
  get verdictWhenOut(): Verdict {
    return this.#decide({ ...this.#own, free: 0 });
  }

  /** What it is as a part of a kit, so many units of it in each: the kit's own dispatch days and release count. */
  inKit(kit: Desk, quantity: number): PartInKit {
    const desk = dispatchedWith(this.#desk, kit);
    const supply = supplyInKit(desk);
    const isAsEver = supply === this.supply;
    return {
      quantity,
      position: this.position,
      verdict: isAsEver ? this.verdict : this.#decide(this.#own, supply),
      verdictWhenOut: () => this.#decide({ ...this.#own, free: 0 }, supply),
      releaseShipDate: releasedWith(desk, kit).supply.releaseShipDate,
    };
  }

  /** Undefined where nothing was ever sold. */
  get forecast(): Forecast | undefined {
    this.#forecast ??= { made: this.#planning.demand.forecast(this.sku) };
    return this.#forecast.made;
  }

  /** What takes the stock away. */
  get drain(): Drain {
    this.#drain ??= this.#planning.demand.drain(this.sku, this.forecast);
    return this.#drain;
  }

  /** Until the goods of the supplier that comes first are next counted and dispatched. */
  get cover(): Cover {
    const { input, spreads } = this.#planning;
    return coverOf(this.supply.preferred, input, spreads);
  }
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
