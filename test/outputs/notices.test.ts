import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DueNotice } from '../../src/model/notice.ts';
import { toCsv } from '../../src/outputs/csv.ts';
import { noticeDrafts, noticesView, type Sender } from '../../src/outputs/notices.ts';
import { safeFileName } from '../../src/outputs/safe-name.ts';
import { day, type LineSketch, line, sku } from '../plan/builders.ts';

const store = { name: 'Northwind Camping', replyTo: 'help@northwind.example' };

function notice(change: Partial<DueNotice> = {}): DueNotice {
  return {
    orderId: '1',
    lineId: '1',
    sku: sku('X'),
    type: 'US_FIRST_SHORT',
    jurisdiction: 'US',
    oldDate: day('2026-11-24'),
    newDate: day('2026-12-08'),
    sendBy: day('2026-11-24'),
    targetDate: day('2026-11-24'),
    ifSilent: 'consent',
    autoCancelOn: day('2026-12-08'),
    refundBy: day('2026-12-17'),
    quantity: 1,
    to: 'a@b.example',
    locale: 'en',
    ...change,
  };
}

const customer = {
  orderId: '1',
  customerEmail: 'a@b.example',
  customerName: 'Ann Lee',
  title: 'Chair',
};

function draft(
  change: Partial<DueNotice> = {},
  sketch: LineSketch = {},
  from: Sender = store,
): string {
  const { files } = noticeDrafts([notice(change)], [line({ ...customer, ...sketch })], from);
  return files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
}

describe('the index of notices', () => {
  it('has the columns that scripts rely on', () => {
    const { notices } = noticeDrafts([notice()], [], store);
    expect(toCsv(noticesView(notices))).toBe(
      'order_id,line_id,sku,type,jurisdiction,old_date,new_date,send_by,target_date,if_silent,auto_cancel_on,refund_by,to,locale,file\n' +
        '1,1,X,US_FIRST_SHORT,US,2026-11-24,2026-12-08,2026-11-24,2026-11-24,consent,2026-12-08,2026-12-17,a@b.example,en,1-us-first-short.txt\n',
    );
  });

  it('names one file for the lines of a message and another for other dates', () => {
    const { notices, files } = noticeDrafts(
      [
        notice(),
        notice({ lineId: '2', newDate: day('2026-12-09') }),
        notice({ lineId: '3' }),
        notice({ lineId: '4', to: 'c@d.example' }),
      ],
      [],
      store,
    );
    const names = ['1-us-first-short.txt', '1-us-first-short-2.txt', '1-us-first-short-3.txt'];
    expect(notices.map(({ file }) => file)).toEqual([names[0], names[1], names[0], names[2]]);
    expect(files.map(({ path }) => path)).toEqual(names);
  });
});

describe('a draft', () => {
  it('reads like this', () => {
    expect(draft()).toBe(`To: a@b.example
Subject: Order 1: shipping delay, please choose

Hello Ann Lee,

These items of your order 1 of 21 Nov 2026 will ship late:

  1 × Chair (X)

Old date: ships by 24 Nov 2026
New date: ships by 8 Dec 2026 (14 days later)

Please answer this message with one of these words. It costs you nothing.

KEEP: you agree to the new date, 8 Dec 2026.
CANCEL: we cancel these items and send you a full refund.

The full refund is all you paid for these items, shipping included, the way you paid it, sent within 7 working days.

If we do not hear from you before we ship, and before 8 Dec 2026, we will take it that you agree to the new date. You can cancel free of charge until it ships.

Northwind Camping
help@northwind.example

---
This is a draft and not legal advice: check it, and send it without what stands below the dashes.
`);
  });

  it('says when silence cancels', () => {
    const long = draft({ type: 'US_FIRST_LONG', autoCancelOn: day('2026-12-24') });
    expect(long).toContain('have not received your KEEP by 24 Dec 2026, these items are cancelled');
    expect(long).toContain('full refund by 17 Dec 2026');
  });

  it('gives a reason, and the right to cancel later, where there is no date', () => {
    const text = draft({ type: 'US_FIRST_INDEFINITE', newDate: undefined });
    expect(text).toContain('New date: we cannot give you one\n\nThe reason: ');
    expect(text).toContain('Also after a KEEP you can cancel free of charge');
    expect(text).toContain('KEEP: you agree to wait without a date.');
    expect(text).toContain('---\nCheck that the reason given is the true one.\n');
  });

  it('offers no choice where the line is cancelled', () => {
    for (const type of ['US_MISSED_CANCEL', 'SELLER_CANCEL'] as const) {
      const text = draft({ type, newDate: undefined });
      expect(text).not.toMatch(/KEEP|CANCEL/);
      expect(text).toContain('to ship by 24 Nov 2026');
      expect(text).toContain('a full refund: all you paid');
      expect(text).toContain('sent by 17 Dec 2026');
    }
  });

  it('proposes a delivery date in Europe and takes silence for nothing', () => {
    const text = draft({
      type: 'DELAY_PROPOSAL',
      jurisdiction: 'EU-DE',
      oldDate: day('2026-12-07'),
    });
    expect(text).toContain(
      'Old date: delivery by 7 Dec 2026\nNew date: delivery by 8 Dec 2026 (1 day later)',
    );
    expect(text).toContain('We propose 8 Dec 2026. Your order stays as it is unless you agree.');
    expect(text).toContain('refund everything within 14 days');
    expect(text).toContain('---\nAdd the link to your withdrawal function.\n');
    const late = draft({ type: 'LATE_OPEN', jurisdiction: 'UK', newDate: undefined });
    expect(late).toContain('New date: we cannot give you one at present');
    expect(late).toContain('Without an answer your order stays open.');
  });

  it.each([
    ['US-CA', 'within 7 days'],
    ['CA-ON', 'within 15 days'],
    ['AU', 'within 14 days'],
  ])('knows the refund time of %s', (jurisdiction, expected) => {
    expect(draft({ jurisdiction })).toContain(expected);
  });

  it('flags what the merchant must think about first', () => {
    const cancel = (jurisdiction: string) => draft({ type: 'SELLER_CANCEL', jurisdiction });
    expect(cancel('US-CA')).toContain('---\nIf you can get a ship date');
    expect(cancel('UK')).toContain('---\nA cancellation by the seller is not a free choice');
    expect(cancel('US')).toContain('---\nThis is a draft');
  });

  it('never says soon and blames nobody', () => {
    const types = [
      ['US_FIRST_SHORT', 'US'],
      ['US_FIRST_LONG', 'US'],
      ['US_FIRST_INDEFINITE', 'US'],
      ['US_MISSED_CANCEL', 'US'],
      ['SELLER_CANCEL', 'US-CA'],
      ['SELLER_CANCEL', 'EU-DE'],
      ['DELAY_PROPOSAL', 'EU-DE'],
      ['LATE_OPEN', 'UK'],
    ] as const;
    for (const [type, jurisdiction] of types) {
      const text = draft({ type, jurisdiction });
      expect(text).not.toMatch(/\bsoon|supplier|voucher|discount|credit/i);
      expect(text).toMatch(/full refund/);
      expect(text.trimEnd().split('\n').at(-1)).toMatch(/draft and not legal advice/);
    }
  });

  it('tells how many of an ordered line it is about, and falls back on the SKU', () => {
    expect(draft({ quantity: 2 }, { quantity: 4 })).toContain('  2 of your 4 × Chair (X)\n');
    expect(draft({}, { title: undefined })).toContain('  1 × X\n');
    expect(draft({}, { customerName: undefined })).toContain('\n\nHello,\n\n');
    expect(draft({ lineId: 'gone', quantity: undefined })).toContain(
      'your order 1 will ship late:\n\n  X\n',
    );
    expect(draft({}, {}, { name: store.name })).toContain('\n\nNorthwind Camping\n\n---');
  });

  it('lets no text from outside add a line', () => {
    const evil = 'x\r\nBcc: all@b.example\u2028\u0085y';
    const plain = draft();
    const text = draft(
      { orderId: evil, sku: sku(evil) },
      { orderId: evil, sku: evil, customerName: evil, title: evil },
      { name: evil, replyTo: evil },
    );
    expect(text.split(/\r\n|[\r\n\u0085\u2028]/)).toHaveLength(plain.split('\n').length);
    expect(text).not.toMatch(/^Bcc/m);
    expect(text.split('\n\n', 1)[0]?.split('\n')).toHaveLength(2);
  });

  it.each(['', 'nobody', 'a@b.example, c@d.example', 'a@b.example\nBcc: c@d.example'])(
    'is not written to %j, which is reported once',
    (to) => {
      const due = [notice({ to }), notice({ to, lineId: '2', type: 'SELLER_CANCEL' })];
      const lines = [line({ ...customer, customerEmail: to })];
      const { notices, files, problems } = noticeDrafts(due, lines, store);
      expect(files).toEqual([]);
      expect(notices.map(({ file }) => file)).toEqual(['', '']);
      expect(problems).toEqual([
        { kind: 'address-unusable', place: { file: 'orders.csv', line: 2 }, value: to, order: '1' },
      ]);
    },
  );
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

  it('differs within one batch even where two orders look alike to the end', () => {
    const orders = Array.from(
      { length: 4000 },
      (_, at) => `${'#'.repeat(at % 60)}7${'!'.repeat(Math.floor(at / 60))}`,
    );
    const due = [...new Set(orders)].map((orderId) => notice({ orderId }));
    const { files } = noticeDrafts(due, [], store);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(due.length);
  });
});
