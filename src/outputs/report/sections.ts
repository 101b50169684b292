import { spellDay } from '../../model/day.ts';
import type { ShipPromise } from '../../model/promise.ts';
import type { CalendarEntry } from '../../notices/calendar.ts';
import type { Exposure } from '../../plan/sourcing.ts';
import { scorecards } from '../../suppliers/scorecard.ts';
import { calendarView } from '../calendar.ts';
import { classifyView } from '../classify.ts';
import { forecastView } from '../forecast.ts';
import { type Html, html } from '../html.ts';
import { ordersView } from '../orders.ts';
import type { DaySummary } from '../summary.ts';
import { suppliersView } from '../suppliers.ts';
import { harmless } from '../terminal.ts';
import { type Row, rounded } from '../view.ts';
import { demandChart, dueStates, ordersChart, stockoutChart } from './charts.ts';
import {
  atRisk,
  dueUnits,
  type Mover,
  movers,
  runningOut,
  stateOf,
  timelineDays,
} from './figures.ts';
import { table } from './tables.ts';

/** What the report of a day is made from. */
export interface ReportSource {
  readonly summary: DaySummary;
  readonly calendar: readonly CalendarEntry[];
  readonly exposure: Exposure;
  readonly promise?: ShipPromise | undefined;
  readonly currency?: string | undefined;
  /** The script's SHA-256 as the page's policy names it, in base 64. */
  readonly scriptHash: string;
}

/** A part of the page under its heading. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly body: Html;
}

const chartedSkus = 30;
const chartedMovers = 6;

/** The parts of the page, in their order. */
export async function sectionsOf(source: ReportSource): Promise<readonly Section[]> {
  return [
    statusSection(source),
    await stockoutSection(source),
    await demandSection(source),
    await ordersSection(source),
    customersSection(source),
    suppliersSection(source),
    riskSection(source),
    skusSection(source),
  ];
}

function statusSection({ summary: { plan } }: ReportSource): Section {
  const shop = plan.skus.filter(({ inShop }) => inShop);
  const count = (status: string) => shop.filter(({ verdict }) => verdict.status === status).length;
  const tile = (number: number, what: string, mood: string) =>
    html`<li class="${mood}"><b>${number.toLocaleString('en-US')}</b> ${what}</li>`;
  const owed = plan.parts.reduce((sum, { quantity }) => sum + quantity, 0);
  return {
    id: 'status',
    heading: 'What can be sold',
    body: html`<ul class="tiles">${[
      tile(count('available'), 'SKUs now', 'good'),
      tile(count('backorder'), 'on backorder, with a date', 'wait'),
      tile(count('preorder'), 'on preorder', 'wait'),
      tile(count('unavailable'), 'not for sale', 'bad'),
      tile(owed, 'units owed to open orders', ''),
    ]}</ul>`,
  };
}

async function stockoutSection({ summary: { plan } }: ReportSource): Promise<Section> {
  const all = runningOut(plan);
  const charted = all.slice(0, chartedSkus);
  const more = all.length - charted.length;
  const heading = 'What runs out';
  if (charted.length === 0) {
    return {
      id: 'stockouts',
      heading,
      body: html`<p class="empty">Nothing is likely to run out in the next ${timelineDays / 7} weeks.</p>`,
    };
  }
  const chart = await stockoutChart(charted, plan.today, timelineDays);
  const [first] = charted;
  const text = `The next ${timelineDays / 7} weeks: ${all.length} SKUs may run out, ${first?.sku ?? ''} first, most likely on ${first ? spellDay(first.middle) : ''}.`;
  return {
    id: 'stockouts',
    heading,
    body: html`<p class="legend"><span><i style="background:var(--band)"></i>from early to late (one time in ten each)</span><span><i style="background:var(--accent)"></i>most likely</span><span><i style="background:var(--good)"></i>goods come in</span></p>
<figure class="wide" tabindex="0">${chart}<figcaption>${text}${more > 0 ? ` The ${chartedSkus} soonest are drawn; all dates are in the table of SKUs.` : ''}</figcaption></figure>`,
  };
}

async function demandSection({ summary: { plan }, currency }: ReportSource): Promise<Section> {
  const shown = movers(plan, chartedMovers, currency);
  const figures: Html[] = [];
  for (const mover of shown) figures.push(await demandFigure(mover, currency));
  return {
    id: 'demand',
    heading: 'What sells most',
    body:
      shown.length === 0
        ? html`<p class="empty">There are no sales to forecast from yet.</p>`
        : html`<p class="legend"><span><i style="background:var(--bar)"></i>units a week, so far</span><span><i style="background:var(--accent)"></i>expected</span><span><i style="background:var(--band)"></i>range of a week, eight times in ten</span></p><div class="charts">${figures}</div>`,
  };
}

async function demandFigure(
  { planned, perWeek, worth, chart }: Mover,
  currency: string | undefined,
): Promise<Html> {
  const units = rounded(perWeek, 1);
  const money = worth === undefined ? '' : `, about ${amountText(worth, currency)}`;
  const name = harmless(planned.title || planned.sku);
  const past = chart.past.reduce((sum, week) => sum + week.units, 0);
  return html`<figure><h3>${name}</h3>${await demandChart(chart)}<figcaption>${harmless(planned.sku)}: ${units} units a week expected${money}; ${past} sold in the last ${chart.past.length} weeks.</figcaption></figure>`;
}

async function ordersSection({ summary: { plan }, promise }: ReportSource): Promise<Section> {
  const due = dueUnits(plan, promise);
  const heading = 'Open orders';
  if (due.length === 0)
    return { id: 'orders', heading, body: html`<p class="empty">No open orders.</p>` };
  const of = (state: string) =>
    due.filter((one) => one.state === state).reduce((sum, { units }) => sum + units, 0);
  const { rows, ...view } = ordersView(plan, promise);
  const states = plan.parts.map((part) => stateOf(part, promise, plan.today));
  const columns = [
    ['order_id', 'Order'],
    ['ordered_at', 'Ordered'],
    ['sku', 'SKU'],
    ['title', 'Title'],
    ['quantity_from_source', 'Units'],
    ['standing', 'Stands'],
    ['promised_ship_date', 'Promised'],
    ['ship_date', 'Ships'],
    ['days_late', 'Days late'],
    ['supplier', 'Supplier'],
    ['blocked_by', 'Waits for'],
  ];
  const shown = rows.map(
    (row, i): Row => ({
      ...row,
      ordered_at: String(row['ordered_at'] ?? '').slice(0, 10),
      standing: states[i],
    }),
  );
  const chart = await ordersChart(due);
  const legend = dueStates.map(
    ({ state, colour }) => html`<span><i style="background:${colour}"></i>${state}</span>`,
  );
  return {
    id: 'orders',
    heading,
    body: html`<p class="legend">${legend}</p>
<figure class="wide" tabindex="0">${chart}<figcaption>Units by the week in which they were promised: ${dueStates.map(({ state }) => `${of(state)} ${state}`).join(', ')}.</figcaption></figure>
${table({ id: 'order-table', caption: 'Open orders', view: { ...view, rows: shown }, columns: named(columns) })}`,
  };
}

function customersSection({ summary: { plan }, calendar }: ReportSource): Section {
  const view = calendarView(calendar, plan.today);
  const columns = [
    ['date', 'Date'],
    ['days', 'In days'],
    ['order_id', 'Order'],
    ['sku', 'SKU'],
    ['task', 'What'],
    ['type', 'Notice'],
    ['deadline', 'At the latest'],
    ['jurisdiction', 'Law'],
  ];
  return {
    id: 'customers',
    heading: 'Customers to tell',
    body: html`${table({ id: 'calendar-table', caption: 'What is due about customers in the next two weeks', view, columns: named(columns) })}`,
  };
}

function suppliersSection({ summary: { plan }, exposure }: ReportSource): Section {
  const view = suppliersView(scorecards(plan.evidence), exposure);
  const columns = view.glance.map(({ column, heading }) => [column, heading]);
  return {
    id: 'suppliers',
    heading: 'Suppliers',
    body: table({
      id: 'supplier-table',
      caption: "Suppliers' record",
      view,
      columns: named(columns),
    }),
  };
}

function riskSection({ summary: { plan }, promise, currency }: ReportSource): Section {
  const rows = atRisk(plan, promise, currency).map(({ what, units, amount, how }) => ({
    what,
    units,
    amount: rounded(amount, 2),
    how,
  }));
  const columns = [
    ['what', 'What'],
    ['units', 'Units'],
    ['amount', currency ? `Amount (${currency})` : 'Amount'],
    ['how', 'Counted as'],
  ];
  return {
    id: 'risk',
    heading: 'Money at risk',
    body: table({
      id: 'risk-table',
      caption: 'Money at risk',
      view: { rows, whenEmpty: 'Nothing is at risk.' },
      columns: named(columns),
    }),
  };
}

function skusSection({ summary: { plan } }: ReportSource): Section {
  const status = classifyView(plan, 'shop');
  const forecasts = new Map(
    forecastView(plan, { all: false }).rows.map((row) => [row['sku'], row]),
  );
  const rows = status.rows.map((row): Row => {
    const forecast = forecasts.get(row['sku']);
    return {
      ...row,
      stockout_early: forecast?.['stockout_early'],
      stockout_date: forecast?.['stockout_date'],
      reorder_point: forecast?.['reorder_point'],
    };
  });
  const columns = [
    ['sku', 'SKU'],
    ['title', 'Title'],
    ['status', 'Status'],
    ['reason', 'Why'],
    ['sellable_quantity', 'Sellable'],
    ['on_hand', 'On hand'],
    ['committed', 'Owed'],
    ['ship_date', 'Ships'],
    ['supplier', 'Supplier'],
    ['daily_demand', 'Per day'],
    ['days_of_cover', 'Days of cover'],
    ['stockout_early', 'Out early'],
    ['stockout_date', 'Out likely'],
    ['reorder_point', 'Reorder at'],
  ];
  return {
    id: 'skus',
    heading: 'All SKUs',
    body: table({
      id: 'sku-table',
      caption: 'All SKUs of the shop',
      view: { ...status, rows },
      columns: named(columns),
    }),
  };
}

function named(columns: readonly (readonly string[])[]): { name: string; heading: string }[] {
  return columns.map(([name = '', heading = '']) => ({ name, heading }));
}

function amountText(amount: number, currency: string | undefined): string {
  const text = Math.round(amount).toLocaleString('en-US');
  return currency ? `${text} ${currency}` : text;
}
