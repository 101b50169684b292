import { describe, expect, it } from 'vitest';
import { inWords, kindsOf, offersOf, read } from './reading-stock.ts';

describe('headers in ten languages', () => {
  it.each([
    ['en', 'Part No.;Qty. Avail;Expected Arrival;Incoming Qty;Your Cost'],
    ['de', 'Artikel-Nr.;Verfügbarer Bestand;Wieder da am;Zulauf;EK-Preis'],
    ['fr', 'Référence;Quantité disponible;Prochaine livraison;Quantité attendue;Prix d’achat'],
    ['es', 'Código;Existencias;Fecha de reposición;Cantidad en camino;Precio de compra'],
    ['it', 'Codice articolo;Giacenza;Disponibilità futura;In arrivo;Prezzo netto'],
    ['nl', 'Artikelcode;Voorraad;Verwachte leverdatum;In bestelling;Inkoopprijs'],
    ['pl', 'Kod towaru;Stan magazynowy;Data dostawy;W drodze;Cena zakupu'],
    ['ro', 'Cod produs;Stoc disponibil;Data reaprovizionare;In tranzit;Preț achiziție'],
    ['pt', 'Código do produto;Estoque;Previsão de chegada;Em trânsito;Preço de custo'],
    ['ru', 'Артикул;Остаток;Дата поступления;В пути;Закупочная цена'],
  ])('are understood: %s', async (_language, header) => {
    const reading = await read([header, 'A;0;2026-12-04;20;9,50']);
    expect(reading.problems).toEqual([]);
    expect(offersOf(reading)).toMatchObject([
      { sku: 'A', quantity: 0, restocks: [{ day: '2026-12-04', quantity: 20 }], unitCost: 9.5 },
    ]);
  });

  it('name the supplier’s own number rather than the manufacturer’s', async () => {
    const reading = await read(['MPN,Artikelnummer,Qty', 'M-1,A,5']);
    expect(inWords(reading)).toEqual(['A 5 exact']);
  });

  it.each([
    'Artikel,Leverancier_SKU,Voorraad',
    'PartNumber,VCPN,Qty',
    'CATALOG_NO,UNIQUE_KEY,QUANTITY',
    'MPN,Item No,Free to sell',
  ])('find the number that the supplier wants on an order: %s', async (header) => {
    expect(inWords(await read([header, 'M-1,A,5']))).toEqual(['A 5 exact']);
  });

  it.each(['qty1', 'CaseQty', 'MOQ', 'Minimal quantity', 'Pack', 'Qty per carton'])(
    'know what is no stock: %s',
    async (name) => {
      const reading = await read([`sku,${name}`, 'A,5']);
      expect(reading.files).toEqual([]);
      expect(kindsOf(reading)).toEqual(['column-missing']);
    },
  );

  it.each([
    'sku,Qty East,Qty West,Qty East ETA',
    'sku,Bestand Nord,Bestand Süd,Bestand bestellt',
    'sku,Stock DE,Stock UK,Stock ordered',
  ])('add up no column of what is to come: %s', async (header) => {
    expect(inWords(await read([header, 'A,3,2,50']))).toEqual(['A 5 exact']);
  });

  it('name no price as what the quantity may be', async () => {
    const { problems } = await read(['sku,DBP,RRP', 'A,99,120']);
    expect(problems).toMatchObject([{ kind: 'column-missing', field: 'quantity' }]);
    expect(problems[0]).not.toHaveProperty('nearest', expect.any(String));
  });

  it('leave price breaks alone', async () => {
    const header = 'itemnumber,available,price1,qty1,price2,qty2,price3,qty3';
    expect(inWords(await read([header, '00012297,4,9.5,1,9.0,10,8.5,100']))).toEqual([
      '00012297 4 exact',
    ]);
  });
});

describe('two columns with names of the quantity', () => {
  const rows = (cells: (i: number) => string) => Array.from({ length: 25 }, (_, i) => cells(i));

  it('are told apart by what stands in them: words or counts', async () => {
    const reading = await read(['sku,available,menge', 'A,Ja,12', 'B,Nein,0']);
    expect(inWords(reading)).toEqual(['A 12 exact', 'B 0 exact']);
  });

  it('are told apart by what stands in them: yes and no, or counts', async () => {
    const lines = rows((i) => `S${i},${i === 0 ? 0 : 1},${i * 2}`);
    const reading = await read(['artnr,verfuegbar,menge', ...lines]);
    expect(inWords(reading).slice(0, 3)).toEqual(['S0 0 exact', 'S1 2 exact', 'S2 4 exact']);
  });

  it('are taken by the better name when both hold counts', async () => {
    const reading = await read(['sku,on hand,qty available', 'A,9,7']);
    expect(inWords(reading)).toEqual(['A 7 exact']);
  });

  it('are asked about when their names are the same', async () => {
    const reading = await read(['sku,Qty,QTY', 'A,5,9']);
    expect(kindsOf(reading)).toEqual(['column-ambiguous']);
  });

  it.each([
    ['SKU,Name,Quantity,Stock', ['A,Mug,12,0', 'B,Cup,6,40'], ['Quantity', 'Stock']],
    ['SKU,Name,Stock,Qty', ['A,Mug,7,7', 'B,Cup,,3', 'C,Pot,9,8'], ['Qty', 'Stock']],
    ['SKU,Available,Qty,Qty', ['A,Y,12,0', 'B,Y,6,40'], ['Qty#1', 'Qty#2']],
    ['Artikelnr;Menge;Bestand', ['A;12;0', 'B;6;40'], ['Bestand', 'Menge']],
    ['SKU,Available,Free stock', ['A,5,7'], ['Available', 'Free stock']],
    ['SKU,Qty (pcs),Stock', ['A,999,5'], ['Qty (pcs)', 'Stock']],
    ['SKU,Qty (pcs),Qty', ['A,7,5'], ['Qty', 'Qty (pcs)']],
  ])('are asked about where both are counts that differ: %s', async (header, lines, headers) => {
    const reading = await read([header, ...lines]);
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([
      { kind: 'column-ambiguous', place: { line: 1 }, field: 'quantity', headers },
    ]);
  });

  it('are asked about in long files too, of which no more is read', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => `S${i},${i},${i + 1}`);
    const reading = await read(['sku,qty,stock', ...lines]);
    expect(reading.files).toEqual([]);
    expect(kindsOf(reading)).toEqual(['column-ambiguous']);
  });

  it('need no choice where they say the same, or only one of them says something', async () => {
    const reading = await read(['sku,qty,stock', 'A,5,5.0', 'B,7,', 'C,0,0']);
    expect(inWords(reading)).toEqual(['A 5 exact', 'B 7 exact', 'C 0 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('are chosen by the configuration', async () => {
    const lines = ['SKU,Quantity,Stock', 'A,12,0', 'B,6,40'];
    const reading = await read(lines, { columns: { quantity: 'Stock' } });
    expect(inWords(reading)).toEqual(['A 0 exact', 'B 40 exact']);
  });

  it('are only one when the other holds words, and words alone do', async () => {
    const reading = await read(['sku,availability', 'A,In stock', 'B,Sold out']);
    expect(inWords(reading)).toEqual(['A 0 unknown', 'B 0 exact']);
  });
});

describe('a file without a header line', () => {
  it('is read by the numbers of its columns, its first row too', async () => {
    const lines = ['"000 014";>10;10,34;AMTRA', '"000 015";7;8,73;AMTRA'];
    const columns = { sku: 1, quantity: 2, unit_cost: 3 };
    const reading = await read(lines, { columns });
    expect(inWords(reading)).toEqual(['000 014 10 at_least', '000 015 7 exact']);
    expect(offersOf(reading)).toMatchObject([
      { unitCost: 10.34, place: { line: 1 } },
      { unitCost: 8.73, place: { line: 2 } },
    ]);
  });

  it('is not read as if its first row were the header', async () => {
    const reading = await read(['RU-101,0000098', 'RU-102,0000081']);
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([
      { kind: 'column-missing', noneKnown: true, headers: ['RU-101', '0000098'] },
    ]);
  });

  it('has no column beyond its last', async () => {
    const reading = await read(['A,5', 'B,6'], { columns: { sku: 1, quantity: 9 } });
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([{ kind: 'column-missing', value: 'column 9' }]);
  });
});

describe('columns of warehouses', () => {
  it.each([
    'sku,EastQty,MidwestQty,PacificNWQty',
    'sku,Quantity_NC,Quantity_AZ,Quantity_TX',
    'sku,Qty East,Qty West,Qty Midwest',
    'sku,Lager 1 Bestand,Lager 2 Bestand,Lager 3 Bestand',
  ])('are added up where there is no total: %s', async (header) => {
    const reading = await read([header, 'A,5,0,7', 'B,>10,1,1', 'C,1,lots,2']);
    expect(inWords(reading)).toEqual(['A 12 exact', 'B 12 at_least']);
    expect(reading.problems).toMatchObject([{ kind: 'quantity-not-understood', value: 'lots' }]);
  });

  it('give the lower of the two where they do not add up to the total', async () => {
    const header = 'sku,TotalQty,EastQty,TexasQty';
    const reading = await read([header, 'A,12,5,7', 'B,12,5,5', 'C,3,2,2', 'D,4,2,']);
    expect(inWords(reading)).toEqual(['A 12 exact', 'B 10 at_least', 'C 3 at_least', 'D 4 exact']);
    expect(reading.problems).toMatchObject([{ kind: 'warehouses-differ', count: 2 }]);
  });

  it('are asked about where their names may mean something else', async () => {
    const reading = await read(['sku,Foobar Qty,Leipzig Qty', 'A,5,7']);
    expect(reading.files).toEqual([]);
    expect(reading.problems).toMatchObject([
      { kind: 'column-ambiguous', field: 'quantity', headers: ['Foobar Qty', 'Leipzig Qty'] },
    ]);
  });

  it('do not stand beside a known total when their names may mean something else', async () => {
    const reading = await read(['sku,qty,Leipzig Qty,Halle Qty', 'A,12,5,5']);
    expect(inWords(reading)).toEqual(['A 12 exact']);
    expect(reading.problems).toEqual([]);
  });

  it('are added up as configured, by name and by number', async () => {
    const lines = ['sku,Foobar,Leipzig', 'A,5,7'];
    const named = { quantity: ['Foobar', 'Leipzig'] };
    expect(inWords(await read(lines, { columns: named }))).toEqual(['A 12 exact']);
    const numbered = { sku: 1, quantity: [2, 3] };
    expect(inWords(await read(['A,5,7', 'B,1,1'], { columns: numbered }))).toEqual([
      'A 12 exact',
      'B 2 exact',
    ]);
  });

  it('that are configured but not there are told', async () => {
    const reading = await read(['sku,Foobar', 'A,5'], {
      columns: { quantity: ['Foobar', 'West'] },
    });
    expect(reading.problems).toMatchObject([{ kind: 'column-missing', value: 'West' }]);
  });
});

describe('columns of one header', () => {
  const lines = ['sku,Qty,Qty,Price', 'A,5,0,3', 'B,7,1,4'];
  const withQuantity = (quantity: string | string[]) => read(lines, { columns: { quantity } });

  it.each(['Qty', ['Qty', 'Qty']])('are asked about: %j', async (quantity) => {
    expect((await withQuantity(quantity)).problems).toMatchObject([
      { kind: 'column-ambiguous', field: 'quantity', headers: ['Qty#1', 'Qty#2'] },
    ]);
  });

  it('are told apart by their number', async () => {
    expect(inWords(await withQuantity('Qty#2'))).toEqual(['A 0 exact', 'B 1 exact']);
    expect(inWords(await withQuantity(['Qty#1', 'Qty#2']))).toEqual(['A 5 exact', 'B 8 exact']);
    expect((await withQuantity('Qty#3')).problems).toMatchObject([
      { kind: 'column-missing', value: 'Qty#3' },
    ]);
  });

  it('may bear a number sign of their own', async () => {
    const reading = await read(['Item #1,Item #2,Qty', 'A,X,5'], { columns: { sku: 'Item #2' } });
    expect(inWords(reading)).toEqual(['X 5 exact']);
  });
});
