import type { Conclusion } from '../evaluate/conclusion.ts';
import type { Flaw, Group, Note, Unit } from '../evaluate/figure.ts';
import { harmless } from './terminal.ts';

/** What a figure is of, as scripts rely on it: `all`, `supplier acme`, `wait 8-14 days`. */
export function groupWords(group: Group): string {
  return group.by === 'all' ? 'all' : `${group.by} ${group.name}`;
}

/** What keeps a figure from saying more. */
export function noteWords(note: Note): string {
  switch (note.kind) {
    case 'nothing-known':
      return 'nothing on record tells';
    case 'no-runs':
      return 'no run recorded what the listings said: have "dropship run" run each morning';
    case 'short-history':
      return 'it takes 28 days of sales and 28 more to compare them with';
    case 'nothing-sold':
      return 'nothing was sold in the time compared';
    case 'unscaled':
      return `${note.pairs} more whose SKU never moved before`;
    case 'unknown-fate':
      return `${note.lines} more order lines of which nobody told what became of them`;
    case 'file-gap':
      return `known to within ${note.days} days: its files tell no sooner`;
    case 'cannot-be-judged':
      return `${note.predictions} of them lost from sight: goods came in first, or the day is still to come`;
    case 'ran-out-only':
      return 'only of those that ran out before goods came in: the others would have run out later';
    case 'too-few':
      return `it takes ${note.least} to tell`;
  }
}

/** A figure for a person: `23 %`, `6 days`, `0.84`. */
export function valueWords(value: number | undefined, unit: Unit): string {
  if (value === undefined) return '–';
  switch (unit) {
    case 'share':
      return value !== 0 && Math.abs(value) < 0.01
        ? `${(value * 100).toFixed(1)} %`
        : percent(value);
    case 'share per day':
      return `${(value * 100).toFixed(2)} % a day`;
    case 'ratio':
      return value.toFixed(2);
    case 'days':
    case 'working days':
      return `${Number(value.toFixed(1))} ${unit}`;
  }
}

/** A conclusion in a sentence, with the line of `dropship.toml` to change where there is one. */
export function conclusionWords(conclusion: Conclusion): string {
  switch (conclusion.kind) {
    case 'forecast-against-naive':
    case 'range-off':
    case 'stockouts-off':
    case 'take-up':
    case 'imperfect':
      return strategyWords(conclusion);
    case 'dates-slip':
      return slipWords(conclusion);
    case 'slip-too-long': {
      const { supplier, bounds, configured, restocks } = conclusion;
      return `${own(supplier)} dates slip less than slip_days = ${configured} says: ${span(bounds)} at the median (${restocks} restocks). Set slip_days = ${Math.max(0, conclusion.median)} under [suppliers.${name(supplier)}].`;
    }
    case 'ships-later': {
      const { supplier, days, kept, lines, configured } = conclusion;
      return `${name(supplier)} ships within ${count(configured, 'working day')} of the order only ${kept} of ${lines} lines that it had in stock; four of five take up to ${days}: set dispatch_days = ${days} under [suppliers.${name(supplier)}].`;
    }
    case 'estimates-missed': {
      const { kept, lines } = conclusion;
      const basis =
        conclusion.basis === 'learned' ? 'learned from past restocks' : 'set as restock_days';
      return `Dates that no supplier stated (${basis}) were kept in ${kept} of ${lines} lines only: uncertain_restock = "unavailable" under [policy] stops selling on them.`;
    }
    case 'oversold': {
      const { supplier, lines, sold, buffer } = conclusion;
      const remedy =
        buffer === 'auto'
          ? `buffer = "auto" is set already; a higher service_level under [policy] holds back more.`
          : `buffer = "auto" under [suppliers.${name(supplier)}] holds back what may go before its next file; "dropship evaluate --replay FILE" tells what that would have cost.`;
      return `${lines} of ${sold} lines sold as in stock at ${name(supplier)} were not there: ${remedy}`;
    }
    case 'cancel-pace': {
      const { perDay, bounds, units, within } = conclusion;
      const after = within
        ? `: ${percent(within.share)} of those that wait ${within.days} days`
        : '';
      const day = (share: number) => (share * 100).toFixed(2);
      return `Each day ${day(perDay)} % of the units that wait are cancelled (${units} units on record; 95 % sure: ${day(bounds.low)} to ${day(bounds.high)} %)${after}.`;
    }
    case 'cancel-faster': {
      const { after, perDay, before, configured } = conclusion;
      const remedy =
        after < configured
          ? `backorder_max_wait_days = ${after} under [policy] offers less that takes longer.`
          : 'dates beyond that cost more than they look.';
      return `After ${after} days of waiting ${(perDay * 100).toFixed(2)} % of units are cancelled a day, before that ${(before * 100).toFixed(2)} %: ${remedy}`;
    }
    case 'ahead-cancelled': {
      const { ahead, inStock, lines } = conclusion;
      return `Of lines sold ahead of stock ${percent(ahead)} are cancelled (${lines} lines), of those in stock ${percent(inStock)}.`;
    }
  }
}

type Strategic = Extract<
  Conclusion,
  { kind: 'forecast-against-naive' | 'range-off' | 'stockouts-off' | 'take-up' | 'imperfect' }
>;

function strategyWords(conclusion: Strategic): string {
  switch (conclusion.kind) {
    case 'forecast-against-naive': {
      const { isBetter, own: error, naive, skus, days } = conclusion;
      const verdict = isBetter
        ? 'Keep it.'
        : 'See "dropship forecast --backtest" for a method that does better here.';
      return `Forecasts of ${days} days were off by ${percent(error)} of the units, "the next days will be as the last one" by ${percent(naive)} (${skus} SKUs). ${verdict}`;
    }
    case 'range-off': {
      const { isTooNarrow, within, skus } = conclusion;
      const verdict = isTooNarrow
        ? 'expect more surprises than the range says; a higher service_level under [policy] makes up for it where buffer = "auto".'
        : 'the range is wider than it need be.';
      return `${percent(within)} of past totals stayed within the 9-in-10 limit (${skus} SKUs): ${verdict}`;
    }
    case 'stockouts-off': {
      const { isTooLate, share, sample, driver } = conclusion;
      const what =
        driver === 'own-orders'
          ? 'Stock that only your own orders were seen to take'
          : 'Stock that others were seen to take too';
      return isTooLate
        ? `${what} was gone before the early date in ${percent(share)} of ${sample} cases, where at most 10 % would be right: it runs out sooner than "dropship forecast" says${driver === 'own-orders' ? ', perhaps as others do buy from your suppliers' : ''}.`
        : `${what} was gone by the late date in ${percent(share)} of ${sample} cases only, where 90 % would be right: it lasts longer than "dropship forecast" says.`;
    }
    case 'take-up': {
      const { status, ratio, bounds } = conclusion;
      return `As ${status} articles sell ${ratio.toFixed(2)} times what the same ones sell in stock (95 % sure: ${bounds.low.toFixed(2)} to ${bounds.high.toFixed(2)}).`;
    }
    case 'imperfect': {
      const { perfect, orders, flaw, flawed } = conclusion;
      return `${perfect} of ${orders} orders were perfect; what went wrong most often: ${flawWords(flaw)} (${flawed}).`;
    }
  }
}

function slipWords(conclusion: Extract<Conclusion, { kind: 'dates-slip' }>): string {
  const { supplier, median, bounds, restocks, learned, fileGap } = conclusion;
  const open =
    fileGap > 3 ? `; its files are ${fileGap + 1} days apart, so it is known no better` : '';
  const meanwhile =
    learned === undefined
      ? ''
      : ` The plan adds ${count(learned, 'day')} already, learned from the book: the line counts where that has too little to learn from.`;
  return `${own(supplier)} dates slip ${count(median, 'day')} at the median (${restocks} restocks, 90 % sure: ${span(bounds)}${open}): add slip_days = ${median} under [suppliers.${name(supplier)}].${meanwhile}`;
}

function flawWords(flaw: Flaw): string {
  switch (flaw) {
    case 'cancelled':
      return 'something of it was cancelled';
    case 'late':
      return 'it left after the date told';
    case 'returned':
      return 'goods came back';
    case 'refunded':
      return 'the money went back';
  }
}

function span({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? count(low, 'day') : `${low} to ${high} days`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function name(supplier: string): string {
  return harmless(supplier);
}

function own(supplier: string): string {
  return `${name(supplier)}${supplier.endsWith('s') ? "'" : "'s"}`;
}
