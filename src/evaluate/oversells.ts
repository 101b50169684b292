import type { Day } from '../model/day.ts';
import type { SupplierTerms } from '../model/policy.ts';
import { forwardedOn } from '../suppliers/deliveries.ts';
import type { FileDays } from '../suppliers/past.ts';
import type { Shown } from '../suppliers/shown.ts';
import { shareBounds } from './chance.ts';
import type { Conclusion } from './conclusion.ts';
import { all, type Figure, type Group, shareFigure } from './figure.ts';
import { suppliersIn } from './promises.ts';
import type { Sale } from './sales.ts';

/** What tells whether goods that were sold as in stock were there. */
export interface StockTruth {
  readonly termsOf: (supplier: string) => SupplierTerms;
  readonly files: ReadonlyMap<string, FileDays>;
  readonly shown: Shown;
}

/**
 * Whether a line was sold as in stock and the goods were not there: the first run that knew of it found none in stock for it;
 * or its supplier, once told, showed none until it got more, and the line missed its date and left no earlier than that.
 */
export function isOversold(sale: Sale, truth: StockTruth): boolean {
  const { status, first } = sale;
  // What left before a run saw it was there.
  if (status !== 'available' || first === undefined) return false;
  return first.basis !== 'stock' || wasRefused(sale, truth);
}

function wasRefused({ isMissed, supplier, line, shippedOn }: Sale, truth: StockTruth): boolean {
  if (!isMissed || supplier === undefined) return false;
  const { termsOf, files, shown } = truth;
  const told = forwardedOn(line, supplier, termsOf(supplier));
  if (told === undefined) return false;
  const after = files.get(supplier)?.days.filter((day) => day > told) ?? [];
  const has = (day: Day) => (shown(supplier, line.sku, day) ?? 1) > 0;
  const [next] = after;
  if (next === undefined || has(next)) return false;
  const back = after.find(has);
  // What left before the file that shows none was still there.
  if (shippedOn !== undefined && shippedOn <= next) return false;
  return shippedOn === undefined || back === undefined || shippedOn >= back;
}

/** Of lines sold as in stock those tell that a run has looked at since, or that had left before one could. */
function judgedOf(sales: readonly Sale[]): readonly Sale[] {
  return sales.filter(
    ({ status, first, shippedOn }) =>
      status === 'available' && (first !== undefined || shippedOn !== undefined),
  );
}

/** `oversold`: lines sold as in stock whose goods were not there ÷ lines sold as in stock (sample). */
export function oversellFigures(sales: readonly Sale[], truth: StockTruth): readonly Figure[] {
  const judged = judgedOf(sales);
  const figure = (group: Group, own: readonly Sale[]) =>
    shareFigure('oversold', group, own.filter((one) => isOversold(one, truth)).length, own.length);
  if (judged.length === 0) return [{ ...figure(all, []), note: { kind: 'no-runs' } }];
  return [
    figure(all, judged),
    ...suppliersIn(judged).map(([name, own]) => figure({ by: 'supplier', name }, own)),
  ];
}

/** So rare that a buffer would cost more than it saves. */
const rare = 0.01;
const leastOversold = 5;

/**
 * Concluded of five lines and more, where even the lower end of what the sample stands for is above one line in a hundred
 * (Wilson, 95 %).
 */
export function oversellConclusions(
  sales: readonly Sale[],
  truth: StockTruth,
): readonly Conclusion[] {
  return suppliersIn(judgedOf(sales)).flatMap(([supplier, own]): Conclusion[] => {
    const lines = own.filter((one) => isOversold(one, truth)).length;
    if (lines < leastOversold || shareBounds(lines, own.length).low <= rare) return [];
    const buffer = truth.termsOf(supplier).buffer.kind;
    return [{ kind: 'oversold', supplier, lines, sold: own.length, buffer }];
  });
}
