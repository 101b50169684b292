import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

const today = ['--today', '2026-11-23'];
const stock = 'SKU,Qty,Status\nA,7,Phase X\nB,7,Frozen\nC,7,Purple\nD,0,Phase X\n';
const withWords = (words: string) =>
  folderWith({
    'dropship.toml': `[suppliers.acme]\nfiles = "acme*.csv"\nrestock_days = 14\n${words}`,
    'acme-2026-11-23.csv': stock,
  });

describe("a supplier's own words", () => {
  it('can be taught as the hint says', async () => {
    const { stderr } = await dropship(withWords(''), ['ingest', ...today]);
    expect(stderr).toContain('words = { "Phase X" = "discontinued" }, or "blocked"');
    const folder = withWords(
      'words = { "phase x" = "discontinued", "Frozen" = "blocked", "Purple" = "available" }\n',
    );
    const { code, stderr: taught } = await dropship(folder, ['ingest', ...today]);
    expect([code, taught]).toEqual([0, expect.not.stringContaining('not known')]);
    const { stdout } = await dropship(folder, ['classify', '-f', 'json', ...today]);
    expect(JSON.parse(stdout)).toMatchObject([
      { sku: 'A', reason: 'last-units', on_hand: 7 },
      { sku: 'B', on_hand: 0 },
      { sku: 'C', reason: 'in-stock', on_hand: 7 },
      { sku: 'D', status: 'unavailable', reason: 'discontinued' },
    ]);
  });

  it('mean a number or one of a few things', async () => {
    const { code, stderr } = await dropship(withWords('words = { "X" = "gone" }\n'), ['ingest']);
    expect(code).toBe(2);
    expect(stderr).toContain('"discontinued", "blocked", "sold-out" or "available"');
  });
});
