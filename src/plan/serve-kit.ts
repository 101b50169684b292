import type { Day } from '../model/day.ts';
import { laterDay } from '../model/day.ts';
import type { KitPart } from '../model/kit.ts';
import type { OrderLine } from '../model/order.ts';
import type { Sku } from '../model/sku.ts';
import { together } from './complete-kits.ts';
import { draw, drawUnits } from './draw.ts';
import type { Family } from './family.ts';
import { type Desk, leftOf } from './forwarding.ts';
import { arrivalReadyOn, deskInKit, notBeforeRelease, stockReadyOn } from './kit-desk.ts';
import { partLine, wholeKits, wholeLine } from './kits.ts';
import {
  type Need,
  type Part,
  serve,
  serveForwarded,
  serveFromArrivals,
  serveFromStock,
} from './serve.ts';

/** Takes off suppliers' numbers what was shipped of a kit: of the kit where its shipper lists it, else of its parts. */
export function drawKit(family: Family, desk: Desk, line: OrderLine): void {
  if (hasWhole(desk, line.supplier)) {
    for (const left of leftOf(desk, wholeLine(line)))
      if (hasWhole(desk, left.supplier)) drawUnits(desk, left);
    return;
  }
  for (const { part, own } of partsWithDesks(family, line.sku)) draw(own, partLine(line, part));
}

/** Whether a supplier, or any where none is named, lists the kit itself. */
function hasWhole({ supply }: Desk, supplier: string | undefined): boolean {
  return supply.sources.some((source) => supplier === undefined || source.supplier === supplier);
}

interface PartDesk {
  readonly part: KitPart;
  readonly own: Desk;
}

function partsWithDesks({ kits, desks }: Family, sku: Sku): PartDesk[] {
  const kit = desks.get(sku);
  return (kits.get(sku) ?? []).flatMap((part) => {
    const own = desks.get(part.sku);
    return own && kit ? [{ part, own: deskInKit(own, kit) }] : [];
  });
}

/** Is told the units that take from each stock, and of a kit what is made of its parts. */
export type Count = (sku: Sku, units: number, made?: Made) => void;

/** Units owed of a kit that are made of its parts. */
export interface Made {
  readonly kits: number;
  /** Those for which a part is not there yet, or must not ship yet. */
  readonly ahead: number;
}

/** A part of a kit that a line is served with. */
interface Member extends PartDesk {
  /** The line, as one of this part. */
  readonly line: OrderLine;
  readonly list: Part[];
  /** Units that suppliers were told of, and those of them that are in no number yet. */
  readonly told: number;
  readonly committed: number;
}

/**
 * Serves what suppliers were told of a line of a kit, and gives what serves the rest: from stock of the kit itself, then
 * complete kits from stock of its parts, then from what comes in of the kit or of its parts, whichever is sooner. `add` is
 * told the units that take from each stock.
 */
export function serveKit(
  family: Family,
  desk: Desk,
  { line, units: owed }: Pick<Need, 'line' | 'units'>,
  add: Count,
  parts: Part[] | undefined,
): () => void {
  const isWhole = hasWhole(desk, line.supplier);
  const knowsParts = line.purchases?.some(({ sku }) => sku !== line.sku) ?? false;
  const members = partsWithDesks(family, line.sku).map((member) =>
    toldMember(member, line, isWhole && !knowsParts ? 0 : owed, add),
  );
  const told = Math.min(
    owed,
    Math.max(0, ...members.map((member) => Math.ceil(member.told / member.part.quantity))),
  );
  const whole = wholeLine(line);
  const { committed, unbound } = isWhole
    ? serveForwarded(desk, whole, owed - told, parts)
    : { committed: 0, unbound: owed - told };
  return () => {
    const need: Need = { line: whole, bound: undefined, units: unbound };
    const made = told + serveUnbound(desk, need, members, told, parts, add);
    add(line.sku, committed + unbound - (made - told), {
      kits: committedKits(members, made),
      ahead: kitsAhead(members),
    });
    parts?.push(
      ...together(members.map(({ part, list }) => ({ quantity: part.quantity, parts: list }))),
    );
  };
}

/** Kits made of parts of which not all are in suppliers' numbers. */
function committedKits(members: readonly Member[], made: number): number {
  const kits = members.map(({ part, told, committed }) =>
    Math.ceil((made * part.quantity - told + committed) / part.quantity),
  );
  return Math.max(0, ...kits);
}

function kitsAhead(members: readonly Member[]): number {
  const kits = members.map(({ part, list }) => {
    const ahead = list.filter(({ state }) => state === 'waiting' || state === 'unfillable');
    return Math.ceil(ahead.reduce((sum, { quantity }) => sum + quantity, 0) / part.quantity);
  });
  return Math.max(0, ...kits);
}

function toldMember(member: PartDesk, line: OrderLine, owed: number, add: Count): Member {
  const { part, own } = member;
  const ownLine = partLine(line, part);
  const list: Part[] = [];
  const units = owed * part.quantity;
  const { committed, unbound } = serveForwarded(own, ownLine, units, list);
  add(part.sku, committed);
  return { ...member, line: ownLine, list, told: units - unbound, committed };
}

/** Serves kits that nobody was told of, and the parts that lack in those of which a part was forwarded; how many of the former are made of parts. */
function serveUnbound(
  desk: Desk,
  need: Need,
  members: readonly Member[],
  told: number,
  parts: Part[] | undefined,
  add: Count,
): number {
  const make = (kits: number, known: (member: Member) => number = () => 0) => {
    for (const member of members) {
      const units = kits * member.part.quantity - known(member);
      serve(member.own, { line: member.line, bound: undefined, units }, member.list);
      add(member.part.sku, units);
    }
  };
  make(told, (member) => member.told);
  serveFromStock(desk, need, parts);
  let made = Math.min(need.units, completeKits(members));
  make(made);
  need.units -= made;
  while (need.units > 0) {
    const arrival = desk.supply.arrivals.find(({ left }) => left > 0);
    const soonest = members.length === 0 ? undefined : nextKit(members);
    const isOwn =
      arrival && (soonest === undefined || notBeforeRelease(desk, arrival.shipDate) <= soonest);
    if (isOwn) {
      const units = Math.min(need.units, arrival.left);
      serveFromArrivals(desk, { ...need, units }, parts);
      need.units -= units;
      continue;
    }
    // Without a date it is all the same for all that are left.
    const kits =
      soonest === undefined ? need.units : Math.min(need.units, kitsBy(members, soonest));
    make(kits);
    made += kits;
    need.units -= kits;
  }
  return made;
}

/** Kits that can be made of what is left in stock. */
function completeKits(members: readonly Member[]): number {
  const parts = members.map(({ part, own }) => ({ ...part, left: own.supply.sources }));
  return wholeKits(parts, ({ left }) => unitsIn(left));
}

/** The day on which the next kit could ship that is made of parts; undefined while nothing is known to come of one. */
function nextKit(members: readonly Member[]): Day | undefined {
  let latest: Day | undefined;
  for (const { part, own } of members) {
    const ready = readyOn(own, part);
    if (ready === undefined) return undefined;
    latest = latest === undefined ? ready : laterDay(latest, ready);
  }
  return latest;
}

/** Kits that can be made of what is there by a day. */
function kitsBy(members: readonly Member[], day: Day): number {
  const parts = members.map(({ part, own }) => ({ ...part, left: comingIn(own) }));
  const kits = wholeKits(parts, ({ left }) => unitsIn(left.filter((one) => one.shipDate <= day)));
  return Math.max(1, kits);
}

function readyOn(desk: Desk, { quantity }: KitPart): Day | undefined {
  let units = 0;
  for (const { left, shipDate } of comingIn(desk)) {
    units += left;
    if (units >= quantity) return shipDate;
  }
  return undefined;
}

/** What is left in stock and what arrives, with the day on which it can ship. */
function comingIn(desk: Desk): readonly { readonly left: number; readonly shipDate: Day }[] {
  const { sources, arrivals } = desk.supply;
  const on = (left: number, day: Day) => ({ left, shipDate: notBeforeRelease(desk, day) });
  return [
    ...sources.map((source) => on(source.left, stockReadyOn(desk, source))),
    ...arrivals.map((arrival) => on(arrival.left, arrivalReadyOn(desk, arrival))),
  ];
}

function unitsIn(stock: readonly { readonly left: number }[]): number {
  return stock.reduce((sum, { left }) => sum + left, 0);
}
