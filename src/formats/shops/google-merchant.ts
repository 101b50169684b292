import type { Day } from '../../model/day.ts';
import type { ListingTarget } from '../../model/listing.ts';
import { toSku } from '../../model/sku.ts';
import type { ListingFormat, ListingRules, Writing } from '../listing.ts';
import { cellText, change, columnFinder, usualSpelling } from '../listing-cell.ts';
import { dayStart, sameMoment } from './day-start.ts';
import { metaNames } from './other-exports.ts';

type Availability = 'inStock' | 'outOfStock' | 'backorder' | 'preorder';
type Words = Readonly<Record<Availability, string>>;

/** Older feeds write with blanks, and some with capitals; all of them are still taken. */
const spellings: readonly [Words, ...Words[]] = [
  { inStock: 'in_stock', outOfStock: 'out_of_stock', backorder: 'backorder', preorder: 'preorder' },
  { inStock: 'in stock', outOfStock: 'out of stock', backorder: 'backorder', preorder: 'preorder' },
  { inStock: 'In Stock', outOfStock: 'Out of Stock', backorder: 'Backorder', preorder: 'Preorder' },
  { inStock: 'In stock', outOfStock: 'Out of stock', backorder: 'Backorder', preorder: 'Preorder' },
  { inStock: 'IN_STOCK', outOfStock: 'OUT_OF_STOCK', backorder: 'BACKORDER', preorder: 'PREORDER' },
  { inStock: 'IN STOCK', outOfStock: 'OUT OF STOCK', backorder: 'BACKORDER', preorder: 'PREORDER' },
];

const sameWord = (a: string, b: string) => plainWord(a) === plainWord(b);
const plainWord = (word: string) => word.toLowerCase().replace(/[\s_]+/g, '_');

/** Google takes no date more than a year ahead; text order is date order, so 29 February needs no care. */
function isUsable(day: Day | undefined, today: Day): day is Day {
  const nextYear = `${Number(today.slice(0, 4)) + 1}${today.slice(4)}`;
  return day !== undefined && day >= today && day <= nextYear;
}

/** What Google's own law allows: sold ahead only with a date, and `preorder` only for goods never sold before. */
function availabilityOf(target: ListingTarget, rules: ListingRules): Availability {
  switch (target.status) {
    case 'available':
      return target.sellable > 0 ? 'inStock' : 'outOfStock';
    case 'unavailable':
      return 'outOfStock';
    case 'backorder':
    case 'preorder':
      if (rules.sellAhead === 'off' || !isUsable(target.shipDate, rules.today)) return 'outOfStock';
      return target.released ? 'backorder' : 'preorder';
  }
}

/** A Google Merchant feed, full or supplemental: what can be bought in one word, and from when; nothing is counted. */
export const googleMerchant: ListingFormat = {
  name: 'google-merchant',
  title: 'Google Merchant feed',
  names: ['id', 'title', 'link', 'availability', 'availability_date', 'price'],
  recognise(header) {
    const find = columnFinder(header);
    const isFeed = find('id') !== undefined && find('availability') !== undefined;
    return isFeed && find(...metaNames) === undefined;
  },
  open(header, rows) {
    const find = columnFinder(header);
    const id = find('id');
    const title = find('title');
    const gtin = find('gtin');
    const availability = find('availability');
    const date = find('availability_date', 'availability date');
    const words = usualSpelling(
      spellings,
      rows.map((cells) => cellText(cells, availability)),
    );

    function write(cells: readonly string[], target: ListingTarget, rules: ListingRules): Writing {
      const allowed = availabilityOf(target, rules);
      const isAhead = allowed === 'backorder' || allowed === 'preorder';
      const isUndated = isAhead && date === undefined;
      const word = words[isUndated ? 'outOfStock' : allowed];
      const day = isAhead && target.shipDate ? dayStart(target.shipDate, rules.timezone) : '';
      return {
        changes: [
          ...change(cells, availability, word, (cell) => sameWord(cell, word)),
          ...change(cells, date, day, (cell) => cell === day || sameMoment(cell, day)),
        ],
        missing: isUndated ? ['availability_date'] : [],
      };
    }

    return {
      read(cells) {
        const named = toSku(cellText(cells, id));
        if (named === undefined) return undefined;
        const shelf = {
          write: (target: ListingTarget, rules: ListingRules) => write(cells, target, rules),
        };
        return {
          sku: named,
          title: cellText(cells, title) || undefined,
          barcode: cellText(cells, gtin) || undefined,
          shelves: [shelf],
        };
      },
    };
  },
};
