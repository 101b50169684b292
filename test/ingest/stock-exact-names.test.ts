import { describe, expect, it } from 'vitest';
import { offersOf, read } from './reading-stock.ts';

// A wrong guess would multiply stock, or give it to a brand.
describe('names that are taken as they stand only', () => {
  it.each([
    ['Pack Size', { packSize: undefined }],
    ['Packsize', { packSize: undefined }],
    ['PACK_SIZE', { packSize: undefined }],
    ['pack_size', { packSize: 12 }],
    ['Dispatch Days', { dispatchDays: undefined }],
    ['dispatch_days', { dispatchDays: 12 }],
    ['Supplier', { supplier: 'acme' }],
    ['supplier', { supplier: '12' }],
  ])('%s', async (header, told) => {
    const reading = await read([`SKU,Stock,${header}`, 'A,30,12']);
    expect(offersOf(reading)).toMatchObject([{ quantity: 30, ...told }]);
    expect(reading.problems).toEqual([]);
  });

  it('are whatever the configuration says', async () => {
    const reading = await read(['SKU,Stock,Pack Size', 'A,30,12'], {
      columns: { pack_size: 'Pack Size' },
    });
    expect(offersOf(reading)).toMatchObject([{ packSize: 12 }]);
  });

  it('do not touch other names of our own', async () => {
    const reading = await read(['SKU,Supplier SKU,Quantity,Quantity Kind', 'A,S-1,30,at_least']);
    expect(offersOf(reading)).toMatchObject([{ supplierSku: 'S-1', quantityKind: 'at_least' }]);
  });
});
