import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantity } from '../../src/formats/quantity-cell.ts';

const exact = (units: number) => ({ kind: 'exact', units });
const atLeast = (units: number) => ({ kind: 'at_least', units });

describe('a stock quantity', () => {
  it.each([
    ['123', 123],
    ['0', 0],
    ['1', 1],
    ['1,194.00', 1194],
    ['1.194,00', 1194],
    ['564.00', 564],
    ['564,00', 564],
    ['0000098', 98],
    [' 12 ', 12],
    ['="12"', 12],
    ['+7', 7],
    ['1 194', 1194],
    ['1\u00a0194', 1194],
    ['1\u202f194', 1194],
    ["1'194", 1194],
    ['1’194', 1194],
    ['５', 5],
    ['5.0', 5],
    ["'12", 12],
    ['1,194,000', 1194000],
    ['1.194.000', 1194000],
    ['1,194,000.00', 1194000],
    ['12.0', 12],
  ])('reads %j as a number', (cell, units) => {
    expect(readQuantity(cell)).toEqual(exact(units));
  });

  it.each([
    ['>30', 30],
    ['> 100', 100],
    ['>=30', 30],
    ['99+', 99],
    ['50+', 50],
    ['50 +', 50],
    ['10-20', 10],
    ['10 - 20', 10],
    ['> 1 000', 1000],
    ['≥5', 5],
    ['0-5', 0],
    ['10–20', 10],
    ['10 to 20', 10],
    ['>10 szt.', 10],
    ['50+ pcs', 50],
    ['more than 100', 100],
    ['über 50 Stück', 50],
    ['plus de 20', 20],
    ['más de 20', 20],
    ['oltre 10', 10],
    ['meer dan 10', 10],
    ['powyżej 20', 20],
    ['peste 10', 10],
    ['mais de 5', 5],
    ['более 10', 10],
    ['in stock (50+)', 50],
  ])('reads %j as a lower bound', (cell, units) => {
    expect(readQuantity(cell)).toEqual(atLeast(units));
  });

  it.each([
    'Low',
    'Low Stock',
    'LOW',
    'low stock',
    'low-stock',
    'Limited',
    'wenige',
    'stock limité',
    'Pocas unidades',
    'ultimi pezzi',
    'beperkte voorraad',
    'mało',
    'stoc limitat',
    'últimas unidades',
    'заканчивается',
  ])('reads %j as at least one', (cell) => {
    expect(readQuantity(cell)).toEqual(atLeast(1));
  });

  it.each([
    'In Stock',
    'in stock',
    'IN STOCK',
    'Y',
    'yes',
    'true',
    'TRUE',
    'available',
    'in_stock',
    'auf Lager',
    'VERFÜGBAR',
    'ja',
    'En stock',
    'oui',
    'Sí',
    'Disponibile',
    'op voorraad',
    'Dostępny',
    'na stanie',
    'stoc suficient',
    'În stoc',
    'disponível',
    'в наличии',
    'есть',
    'WAHR',
  ])('reads %j as some, nobody knows how many', (cell) => {
    expect(readQuantity(cell)).toEqual({ kind: 'unknown', units: 0 });
  });

  it.each([
    'Out of Stock',
    'UNAVAILABLE',
    'N',
    'no',
    'false',
    'sold out',
    'ausverkauft',
    'Nicht lieferbar',
    'épuisé',
    'EPUISE',
    'Rupture de stock',
    'agotado',
    'sin stock',
    'esaurito',
    'uitverkocht',
    'brak',
    'Brak na stanie',
    'niedostępny',
    'stoc epuizat',
    'esgotado',
    'não disponível',
    'нет в наличии',
    'нет',
    'FALSCH',
  ])('reads %j as none', (cell) => {
    expect(readQuantity(cell)).toEqual(exact(0));
  });

  it.each([
    ['<5'],
    ['< 5'],
    ['<=5'],
    ['≤3'],
    ['<1'],
    ['less than 5'],
    ['unter 10 Stk.'],
    ['moins de 5'],
    ['menos de 5'],
    ['meno di 5'],
    ['minder dan 5'],
    ['poniżej 5'],
    ['sub 5'],
    ['до 5'],
  ])('reads %j as perhaps none', (cell) => {
    expect(readQuantity(cell)).toEqual(atLeast(0));
  });

  it.each([
    ['12 pcs', 12],
    ['12 Stk', 12],
    ['12 Stück', 12],
    ['12 szt.', 12],
    ['12 buc.', 12],
    ['12 uds.', 12],
    ['12 pz', 12],
    ['12 stuks', 12],
    ['12 unidades', 12],
    ['12 pièces', 12],
    ['12 шт.', 12],
    ['12pcs', 12],
    ['1,194.00 pcs', 1194],
    ['In stock (12)', 12],
    ['In stock: 12', 12],
    ['12 in stock', 12],
    ['Auf Lager: 12 Stück', 12],
    ['Low stock (3)', 3],
    ['Stock: 12', 12],
    ['Bestand 12', 12],
    ['12 now', 12],
    ['12 on hand', 12],
  ])('reads %j as single articles', (cell, units) => {
    expect(readQuantity(cell)).toEqual(exact(units));
  });

  it.each(['12 boxes', '5 kg', '3 pairs', '12 Kartons', '10 m', '12 in', 'MOQ 12', 'x12', '2 x 6'])(
    'does not take %j for single articles',
    (cell) => {
      expect(readQuantity(cell)).toEqual({ fault: 'not-understood' });
    },
  );

  it.each(['-3', "'-3'", "'-3", '-1.00', '−3', '3-', '(3)', '( 3 )', '-3 pcs', '- 3'])(
    'calls %j negative',
    (cell) => {
      expect(readQuantity(cell)).toEqual({ fault: 'negative' });
    },
  );

  it.each(['', '   ', '=""', '\u00a0', '\t'])('calls %j missing, not nought', (cell) => {
    expect(readQuantity(cell)).toEqual({ fault: 'missing' });
  });

  it.each([
    ...[
      'A*',
      'Call',
      'CALL',
      'B',
      'N/A',
      'n/a',
      '-',
      '--',
      'None',
      'not stocked',
      'parent',
      'pre-comanda',
      'Allocated',
      'soon',
      'discontinued',
      '2-3 zile',
    ],
    ...[
      '1.5',
      '12.5',
      '0,5',
      'lots',
      '?',
      '#N/A',
      '#REF!',
      'null',
      'NaN',
      'Infinity',
      '1e3',
      '0x10',
    ],
    ...[
      '1,2,3',
      '1,19,400',
      '1.2.3',
      '--5',
      '>',
      '+',
      '1/2',
      '50%',
      '> lots',
      '9999999999999999999',
      '2026-12-04',
    ],
    ...[
      '١٢',
      'Ask us',
      '12;5',
      '5 or 6',
      '5²',
      '½',
      '20-10',
      '07-11',
      '1e3x',
      '∞',
      '+',
      '>-5',
      '5%',
      '1 23',
      '12 34',
      '#12',
      'in stock 5-7 days',
    ],
  ])('does not guess what %j means', (cell) => {
    expect(readQuantity(cell)).toEqual({ fault: 'not-understood' });
  });

  it.each(['1.194', '1,194', '12.500', '5,000', '+1.194', '>1.000', '1.194 pcs'])(
    'asks what %j means: thousands, or a part of one',
    (cell) => {
      expect(readQuantity(cell)).toMatchObject({ fault: 'ambiguous' });
    },
  );

  it.each([
    ['1.194', 'comma', 1194],
    ['1,194', 'point', 1194],
    ['5,000', 'comma', 5],
    ['5.000', 'point', 5],
    ['9,00', 'point', 9],
    ['9.00', 'comma', 9],
  ] as const)('reads %j in a file with a decimal %s as %i', (cell, style, units) => {
    expect(readQuantity(cell, { style })).toEqual(exact(units));
  });

  it('says of a part of a unit what else it may mean', () => {
    expect(readQuantity('1.234', { style: 'point' })).toEqual({
      fault: 'ambiguous',
      readings: ['1234', '1.234'],
    });
  });

  it('takes a supplier’s own words first', () => {
    const words = new Map([
      ['ask us', 0],
      ['plenty', 50],
      ['in stock', 7],
      ['a*', 0],
    ]);
    expect(readQuantity('Ask us', { words })).toEqual(exact(0));
    expect(readQuantity(' PLENTY ', { words })).toEqual(exact(50));
    expect(readQuantity('In Stock', { words })).toEqual(exact(7));
    expect(readQuantity('A*', { words })).toEqual(exact(0));
    expect(readQuantity('other', { words })).toEqual({ fault: 'not-understood' });
  });

  it('takes a blank for nought only where the supplier’s words say so', () => {
    expect(readQuantity('', { words: new Map([['', 0]]) })).toEqual(exact(0));
  });

  it('reads every whole number back, however it is grouped', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), fc.nat(5), (units, zeros) => {
        expect(readQuantity(String(units))).toEqual(exact(units));
        expect(readQuantity(`${'0'.repeat(zeros)}${units}`)).toEqual(exact(units));
        expect(readQuantity(`${units}.00`)).toEqual(exact(units));
        expect(readQuantity(units.toLocaleString('en-US'), { style: 'point' })).toEqual(
          exact(units),
        );
        expect(readQuantity(units.toLocaleString('de-DE'), { style: 'comma' })).toEqual(
          exact(units),
        );
        expect(readQuantity(`${units.toLocaleString('en-US')}.00`)).toEqual(exact(units));
        expect(readQuantity(`${units.toLocaleString('de-DE')},00`)).toEqual(exact(units));
        expect(readQuantity(`>${units}`)).toEqual(atLeast(units));
        expect(readQuantity(`${units}+`)).toEqual(atLeast(units));
      }),
    );
  });

  it('never makes a number of a cell without a digit, save of a word for none or few', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'abcxyz ,.-+<>%#*/=\'"'), maxLength: 8 }),
        (cell) => {
          const read = readQuantity(cell);
          if ('units' in read) expect(cell.trim()).toMatch(/^["'=]*[xyn]["']*$/i);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (cell) => void readQuantity(cell)));
  });
});
