import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays, type Day } from '../../src/model/day.ts';
import type { Outcome } from '../rig.ts';
import { type Shelf, shopping, wishesOf } from './customers.ts';
import * as files from './files.ts';
import type { Line, Truth } from './ledger.ts';
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
 * Lives a world day by day in an empty folder: suppliers' files and the shop's exports come in, `ingest` and `run` are run, what they
 * say can ship is forwarded, and customers buy what the listing file offers.
 */
export async function simulate(world: World, folder: string, command: Command): Promise<Truth> {
  const truth: Truth = {
    lines: [],
    restocks: [],
    lost: [],
    offered: [],
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
    sell(shop, day);
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

/** All exports hold all orders: the shop keeps the newest only. */
function receiveFiles(shop: Shop, day: Day): void {
  const { world, folder, suppliers, truth, left } = shop;
  const sold = soldOf(truth.lines);
  for (const { truth: one, morning } of suppliers) {
    const rows = morning(day, sold);
    write(shop, `inbox/${one.id}/stock_${day}.csv`, rows && files.stockFile(rows));
  }
  rmSync(join(folder, `inbox/orders_${addDays(day, -1)}.csv`), { force: true });
  if (truth.lines.length > 0)
    write(shop, `inbox/orders_${day}.csv`, files.ordersFile(truth.lines, day));
  write(shop, `inbox/shipments_${day}.csv`, files.shipmentsFile(truth.lines, day));
  write(shop, `inbox/returns/returns_${day}.csv`, files.returnsFile(truth.lines, day));
  write(shop, 'inbox/products_export.csv', files.listingFile(world, left));
}

/** Units sold that no supplier has been told of. */
function soldOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const sold = new Map<string, number>();
  for (const { sku, units, forwarded } of lines)
    if (!forwarded) sold.set(sku, (sold.get(sku) ?? 0) + units);
  return sold;
}

async function runCommands({ command, truth, folder }: Shop, day: Day): Promise<void> {
  for (const name of ['ingest', 'run']) {
    const { code, stderr } = await command([name, '--today', day], day);
    if (code > 1) truth.troubles.push({ day, command: name, code, said: stderr });
  }
  for (const { kind = '' } of output(folder, day, 'problems.csv'))
    truth.problems.set(kind, (truth.problems.get(kind) ?? 0) + 1);
}

function output(folder: string, day: Day, name: string): files.Cells[] {
  return files.rowsOf(readFileSync(join(folder, 'out', day, name), 'utf8'));
}

/** Tells suppliers of the lines that can ship. */
function forward({ folder, suppliers, truth }: Shop, day: Day): void {
  const open = new Map(
    truth.lines.filter((line) => !line.forwarded).map((line) => [keyOf(line), line]),
  );
  for (const { key, units, supplier } of readyToShip(folder, day)) {
    const line = open.get(key);
    // The export names one supplier a line: it is forwarded when one has all of it.
    if (line?.units === units)
      suppliers.find(({ truth: one }) => one.id === supplier)?.take(line, day);
  }
}

/** Parts of lines that the day's run says can ship now. */
function readyToShip(folder: string, day: Day) {
  return output(folder, day, 'orders.csv')
    .filter((row) => row['state'] === 'ship-now')
    .map((row) => ({
      key: `${row['order_id']}/${row['line_id']}`,
      units: Number(row['quantity_from_source']),
      supplier: row['supplier'],
    }));
}

function keyOf({ orderId, lineId }: Line): string {
  return `${orderId}/${lineId}`;
}

/** Uploads the listing and lets customers buy. */
function sell(shop: Shop, day: Day): void {
  const { world, folder, truth } = shop;
  const shelves = offeredOn(folder, day);
  const before = soldOf(truth.lines);
  for (const [sku, { left, told }] of shelves) {
    const there = freeStock(shop, sku, before);
    truth.offered.push({ day, sku, status: told.status, quantity: left, there });
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
            shipDate: status?.['ship_date'] ?? '',
            basis: status?.['ship_date_basis'] ?? '',
            supplier: status?.['supplier'] ?? '',
          },
        },
      ];
    }),
  );
}
