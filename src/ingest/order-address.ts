import { bareText } from '../formats/cell.ts';
import { addressFields } from '../formats/orders.ts';
import { type Address, sharedAddresses } from '../model/address.ts';
import { type Places, textAt } from './order-row.ts';

/** Reads where a row's order goes: to the customer, where the address names nobody. */
export type ReadAddress = (
  cells: readonly string[],
  customer: string | undefined,
) => Address | undefined;

/** Makes the reader for one file. A name alone that is the customer's is no address. */
export function addressReader(at: Places): ReadAddress {
  if (addressFields.every((field) => at[field] < 0)) return () => undefined;
  const streets = [at.ship_to_street, at.ship_to_street_2, at.ship_to_street_3];
  const share = sharedAddresses();
  return (cells, customer) => {
    const address = {
      company: inOneLine(textAt(cells, at.ship_to_company)),
      street: streetOf(cells, streets),
      city: inOneLine(textAt(cells, at.ship_to_city)),
      postcode: unguarded(textAt(cells, at.ship_to_postcode)),
      phone: unguarded(textAt(cells, at.ship_to_phone)),
    };
    const { company, street, city, postcode, phone } = address;
    const isBlank = (company ?? street ?? city ?? postcode ?? phone) === undefined;
    const name = inOneLine(textAt(cells, at.ship_to_name)) ?? (isBlank ? undefined : customer);
    return isBlank && name === customer ? undefined : share({ name, ...address });
  };
}

function streetOf(cells: readonly string[], places: readonly number[]): string | undefined {
  let street: string | undefined;
  for (const place of places) {
    const line = inOneLine(textAt(cells, place));
    if (line !== undefined) street = street === undefined ? line : `${street}, ${line}`;
  }
  return street;
}

function inOneLine(text: string): string | undefined {
  const isOne = !text.includes('\n') && !text.includes('\r');
  return (isOne ? text : text.replace(/[\s,]*[\r\n]\s*/g, ', ')) || undefined;
}

/** Shopify puts an apostrophe before postcodes and phone numbers, so that spreadsheets leave their noughts alone. */
function unguarded(text: string): string | undefined {
  if (text.startsWith('=')) return inOneLine(bareText(text));
  return inOneLine(text.startsWith("'") ? text.slice(1).trim() : text);
}
