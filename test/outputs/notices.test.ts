import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '../../src/model/group-by.ts';
import type { DueNotice, NoticeType } from '../../src/model/notice.ts';
import { toCsv } from '../../src/outputs/csv.ts';
import {
  type DraftSource,
  type NoticeDrafts,
  noticeDrafts,
} from '../../src/outputs/notice-drafts.ts';
import { noticesView } from '../../src/outputs/notices.ts';
import { safeFileName } from '../../src/outputs/safe-name.ts';
import { day, line, sku, today } from '../plan/builders.ts';
import { days, lineOf, notice as noticeOf, store } from './letter-sketches.ts';

function notice(change: Partial<DueNotice> & { type?: NoticeType } = {}): DueNotice {
  return noticeOf(change.type ?? 'US_FIRST_SHORT', {
    ...{ orderId: '1', sku: sku('X'), to: 'a@b.example' },
    ...change,
  });
}

async function draft(
  due: readonly DueNotice[],
  more: Partial<DraftSource> = {},
): Promise<NoticeDrafts> {
  return await noticeDrafts({ due, lines: [], store, today, language: 'en', ...more });
}

function fileOf({ files }: NoticeDrafts, path: string): string {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`${path} was not written`);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(found.bytes);
}

const pathsOf = ({ files }: NoticeDrafts) => files.map(({ path }) => path);
const lists = ['mail-merge.csv', 'sent.csv'];

describe('the index of notices', () => {
  it('has the columns that scripts rely on', async () => {
    const { notices } = await draft([notice()]);
    expect(toCsv(noticesView(notices))).toBe(
      'order_id,line_id,sku,type,jurisdiction,old_date,new_date,send_by,target_date,if_silent,auto_cancel_on,refund_by,to,locale,file\n' +
        '1,1,X,US_FIRST_SHORT,US,2026-11-24,2026-12-08,2026-11-24,2026-11-24,consent,2026-12-08,2027-01-06,a@b.example,en,1-us-first-short.eml\n',
    );
  });

  it('leaves blank what a notice does not have', async () => {
    const { notices } = await draft([
      notice({ type: 'BACK_IN_STOCK', orderId: '', lineId: '', sku: sku('x'), locale: '' }),
      notice({ type: 'ORDER_PROMISE', jurisdiction: 'EU-DE', to: '' }),
    ]);
    const [, ...rows] = toCsv(noticesView(notices)).trimEnd().split('\n');
    expect(rows).toEqual([
      ',,x,BACK_IN_STOCK,,,,,,,,,a@b.example,,x-back-in-stock.eml',
      '1,1,X,ORDER_PROMISE,EU-DE,,2026-12-08,,,,,,,en,',
    ]);
  });

  it('says so where there is nothing to tell', async () => {
    const drafts = await draft([]);
    expect(drafts).toEqual({ notices: [], files: [], problems: [] });
    expect(noticesView([]).whenEmpty).toBe('No customer has to be told anything today.');
  });
});

describe('the files of drafts', () => {
  it('are one for the lines of a message and another for other dates and customers', async () => {
    const drafts = await draft([
      notice(),
      notice({ lineId: '2', newDate: day('2026-12-09') }),
      notice({ lineId: '3' }),
      notice({ lineId: '4', to: 'c@d.example' }),
    ]);
    const names = ['1-us-first-short.eml', '1-us-first-short-2.eml', '1-us-first-short-3.eml'];
    expect(drafts.notices.map(({ file }) => file)).toEqual([
      ...[names[0], names[1], names[0], names[2]],
    ]);
    expect(pathsOf(drafts)).toEqual([...names, ...lists]);
  });

  it('are others for other types and orders', async () => {
    const due = [
      notice(),
      notice({ type: 'SELLER_CANCEL' }),
      notice({ orderId: '2' }),
      notice({ orderId: 'a' }),
      notice({ orderId: 'A' }),
    ];
    const paths = pathsOf(await draft(due));
    expect(paths.slice(0, 4)).toEqual([
      '1-us-first-short.eml',
      '1-seller-cancel.eml',
      '2-us-first-short.eml',
      'a-us-first-short.eml',
    ]);
    expect(paths[4]).toMatch(/^A_\w{4}-us-first-short\.eml$/);
  });

  it('are one for each article that a customer asked for', async () => {
    const alert = { type: 'BACK_IN_STOCK', orderId: '', lineId: '' } as const;
    const articles = ['x', 'y', 'x'].map((name) => notice({ ...alert, sku: sku(name) }));
    const drafts = await draft(articles);
    expect(pathsOf(drafts)).toEqual([
      'x-back-in-stock.eml',
      'y-back-in-stock.eml',
      'mail-merge.csv',
    ]);
  });

  it('tell the lines of one message together', async () => {
    const due = [notice(), notice({ lineId: '2', sku: sku('Y') })];
    const lines = due.map((own) => lineOf(own, { title: `Chair ${own.lineId}`, channel: 'ebay' }));
    const text = fileOf(await draft(due, { lines }), '1-us-first-short.txt');
    expect(text).toContain('\n\n  1 × Chair 1 (X)\n  1 × Chair 2 (Y)\n\n');
  });

  it('are others for lines whose money goes back on other days', async () => {
    const ended = { type: 'CANCEL_CONFIRM', oldDate: days.old } as const;
    const { notices } = await draft([
      notice({ ...ended, refundBy: day('2026-12-02') }),
      notice({ ...ended, lineId: '2', refundBy: day('2026-12-04'), autoCancelOn: days.old }),
    ]);
    expect(new Set(notices.map(({ file }) => file)).size).toBe(2);
  });

  it('are others for lines with other rights', async () => {
    const due = ['1', '2'].map((lineId) =>
      notice({
        ...{ type: 'DELAY_PROPOSAL', jurisdiction: 'EU-DE', lineId },
        conditions: lineId === '1' ? { customMade: true } : undefined,
      }),
    );
    const lines = due.map((own) => lineOf(own, { conditions: own.conditions }));
    const { notices } = await draft(due, { lines });
    expect(new Set(notices.map(({ file }) => file)).size).toBe(2);
  });

  it('do not take a part of another order of the same number for shipped', async () => {
    const due = notice({ type: 'SELLER_CANCEL', to: '' });
    const other = { customerEmail: 'c@d.example', channel: 'other', quantity: 2 };
    const shipped = line({ orderId: '1', ...other, fulfilledQuantity: 1, fulfilledAt: today });
    const drafts = await draft([due], { lines: [lineOf(due), shipped] });
    expect(fileOf(drafts, '1-seller-cancel.txt')).toContain('shipping included');
  });
});

describe('a customer', () => {
  it.each([
    '',
    'nobody',
    'a@b.example, c@d.example',
    'a@b.example\nBcc: c@d.example',
    'A <a@b.example>',
  ])(
    'is not written to at %j, which is reported once; the text is there to be told in another way',
    async (to) => {
      const due = [notice({ to }), notice({ to, lineId: '2', type: 'SELLER_CANCEL' })];
      const drafts = await draft(due, { lines: due.map((own) => lineOf(own)) });
      expect(pathsOf(drafts)).toEqual(['1-us-first-short.txt', '1-seller-cancel.txt', ...lists]);
      expect(drafts.notices.map(({ file }) => file)).toEqual(['', '']);
      expect(drafts.problems).toEqual([
        { kind: 'address-unusable', place: { file: 'orders.csv', line: 2 }, value: to, order: '1' },
      ]);
      const rows = fileOf(drafts, 'mail-merge.csv').split('\r\n');
      expect(rows.filter((row) => /^,Ann Lee,1,/.test(row))).toHaveLength(2);
    },
  );

  it('whose order no export has any more is reported all the same', async () => {
    const { problems } = await draft([notice({ to: 'nobody' })]);
    expect(problems).toEqual([
      { kind: 'address-unusable', place: { file: 'orders' }, value: 'nobody', order: '1' },
    ]);
  });

  it.each(['amazon', 'eBay', 'ETSY'])(
    'of %s has a text to paste there, and no address is missed',
    async (channel) => {
      const reached = notice();
      const hidden = notice({ orderId: '2', to: '' });
      const lines = [reached, hidden].map((own) => lineOf(own, { channel }));
      const drafts = await draft([reached, hidden], { lines });
      expect(pathsOf(drafts)).toEqual([
        ...['1-us-first-short.eml', '1-us-first-short.txt', '2-us-first-short.txt'],
        ...lists,
      ]);
      expect(drafts.notices.map(({ file }) => file)).toEqual(['1-us-first-short.eml', '']);
      expect(drafts.problems).toEqual([]);
    },
  );

  it('of a marketplace whose address is broken is reported', async () => {
    const due = notice({ to: 'broken' });
    const { problems } = await draft([due], { lines: [lineOf(due, { channel: 'etsy' })] });
    expect(problems).toHaveLength(1);
  });

  it('of the own shop has no text beside the mail', async () => {
    const due = notice();
    const drafts = await draft([due], { lines: [lineOf(due, { channel: 'shopify' })] });
    expect(pathsOf(drafts)).toEqual(['1-us-first-short.eml', ...lists]);
  });
});

describe('the text for a marketplace', () => {
  const textFor = async (change: Parameters<typeof notice>[0]) =>
    fileOf(
      await draft([notice({ to: '', ...change })]),
      `1-${(change?.type ?? 'US_FIRST_SHORT').toLowerCase().replaceAll('_', '-')}.txt`,
    );

  it('has the subject on top, and below the dashes what is for the merchant', async () => {
    const text = await textFor({});
    expect(text).toMatch(/^Order 1: shipping delay, please choose\n\nHello,\n\nThese items of/);
    expect(text).toMatch(
      /\nNorthwind Camping\nhelp@northwind\.example\n\n---\nThese are drafts, not/,
    );
    expect(text.endsWith('send it yourself.\n')).toBe(true);
  });

  it.each([
    ['US_FIRST_INDEFINITE', 'US', 'Check that the reason given is the true one.'],
    ['SELLER_CANCEL', 'US-CA', 'If you can get a ship date'],
    ['SELLER_CANCEL', 'UK', 'A cancellation by the seller is not a free choice'],
    ['SELLER_CANCEL', 'EU-FR', 'A cancellation by the seller is not a free choice'],
    ['SELLER_CANCEL', 'US', 'These are drafts'],
    ['DELAY_PROPOSAL', 'UK', 'These are drafts'],
  ] as const)(
    'says first, of %s in %s, what to think about',
    async (type, jurisdiction, expected) => {
      expect(await textFor({ type, jurisdiction })).toContain(`\n---\n${expected}`);
    },
  );
});

describe('the mail merge', () => {
  it('opens in a spreadsheet, one row a message', async () => {
    const due = [notice({ locale: 'de-AT' }), notice({ lineId: '2', locale: 'de-AT' })];
    const lines = due.map((own) => lineOf(own));
    const text = fileOf(await draft(due, { lines }), 'mail-merge.csv');
    expect(text).toMatch(
      /^\ufeffto,customer,order_id,type,language,subject,text,advice,note\r\na@b\.example,Ann Lee,1,US_FIRST_SHORT,de,"?Bestellung 1: /,
    );
    expect(text).toContain('"Guten Tag Ann Lee,\n\nes tut uns leid');
    expect(text).toMatch(/,,"?These are drafts, not legal advice: [^\r]*\r\n$/);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  it('has the advice beside the text, and lets no customer write a formula', async () => {
    const due = notice({ type: 'US_FIRST_INDEFINITE' });
    const lines = [lineOf(due, { customerName: '=HYPERLINK("http://x")' })];
    const text = fileOf(await draft([due], { lines }), 'mail-merge.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain(',Check that the reason given is the true one.,');
  });
});

describe('the list of what is to be sent', () => {
  it('can be read as events once they are', async () => {
    const due = [
      notice(),
      notice({ type: 'US_FIRST_INDEFINITE', lineId: '2' }),
      notice({ type: 'BACK_IN_STOCK', orderId: '', lineId: '' }),
    ];
    expect(fileOf(await draft(due), 'sent.csv')).toBe(
      'order_id,line_id,type,event,on,new_date,channel\n' +
        '1,1,US_FIRST_SHORT,sent,2026-11-23,2026-12-08,\n' +
        '1,2,US_FIRST_INDEFINITE,sent,2026-11-23,,\n',
    );
  });
});

describe('a draft', () => {
  it('is written by the wording of the merchant, in the language that it is for', async () => {
    const asked: string[] = [];
    const templates = (language: string, type: NoticeType) => {
      asked.push(`${language} ${type}`);
      return language === 'fr' ? 'Subject: S {{ order }}\n\n{{ customer }}!' : undefined;
    };
    const due = [notice({ to: '', locale: 'fr' }), notice({ to: '', orderId: '2', locale: 'es' })];
    const drafts = await draft(due, { templates, lines: due.map((own) => lineOf(own)) });
    expect(fileOf(drafts, '1-us-first-short.txt')).toMatch(/^S 1\n\nAnn Lee!\n\n---\n/);
    expect(fileOf(drafts, '2-us-first-short.txt')).toMatch(/^Pedido 2: /);
    expect(asked).toEqual(['fr US_FIRST_SHORT', 'es US_FIRST_SHORT']);
  });

  it('is in the language of the store where the customer has another', async () => {
    const due = [notice({ to: '', locale: 'pl' })];
    const drafts = await draft(due, { language: 'nl' });
    expect(fileOf(drafts, '1-us-first-short.txt')).toMatch(/^Bestelling 1: /);
  });
});
describe('a file name', () => {
  it.each([
    ['1001', '1001.txt'],
    ['wc-1.2', 'wc-1.2.txt'],
  ])('keeps %s', (name, expected) => {
    expect(safeFileName(name, '.txt')).toBe(expected);
  });

  it.each([
    ['#1001', /^1001_\w{4}\.txt$/],
    ['SO-1', /^SO-1_\w{4}\.txt$/],
    ['../../etc/passwd', /^etc-passwd_\w{4}\.txt$/],
    ['.hidden', /^hidden_\w{4}\.txt$/],
    ['-rf', /^rf_\w{4}\.txt$/],
    ['CON', /^_CON_\w{4}\.txt$/],
    ['aux.1', /^_aux\.1_\w{4}\.txt$/],
    ['Bestellung Ä', /^Bestellung-A_\w{4}\.txt$/],
    ['###', /^unnamed_\w{4}\.txt$/],
    ['1001_abcd', /^1001_abcd_\w{4}\.txt$/],
  ])('makes %s safe', (name, expected) => {
    expect(safeFileName(name, '.txt')).toMatch(expected);
  });

  it('is safe, short, and different for different names, whatever they are', () => {
    const names = fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 150 }), { maxLength: 20 });
    fc.assert(
      fc.property(names, (all) => {
        const made = all.map((name) => safeFileName(name, '-delay-proposal.txt'));
        for (const name of made) {
          expect(name).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*$/);
          expect(name.length).toBeLessThanOrEqual(100);
          expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\./i);
        }
      }),
    );
  });

  it('differs for orders that differ in case or in a sign alone', () => {
    const names = ['#1001', '1001', '1001 ', 'a1', 'A1', 'con', 'CON', '_con'];
    const made = names.map((name) => safeFileName(name, '.txt').toLowerCase());
    expect(new Set(made).size).toBe(names.length);
  });

  it('differs within one batch even where two orders look alike to the end', async () => {
    const orders = Array.from(
      { length: 4000 },
      (_, at) => `${'#'.repeat(at % 60)}7${'!'.repeat(Math.floor(at / 60))}`,
    );
    const named = groupBy(new Set(orders), (order) => safeFileName(order, '-us-first-short'));
    const alike = [...named.values()].filter((one) => one.length > 1).flat();
    expect(alike.length).toBeGreaterThan(1);
    const paths = pathsOf(await draft(alike.map((orderId) => notice({ orderId }))));
    const mails = paths.filter((path) => path.endsWith('.eml'));
    expect(new Set(mails.map((path) => path.toLowerCase())).size).toBe(alike.length);
  });
});
