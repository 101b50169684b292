import { describe, expect, it } from 'vitest';
import { isPlainAddress } from '../../src/notices/address.ts';
import { jurisdictionOf } from '../../src/notices/jurisdiction.ts';

describe('the jurisdiction of an order', () => {
  it.each([
    ['US', 'TX', undefined, 'US'],
    ['us', ' ca ', undefined, 'US-CA'],
    ['United States', 'California', undefined, 'US-CA'],
    ['US', 'US-CA', undefined, 'US-CA'],
    ['DE', 'BE', 'US', 'EU-DE'],
    ['Germany', undefined, 'US', 'EU-DE'],
    ['EL', undefined, undefined, 'EU-GR'],
    ['GB', 'SCT', undefined, 'UK'],
    ['UK', undefined, undefined, 'UK'],
    ['CA', 'ON', 'US', 'CA-ON'],
    ['CA', 'Québec', undefined, 'CA-QC'],
    ['CA', 'CA-BC', undefined, 'CA-BC'],
    ['CA', undefined, undefined, 'CA'],
    ['AU', 'CA', undefined, 'AU'],
    ['CH', undefined, 'DE', 'OTHER'],
    [undefined, undefined, 'DE', 'EU-DE'],
    [undefined, 'CA', 'US', 'US-CA'],
    [undefined, undefined, undefined, 'OTHER'],
  ])('%s %s in a shop of %s: %s', (country, region, store, expected) => {
    expect(jurisdictionOf(country, region, store)).toBe(expected);
  });
});

describe('an address to write to', () => {
  it.each(['a@b.example', "o'hara+x@mail.b-c.example", 'A.B_c@EXAMPLE.COM'])(
    '%s is one',
    (text) => {
      expect(isPlainAddress(text)).toBe(true);
    },
  );

  it.each([
    '',
    'a',
    'a@b',
    '@b.example',
    'a@b.example,c@d.example',
    'a@b.example c@d.example',
    'a@b.example\nBcc: c@d.example',
    'a@b.example\n',
    'Ann <a@b.example>',
    'a@b@c.example',
    'a..b@c.example',
    'a@-b.example',
    'a@b..example',
    `${'a'.repeat(250)}@b.example`,
  ])('%j is none', (text) => {
    expect(isPlainAddress(text)).toBe(false);
  });
});
