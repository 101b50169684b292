import { byWord, parcelKey, type Shipment } from '../model/shipment.ts';

/**
 * Adds the shipments of one file to those known: of two words on one parcel that of the later file counts, of two
 * files of a day the one with the later name, whatever was read first. A file read again replaces what it said before.
 */
export function mergeShipments(
  known: readonly Shipment[],
  added: readonly Shipment[],
  read: { readonly asOf: string; readonly file: string },
): Shipment[] {
  const others = known.filter(({ asOf, place }) => asOf !== read.asOf || place.file !== read.file);
  const parcels = new Map(others.map((one) => [shipmentIdentity(one), one]));
  for (const one of added) {
    const before = parcels.get(shipmentIdentity(one));
    if (!before || byWord(before, one) <= 0) parcels.set(shipmentIdentity(one), one);
  }
  return [...parcels.values()];
}

/** What makes two rows the same parcel, or the same part of one. */
export function shipmentIdentity(shipment: Shipment): string {
  return `${parcelKey(shipment)}\0${shipment.after}`;
}
