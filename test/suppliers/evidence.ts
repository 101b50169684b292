import type { OrderLine, Parcel } from '../../src/model/order.ts';
import type { PastOffer } from '../../src/suppliers/past.ts';
import type { Scorecard } from '../../src/suppliers/scorecard.ts';
import { scorecards } from '../../src/suppliers/scorecard.ts';
import {
  day,
  type LineSketch,
  line,
  type OfferSketch,
  offer,
  planOf,
  type Situation,
  sku,
  terms,
} from '../plan/builders.ts';

/** What a supplier's files showed of an article: `{ '2026-11-02': 5 }`; an absent day is a file without it. */
export interface FilesSketch {
  readonly supplier?: string;
  readonly sku?: string;
  /** Days of files, those of `shown` included. */
  readonly days?: readonly string[];
  readonly shown: Readonly<Record<string, number | OfferSketch | undefined>>;
  readonly coverage?: 'full' | 'changes';
}

/** A memory of these files. */
export function remembered(...sketches: readonly FilesSketch[]) {
  const days = new Map<string, string[]>();
  for (const { supplier = 'acme', days: more = [], shown } of sketches)
    days.set(supplier, [...(days.get(supplier) ?? []), ...more, ...Object.keys(shown)]);
  const coverages = new Map(
    sketches.map(({ supplier = 'acme', coverage = 'full' }) => [supplier, coverage]),
  );
  const files = new Map(
    [...days].map(([supplier, own]) => [
      supplier,
      {
        days: [...new Set(own)].toSorted().map(day),
        coverage: coverages.get(supplier) ?? ('full' as const),
      },
    ]),
  );
  return { files, offers: sketches.flatMap(saidIn), statuses: [] };
}

function saidIn({ supplier = 'acme', sku: name = 'X', shown }: FilesSketch): PastOffer[] {
  return Object.entries(shown).map(([on, said]) => ({
    supplier,
    sku: sku(name),
    supplierSku: name,
    since: day(on),
    seen: day(on),
    offer: typeof said === 'number' ? offer({ quantity: said }) : said && offer(said),
  }));
}

/** A line of acme's, forwarded on a day, of which so many units left on the days named. */
export function forwarded(
  on: string,
  left: Readonly<Record<string, number>> = {},
  more: LineSketch = {},
): OrderLine {
  const parcels = Object.entries(left).map(
    ([date, units]): Parcel => ({
      units,
      day: day(date),
      supplier: more.supplier ?? 'acme',
      place: { file: 'parcels.csv', line: 2 },
    }),
  );
  const shipped = parcels.reduce((sum, { units }) => sum + units, 0);
  const own = line({
    supplier: 'acme',
    orderedAt: `${on}T08:00:00`,
    forwardedAt: on,
    quantity: Math.max(1, shipped),
    fulfilledQuantity: shipped,
    progressAsOf: day('2026-11-23'),
    ...more,
  });
  return parcels.length === 0 ? own : { ...own, fulfilledAt: parcels.at(-1)?.day, parcels };
}

/** The card of a supplier in a situation. */
export function cardOf(situation: Situation, supplier = 'acme'): Scorecard {
  const plan = planOf({ terms: [terms('acme')], ...situation });
  const card = scorecards(plan.evidence).find((one) => one.supplier === supplier);
  if (!card) throw new Error(`there is no card of ${supplier}`);
  return card;
}
