import { type Figures, type LeadTimes, type Share, totalOf, trueLeadTimes } from './judge.ts';
import type { World } from './world.ts';

/** A simulated world with what was measured in it. */
export interface Measured {
  readonly title: string;
  readonly world: World;
  readonly figures: Figures;
  readonly learned: Figures['leadTimes'];
  /** Of the order lines sold ahead, on each day, those that show the date told. */
  readonly shown: Share;
  readonly seconds: number;
}

/** The figures of several worlds side by side. */
export function figuresTable(all: readonly Measured[]): string {
  const names = [...new Set(all.flatMap(rowsOf).map(([name]) => name))];
  const cells = [
    ['', ...all.map(({ title }) => title)],
    ...names.map((name) => [name, ...all.map((one) => new Map(rowsOf(one)).get(name) ?? '–')]),
  ];
  const widths = ['', ...all].map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  return cells
    .map(
      (row) =>
        `${row
          .map((cell, i) => cell.padEnd(widths[i] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function rowsOf({ world, figures, learned, shown, seconds }: Measured): [string, string][] {
  const { oversold, oversoldIntervals, kept } = figures;
  const truth = trueLeadTimes(world);
  return [
    ['days judged', String(figures.days)],
    ['units sold', String(figures.units)],
    ['– ahead of stock', String(figures.unitsSoldAhead)],
    ['units oversold', String(oversold.units)],
    ['– refused by the supplier', String(oversold.refused)],
    ['– gone the morning after', String(oversold.stranded)],
    ['days on which an article was offered that was not there', String(figures.overOffered)],
    ['– not all offered that acme had that day', String(figures.underOffered)],
    ['article and feed interval with an oversale', shareText(totalOf(oversoldIntervals))],
    ...each(oversoldIntervals, (id) => `– ${id}`, shareText),
    ['dates kept', kept.has('all') ? shareText(kept.get('all') as Share) : '–'],
    ...each(withoutAll(kept), (group) => `– ${group}`, shareText),
    ['days late where late', figures.lateDays.toFixed(1)],
    ['days and articles without an offer as a date had passed', String(figures.overdueDays)],
    ['order lines sold ahead, by day, that show their date', shareText(shown)],
    ['units on purchase orders', String(figures.purchases.ordered)],
    ['– called back', String(figures.purchases.calledBack)],
    ['– told twice', String(figures.purchases.twice)],
    ['– cancelled and not called back', String(figures.purchases.notCalledBack)],
    ['– called back and not cancelled', String(figures.purchases.calledBackWrongly)],
    ['rows that differ when ordered again', String(figures.purchases.anew)],
    ['units wanted and not sold', String(figures.lostUnits)],
    ['– that suppliers had', String(figures.lostThoughThere)],
    ...each(truth, (id) => `lead time ${id}, true`, quantiles),
    ...each(figures.leadTimes, (id) => `lead time ${id}, as shipped`, quantiles),
    ...each(learned, (id) => `lead time ${id}, learned`, quantiles),
    ...each(
      figures.slips,
      (id) => `slip ${id}`,
      ({ restocks, p50, p80 }) => `${p50}/${p80} of ${restocks}`,
    ),
    ['seconds', seconds.toFixed(0)],
  ];
}

function each<Value>(
  values: ReadonlyMap<string, Value>,
  name: (key: string) => string,
  text: (value: Value) => string,
): [string, string][] {
  return [...values].map(([key, value]) => [name(key), text(value)]);
}

function withoutAll(kept: Figures['kept']): Figures['kept'] {
  return new Map([...kept].filter(([group]) => group !== 'all'));
}

/** With the standard error of the share, where it says something. */
function shareText({ count, of }: Share): string {
  if (of === 0) return '–';
  const share = count / of;
  const error = Math.sqrt((share * (1 - share)) / of);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return `${percent(share)} ± ${percent(error)} of ${of}`;
}

function quantiles({ p50, p80, p95 }: Omit<LeadTimes, 'shipments'>): string {
  return [p50, p80, p95].join('/');
}
