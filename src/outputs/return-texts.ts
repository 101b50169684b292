import type { Problem } from '../model/problem.ts';
import { quoted, type Wording } from './column-texts.ts';

type OfReturns = Extract<Problem['kind'], `return-${string}`>;

/** The words for problems of returns and complaints. */
export const returnTexts: {
  readonly [K in OfReturns]: (problem: Extract<Problem, { kind: K }>) => Wording;
} = {
  'return-planned': ({ value, day }) => ({
    message: `${quoted(value)} is after ${day}, the date of the file: not come back yet; the row was left out`,
    hint: 'read the file again when it has come back; if this is no day of return, choose its column in dropship.toml: columns = { returned_at = "…" }',
  }),
  'return-repeated': ({ value, first }) => ({
    message: `the same units under the return number ${quoted(value)} as on line ${first}; counted once`,
    hint: 'if these are more units of one return, write them in one row',
  }),
  'return-without-order': ({ value, order, units }) => ({
    message: `${units}${value ? ` of ${value}` : ''} returned from ${quoted(order)}, but no such order is known`,
    hint: 'it counts as soon as an export with this order is read',
  }),
  'return-without-line': ({ value, order }) => ({
    message: value
      ? `${value} returned from ${quoted(order)}, which has no such line; it counts for no SKU`
      : `does not say which article of ${quoted(order)} came back; it counts for no SKU`,
    hint: "if it is the supplier's own number, say in sku-map.csv which SKU of yours it is",
  }),
  'return-exceeds-shipped': ({ value, order, shipped, returned }) => ({
    message: `${returned} of ${value} returned from ${quoted(order)}, of which ${shipped} ${shipped === 1 ? 'was' : 'were'} shipped; the rest was ignored`,
    hint: 'see whether two files tell of one return, or an export that shows it as shipped is missing',
  }),
};
