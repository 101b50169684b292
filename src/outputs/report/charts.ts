import { addDays, type Day } from '../../model/day.ts';
import { type Html, trusted } from '../html.ts';
import { axis, draw } from './draw.ts';

/** When a SKU runs out: as early, most likely, and as late as nine times in ten. */
export interface RunsOut {
  readonly sku: string;
  readonly early: Day;
  readonly middle: Day;
  /** Undefined when later than the chart reaches. */
  readonly late?: Day | undefined;
  /** Goods that are known to come. */
  readonly arrivals: readonly Day[];
}

/** Units of a week, past or to come. */
interface Week {
  readonly from: Day;
  readonly units: number;
}

export interface DemandChart {
  readonly past: readonly Week[];
  readonly ahead: readonly (Week & { readonly low: number; readonly high: number })[];
}

/** Units due by the end of a week, by how they stand. */
export interface DueUnits {
  readonly week: string;
  readonly state: string;
  readonly units: number;
}

const at = (day: Day) => Date.parse(day);

/** A line a SKU, from the earliest to the latest likely day of running out. */
export function stockoutChart(rows: readonly RunsOut[], today: Day, days: number): Promise<Html> {
  const end = addDays(today, days);
  const within = (day: Day | undefined) => at(day !== undefined && day < end ? day : end);
  const bars = rows.map(({ sku, early, middle, late }) => ({
    sku,
    early: at(early),
    middle: middle < end ? at(middle) : undefined,
    late: within(late),
  }));
  const arrivals = rows.flatMap((row) =>
    row.arrivals.filter((day) => day < end).map((day) => ({ sku: row.sku, day: at(day) })),
  );
  return draw({
    width: 640,
    height: { signal: '22 * length(data("bars"))' } as unknown as number,
    data: [
      { name: 'bars', values: bars },
      { name: 'arrivals', values: arrivals },
    ],
    scales: [
      { name: 'x', type: 'utc', range: 'width', domain: [at(today), at(end)] },
      {
        name: 'y',
        type: 'band',
        range: 'height',
        domain: rows.map(({ sku }) => sku),
        padding: 0.3,
      },
    ],
    axes: [
      { orient: 'top', scale: 'x', format: '%-d %b', grid: true, tickCount: 8, ...axis },
      {
        orient: 'left',
        scale: 'y',
        ...axis,
        labelColor: 'var(--ink)',
        labelLimit: 160,
        ticks: false,
      },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'early' },
            x2: { scale: 'x', field: 'late', offset: 3 },
            y: { scale: 'y', field: 'sku' },
            height: { scale: 'y', band: 1 },
            fill: { value: 'var(--band)' },
          },
        },
      },
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'middle', offset: -1.5 },
            width: { value: 3 },
            y: { scale: 'y', field: 'sku' },
            height: { scale: 'y', band: 1 },
            fill: { value: 'var(--accent)' },
            opacity: [{ test: 'isValid(datum.middle)', value: 1 }, { value: 0 }],
          },
        },
      },
      {
        type: 'symbol',
        from: { data: 'arrivals' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'day' },
            y: { scale: 'y', field: 'sku', band: 0.5 },
            shape: { value: 'triangle-up' },
            size: { value: 60 },
            fill: { value: 'var(--good)' },
          },
        },
      },
    ],
  });
}

/** Weekly demand of the past as bars, what is expected as a line in its range. */
export function demandChart({ past, ahead }: DemandChart): Promise<Html> {
  const most = Math.max(1, ...past.map(({ units }) => units), ...ahead.map(({ high }) => high));
  const first = past[0]?.from ?? ahead[0]?.from;
  const last = ahead.at(-1)?.from ?? past.at(-1)?.from;
  if (!first || !last) return Promise.resolve(trusted(''));
  const middle = (day: Day) => at(addDays(day, 3));
  return draw({
    width: 290,
    height: 110,
    data: [
      { name: 'past', values: past.map(({ from, units }) => ({ from: at(from), units })) },
      {
        name: 'ahead',
        values: ahead.map(({ from, units, low, high }) => ({
          day: middle(from),
          units,
          low,
          high,
        })),
      },
    ],
    scales: [
      { name: 'x', type: 'utc', range: 'width', domain: [at(first), at(addDays(last, 7))] },
      { name: 'y', type: 'linear', range: 'height', domain: [0, most], nice: true },
    ],
    axes: [
      {
        orient: 'bottom',
        scale: 'x',
        format: '%b',
        tickCount: 'month' as unknown as number,
        ...axis,
      },
      { orient: 'left', scale: 'y', grid: true, tickCount: 4, ...axis },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'past' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'from' },
            width: { value: 6 },
            y: { scale: 'y', field: 'units' },
            y2: { scale: 'y', value: 0 },
            fill: { value: 'var(--bar)' },
          },
        },
      },
      {
        type: 'area',
        from: { data: 'ahead' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'day' },
            y: { scale: 'y', field: 'high' },
            y2: { scale: 'y', field: 'low' },
            fill: { value: 'var(--band)' },
          },
        },
      },
      {
        type: 'line',
        from: { data: 'ahead' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'day' },
            y: { scale: 'y', field: 'units' },
            stroke: { value: 'var(--accent)' },
            strokeWidth: { value: 2 },
          },
        },
      },
    ],
  });
}

/** The colours of the states of open orders, in the order in which they are stacked. */
export const dueStates = [
  { state: 'ships in time', colour: 'var(--good)' },
  { state: 'ships late', colour: 'var(--wait)' },
  { state: 'ships without a promise', colour: 'var(--bar)' },
  { state: 'no date', colour: 'var(--bad)' },
] as const;

/** Units of open orders by the week in which they were promised. */
export function ordersChart(due: readonly DueUnits[]): Promise<Html> {
  const weeks = [...new Set(due.map(({ week }) => week))];
  return draw({
    width: 640,
    height: 180,
    data: [
      {
        name: 'due',
        values: due.map((one) => ({
          ...one,
          at: dueStates.findIndex(({ state }) => state === one.state),
        })),
        transform: [
          {
            type: 'stack',
            groupby: ['week'],
            field: 'units',
            sort: { field: 'at', order: 'ascending' },
          },
        ],
      },
    ],
    scales: [
      { name: 'x', type: 'band', range: 'width', domain: weeks, padding: 0.25 },
      {
        name: 'y',
        type: 'linear',
        range: 'height',
        domain: { data: 'due', field: 'y1' },
        nice: true,
      },
      {
        name: 'colour',
        type: 'ordinal',
        domain: dueStates.map(({ state }) => state),
        range: dueStates.map(({ colour }) => colour),
      },
    ],
    axes: [
      { orient: 'bottom', scale: 'x', ...axis },
      { orient: 'left', scale: 'y', grid: true, tickCount: 5, tickMinStep: 1, ...axis },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'due' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'week' },
            width: { scale: 'x', band: 1 },
            y: { scale: 'y', field: 'y0' },
            y2: { scale: 'y', field: 'y1' },
            fill: { scale: 'colour', field: 'state' },
          },
        },
      },
      {
        type: 'text',
        from: { data: 'due' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'week', band: 0.5 },
            y: { scale: 'y', signal: '(datum.y0 + datum.y1) / 2' },
            align: { value: 'center' },
            baseline: { value: 'middle' },
            text: { signal: 'datum.units > 0 ? datum.units : ""' },
            fontSize: { value: 11 },
            fontWeight: { value: 'bold' },
            fill: { value: 'var(--paper)' },
          },
        },
      },
    ],
  });
}
