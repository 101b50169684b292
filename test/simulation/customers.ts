import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import type { Distribution } from './chance.ts';
import type { Line, Told } from './ledger.ts';
import type { Article, World } from './world.ts';

/** What somebody would buy on a day. It is the same whatever the shop offers. */
export type Wish = Omit<Line, 'told' | 'parcels' | 'cancelled'>;

const unitsWanted: Distribution = [
  [1, 0.8],
  [2, 0.15],
  [3, 0.05],
];

/** One customer in ten buys something else too. */
const alsoBuys = 0.1;

/** All who come on a day, in the order in which they come. */
export function wishesOf(world: World, day: Day): Wish[] {
  const { chance, articles, firstDay } = world;
  const customers = articles.flatMap((article) =>
    Array.from({ length: chance.count(article.demand, 'demand', article.sku, day) }, (_, i) => ({
      article,
      moment: chance.share('moment', article.sku, day, i),
      units: unitsOf(world, article, day, i),
    })),
  );
  let number = (daysBetween(firstDay, day) + 1) * 1000;
  let line = 1;
  return customers
    .toSorted((a, b) => a.moment - b.moment)
    .map(({ article: { sku, price }, moment, units }) => {
      const isFirst = chance.share('joined', sku, day, moment) >= alsoBuys;
      number += isFirst ? 1 : 0;
      line = isFirst ? 1 : line + 1;
      return {
        orderId: `#${number}`,
        lineId: String(line),
        sku,
        price,
        units,
        ordered: day,
        time: timeAt(moment),
        cancels: addDays(day, patience(world, `#${number}/${line}`)),
        backAfter: backAfter(world, `#${number}/${line}`),
      };
    });
}

function unitsOf({ chance }: World, { sku }: Article, day: Day, i: number): number {
  return chance.oneOf(unitsWanted, 'units', sku, day, i);
}

/** Days that a customer waits at most: on each one of them the same share gives up. */
function patience({ chance, cancelled }: World, key: string): number {
  return 1 + Math.floor(Math.log(1 - chance.share('patience', key)) / Math.log(1 - cancelled));
}

/** Two to four weeks, for the few that come back. */
function backAfter({ chance, returned }: World, key: string): number | undefined {
  const comesBack = chance.share('return', key) < returned;
  return comesBack ? 14 + Math.floor(14 * chance.share('return after', key)) : undefined;
}

/** From 8 in the morning to midnight. */
function timeAt(moment: number): string {
  const minute = 8 * 60 + Math.floor(moment * 16 * 60);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

/** What the channel lets customers buy of an article until the next upload. */
export interface Shelf {
  /** Units left; without an end where the channel sells on at zero. */
  left: number;
  readonly told: Told;
}

/** Lets customers buy what is offered, and takes it off; what they cannot buy as a whole they do not buy. */
export function shopping(
  wishes: readonly Wish[],
  shelves: ReadonlyMap<string, Shelf>,
): { readonly bought: Line[]; readonly lost: Wish[] } {
  const bought: Line[] = [];
  const lost: Wish[] = [];
  for (const wish of wishes) {
    const shelf = shelves.get(wish.sku);
    if (!shelf || shelf.left < wish.units) {
      lost.push(wish);
      continue;
    }
    shelf.left -= wish.units;
    bought.push({ ...wish, told: shelf.told, parcels: [] });
  }
  return { bought, lost };
}
