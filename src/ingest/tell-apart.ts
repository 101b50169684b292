import type { Place } from '../model/place.ts';
import { orderKey, parcelKey, type Shipment } from '../model/shipment.ts';

/** A row of a shipments file, read by itself. */
type ShipmentRow = Omit<Shipment, 'after'>;

/** A row that tells again what another told before. */
interface Repeated {
  readonly place: Place;
  /** The number of the parcel. */
  readonly value: string | undefined;
  /** The line that told of it before. */
  readonly first: number;
}

type Told<Row> = Row & { readonly after: number };

/**
 * Tells the parcels of one file apart. A tracking number is one parcel: rows that repeat it with the same units of the
 * same article count once, and are given back; with other units they are added up. Without a number every row counts.
 */
export function tellApart<Row extends ShipmentRow>(
  rows: readonly Row[],
): { readonly shipments: readonly Told<Row>[]; readonly repeated: readonly Repeated[] } {
  const { tracked, repeated } = joinRepeated(rows.filter(({ tracking }) => tracking !== undefined));
  const units = new Map<string, number>();
  const told = (key: string) => units.get(key) ?? 0;
  const tell = (row: ShipmentRow) => {
    for (const key of [dayKey(row), dayKey(row, row.supplier ?? '')])
      units.set(key, told(key) + row.quantity);
  };
  for (const one of tracked) tell(one);
  // A row without a supplier may be anybody's: it comes last, after all that is somebody's.
  const others = rows
    .filter(({ tracking }) => tracking === undefined)
    .toSorted((a, b) => Number(a.supplier === undefined) - Number(b.supplier === undefined));
  const untracked = others.map((row) => {
    const { supplier } = row;
    const after =
      supplier === undefined
        ? told(dayKey(row))
        : told(dayKey(row, supplier)) + told(dayKey(row, ''));
    tell(row);
    return { ...row, after };
  });
  return { shipments: [...tracked, ...untracked], repeated };
}

/** Of one article and day: of one supplier, of those that are nobody's (''), or of all. */
function dayKey({ orderId, lineId, sku, shippedAt }: ShipmentRow, supplier?: string): string {
  return JSON.stringify([orderKey(orderId), lineId, sku, shippedAt, supplier]);
}

function joinRepeated<Row extends ShipmentRow>(
  rows: readonly Row[],
): { readonly tracked: readonly Told<Row>[]; readonly repeated: readonly Repeated[] } {
  const repeated: Repeated[] = [];
  const parcels = new Map<string, Told<Row>[]>();
  for (const row of rows) {
    const known = parcels.get(parcelKey(row)) ?? [];
    const same = known.findIndex(({ quantity }) => quantity === row.quantity);
    const before = known[same];
    if (before) {
      known[same] = { ...before, deliveredAt: row.deliveredAt ?? before.deliveredAt };
      const { line: first = 0 } = before.place;
      repeated.push({ place: row.place, value: row.tracking, first });
      continue;
    }
    const after = known.reduce((sum, { quantity }) => sum + quantity, 0);
    parcels.set(parcelKey(row), [...known, { ...row, after }]);
  }
  return { tracked: [...parcels.values()].flat(), repeated };
}
