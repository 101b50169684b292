import type { Address } from '../model/address.ts';

/** Where an order goes. */
export interface ShipTo extends Address {
  readonly region?: string | undefined;
  readonly country?: string | undefined;
}

const cityStateCode = /^(us|usa|united states( of america)?|ca|canada|au|australia)$/i;
const codeLast = /^(gb|uk|united kingdom|great britain|ie|ireland)$/i;

/** The lines of a label, in the order that is usual in the country; the phone at the end. */
export function labelLines(to: ShipTo): readonly string[] {
  const { name, company, street, country, phone } = to;
  const lines = [name, company, street, ...placeLines(to), country, phone && `Phone: ${phone}`];
  return lines.filter((line) => line !== undefined && line !== '') as string[];
}

function placeLines({ city, region, postcode, country = '' }: ShipTo): readonly string[] {
  const together = (parts: readonly (string | undefined)[], between: string) =>
    parts.filter(Boolean).join(between);
  if (cityStateCode.test(country))
    return [together([city, together([region, postcode], ' ')], ', ')];
  if (codeLast.test(country)) return [city ?? '', region ?? '', postcode ?? ''];
  return [together([postcode, city], ' '), region ?? ''];
}
