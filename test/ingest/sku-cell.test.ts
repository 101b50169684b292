import { describe, expect, it } from 'vitest';
import { isMangled, readSkuCell } from '../../src/ingest/sku-cell.ts';

describe('a SKU cell', () => {
  it.each([
    ['="00123"', '00123'],
    ["'00123", '00123'],
    ["D'ARC-1", "D'ARC-1"],
    ['a-1', 'a-1'],
    ['123E4', '123E4'],
  ])('%j is %s', (cell, sku) => {
    expect(readSkuCell(cell)).toBe(sku);
  });

  it.each([
    ...['1E+05', '1.00E+05', '1.23457E+17', '4,01E+12', '123456789012345000'],
    ...['3-Jan', '1-Mar', 'Mar-01', '03-janv', '03.\u044f\u043d\u0432', 'ene-03'],
    ...['01.02.2026', '1/2/2026', '2026-01-02 00:00:00', '"00789"'],
  ])('%s was made by a spreadsheet', (sku) => {
    expect(isMangled(sku)).toBe(true);
  });

  it.each([
    ...['123E4', '1E5X', 'SEP-2', 'MAR-01', '10-set', '2-gen', '3-1', '12-ABC', 'Red-01'],
    ...['1234567890123450', '4010000554339', '1.2.3', '2026-01', 'A-2026-01-02'],
  ])('%s may be true', (sku) => {
    expect(isMangled(sku)).toBe(false);
  });
});
