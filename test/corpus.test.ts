import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognise } from '../src/ingest/recognise.ts';
import { dropship, folderWith, projectFolder } from './rig.ts';

// Every file of the corpus through every way in: whatever is in it, the program ends with an exit code of its own,
// in time, and never with a fault of its own. The corpus lies beside the project and is not part of it.
const corpus = join(projectFolder, '../shared/corpus');
const files = existsSync(corpus)
  ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(corpus, name)).isFile())
      .toSorted()
  : [];

const longest = 10_000;
const today = ['--today', '2026-11-23'];
const ways: readonly (readonly [string, (file: string) => string[]])[] = [
  ['classify --stock', (file) => ['classify', '--stock', `it=${file}`]],
  ['classify --orders', (file) => ['classify', '--orders', file]],
  [
    'listings --listing',
    (file) => ['listings', '--stock', 's.csv', '--listing', file, '--dry-run'],
  ],
  ['ingest --dry-run', (file) => ['ingest', '--dry-run', file]],
];

describe.runIf(files.length > 0)('the corpus', () => {
  it.each(files)(
    '%s',
    async (name) => {
      const folder = folderWith({ 's.csv': 'sku,quantity\nNONE,1\n' });
      for (const [way, argv] of ways) {
        const begun = performance.now();
        const { code, stdout, stderr } = await dropship(folder, [
          ...argv(join(corpus, name)),
          ...today,
        ]);
        const took = performance.now() - begun;
        expect([way, code]).toEqual([way, expect.toBeOneOf([0, 1, 2])]);
        expect([way, stderr]).toEqual([way, expect.not.stringContaining('fault of its own')]);
        expect([way, took < longest]).toEqual([way, true]);
        if (code !== 2) continue;
        // What could not be run says why, names the file and prints nothing that looks like an answer.
        expect([way, stdout]).toEqual([way, '']);
        expect([way, stderr]).toEqual([way, expect.stringContaining(basename(name))]);
      }
      expect(readdirSync(folder)).toEqual(['s.csv']);
    },
    60_000,
  );
});

// What each file of a shop is, by who made it.
const whatTheyAre: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/^listings\/amazon-inventory/, 'an Amazon inventory report'],
  [/^listings\/bigcommerce/, 'a BigCommerce product export'],
  [/^listings\/etsy/, 'an Etsy listings download'],
  [/^listings\/google/, 'a Google Merchant feed'],
  [/^listings\/magento/, 'a Magento (Adobe Commerce) product export'],
  [/^listings\/meta-catalogue/, 'a Meta catalogue file'],
  [/^listings\/meta-supplemental/, 'a supplemental feed of labels'],
  [/^listings\/prestashop/, 'a PrestaShop product file'],
  [/^listings\/readyscript/, 'a ReadyScript product export'],
  [/^listings\/shopify-inventory/, 'a Shopify inventory file'],
  [/^listings\/shopify-product/, 'a Shopify product file'],
  [/^listings\/squarespace/, 'a Squarespace product export'],
  [/^listings\/wix/, 'a Wix product export'],
  [/^listings\/woocommerce/, 'a WooCommerce product file'],
  [/^orders\/shopify/, 'a Shopify orders export'],
  [/^orders\/supplier-shipments/, 'a list of shipments'],
  [/^suppliers\/.*no-header/, 'format-unknown'],
  [/^suppliers\//, 'a supplier stock file'],
];
const named = files.filter((name) => /^(listings|orders|suppliers)\//.test(name));

describe.runIf(files.length > 0)('a file of the corpus is recognised for what it is', () => {
  it.each(named)('%s', (name) => {
    const found = recognise(readFileSync(join(corpus, name)), name);
    const expected = whatTheyAre.find(([pattern]) => pattern.test(name))?.[1];
    expect('title' in found ? found.title : found.kind).toBe(expected);
  });
});

it.runIf(files.length === 0)(
  `is skipped: there is no ${relative(projectFolder, corpus)}`,
  ({ skip }) => {
    skip('the corpus is not beside the project');
  },
);
