import { once } from '../model/once.ts';

const euCountries = {
  AT: 'AUSTRIA',
  BE: 'BELGIUM',
  BG: 'BULGARIA',
  CY: 'CYPRUS',
  CZ: 'CZECHIA',
  DE: 'GERMANY',
  DK: 'DENMARK',
  EE: 'ESTONIA',
  ES: 'SPAIN',
  FI: 'FINLAND',
  FR: 'FRANCE',
  GR: 'GREECE',
  HR: 'CROATIA',
  HU: 'HUNGARY',
  IE: 'IRELAND',
  IT: 'ITALY',
  LT: 'LITHUANIA',
  LU: 'LUXEMBOURG',
  LV: 'LATVIA',
  MT: 'MALTA',
  NL: 'NETHERLANDS',
  PL: 'POLAND',
  PT: 'PORTUGAL',
  RO: 'ROMANIA',
  SE: 'SWEDEN',
  SI: 'SLOVENIA',
  SK: 'SLOVAKIA',
};

const provinces = {
  AB: 'ALBERTA',
  BC: 'BRITISH COLUMBIA',
  MB: 'MANITOBA',
  NB: 'NEW BRUNSWICK',
  NL: 'NEWFOUNDLAND AND LABRADOR',
  NS: 'NOVA SCOTIA',
  NT: 'NORTHWEST TERRITORIES',
  NU: 'NUNAVUT',
  ON: 'ONTARIO',
  PE: 'PRINCE EDWARD ISLAND',
  QC: 'QUEBEC',
  SK: 'SASKATCHEWAN',
  YT: 'YUKON',
};

/** Codes by the codes and names that exports use; the laws know no other country. */
const countryCodes: ReadonlyMap<string, string> = new Map([
  ...byCodeAndName({
    ...euCountries,
    US: 'UNITED STATES',
    CA: 'CANADA',
    AU: 'AUSTRALIA',
    UK: 'UNITED KINGDOM',
  }),
  ['GB', 'UK'],
  ['EL', 'GR'],
  ['CZECH REPUBLIC', 'CZ'],
  ['GREAT BRITAIN', 'UK'],
  ['USA', 'US'],
  ['U.S.', 'US'],
  ['U.S.A.', 'US'],
  ['UNITED STATES OF AMERICA', 'US'],
  // The rule on mail orders counts in the territories as well.
  ...['PR', 'GU', 'VI', 'AS', 'MP', 'PUERTO RICO', 'GUAM'].map((territory): [string, string] => [
    territory,
    'US',
  ]),
]);

/** Languages in which exports may name a country. */
const exportLanguages = ['de', 'fr', 'es', 'it', 'nl', 'pl', 'ro', 'pt'];

/** The same by their names in other languages; few exports have them. */
const otherNames = once(() => {
  const codes = [...Object.keys(euCountries), 'US', 'GB', 'CA', 'AU'];
  return new Map(
    exportLanguages.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'region' });
      return codes.map((code): [string, string] => [
        plain(names.of(code)),
        code === 'GB' ? 'UK' : code,
      ]);
    }),
  );
});

const provinceCodes: ReadonlyMap<string, string> = new Map(byCodeAndName(provinces));

function byCodeAndName(names: { readonly [code: string]: string }): [string, string][] {
  return Object.entries(names).flatMap(([code, name]): [string, string][] => [
    [code, code],
    [name, code],
  ]);
}

/** Whether a law is that of a member of the EU. */
export function isEu(jurisdiction: string): boolean {
  return jurisdiction.startsWith('EU-');
}

/** Whether a law is that of the EU, or the UK's, which is much the same. */
export function isEuropean(jurisdiction: string): boolean {
  return isEu(jurisdiction) || jurisdiction === 'UK';
}

/**
 * Whose law counts for an order: `US`, `US-CA`, `EU-DE`, `UK`, `CA-ON`, `AU` or `OTHER`; `CA` where the province is
 * not known. An order that names no country counts as one of the store's own.
 */
export function jurisdictionOf(
  country: string | undefined,
  region: string | undefined,
  storeCountry: string | undefined,
): string {
  const named = plain(country) || plain(storeCountry);
  const code =
    countryCodes.get(named) ?? (named.length > 2 ? otherNames().get(named) : undefined) ?? '';
  const place = plain(region);
  if (code === 'US') return isCalifornia(place) ? 'US-CA' : 'US';
  if (code === 'CA') return canadian(place);
  if (code === 'UK' || code === 'AU') return code;
  return code === '' ? 'OTHER' : `EU-${code}`;
}

function isCalifornia(region: string): boolean {
  return region === 'CA' || region === 'US-CA' || region === 'CALIFORNIA';
}

function canadian(region: string): string {
  const province = provinceCodes.get(region.replace(/^CA-/, ''));
  return province === undefined ? 'CA' : `CA-${province}`;
}

/** Upper case without accents and outer blanks: `Québec` is `QUEBEC`. */
function plain(text: string | undefined): string {
  return (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').trim().toUpperCase();
}
