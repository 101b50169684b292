import {
  quantityField,
  readTracking,
  type ShipmentField,
  shipmentWords,
} from '../formats/shipments.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import type { Shipment } from '../model/shipment.ts';
import { readUnits, type UnitsKind, type UnitsSource } from './read-units.ts';
import { tellApart } from './tell-apart.ts';

export type ShipmentSource = UnitsSource<ShipmentField>;

const kind: UnitsKind<ShipmentField> = {
  role: 'shipments',
  vocabulary: shipmentWords,
  day: 'shipped_at',
  planned: 'shipment-planned',
  otherDays: ['delivered_at'],
  // What was shipped goes before what was ordered, where a file tells both and the configuration does not choose.
  quantityOf: (columns, configured = {}) => {
    const isChosen = configured.quantity !== undefined && configured.shipped_quantity === undefined;
    return isChosen ? 'quantity' : (quantityField(columns) ?? 'quantity');
  },
};

/** Reads a supplier's or carrier's list of what was shipped. Rows that cannot be read are problems. */
export async function readShipments(
  content: Content,
  file: string,
  source: ShipmentSource,
): Promise<{ readonly shipments: readonly Shipment[]; readonly problems: readonly Problem[] }> {
  const { rows, problems } = await readUnits(
    content,
    file,
    kind,
    source,
    (row, { day, text, otherDay }) => ({
      ...row,
      shippedAt: day,
      carrier: text('carrier') || undefined,
      tracking: readTracking(text('tracking')),
      deliveredAt: otherDay('delivered_at'),
    }),
  );
  const { shipments, repeated } = tellApart(rows);
  return {
    shipments,
    problems: [
      ...problems,
      ...repeated.map((row): Problem => ({ kind: 'shipment-repeated', ...row })),
    ],
  };
}
