import { asParcel, type Return } from '../model/return.ts';
import { parcelKey, type Shipment } from '../model/shipment.ts';
import { mergeWords } from './words.ts';

type File = Parameters<typeof mergeWords>[2];

/** Adds the shipments of one file to those known, each parcel by the latest word on it. */
export function mergeShipments(
  known: readonly Shipment[],
  added: readonly Shipment[],
  read: File,
): Shipment[] {
  return mergeWords(known, added, read, shipmentIdentity);
}

/** Adds the returns of one file to those known, each by the latest word on it. */
export function mergeReturns(
  known: readonly Return[],
  added: readonly Return[],
  read: File,
): Return[] {
  return mergeWords(known, added, read, returnIdentity);
}

/** What makes two rows the same return, or the same part of one. */
export function returnIdentity(one: Return): string {
  return shipmentIdentity(asParcel(one));
}

/** What makes two rows the same parcel, or the same part of one. */
export function shipmentIdentity(shipment: Shipment): string {
  return `${parcelKey(shipment)}\0${shipment.after}`;
}
