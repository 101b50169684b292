import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropship, folderWith, projectFolder, sampleShop } from '../rig.ts';

const browserPath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
const today = ['--today', '2026-11-23'];

/** Texts that want to be more than text. */
const hostile = [
  '<script>document.title="owned"</script>',
  '"><img src=x onerror=alert(1)>',
  "</script><svg onload='alert(2)'>",
  '{{7*7}}',
  'javascript:alert(3)',
  'line\u2028end',
];

async function reportOf(folder: string, ...more: string[]): Promise<string> {
  const { code, stderr } = await dropship(folder, ['report', ...today, '-o', 'r.html', ...more]);
  expect([code, stderr]).toEqual([0, expect.stringContaining('The report is in r.html')]);
  return join(folder, 'r.html');
}

/** A shop of `count` SKUs with some sales of each hundredth. */
function largeShop(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `S-${String(i).padStart(5, '0')}`);
  const orders = rows
    .filter((_, i) => i % 100 === 0)
    .flatMap((sku, i) => [`${i},2026-11-0${1 + (i % 9)},${sku},2,2,9.5,USD`]);
  return folderWith({
    'acme-2026-11-23.csv': `sku,title,quantity\n${rows.map((sku, i) => `${sku},Article number ${i} of a long name,${i % 7}`).join('\n')}\n`,
    'orders-2026-11-23.csv': `order_id,ordered_at,sku,quantity,fulfilled_quantity,unit_price,currency\n${orders.join('\n')}\n`,
  });
}

describe('a report', () => {
  it('is one page that names nothing to load', async () => {
    const shop = sampleShop();
    await dropship(shop, ['ingest', ...today]);
    const page = readFileSync(await reportOf(shop), 'utf8');
    expect(page).not.toMatch(/<(link|img|iframe|object|embed)\b|\bsrc=|@import|url\(/i);
    // Names of XML are no addresses to fetch.
    expect(page.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '')).not.toMatch(/href="(?!#)|https?:/);
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page.match(/<svg /g)?.length).toBe(8);
  });

  it('is the same page of the same book', async () => {
    const shop = sampleShop();
    await dropship(shop, ['ingest', ...today]);
    const first = readFileSync(await reportOf(shop), 'utf8');
    expect(readFileSync(await reportOf(shop), 'utf8')).toBe(first);
  });

  it('stays below two megabytes for ten thousand SKUs', async () => {
    const folder = largeShop(10_000);
    const files = ['--stock=acme=acme-2026-11-23.csv', '--orders=orders-2026-11-23.csv'];
    const page = readFileSync(await reportOf(folder, ...files));
    expect(page.length).toBeLessThan(2_000_000);
    expect(page.toString()).toContain('10,000 rows');
  });

  it('tells a shop without anything that there is nothing', async () => {
    const folder = folderWith({ 'acme-2026-11-23.csv': 'sku,quantity\nA,5\n' });
    const page = readFileSync(await reportOf(folder, '--stock=acme=acme-2026-11-23.csv'), 'utf8');
    expect(page).toContain('No open orders.');
    expect(page).toContain('There are no sales to forecast from yet.');
    expect(page).toContain('Nothing is likely to run out in the next 8 weeks.');
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });

  it('goes to stdout, has no other format, and is named for its day', async () => {
    const folder = folderWith({ 'acme-2026-11-23.csv': 'sku,quantity\nA,5\n' });
    const stock = '--stock=acme=acme-2026-11-23.csv';
    const piped = await dropship(folder, ['report', stock, ...today, '-o', '-']);
    expect(piped.stdout).toMatch(/^<!doctype html>/);
    expect((await dropship(folder, ['report', stock, ...today, '-f', 'csv'])).code).toBe(2);
    await dropship(folder, ['report', stock, ...today, '-q']);
    expect(existsSync(join(folder, 'report-2026-11-23.html'))).toBe(true);
  });
});

describe.skipIf(browserPath === undefined)(
  'a report in a browser (skipped without chromium)',
  { timeout: 60_000 },
  () => {
    let browser: Browser;
    let folder: string;
    let sample: string;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'dropship-report-'));
      cpSync(join(projectFolder, 'samples'), folder, {
        recursive: true,
        filter: (path) => !/samples[\\/](book|out)([\\/]|$)/.test(path),
      });
      await dropship(folder, ['ingest', ...today]);
      sample = await reportOf(folder);
      browser = await chromium.launch({
        executablePath: browserPath ?? '',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      });
    }, 60_000);
    afterAll(async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    });

    /** A page with all that it asked for and complained of. */
    async function open(
      file: string,
      look: Parameters<Browser['newPage']>[0] = {},
    ): Promise<{ page: Page; asked: string[]; complaints: string[] }> {
      const page = await browser.newPage(look);
      const asked: string[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', (dialog) => {
        complaints.push(dialog.message());
        void dialog.dismiss();
      });
      await page.goto(pathToFileURL(file).href);
      return { page, asked, complaints };
    }

    const faults = async (page: Page) => {
      // The page's own policy lets no script in; the checker comes by the browser's back door.
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const checker = (globalThis as unknown as { axe: { run(): Promise<Checked> } }).axe;
        return (await checker.run()).violations;
      });
      return found
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };

    it('shows the sample shop without a word of complaint, and asks for nothing', async () => {
      const { page, asked, complaints } = await open(sample);
      expect(await page.title()).toBe('Northwind Camping · 23 Nov 2026');
      expect(asked).toEqual([pathToFileURL(sample).href]);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it('sorts a table by a heading, up and down, by the keyboard too', async () => {
      const { page } = await open(sample);
      const head = page.locator('#sku-table th', { hasText: 'On hand' });
      const column = async () =>
        (await page.locator('#sku-table tbody tr td:nth-child(6)').allTextContents()).map(Number);
      await head.locator('button').click();
      const up = await column();
      expect(up).toEqual(up.toSorted((a, b) => a - b));
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      await head.locator('button').focus();
      await page.keyboard.press('Enter');
      const down = await column();
      expect(down).toEqual(down.toSorted((a, b) => b - a));
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      await page.close();
    });

    it('finds rows by words, and says how many', async () => {
      const { page } = await open(sample);
      const search = page.locator('#sku-table input');
      await search.fill('tent available');
      const found = await page.locator('#sku-table tbody tr').allTextContents();
      expect(found.length).toBeGreaterThan(2);
      for (const row of found) expect(row).toMatch(/tent/i);
      expect(await page.locator('#sku-table output').textContent()).toBe(
        `${found.length} of 60 rows`,
      );
      await search.fill('no such thing');
      expect(await page.locator('#sku-table tbody tr').count()).toBe(0);
      await page.close();
    });

    it('shows all rows of a long table when they are asked for', async () => {
      const { page } = await open(sample);
      expect(await page.locator('#sku-table tbody tr').count()).toBe(50);
      await page.locator('#sku-table .more button').click();
      expect(await page.locator('#sku-table tbody tr').count()).toBe(60);
      expect(await page.locator('#sku-table .more button').isHidden()).toBe(true);
      await page.close();
    });

    it.each([
      ['light', 1280],
      ['dark', 1280],
      ['light', 390],
    ] as const)(
      'has no serious fault for those who cannot see or click, %s at %i px',
      async (colorScheme, width) => {
        const { page } = await open(sample, { colorScheme, viewport: { width, height: 900 } });
        expect(await faults(page)).toEqual([]);
        await page.close();
      },
    );

    it('fits a telephone, and has another face in the dark', async () => {
      const { page } = await open(sample, {
        colorScheme: 'dark',
        viewport: { width: 390, height: 800 },
      });
      const [wide, paper] = (await page.evaluate(
        '[document.documentElement.scrollWidth, getComputedStyle(document.body).backgroundColor]',
      )) as [number, string];
      expect(wide).toBe(390);
      expect(paper).toBe('rgb(13, 17, 23)');
      await page.close();
    });

    it('prints whole tables, without what is to be clicked', async () => {
      const { page } = await open(sample);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav').isHidden()).toBe(true);
      expect(await page.locator('#order-table .tools').isHidden()).toBe(true);
      const pdf = await page.pdf({ format: 'A4' });
      expect(pdf.length).toBeGreaterThan(20_000);
      await page.close();
    });

    it('takes hostile texts for texts', async () => {
      const quoted = hostile.map((text) => `"${text.replaceAll('"', '""')}"`);
      const hostileShop = folderWith({
        'acme-2026-11-23.csv': `sku,title,quantity\n${quoted.map((text, i) => `${i % 2 ? text : `S${i}`},${text},${i}`).join('\n')}\n`,
        'orders-2026-11-23.csv': `order_id,ordered_at,sku,title,quantity,promised_ship_date,customer_email\n${quoted.map((text, i) => `${text},2026-11-1${i},${i % 2 ? text : `S${i}`},${text},9,2026-11-20,"a${i}@x.example"`).join('\n')}\n`,
        'dropship.toml': `[store]\nname = ${JSON.stringify(hostile[1])}\n`,
      });
      const wild = await reportOf(
        hostileShop,
        '--stock=acme=acme-2026-11-23.csv',
        '--orders=orders-2026-11-23.csv',
      );
      const { page, asked, complaints } = await open(wild);
      await page.locator('#order-table th button').first().click();
      await page.locator('#sku-table input').fill('onerror');
      expect(asked).toHaveLength(1);
      expect(complaints).toEqual([]);
      expect(await page.title()).toContain('onerror');
      expect(await page.locator('img, iframe, main script:not([type])').count()).toBe(0);
      expect(await page.locator('#sku-table tbody').textContent()).toContain(hostile[1]);
      await page.close();
    });
  },
);

interface Checked {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
