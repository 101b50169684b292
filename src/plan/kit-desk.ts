import { type Day, laterDay, workingDaysAfter } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import { byBytes } from '../model/sku.ts';
import type { Desk } from './forwarding.ts';
import { type Arrival, releaseShipDay, type Source, type Supply } from './supply.ts';

/** The desk of a part as lines of a kit are served from it: sent off in the kit's own time, not before its release. */
export function deskInKit(part: Desk, kit: Desk): Desk {
  return releasedWith(dispatchedWith(part, kit), kit);
}

/** The desk of a part with the dispatch days of a kit: they go before those of the part and of its suppliers. */
export function dispatchedWith(part: Desk, kit: Desk): Desk {
  const dispatchDays = kit.override?.dispatchDays;
  if (dispatchDays === undefined) return part;
  const { supply } = part;
  const { release, sku } = supply;
  const override = { ...part.override, sku, dispatchDays };
  const releaseShipDate = release && releaseShipDay(release, supply, override);
  return {
    ...part,
    override,
    kitDispatchDays: dispatchDays,
    supply: { ...supply, releaseShipDate },
  };
}

/** The desk of a part of which nothing ships before the release of a kit. */
export function releasedWith(part: Desk, { supply: { release } }: Desk): Desk {
  const { supply, override } = part;
  if (release === undefined || release <= (supply.release ?? '')) return part;
  const releaseShipDate = releaseShipDay(release, supply, override);
  return { ...part, supply: { ...supply, release, releaseShipDate } };
}

/** The day on which the carrier has what a supplier sends off today. */
export function stockReadyOn(desk: Desk, { terms, readyOn: own }: Source): Day {
  return sentOff(desk, desk.today, terms) ?? own;
}

/** The day on which the carrier has goods that are to come in. */
export function arrivalReadyOn(desk: Desk, { startsOn, terms, shipDate }: Arrival): Day {
  return sentOff(desk, startsOn, terms) ?? shipDate;
}

function sentOff({ kitDispatchDays }: Desk, day: Day, { holidays }: SupplierTerms) {
  if (kitDispatchDays === undefined) return undefined;
  return workingDaysAfter(day, kitDispatchDays, holidays);
}

/** The later of a day and the day on which a release ships that is still to come. */
export function notBeforeRelease({ supply, today }: Desk, shipDate: Day): Day {
  const { release, releaseShipDate } = supply;
  if (release === undefined || releaseShipDate === undefined || release <= today) return shipDate;
  return laterDay(shipDate, releaseShipDate);
}

/** What a part's status in a kit is decided from. Its numbers are copies, so nothing is to be taken from it. */
export function supplyInKit(desk: Desk): Supply {
  const { supply, kitDispatchDays } = desk;
  if (kitDispatchDays === undefined) return supply;
  return {
    ...supply,
    sources: supply.sources.map((source) => ({ ...source, readyOn: stockReadyOn(desk, source) })),
    arrivals: supply.arrivals
      .map((one) => ({ ...one, shipDate: arrivalReadyOn(desk, one) }))
      .sort(byShipDate),
    estimates: supply.estimates
      .map((one) => ({ ...one, shipDate: sentOff(desk, one.day, one.terms) ?? one.shipDate }))
      .sort(byShipDate),
  };
}

function byShipDate(a: { readonly shipDate: Day }, b: { readonly shipDate: Day }): number {
  return byBytes(a.shipDate, b.shipDate);
}
