import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import type { Outcome } from '../rig.ts';
import { type Shelf, shopping, wishesOf } from './customers.ts';
import * as files from './files.ts';
import {
  forwardedUnits,
  type Line,
  type Parcel,
  type PurchaseRow,
  type Truth,
  unitsGone,
} from './ledger.ts';
import { type Supplier, supplierOf } from './suppliers.ts';
import { lastDay, type World } from './world.ts';

/** Runs one command line in the shop's folder. */
export type Command = (argv: readonly string[], day: Day) => Promise<Outcome>;

/** The shop: its folder, and what it knows. */
interface Shop {
  readonly world: World;
  readonly folder: string;
  readonly command: Command;
  readonly suppliers: readonly Supplier[];
  readonly truth: Truth;
  /** What the channel still offers. */
  left: ReadonlyMap<string, number>;
}

/**
 * Lives a world day by day in an empty folder: suppliers' files and the shop's exports come in, `ingest` and `run` are run, suppliers
 * do what their purchase orders say, customers buy what the listing file offers, and some cancel.
 */
export async function simulate(world: World, folder: string, command: Command): Promise<Truth> {
  const truth: Truth = {
    lines: [],
    restocks: [],
    lost: [],
    offered: [],
    purchases: [],
    purchasesAnew: [],
    carried: { lines: 0, withDate: 0 },
    fileDays: new Map(),
    troubles: [],
    problems: new Map(),
  };
  const suppliers = world.suppliers.map((one) => supplierOf(world, one, truth));
  const shop: Shop = { world, folder, command, suppliers, truth, left: new Map() };
  write(shop, 'dropship.toml', files.configOf(world));
  for (const one of world.suppliers) write(shop, `${one.id}-holidays.csv`, files.holidayFile(one));
  for (let day = world.firstDay; day <= lastDay(world); day = addDays(day, 1)) {
    receiveFiles(shop, day);
    await runCommands(shop, day);
    forward(shop, day);
    lookForDates(shop, day);
    sell(shop, day);
    cancel(truth.lines, day);
    for (const supplier of suppliers) supplier.evening(day);
  }
  return truth;
}

/** Writes the truth beside what the shop saw. */
export function writeTruth(folder: string, truth: Truth): void {
  mkdirSync(join(folder, 'truth'), { recursive: true });
  for (const [name, text] of Object.entries(files.truthFiles(truth)))
    writeFileSync(join(folder, 'truth', name), text);
}

function write({ folder }: Shop, name: string, text: string | undefined): void {
  if (text === undefined) return;
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** All exports hold all orders: the shop keeps the newest only. All else is cleared away after a week. */
function receiveFiles(shop: Shop, day: Day): void {
  const { world, folder, suppliers, truth, left } = shop;
  const sold = soldOf(truth.lines);
  for (const { truth: one, morning } of suppliers) {
    const rows = morning(day, sold);
    write(shop, `inbox/${one.id}/stock_${day}.csv`, rows && files.stockFile(rows));
  }
  rmSync(join(folder, `inbox/orders_${addDays(day, -1)}.csv`), { force: true });
  clearAway(shop, addDays(day, -7));
  if (truth.lines.length > 0)
    write(shop, `inbox/orders_${day}.csv`, files.ordersFile(truth.lines, day));
  write(shop, `inbox/shipments_${day}.csv`, files.shipmentsFile(truth.lines, day));
  write(shop, `inbox/returns_${day}.csv`, files.returnsFile(truth.lines, day));
  write(shop, 'inbox/products_export.csv', files.listingFile(world, left));
}

/** Moves what came in and went out on a day into an archive: the book remembers it. */
function clearAway({ world, folder }: Shop, day: Day): void {
  const stock = world.suppliers.map(({ id }) => `${id}/stock`);
  const read = [...stock, 'shipments', 'returns'].map((name) => `inbox/${name}_${day}.csv`);
  for (const path of [...read, `out/${day}`]) {
    if (!existsSync(join(folder, path))) continue;
    mkdirSync(dirname(join(folder, 'archive', path)), { recursive: true });
    renameSync(join(folder, path), join(folder, 'archive', path));
  }
}

/** Units sold that no supplier has been told of. */
function soldOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const sold = new Map<string, number>();
  for (const line of lines) {
    const units = line.units - (line.cancelled?.units ?? 0) - forwardedUnits(line);
    if (units > 0) sold.set(line.sku, (sold.get(line.sku) ?? 0) + units);
  }
  return sold;
}

async function runCommands(shop: Shop, day: Day): Promise<void> {
  const { truth, folder, world } = shop;
  if (world.thorough) await call(shop, ['ingest'], day);
  await call(shop, ['run'], day);
  const told = purchasesOf(shop, day);
  truth.purchases.push(...told);
  if (world.thorough) truth.purchasesAnew.push(...(await purchasesAnew(shop, day, told)));
  for (const { kind = '' } of output(folder, day, 'problems.csv'))
    truth.problems.set(kind, (truth.problems.get(kind) ?? 0) + 1);
}

function output(folder: string, day: Day, name: string): files.Cells[] {
  return files.rowsOf(readFileSync(join(folder, 'out', day, name), 'utf8'));
}

async function call({ command, truth }: Shop, argv: readonly string[], day: Day): Promise<string> {
  const { code, stdout, stderr } = await command([...argv, '--today', day], day);
  if (code > 1) truth.troubles.push({ day, command: argv.join(' '), code, said: stderr });
  return stdout;
}

/** What the purchase orders of the day's run say. */
function purchasesOf({ world, folder }: Shop, day: Day): PurchaseRow[] {
  return world.suppliers.flatMap(({ id }) => {
    const name = `purchase-orders/${id}.csv`;
    return existsSync(join(folder, 'out', day, name))
      ? output(folder, day, name).map((row) => purchaseRow(row, day))
      : [];
  });
}

/** Orders once more on the same day, each tenth day by a second run; what then differs, on paper or in the book. */
async function purchasesAnew(
  shop: Shop,
  day: Day,
  told: readonly PurchaseRow[],
): Promise<PurchaseRow[]> {
  const page = () => readFileSync(join(shop.folder, 'book/purchase-orders.csv'), 'utf8');
  const before = told.length > 0 ? page() : '';
  const isTenth = daysBetween(shop.world.firstDay, day) % 10 === 9;
  if (isTenth) await call(shop, ['run'], day);
  const text = await call(shop, ['suppliers', '--purchase-orders', '-f', 'json'], day);
  const again = (JSON.parse(text) as files.Cells[]).map((row) => purchaseRow(row, day));
  const isSame =
    isDeepStrictEqual(again, told) &&
    isDeepStrictEqual(purchasesOf(shop, day), told) &&
    (told.length === 0 || page() === before);
  return isSame ? [] : again;
}

function purchaseRow(row: Readonly<Record<string, unknown>>, day: Day): PurchaseRow {
  const cell = (name: string) => String(row[name] ?? '');
  return {
    day,
    poNumber: cell('po_number'),
    action: cell('action'),
    supplier: cell('supplier'),
    orderId: cell('order_id'),
    lineId: cell('line_id'),
    sku: cell('sku'),
    units: Number(cell('quantity')),
    note: cell('note'),
  };
}

/** Suppliers do what they are told. A correction names the purchase order of which less is to be shipped. */
function forward({ suppliers, truth }: Shop, day: Day): void {
  const lines = new Map(truth.lines.map((line) => [keyOf(line), line]));
  for (const row of truth.purchases.filter((one) => one.day === day)) {
    const line = lines.get(keyOf(row));
    const supplier = suppliers.find(({ truth: one }) => one.id === row.supplier);
    if (!line || !supplier) throw new Error(`nobody can ship ${JSON.stringify(row)}`);
    if (row.action === 'order') {
      const { orderId, lineId, sku, poNumber, units } = row;
      const parcel = {
        orderId,
        lineId,
        sku,
        poNumber,
        units,
        asked: units,
        supplier: row.supplier,
      };
      line.parcels.push({ ...parcel, forwarded: day });
      supplier.take(line.parcels.at(-1) as Parcel, day);
      continue;
    }
    const corrected = line.parcels.find(
      ({ poNumber, units }) => units > 0 && new RegExp(`\\b${poNumber}\\b`).test(row.note),
    );
    if (!corrected || (corrected.shipped ?? day) < day)
      throw new Error(`nothing is left of ${JSON.stringify(row)}`);
    supplier.recall(corrected, row.units);
  }
}

/** Whether lines sold ahead show the date that was told. */
function lookForDates({ folder, truth }: Shop, day: Day): void {
  const lines = new Map(truth.lines.map((line) => [keyOf(line), line]));
  for (const row of output(folder, day, 'orders.csv')) {
    const told = lines.get(`${row['order_id']}/${row['line_id']}`)?.told;
    if (told?.status !== 'backorder' && told?.status !== 'preorder') continue;
    truth.carried.lines += 1;
    if (row['promised_ship_date'] === told.shipDate) truth.carried.withDate += 1;
  }
}

/** In the evening customers who have waited too long cancel what has not left. */
function cancel(lines: readonly Line[], day: Day): void {
  for (const line of lines) {
    if (line.cancels !== day) continue;
    const units = line.units - unitsGone(line, day);
    if (units > 0) line.cancelled = { day, units };
  }
}

function keyOf({ orderId, lineId }: Pick<Line, 'orderId' | 'lineId'>): string {
  return `${orderId}/${lineId}`;
}

/** Uploads the listing and lets customers buy. */
function sell(shop: Shop, day: Day): void {
  const { world, folder, truth } = shop;
  const shelves = offeredOn(folder, day);
  const before = soldOf(truth.lines);
  for (const [sku, { left, told }] of shelves) {
    const there = freeStock(shop, sku, before);
    const { status, reason } = told;
    truth.offered.push({ day, sku, status, reason, quantity: left, there });
  }
  const { bought, lost } = shopping(wishesOf(world, day), shelves);
  truth.lines.push(...bought);
  const after = soldOf(truth.lines);
  for (const { sku, units } of lost) {
    const status = shelves.get(sku)?.told.status ?? '';
    truth.lost.push({ day, sku, units, status, there: freeStock(shop, sku, after) });
  }
  shop.left = new Map([...shelves].map(([sku, { left }]) => [sku, left]));
}

/** What suppliers truly have, less what was sold and not forwarded. */
function freeStock({ suppliers }: Shop, sku: string, sold: ReadonlyMap<string, number>): number {
  const stock = suppliers.reduce((sum, { stockOf }) => sum + stockOf(sku), 0);
  return Math.max(0, stock - (sold.get(sku) ?? 0));
}

/** The listing file says how much can be bought, the status what customers are told of it. */
function offeredOn(folder: string, day: Day): ReadonlyMap<string, Shelf> {
  const told = new Map(output(folder, day, 'status.csv').map((row) => [row['sku'] ?? '', row]));
  return new Map(
    output(folder, day, 'listings/products_export.csv').map((row) => {
      const sku = row['Variant SKU'] ?? '';
      const status = told.get(sku);
      const isOpen = row['Variant Inventory Policy'] === 'continue';
      return [
        sku,
        {
          left: isOpen ? Number.POSITIVE_INFINITY : Number(row['Variant Inventory Qty']),
          told: {
            status: status?.['status'] ?? '',
            reason: status?.['reason'] ?? '',
            shipDate: status?.['ship_date'] ?? '',
            basis: status?.['ship_date_basis'] ?? '',
            supplier: status?.['supplier'] ?? '',
          },
        },
      ];
    }),
  );
}
