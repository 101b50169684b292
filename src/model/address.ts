const addressParts = ['name', 'company', 'street', 'city', 'postcode', 'phone'] as const;

/**
 * Where a parcel goes, as far as an export tells. Country and region stand with the order, as they decide the law. The
 * lines of a street are one text, with commas between them.
 */
export type Address = { readonly [Part in (typeof addressParts)[number]]?: string | undefined };

/**
 * Gives addresses that are the same, one after the other, as one object: the lines of an order stand together, and a
 * book has many. Undefined for an address that says nothing.
 */
export function sharedAddresses(): (address: Address) => Address | undefined {
  let last: Address = {};
  return (address) => {
    if (addressParts.every((part) => address[part] === undefined)) return undefined;
    if (addressParts.some((part) => address[part] !== last[part])) last = address;
    return last;
  };
}
