import { describe, expect, it } from 'vitest';
import { inWords, offersOf, read, unreadOf } from './reading-stock.ts';

describe('the canonical stock file', () => {
  it('is read in full', async () => {
    const reading = await read([
      'supplier,sku,supplier_sku,title,barcode,quantity,quantity_kind,restock_date,restock_quantity,release_date,discontinued,unit_cost,currency,pack_size,dispatch_days,as_of',
      'beta,TENT,T-1,"Tent, big",4006381333931,5,at_least,2026-12-04,20,2026-11-01,yes,9.50,EUR,6,3,2026-11-20',
    ]);
    expect(reading.problems).toEqual([]);
    expect(reading.files).toMatchObject([
      { supplier: 'beta', asOf: '2026-11-20', file: 'acme.csv', coverage: 'full' },
    ]);
    expect(offersOf(reading)).toMatchObject([
      {
        supplier: 'beta',
        sku: 'TENT',
        supplierSku: 'T-1',
        title: 'Tent, big',
        barcode: '4006381333931',
        quantity: 5,
        quantityKind: 'at_least',
        restocks: [{ day: '2026-12-04', quantity: 20 }],
        release: '2026-11-01',
        discontinued: true,
        unitCost: 9.5,
        currency: 'EUR',
        packSize: 6,
        dispatchDays: 3,
        place: { file: 'acme.csv', line: 2 },
      },
    ]);
  });

  it('needs a SKU and a quantity only', async () => {
    const reading = await read(['sku,quantity', 'A,5']);
    expect(reading.problems).toEqual([]);
    expect(reading.files).toMatchObject([{ supplier: 'acme', asOf: '2026-11-23' }]);
    expect(offersOf(reading)).toMatchObject([
      { supplier: 'acme', sku: 'A', supplierSku: 'A', restocks: [], discontinued: false },
    ]);
  });

  it('has rows that are true for a day of their own', async () => {
    const { files, problems } = await read([
      'sku,quantity,as_of',
      'A,1,2026-11-20',
      'B,2,2026-11-22',
      'C,3,',
    ]);
    expect(problems).toEqual([]);
    const days = files.flatMap(({ asOf, offers }) =>
      offers.map((offer) => [offer.sku, offer.asOf ?? asOf]),
    );
    expect(days).toEqual([
      ['A', '2026-11-20'],
      ['B', '2026-11-22'],
      ['C', '2026-11-23'],
    ]);
  });

  it('has rows whose time elsewhere is the store’s day', async () => {
    const rows = ['sku,quantity,as_of', 'A,1,2026-11-23T02:00:00Z', 'B,2,2026-11-22 18:00'];
    const days = async (timezone?: string) => {
      const { files } = await read(rows, { timezone });
      return files.flatMap(({ asOf, offers }) => offers.map((offer) => offer.asOf ?? asOf));
    };
    expect(await days('America/Los_Angeles')).toEqual(['2026-11-22', '2026-11-22']);
    expect(await days('Europe/Berlin')).toEqual(['2026-11-23', '2026-11-22']);
  });

  it('is one file for each supplier in it', async () => {
    const { files } = await read(['supplier,sku,quantity', 'beta,A,1', ',B,2', 'beta,C,lots']);
    const told = files.map(({ supplier, offers, unread }) => [
      supplier,
      offers.map(({ sku }) => sku),
      unread.map(({ sku }) => sku),
    ]);
    expect(told.toSorted()).toEqual([
      ['acme', ['B'], []],
      ['beta', ['A'], ['C']],
    ]);
  });

  it.each([
    ['5', '', 'A 5 exact'],
    ['>5', '', 'A 5 at_least'],
    ['5', 'at_least', 'A 5 at_least'],
    ['', 'unknown', 'A 0 unknown'],
    ['in stock', '', 'A 0 unknown'],
    ['0', 'exact', 'A 0 exact'],
  ])('reads quantity %j of kind %j', async (quantity, kind, expected) => {
    expect(inWords(await read(['sku,quantity,quantity_kind', `A,${quantity},${kind}`]))).toEqual([
      expected,
    ]);
  });
});

describe('a quantity that cannot be read', () => {
  it.each(['', 'lots', 'Call', '1.194', '1.5', '<0'])(
    '%j leaves its row out, is told, and is not nought',
    async (cell) => {
      const reading = await read(['sku;quantity', 'A;3', `B;${cell}`, 'C;4']);
      expect(inWords(reading)).toEqual(['A 3 exact', 'C 4 exact']);
      expect(unreadOf(reading)).toEqual(['B']);
      expect(reading.problems).toMatchObject([
        { place: { file: 'acme.csv', line: 3 }, value: cell },
      ]);
    },
  );

  it('may be a word of the supplier’s own', async () => {
    const words = new Map([['ask us', 0]]);
    expect(inWords(await read(['sku,quantity', 'A,Ask us'], { words }))).toEqual(['A 0 exact']);
  });

  it('that is negative is none, told once with the count', async () => {
    const reading = await read(['sku,quantity', 'A,-3', "B,'-1'", 'C,2']);
    expect(inWords(reading)).toEqual(['A 0 exact', 'B 0 exact', 'C 2 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'quantity-negative-supplier', count: 2 }]);
  });
});

describe('a SKU', () => {
  it('is kept as text', async () => {
    const reading = await read(['sku,quantity', '00123,1', '="00456",2', ' a b ,3', '1E5X,4']);
    expect(offersOf(reading).map(({ sku }) => sku)).toEqual(['00123', '00456', 'a b', '1E5X']);
  });

  it.each(['1.23E+11', '4E+12', '3-Jan'])(
    'that a spreadsheet has mangled is told: %s',
    async (sku) => {
      const reading = await read(['sku,quantity', `${sku},1`, 'B,2']);
      expect(inWords(reading)).toEqual(['B 2 exact']);
      expect(reading.problems).toMatchObject([
        { kind: 'sku-mangled', place: { line: 2 }, value: sku },
      ]);
    },
  );

  it('that is missing is told', async () => {
    const reading = await read(['sku,quantity,title', ',1,Tent', 'B,2,Lamp']);
    expect(inWords(reading)).toEqual(['B 2 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'sku-missing', place: { line: 2 } }]);
  });
});

describe('one SKU on several rows', () => {
  it('counts once when the rows are the same', async () => {
    const reading = await read(['sku,quantity,title', 'A,5,Tent', 'A,5,Tent']);
    expect(inWords(reading)).toEqual(['A 5 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('is added up over locations', async () => {
    const reading = await read(['sku,quantity,warehouse', 'A,5,East', 'B,1,East', 'A,7,West']);
    expect(inWords(reading).toSorted()).toEqual(['A 12 exact', 'B 1 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('is added up over locations as a lower bound when one of them is', async () => {
    expect(inWords(await read(['sku,quantity,warehouse', 'A,5,East', 'A,>10,West']))).toEqual([
      'A 15 at_least',
    ]);
  });

  it('is not added up when one of the locations cannot be read: that is not nought', async () => {
    const reading = await read(['sku,quantity,warehouse', 'A,5,East', 'A,lots,West']);
    expect(inWords(reading)).toEqual([]);
    expect(unreadOf(reading)).toContain('A');
  });

  it('counts as of the newest date of entry', async () => {
    const rows = ['A,5,2026-11-01', 'A,7,2026-11-20', 'A,6,2026-11-10'];
    const reading = await read(['sku,quantity,entry_date', ...rows]);
    expect(inWords(reading)).toEqual(['A 7 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('is newest in each location, and added up over them', async () => {
    const rows = ['A,5,East,2026-11-01', 'A,4,East,2026-11-20', 'A,7,West,2026-10-05'];
    const reading = await read(['sku,quantity,warehouse,last updated', ...rows]);
    expect(inWords(reading)).toEqual(['A 11 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('has a past that need not be readable', async () => {
    const rows = ['A,lots,2026-11-01', 'A,7,2026-11-20', 'B,9,2026-11-01', 'B,lots,2026-11-20'];
    const reading = await read(['sku,quantity,entry_date', ...rows]);
    expect(inWords(reading)).toEqual(['A 7 exact']);
    expect(unreadOf(reading)).toEqual(['B']);
    expect(reading.problems).toMatchObject([
      { kind: 'quantity-not-understood', place: { line: 2 } },
      { kind: 'quantity-not-understood', place: { line: 5 } },
    ]);
  });

  it('is left out when nobody can tell which entry is the newest, and the date is told', async () => {
    const rows = ['A,5,02/03/2026', 'A,7,2026-11-20', 'B,1,02/03/2026'];
    const reading = await read(['sku,quantity,entry_date', ...rows]);
    expect(inWords(reading)).toEqual(['B 1 exact']);
    expect(reading.problems).toMatchObject([
      { kind: 'date-ambiguous', place: { line: 2, column: 'entry_date' }, value: '02/03/2026' },
    ]);
  });

  it('has several arrivals when only the restock differs', async () => {
    const rows = ['A,0,2026-12-18,20', 'A,0,2026-12-04,5'];
    const reading = await read(['sku,quantity,restock_date,restock_quantity', ...rows]);
    expect(offersOf(reading)).toMatchObject([
      {
        quantity: 0,
        restocks: [
          { day: '2026-12-04', quantity: 5 },
          { day: '2026-12-18', quantity: 20 },
        ],
      },
    ]);
    expect(reading.problems).toEqual([]);
  });

  it.each([
    ['quantities', ['A,5,Tent', 'A,6,Tent']],
    ['titles', ['A,5,Tent', 'A,5,Lamp']],
  ])('is left out and told when the rows differ in their %s', async (_name, rows) => {
    const reading = await read(['sku,quantity,title', 'B,1,x', ...rows]);
    expect(inWords(reading)).toEqual(['B 1 exact']);
    expect(unreadOf(reading)).toEqual(['A']);
    expect(reading.problems).toMatchObject([{ kind: 'sku-repeated', value: 'A', lines: [3, 4] }]);
  });

  it('is left out when two entries of the newest date differ', async () => {
    const rows = ['A,5,2026-11-20', 'A,7,2026-11-20', 'A,6,2026-11-10'];
    const reading = await read(['sku,quantity,entry_date', ...rows]);
    expect(inWords(reading)).toEqual([]);
    expect(unreadOf(reading)).toEqual(['A']);
    expect(reading.problems).toMatchObject([{ kind: 'sku-repeated', value: 'A', lines: [2, 3] }]);
  });

  it('is told to be in doubt also where an older entry cannot be read', async () => {
    const rows = ['A,lots,2026-11-01', 'A,5,2026-11-20', 'A,7,2026-11-20'];
    const reading = await read(['sku,quantity,entry_date', ...rows]);
    expect(unreadOf(reading)).toEqual(['A']);
    expect(reading.problems).toMatchObject([
      { kind: 'quantity-not-understood', place: { line: 2 } },
      { kind: 'sku-repeated', value: 'A', lines: [3, 4] },
    ]);
  });
});

describe('dates and other cells', () => {
  const restock = async (...cells: readonly string[]) => {
    const reading = await read(['sku;quantity;eta', ...cells.map((cell, i) => `S${i};0;${cell}`)]);
    return {
      days: offersOf(reading).map(({ restocks }) => restocks.map(({ day }) => day)),
      reading,
    };
  };

  it('are read in the order that the column shows', async () => {
    expect((await restock('03/04/2026', '13/04/2026')).days).toEqual([
      ['2026-04-03'],
      ['2026-04-13'],
    ]);
    expect((await restock('03/04/2026', '04/13/2026')).days).toEqual([
      ['2026-03-04'],
      ['2026-04-13'],
    ]);
  });

  it('are not guessed where no row shows the order', async () => {
    const { days, reading } = await restock('03/04/2026');
    expect(days).toEqual([[]]);
    expect(reading.problems).toMatchObject([
      { kind: 'date-unclear', place: { line: 2 }, value: '03/04/2026' },
    ]);
  });

  it('are read in the order that is configured', async () => {
    const reading = await read(['sku,quantity,eta', 'A,0,03/04/2026'], { dayOrder: 'month-first' });
    expect(offersOf(reading)).toMatchObject([{ restocks: [{ day: '2026-03-04' }] }]);
  });

  it.each(['', '-', 'N/A', 'TBD', '0000-00-00'])('%j is no date and no problem', async (cell) => {
    const { days, reading } = await restock(cell);
    expect(days).toEqual([[]]);
    expect(reading.problems).toEqual([]);
  });

  it.each(['soon', '2026-02-30'])('%j is told, and the row stands', async (cell) => {
    const { days, reading } = await restock(cell);
    expect(days).toEqual([[]]);
    expect(reading.problems).toMatchObject([{ place: { line: 2 }, value: cell }]);
  });

  it('have no cost where it is 0', async () => {
    const reading = await read(['sku,quantity,unit_cost', 'A,5,0.00', 'B,5,0.01']);
    expect(offersOf(reading).map(({ unitCost }) => unitCost)).toEqual([undefined, 0.01]);
  });

  it('leave the row standing when a cost cannot be read', async () => {
    const reading = await read(['sku,quantity,unit_cost', 'A,5,free']);
    expect(inWords(reading)).toEqual(['A 5 exact']);
    expect(offersOf(reading)[0]?.unitCost).toBeUndefined();
    expect(reading.problems).toMatchObject([{ kind: 'number-not-understood', value: 'free' }]);
  });
});

describe('columns', () => {
  it.each([
    ['Item No,Qty Avail', 'english'],
    ['SKU,In Stock', 'shop'],
    ['Artikelnummer,Bestand', 'german'],
    ['Part Number,Total Quantity', 'parts'],
    ['Material,Qty.Avail', 'warehouse'],
  ])('%s are understood (%s)', async (header) => {
    expect(inWords(await read([header, 'A,5']))).toEqual(['A 5 exact']);
  });

  it('are taken as configured', async () => {
    const columns = { sku: 'Nr', quantity: 'Da' };
    expect(inWords(await read(['Nr,Da,Stock', 'A,5,9'], { columns }))).toEqual(['A 5 exact']);
  });

  it('that are configured but not there are told with the nearest name', async () => {
    const reading = await read(['Item No,Avail', 'A,5'], { columns: { quantity: 'Avial' } });
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([
      { kind: 'column-missing', field: 'quantity', nearest: 'Avail' },
    ]);
  });

  it.each([
    ['quantity', ['sku,title', 'A,Tent']],
    ['sku', ['quantity,title', '5,Tent']],
  ])(
    'without which nothing can be read are told with the names found: %s',
    async (field, lines) => {
      const reading = await read(lines);
      expect(reading.files).toEqual([]);
      expect(reading.problems).toMatchObject([
        { kind: 'column-missing', field, headers: lines[0]?.split(',') },
      ]);
    },
  );

  it('that two of a kind claim are not chosen by chance', async () => {
    const reading = await read(['sku,Qty,QTY', 'A,5,9']);
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([
      { kind: 'column-ambiguous', field: 'quantity', headers: ['Qty', 'QTY'] },
    ]);
  });
});

describe('a file that breaks off', () => {
  it('is not read in part', async () => {
    const reading = await read(['sku,quantity,title', 'A,5,x', 'B,6,"y', 'C,7,z']);
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([{ kind: 'quote-not-closed', place: { line: 3 } }]);
  });

  it('after its header is empty', async () => {
    const reading = await read(['sku,quantity']);
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([{ kind: 'file-empty' }]);
  });
});
