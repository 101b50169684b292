import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as disk from '../../src/disk/index.ts';
import { wholeOf } from '../../src/model/content.ts';
import { dropship, folderWith } from '../rig.ts';

const today = ['--today', '2026-11-23'];

/** More lines than a call can take arguments, and more bytes than are read at once. */
const many = 200_000;

const sku = (i: number) => `A-${String(i).padStart(6, '0')}`;
const numbered = (count: number, line: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');

describe('files larger than what is read at once', () => {
  it('are the same whole as in pieces', () => {
    const text = numbered(100_000, sku);
    const folder = folderWith({ 'a.csv': text });
    const content = disk.open(join(folder, 'a.csv'))?.content ?? new Uint8Array();
    expect(Buffer.from(wholeOf(content)).equals(Buffer.from(text))).toBe(true);
  });

  it('are read behind blank lines without end', async () => {
    const stock = `${'\n'.repeat(600_000)}sku,quantity\n${sku(1)},5\n`;
    const folder = folderWith({ 'acme.csv': stock });
    const { stdout } = await dropship(folder, [
      'classify',
      '--stock=acme=acme.csv',
      '-f',
      'csv',
      ...today,
    ]);
    expect(stdout).toContain(`${sku(1)},`);
  });

  it('are updated as listings, their last row as their first', async () => {
    const header = 'Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty';
    const count = 20_000;
    const listing = (quantity: number) =>
      `${header}\n${numbered(count, (i) => `h${i},Article ${i},Title,Default Title,${sku(i)},${quantity}`)}`;
    const folder = folderWith({
      'shopify.csv': listing(1),
      'acme.csv': `sku,quantity\n${numbered(count, (i) => `${sku(i)},7`)}`,
    });
    const { stderr } = await dropship(folder, [
      'listings',
      '--stock=acme=acme.csv',
      '--listing=shopify.csv',
      '--out=new',
      ...today,
    ]);
    expect(stderr).not.toContain('not recognised');
    expect(readFileSync(join(folder, 'new/shopify.csv'), 'utf8')).toBe(listing(7));
  });
});

describe('files of which nearly every row is bad', () => {
  it.each([
    ['stock that is no number', 'sku,quantity', (i: number) => `${sku(i)},what`],
    ['stock of one SKU, again and again', 'sku,quantity', (i: number) => `A,${i}`],
    ['rows that are cut off', 'sku,quantity,title', (i: number) => `${sku(i)},${i}`],
  ])('%s is told, not a stack trace', async (_, header, line) => {
    const folder = folderWith({ 'acme.csv': `${header}\n${numbered(many, line)}` });
    const { code, stderr } = await dropship(folder, [
      'classify',
      '--stock=acme=acme.csv',
      '-q',
      ...today,
    ]);
    expect(stderr).not.toMatch(/unexpected|call stack/i);
    expect(stderr.split('\n').length).toBeLessThan(20);
    expect([1, 2]).toContain(code);
  });
});
