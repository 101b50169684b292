import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropship, sampleShop } from '../rig.ts';

// What explain tells of the sample shop, without the lines on demand, which test/forecast checks. The pages are read as
// the shop's owner would; `npx vitest run -u` writes them anew, to be read again.

const skus =
  'AXE-CAMP BAG-TUN-LNG BAG-TUN-REG CLR-45 COT-XL FIR-ROD GAS-230 GRL-FOLD HAM-STRAP KTL-1L LMP-HEAD-900 LMP-LTN-M LMP-LTN-XL LMP-STR-10 MUG-ENM-WHT MUG-NW-LOGO PCK-45-TEAL PIL-INF POT-SET4 PWR-STN-600 STV-DUO TENT-LODGE6 TENT-TRK1 WTR-FLT-SQZ'.split(
    ' ',
  );
const orders = ['3874', '3934', '3937', '3951', '3954', '3956', '3962', '3963', '3966'];
const today = ['--today', '2026-11-23'];

const page = (name: string) => join(import.meta.dirname, 'explain', name);
const ofDemand =
  /^(demand|runs out|suppliers lose| {2}(last|all|smoothed|size|in buckets|next|note|and then)\b)/;

/** Each subject under a heading, its facts as lines: `fact: value [source]`. */
async function told(folder: string, subjects: readonly string[]): Promise<string> {
  const pages: string[] = [];
  for (const subject of subjects) {
    const { stdout } = await dropship(folder, ['explain', subject, ...today, '-f', 'json']);
    const rows: { fact: string; value: string | number; source: string | null }[] =
      JSON.parse(stdout);
    const lines = rows
      .filter(({ fact }) => !ofDemand.test(fact))
      .map(({ fact, value, source }) => `${fact}: ${value}${source ? `   [${source}]` : ''}`);
    pages.push(`${subject}\n\n${lines.map((line) => `    ${line}`).join('\n')}\n`);
  }
  return pages.join('\n');
}

it('tells what is, why, what it rests on, and what would change it', async () => {
  const folder = sampleShop();
  await dropship(folder, ['run', ...today]);
  await expect(await told(folder, skus)).toMatchFileSnapshot(page('skus.md'));
  await expect(await told(folder, orders)).toMatchFileSnapshot(page('orders.md'));
});
