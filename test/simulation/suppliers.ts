import { addDays, type Day, weekdayOf, workingDaysAfter } from '../../src/model/day.ts';
import type { Parcel, Restock, Truth } from './ledger.ts';
import type { Stocking, SupplierTruth, World } from './world.ts';

/** A row of a supplier's file. */
export interface StockRow {
  readonly sku: string;
  readonly quantity: string;
  readonly restockDate: string;
  readonly restockQuantity: string;
}

export interface Supplier {
  readonly truth: SupplierTruth;
  /** Takes in what has come, orders anew, and writes the day's file if there is one. `sold` are units bought of us and not forwarded yet. */
  readonly morning: (
    day: Day,
    sold: ReadonlyMap<string, number>,
  ) => readonly StockRow[] | undefined;
  /** Takes an order: ships it from stock, or lets it wait for the next goods. */
  readonly take: (parcel: Parcel, day: Day) => void;
  /** Ships no more than so many units of a parcel that has not left; what it has of the rest is nobody's again. */
  readonly recall: (parcel: Parcel, units: number) => void;
  /** Sells to others. */
  readonly evening: (day: Day) => void;
  /** Units that are there and nobody's. */
  readonly stockOf: (sku: string) => number;
}

/** An article on a supplier's shelf. */
interface Shelf {
  readonly sku: string;
  readonly stocking: Stocking;
  /** Units that nobody has ordered. */
  stock: number;
  /** Lines for which there was none, in their order. */
  readonly waiting: Parcel[];
  coming?: { readonly restock: Restock; readonly due: Day; stated: Day } | undefined;
  /** As its last file told it. */
  told?: string;
}

export function supplierOf(world: World, truth: SupplierTruth, ledger: Truth): Supplier {
  const { chance } = world;
  const holidays = new Set(truth.holidays);
  const working = (day: Day) => workingDaysAfter(day, 0, holidays);
  const shelves = shelvesOf(world, truth.id);
  const fileDays: Day[] = [];
  ledger.fileDays.set(truth.id, fileDays);

  function ship(parcel: Parcel, day: Day): void {
    const { orderId, lineId, supplier } = parcel;
    parcel.leadTime = chance.oneOf(truth.leadTime, 'lead', orderId, lineId, supplier);
    parcel.shipped = workingDaysAfter(day, parcel.leadTime, holidays);
  }

  function shelfOf({ sku }: Parcel): Shelf {
    const shelf = shelves.find((one) => one.sku === sku);
    if (!shelf) throw new Error(`${truth.id} does not have ${sku}`);
    return shelf;
  }

  function takeIn(shelf: Shelf, day: Day): void {
    if (!shelf.coming || shelf.coming.due > day) return;
    const { restock } = shelf.coming;
    restock.arrived = day;
    shelf.coming = undefined;
    shelf.stock += restock.units;
    while (shelf.waiting[0] && shelf.waiting[0].units <= shelf.stock) {
      const parcel = shelf.waiting.shift() as Parcel;
      shelf.stock -= parcel.units;
      ship(parcel, day);
    }
  }

  function sellToOthers({ sku, stocking, stock }: Shelf, day: Day, days: number): number {
    const { mean, shape } = stocking.others;
    const rate = { mean: mean * days, shape: shape * days };
    return Math.min(stock, chance.count(rate, 'others', truth.id, sku, day));
  }

  /** The goods come on a working day, slipped or not, and never before the day after the order. */
  function orderAnew(shelf: Shelf, day: Day): void {
    const { sku, stocking } = shelf;
    const owed = shelf.waiting.reduce((sum, { units }) => sum + units, 0);
    if (shelf.coming || shelf.stock - owed > stocking.reorderAt) return;
    const expected = working(addDays(day, stocking.expectedDays));
    const slip = chance.oneOf(truth.slip, 'slip', truth.id, sku, day);
    const restock: Restock = {
      supplier: truth.id,
      sku,
      ordered: day,
      units: stocking.lot,
      expected,
      slip,
      isStated: stocking.statesDate,
    };
    ledger.restocks.push(restock);
    shelf.coming = { restock, due: working(addDays(expected, slip)), stated: expected };
  }

  function restate(coming: NonNullable<Shelf['coming']>, day: Day): void {
    if (coming.stated < day && truth.restates !== undefined)
      coming.stated = working(addDays(day, truth.restates));
  }

  function tell({ sku, stocking, stock, coming }: Shelf, day: Day): StockRow {
    if (coming) restate(coming, day);
    const isCapped = truth.cap !== undefined && stock >= truth.cap;
    const stated = stocking.statesDate ? coming : undefined;
    const isCounted = stated && stocking.statesQuantity;
    return {
      sku,
      quantity: isCapped ? `${truth.cap}+` : String(stock),
      restockDate: stated?.stated ?? '',
      restockQuantity: isCounted ? String(stated.restock.units) : '',
    };
  }

  function writeFile(day: Day): readonly StockRow[] | undefined {
    const rows = shelves.map((shelf) => tell(shelf, day));
    const changed = rows.filter((row, i) => shelves[i]?.told !== JSON.stringify(row));
    shelves.forEach((shelf, i) => {
      shelf.told = JSON.stringify(rows[i]);
    });
    const told = truth.feed === 'changes' ? changed : rows;
    if (told.length > 0) fileDays.push(day);
    return told.length > 0 ? told : undefined;
  }

  let lastSold = world.firstDay;
  return {
    truth,
    morning(day, sold) {
      if (working(day) !== day) return undefined;
      const hasFile = truth.feed !== 'weekly' || isFirstOfWeek(day, working);
      for (const shelf of shelves) {
        takeIn(shelf, day);
        if (world.others === 'at-file-time' && hasFile && day > lastSold) {
          const free = Math.max(0, shelf.stock - (sold.get(shelf.sku) ?? 0));
          const days = (Date.parse(day) - Date.parse(lastSold)) / 86_400_000;
          shelf.stock -= Math.min(free, sellToOthers(shelf, day, days));
        }
        orderAnew(shelf, day);
      }
      if (!hasFile) return undefined;
      lastSold = day;
      return writeFile(day);
    },
    take(parcel, day) {
      const shelf = shelfOf(parcel);
      parcel.hadStock = shelf.stock >= parcel.units;
      if (!parcel.hadStock) {
        shelf.waiting.push(parcel);
        return;
      }
      shelf.stock -= parcel.units;
      ship(parcel, day);
    },
    recall(parcel, units) {
      const shelf = shelfOf(parcel);
      const at = shelf.waiting.indexOf(parcel);
      if (at < 0) shelf.stock += parcel.units - units;
      parcel.units = units;
      if (units > 0) return;
      if (at >= 0) shelf.waiting.splice(at, 1);
      parcel.shipped = undefined;
    },
    evening(day) {
      if (world.others === 'at-file-time') return;
      for (const shelf of shelves) shelf.stock -= sellToOthers(shelf, day, 1);
    },
    stockOf: (sku) => shelves.find((shelf) => shelf.sku === sku)?.stock ?? 0,
  };
}

function shelvesOf({ articles }: World, supplier: string): readonly Shelf[] {
  return articles.flatMap(({ sku, stockings }) =>
    stockings
      .filter((stocking) => stocking.supplier === supplier)
      .map(
        (stocking): Shelf => ({
          sku,
          stocking,
          stock: stocking.firstStock,
          waiting: [],
        }),
      ),
  );
}

/** Monday, or the first working day after a Monday that is none. */
function isFirstOfWeek(day: Day, working: (day: Day) => Day): boolean {
  return working(addDays(day, -weekdayOf(day))) === day;
}
