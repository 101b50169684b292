import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { causeOf } from '../../src/formats/return-reasons.ts';
import { readReturns } from '../../src/ingest/read-returns.ts';
import { recognise } from '../../src/ingest/recognise.ts';
import { day } from '../plan/builders.ts';
import { projectFolder } from '../rig.ts';

// Lists as shops and their apps write them, and what stands in them: number, order, SKU, units, day, cause, supplier.
const files: Readonly<Record<string, readonly string[]>> = {
  'amazon-returns.txt': [
    '- 112-7766554-1122334 BAG-X 1 2026-11-02 defect -',
    // 22:30 in California is the next day in New York.
    '- 112-7766554-9999999 MUG 2 2026-11-05 not-wanted -',
    '- 113-0000000-0000001 MUG 1 2026-11-05 damaged -',
  ],
  'app-returns-en.csv': [
    'RMA-1001 #1001 BAG-X 1 2026-11-02 wrong-item -',
    'RMA-1002 #1002 BAG-X 2 2026-11-03 not-wanted -',
    'RMA-1002 #1002 MUG 1 2026-11-03 late -',
  ],
  'retouren-de.csv': [
    'R-17 1001 BAG-X 1 2026-11-02 defect -',
    'R-18 1002 00123 2 2026-11-14 not-wanted -',
    'R-19 1003 BAG-X 1 2026-11-15 damaged -',
  ],
  'reklamationen-de.csv': [
    '- 1001 BAG-X 1 2026-11-03 wrong-item acme',
    '- 1002 MUG 1 2026-11-14 late beta',
  ],
  'retours-fr.csv': ['- 1001 BAG-X 1 2026-11-02 defect -', '- 1002 MUG 2 2026-11-15 not-wanted -'],
  'devoluciones-es.csv': [
    '- 1001 BAG-X 1 2026-11-02 damaged -',
    '- 1002 MUG 1 2026-11-20 not-wanted -',
  ],
  'resi-it.csv': [
    '5001 1001 BAG-X 1 2026-11-02 defect -',
    '5002 1002 MUG 1 2026-11-21 not-wanted -',
  ],
  'retouren-nl.csv': [
    '- 1001 BAG-X 1 2026-11-02 wrong-item -',
    '- 1002 MUG 3 2026-11-22 not-wanted -',
  ],
};

describe.each(Object.entries(files))('%s', (name, expected) => {
  const content = readFileSync(join(projectFolder, 'test/formats/returns', name));

  it('is known as a list of returns, and read without a mapping', async () => {
    expect(recognise(content, name)).toMatchObject({ role: 'returns' });
    const source = { asOf: day('2026-11-22'), timezone: 'America/New_York' };
    const { returns, problems } = await readReturns(content, name, source);
    expect(problems).toEqual([]);
    const told = returns.map((one) =>
      [
        ...[one.returnId ?? '-', one.orderId, one.sku, one.quantity, one.returnedAt],
        ...[one.cause, one.supplier ?? '-'],
      ].join(' '),
    );
    expect(told.toSorted()).toEqual([...expected].toSorted());
  });
});

describe('a reason', () => {
  it.each([
    ['defect', ['DEFECTIVE', 'It doesn’t work', 'Mängel an der Naht', 'En panne', 'No funciona']],
    [
      'defect',
      ['Scarsa qualità', 'Kapot', 'QUALITY_UNACCEPTABLE', 'Missing parts', 'Loch im Stoff'],
    ],
    [
      'wrong-item',
      ['Wrong item was sent', 'SWITCHEROO', 'Falschlieferung', 'Article non conforme'],
    ],
    ['wrong-item', ['Producto equivocado', 'Articolo sbagliato', 'Verkeerd geleverd']],
    ['damaged', ['Damaged in transit', 'Transportschaden', 'Article cassé', 'Dañado', 'Rotto']],
    ['damaged', ['Beschadigd', 'broken on arrival']],
    ['late', ['Arrived too late', 'Zu spät', 'Trop tard', 'Nunca llegó', 'In ritardo', 'Te laat']],
    ['not-wanted', ['Changed my mind', 'Gefällt nicht', 'Trop grande', 'No me gusta', 'Recesso']],
    ['not-wanted', ['Niet meer nodig', 'Size too small', 'UNWANTED_ITEM', 'Widerruf']],
    ['other', ['Other', 'RC-17', 'siehe E-Mail']],
    [undefined, ['', ' - ', 'n/a', 'Unknown', 'NO_REASON_GIVEN', 'Keine Angabe', 'Sans motif']],
  ] as const)('comes to %s: %s', (cause, reasons) => {
    expect(reasons.map((reason) => [reason, causeOf(reason)])).toEqual(
      reasons.map((reason) => [reason, cause]),
    );
  });

  it('is read by its longer words first: who ordered what is wrong, or who sent it', () => {
    expect(causeOf('ordered wrong item')).toBe('not-wanted');
    expect(causeOf('falsche Größe')).toBe('not-wanted');
    expect(causeOf('falsche Größe geliefert')).toBe('wrong-item');
    expect(causeOf('falsche Größe bestellt')).toBe('not-wanted');
  });

  it('that names a fault counts as one, whatever else it says; one that is denied does not', () => {
    expect(causeOf('zip broke, do not want it any more')).toBe('defect');
    expect(causeOf('nicht defekt, gefällt nicht')).toBe('not-wanted');
    expect(causeOf('not damaged')).toBe('other');
  });

  it('is found as a word, not in one', () => {
    expect(causeOf('see the latest mail, it is a stripe thing')).toBe('other');
  });
});
