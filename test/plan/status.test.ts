import { describe, expect, it } from 'vitest';
import type { SupplierTerms } from '../../src/model/policy.ts';
import {
  day,
  line,
  matchingBy,
  type OfferSketch,
  offer,
  plannedSku,
  planOf,
  type Situation,
  sku,
  terms,
  told,
  verdictInWords,
} from './builders.ts';

// Every SKU is X, every day 2026-11-23 (Monday) and every supplier as in the worked example, unless said otherwise:
// dispatch 2 working days, buffer 2, no slip, files of the day, backorder 30 days, preorder 180 days, 10 units unknown.

const acme = (sketch: OfferSketch = {}) => offer({ supplier: 'acme', ...sketch });
const beta = (sketch: OfferSketch = {}) => offer({ supplier: 'beta', ...sketch });
const owed = (quantity: number) => [line({ quantity })];
const acmeIs = (sketch: Partial<SupplierTerms>) => [terms('acme', sketch), terms('beta')];
const betaIs = (sketch: Partial<SupplierTerms>) => [terms('acme'), terms('beta', sketch)];
const noBuffer = { kind: 'units', units: 0 } as const;
const share = (part: number) => ({ kind: 'share', share: part }) as const;

type Case = readonly [name: string, given: Situation, expected: string];

const tables: Readonly<Record<string, readonly Case[]>> = {
  'rules 2 and 3, before the release': [
    [
      'released tomorrow',
      { offers: [acme({ release: '2026-11-24' })] },
      'preorder not-released ahead 10 ships 2026-11-26 release acme',
    ],
    [
      'released tomorrow with stock, which waits too',
      { offers: [acme({ release: '2026-11-24', quantity: 10 })] },
      'preorder not-released ahead 8 ships 2026-11-26 release acme',
    ],
    [
      'stock and arrivals count',
      { offers: [acme({ release: '2026-12-01', quantity: 10, restocks: ['2026-11-30 x 5'] })] },
      'preorder not-released ahead 13 ships 2026-12-03 release acme',
    ],
    [
      'stock all buffer and nothing arriving: the unknown limit',
      { offers: [acme({ release: '2026-12-01', quantity: 2 })] },
      'preorder not-released ahead 10 ships 2026-12-03 release acme',
    ],
    [
      'nine of ten sold',
      { offers: [acme({ release: '2026-12-01' })], lines: owed(9) },
      'preorder not-released ahead 1 ships 2026-12-03 release acme',
    ],
    [
      'ten of ten sold',
      { offers: [acme({ release: '2026-12-01' })], lines: owed(10) },
      'unavailable limit-reached',
    ],
    [
      'own limit less what is sold',
      {
        offers: [acme({ release: '2026-12-01', quantity: 50 })],
        lines: owed(2),
        overrides: [{ preorderLimit: 3 }],
      },
      'preorder not-released ahead 1 ships 2026-12-03 release acme',
    ],
    [
      'own limit just reached',
      {
        offers: [acme({ release: '2026-12-01', quantity: 50 })],
        lines: owed(2),
        overrides: [{ preorderLimit: 2 }],
      },
      'unavailable limit-reached',
    ],
    [
      'own limit of nought',
      {
        offers: [acme({ release: '2026-12-01', quantity: 50 })],
        overrides: [{ preorderLimit: 0 }],
      },
      'unavailable limit-reached',
    ],
    [
      'ships on the last day of the longest wait',
      { offers: [acme({ release: '2027-01-15' })], policy: { preorderMaxWaitDays: 57 } },
      'preorder not-released ahead 10 ships 2027-01-19 release acme',
    ],
    [
      'ships a day after the longest wait',
      { offers: [acme({ release: '2027-01-15' })], policy: { preorderMaxWaitDays: 56 } },
      'unavailable release-too-far',
    ],
    [
      'the merchant knows better: sooner',
      { offers: [acme({ release: '2027-01-15' })], overrides: [{ release: '2026-12-01' }] },
      'preorder not-released ahead 10 ships 2026-12-03 release acme',
    ],
    [
      'the merchant knows better: already',
      {
        offers: [acme({ release: '2027-01-15', quantity: 5 })],
        overrides: [{ release: '2026-11-01' }],
      },
      'available in-stock sell 3 ships 2026-11-25 stock acme',
    ],
    [
      'the latest date of all suppliers',
      { offers: [acme({ release: '2026-12-01' }), beta({ release: '2026-12-08' })] },
      'preorder not-released ahead 10 ships 2026-12-10 release acme',
    ],
    [
      'the supplier of the lower priority number serves',
      {
        offers: [acme({ release: '2026-12-01' }), beta()],
        terms: [terms('acme', { priority: 2 }), terms('beta', { priority: 1, dispatchDays: 4 })],
      },
      'preorder not-released ahead 10 ships 2026-12-07 release beta',
    ],
    [
      'a fresh supplier goes before a stale one',
      {
        offers: [acme({ asOf: '2026-11-01', release: '2026-12-01' }), beta()],
        terms: [terms('acme', { priority: 1 }), terms('beta', { priority: 2, dispatchDays: 4 })],
      },
      'preorder not-released ahead 10 ships 2026-12-07 release beta',
    ],
    [
      'a lasting article goes before a discontinued one',
      {
        offers: [acme({ discontinued: true, release: '2026-12-01' }), beta()],
        terms: [terms('acme', { priority: 1 }), terms('beta', { priority: 2, dispatchDays: 4 })],
      },
      'preorder not-released ahead 10 ships 2026-12-07 release beta',
    ],
    [
      'without offers the lowest priority of all suppliers serves',
      {
        overrides: [{ release: '2026-12-01' }],
        terms: [terms('alpha', { priority: 2 }), terms('zeta', { priority: 1, dispatchDays: 4 })],
      },
      'preorder not-released ahead 10 ships 2026-12-07 release zeta',
    ],
  ],
  'the release day and after': [
    [
      'released today with stock',
      { offers: [acme({ release: '2026-11-23', quantity: 5 })] },
      'available in-stock sell 3 ships 2026-11-25 stock acme',
    ],
    [
      'released today without',
      { offers: [acme({ release: '2026-11-23' })] },
      'preorder restock-uncertain ahead 10 ships 2026-11-25 release acme',
    ],
    [
      'released 7 days ago',
      { offers: [acme({ release: '2026-11-16' })] },
      'preorder restock-uncertain ahead 10 ships 2026-11-25 release acme',
    ],
    [
      'released 8 days ago',
      { offers: [acme({ release: '2026-11-15' })] },
      'unavailable no-restock-information',
    ],
    [
      'released 7 days ago, but a date is known',
      { offers: [acme({ release: '2026-11-16', restocks: ['2026-12-04 x 5'] })] },
      'backorder restock-dated ahead 5 ships 2026-12-08 stated acme',
    ],
  ],
  'rule 4, in stock': [
    [
      'one above the buffer',
      { offers: [acme({ quantity: 3 })] },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'a buffer of nought',
      { offers: [acme({ quantity: 1 })], terms: acmeIs({ buffer: noBuffer }) },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'a share of 11 is rounded up to 2',
      { offers: [acme({ quantity: 11 })], terms: acmeIs({ buffer: share(0.1) }) },
      'available in-stock sell 9 ships 2026-11-25 stock acme',
    ],
    [
      'a share of 10 is 1',
      { offers: [acme({ quantity: 10 })], terms: acmeIs({ buffer: share(0.1) }) },
      'available in-stock sell 9 ships 2026-11-25 stock acme',
    ],
    [
      '7 % of 100 is 7, whatever floating point says',
      { offers: [acme({ quantity: 100 })], terms: acmeIs({ buffer: share(0.07) }) },
      'available in-stock sell 93 ships 2026-11-25 stock acme',
    ],
    [
      'a share of a single one is all of it',
      { offers: [acme({ quantity: 1 })], terms: acmeIs({ buffer: share(0.1) }) },
      'unavailable held-by-buffer',
    ],
    [
      'at least 50 counts as 50',
      { offers: [acme({ quantity: 50, quantityKind: 'at_least' })] },
      'available in-stock sell 48 ships 2026-11-25 stock acme',
    ],
    [
      'a bare word counts as 5',
      { offers: [acme({ quantityKind: 'unknown' })] },
      'available in-stock sell 3 ships 2026-11-25 stock acme',
    ],
    [
      'a bare word of a supplier whose word counts as 50',
      { offers: [acme({ quantityKind: 'unknown' })], terms: acmeIs({ wordQuantity: 50 }) },
      'available in-stock sell 48 ships 2026-11-25 stock acme',
    ],
    [
      'own safety stock of nought in place of the buffer',
      { offers: [acme({ quantity: 1 })], overrides: [{ safetyStock: 0 }] },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'own safety stock in place of the sum of two buffers',
      { offers: [acme({ quantity: 6 }), beta({ quantity: 6 })], overrides: [{ safetyStock: 7 }] },
      'available in-stock sell 5 ships 2026-11-25 stock acme',
    ],
    [
      'own safety stock above all there is',
      { offers: [acme({ quantity: 6 })], overrides: [{ safetyStock: 7 }] },
      'unavailable held-by-buffer',
    ],
    [
      'the lower priority number serves the next unit',
      {
        offers: [acme({ quantity: 5 }), beta({ quantity: 5 })],
        terms: [terms('acme', { priority: 2 }), terms('beta', { priority: 1, dispatchDays: 5 })],
      },
      'available in-stock sell 6 ships 2026-11-30 stock beta',
    ],
    [
      'orders have emptied the first supplier: the second serves the next unit',
      {
        offers: [acme({ quantity: 3 }), beta({ quantity: 9 })],
        lines: owed(3),
        terms: [
          terms('acme', { buffer: noBuffer }),
          terms('beta', { buffer: noBuffer, dispatchDays: 4, priority: 2 }),
        ],
      },
      'available in-stock sell 9 ships 2026-11-27 stock beta',
    ],
    [
      'the last of a discontinued article beside a stale supplier',
      {
        offers: [
          acme({ quantity: 4, discontinued: true }),
          beta({ quantity: 9, asOf: '2026-11-01' }),
        ],
      },
      'available last-units sell 2 ships 2026-11-25 stock acme',
    ],
    [
      'discontinued at one supplier only',
      { offers: [acme({ quantity: 4, discontinued: true }), beta()] },
      'available in-stock sell 2 ships 2026-11-25 stock acme',
    ],
    [
      'discontinued by the merchant, with stock',
      { offers: [acme({ quantity: 4 })], overrides: [{ discontinued: true }] },
      'available last-units sell 2 ships 2026-11-25 stock acme',
    ],
    [
      'not discontinued, says the merchant',
      { offers: [acme({ quantity: 4, discontinued: true })], overrides: [{ discontinued: false }] },
      'available in-stock sell 2 ships 2026-11-25 stock acme',
    ],
    [
      'all owed but one',
      { offers: [acme({ quantity: 10 })], lines: owed(7) },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'a file just not stale',
      { offers: [acme({ quantity: 10, asOf: '2026-11-16' })] },
      'available in-stock sell 8 ships 2026-11-25 stock acme',
    ],
    [
      'stale after no day at all: a file of today counts',
      { offers: [acme({ quantity: 10 })], terms: acmeIs({ staleAfterDays: 0 }) },
      'available in-stock sell 8 ships 2026-11-25 stock acme',
    ],
  ],
  'rules 5 to 7, nobody offers it': [
    ['in no feed', { listed: ['X'] }, 'unavailable not-in-any-feed'],
    ['in no feed but ordered', { lines: owed(1) }, 'unavailable not-in-any-feed'],
    ['gone from the newest file', { missing: ['X'] }, 'unavailable not-in-latest-file'],
    [
      'gone from one file, in another',
      { missing: ['X'], offers: [beta({ quantity: 5 })] },
      'available in-stock sell 3 ships 2026-11-25 stock beta',
    ],
    [
      'in no feed, but the merchant knows a date',
      { overrides: [{ restock: '2026-12-04' }] },
      'backorder restock-dated ahead 10 ships 2026-12-08 override acme',
    ],
    [
      'the only file is a day too old',
      { offers: [acme({ quantity: 10, asOf: '2026-11-15' })] },
      'unavailable stale-feed',
    ],
    [
      'stale after no day at all: a file of yesterday is',
      {
        offers: [acme({ quantity: 10, asOf: '2026-11-22' })],
        terms: acmeIs({ staleAfterDays: 0 }),
      },
      'unavailable stale-feed',
    ],
    [
      'a date in a stale file is none',
      { offers: [acme({ asOf: '2026-11-15', restocks: ['2026-12-04 x 20'] })] },
      'unavailable stale-feed',
    ],
    [
      'one stale, the other discontinued',
      { offers: [acme({ quantity: 10, asOf: '2026-11-15' }), beta({ discontinued: true })] },
      'unavailable stale-feed',
    ],
    [
      'stale and discontinued is discontinued',
      { offers: [acme({ quantity: 10, asOf: '2026-11-15', discontinued: true })] },
      'unavailable discontinued',
    ],
    [
      'one stale, the other fresh and empty',
      { offers: [acme({ quantity: 10, asOf: '2026-11-15' }), beta()] },
      'unavailable no-restock-information',
    ],
    [
      'stale, but the merchant knows a date',
      {
        offers: [acme({ quantity: 10, asOf: '2026-11-15' })],
        overrides: [{ restock: '2026-12-04' }],
      },
      'backorder restock-dated ahead 10 ships 2026-12-08 override acme',
    ],
    [
      'discontinued, whatever date is stated',
      { offers: [acme({ discontinued: true, restocks: ['2026-12-04 x 20'] })] },
      'unavailable discontinued',
    ],
    [
      'discontinued by the merchant',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], overrides: [{ discontinued: true }] },
      'unavailable discontinued',
    ],
    [
      'discontinued, but the merchant expects it today',
      { offers: [acme({ discontinued: true })], overrides: [{ restock: '2026-11-23' }] },
      'backorder restock-dated ahead 10 ships 2026-11-25 override acme',
    ],
    [
      'discontinued, and the merchant expected it yesterday',
      { offers: [acme({ discontinued: true })], overrides: [{ restock: '2026-11-22' }] },
      'unavailable discontinued',
    ],
  ],
  'rules 8 to 10, a date is stated': [
    [
      'all that arrives is sold',
      { offers: [acme({ restocks: ['2026-12-04 x 6'] })], lines: owed(6) },
      'unavailable limit-reached',
    ],
    [
      'all but one is sold',
      { offers: [acme({ restocks: ['2026-12-04 x 7'] })], lines: owed(6) },
      'backorder restock-dated ahead 1 ships 2026-12-08 stated acme',
    ],
    [
      'what is owed beyond the stock comes off the arrival',
      { offers: [acme({ quantity: 3, restocks: ['2026-12-04 x 7'] })], lines: owed(6) },
      'backorder restock-dated ahead 4 ships 2026-12-08 stated acme',
    ],
    [
      'arrives today',
      { offers: [acme({ restocks: ['2026-11-23 x 5'] })] },
      'backorder restock-dated ahead 5 ships 2026-11-25 stated acme',
    ],
    [
      'was to arrive yesterday',
      { offers: [acme({ restocks: ['2026-11-22 x 5'] })] },
      'unavailable restock-overdue',
    ],
    [
      'was to arrive yesterday, from one who is a day late',
      { offers: [acme({ restocks: ['2026-11-22 x 5'] })], terms: acmeIs({ slipDays: 1 }) },
      'backorder restock-dated ahead 5 ships 2026-11-25 stated acme',
    ],
    [
      'was to arrive two days ago, from one who is a day late',
      { offers: [acme({ restocks: ['2026-11-21 x 5'] })], terms: acmeIs({ slipDays: 1 }) },
      'unavailable restock-overdue',
    ],
    [
      'slip is added in calendar days, before dispatch',
      { offers: [acme({ restocks: ['2026-12-04 x 5'] })], terms: acmeIs({ slipDays: 3 }) },
      'backorder restock-dated ahead 5 ships 2026-12-09 stated acme',
    ],
    [
      'ships on the last day of the backorder wait',
      { offers: [acme({ restocks: ['2026-12-21 x 5'] })] },
      'backorder restock-dated ahead 5 ships 2026-12-23 stated acme',
    ],
    [
      'ships a day after the backorder wait',
      { offers: [acme({ restocks: ['2026-12-22 x 5'] })] },
      'preorder restock-far ahead 5 ships 2026-12-24 stated acme',
    ],
    [
      'ships on the last day of the preorder wait',
      { offers: [acme({ restocks: ['2027-05-19 x 5'] })], policy: { preorderMaxWaitDays: 179 } },
      'preorder restock-far ahead 5 ships 2027-05-21 stated acme',
    ],
    [
      'ships a day after the preorder wait',
      { offers: [acme({ restocks: ['2027-05-19 x 5'] })], policy: { preorderMaxWaitDays: 178 } },
      'unavailable restock-too-far',
    ],
    [
      'an arrival of unknown size',
      { offers: [acme({ restocks: ['2026-12-04'] })], lines: owed(4) },
      'backorder restock-dated ahead 6 ships 2026-12-08 stated acme',
    ],
    [
      'an arrival of unknown size with an own limit above the usual',
      { offers: [acme({ restocks: ['2026-12-04'] })], overrides: [{ backorderLimit: 25 }] },
      'backorder restock-dated ahead 25 ships 2026-12-08 stated acme',
    ],
    [
      'an arrival of unknown size with an own limit below the usual',
      {
        offers: [acme({ restocks: ['2026-12-04'] })],
        lines: owed(1),
        overrides: [{ backorderLimit: 4 }],
      },
      'backorder restock-dated ahead 3 ships 2026-12-08 stated acme',
    ],
    [
      'own limit below what arrives',
      {
        offers: [acme({ restocks: ['2026-12-04 x 20'] })],
        lines: owed(6),
        overrides: [{ backorderLimit: 8 }],
      },
      'backorder restock-dated ahead 2 ships 2026-12-08 stated acme',
    ],
    [
      'own limit just reached',
      {
        offers: [acme({ restocks: ['2026-12-04 x 20'] })],
        lines: owed(8),
        overrides: [{ backorderLimit: 8 }],
      },
      'unavailable limit-reached',
    ],
    [
      'own limit above what arrives',
      {
        offers: [acme({ restocks: ['2026-12-04 x 20'] })],
        lines: owed(6),
        overrides: [{ backorderLimit: 80 }],
      },
      'backorder restock-dated ahead 14 ships 2026-12-08 stated acme',
    ],
    [
      'own limit for preorders says nothing of backorders',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], overrides: [{ preorderLimit: 3 }] },
      'backorder restock-dated ahead 20 ships 2026-12-08 stated acme',
    ],
    [
      'own limit for preorders',
      { offers: [acme({ restocks: ['2027-02-15 x 8'] })], overrides: [{ preorderLimit: 5 }] },
      'preorder restock-far ahead 5 ships 2027-02-17 stated acme',
    ],
    [
      'own limit for backorders says nothing of preorders',
      { offers: [acme({ restocks: ['2027-02-15 x 8'] })], overrides: [{ backorderLimit: 3 }] },
      'preorder restock-far ahead 8 ships 2027-02-17 stated acme',
    ],
    [
      'two arrivals, four sold: one left of the first',
      { offers: [acme({ restocks: ['2026-12-04 x 5', '2026-12-11 x 20'] })], lines: owed(4) },
      'backorder restock-dated ahead 1 ships 2026-12-08 stated acme',
    ],
    [
      'two arrivals, the first just sold',
      { offers: [acme({ restocks: ['2026-12-04 x 5', '2026-12-11 x 20'] })], lines: owed(5) },
      'backorder restock-dated ahead 20 ships 2026-12-15 stated acme',
    ],
    [
      'two arrivals, into the second',
      { offers: [acme({ restocks: ['2026-12-04 x 5', '2026-12-11 x 20'] })], lines: owed(6) },
      'backorder restock-dated ahead 19 ships 2026-12-15 stated acme',
    ],
    [
      'two arrivals, the later stated first',
      { offers: [acme({ restocks: ['2026-12-11 x 20', '2026-12-04 x 5'] })] },
      'backorder restock-dated ahead 5 ships 2026-12-08 stated acme',
    ],
    [
      'the near arrival is sold, the next is far',
      { offers: [acme({ restocks: ['2026-12-04 x 5', '2027-02-15 x 8'] })], lines: owed(5) },
      'preorder restock-far ahead 8 ships 2027-02-17 stated acme',
    ],
    [
      'an arrival of none is skipped',
      { offers: [acme({ restocks: ['2026-12-04 x 0', '2026-12-11 x 20'] })] },
      'backorder restock-dated ahead 20 ships 2026-12-15 stated acme',
    ],
    [
      'two suppliers, the same day: both count',
      { offers: [acme({ restocks: ['2026-12-04 x 1'] }), beta({ restocks: ['2026-12-04 x 20'] })] },
      'backorder restock-dated ahead 21 ships 2026-12-08 stated acme',
    ],
    [
      'two suppliers, the same day: the lower priority number first',
      {
        offers: [acme({ restocks: ['2026-12-04 x 1'] }), beta({ restocks: ['2026-12-04 x 20'] })],
        terms: [terms('acme', { priority: 2 }), terms('beta', { priority: 1 })],
      },
      'backorder restock-dated ahead 21 ships 2026-12-08 stated beta',
    ],
    [
      'two suppliers: the one that ships first, not that restocks first',
      {
        offers: [acme({ restocks: ['2026-12-04 x 3'] }), beta({ restocks: ['2026-12-07 x 4'] })],
        terms: [terms('acme', { dispatchDays: 10 }), terms('beta', { dispatchDays: 1 })],
      },
      'backorder restock-dated ahead 4 ships 2026-12-08 stated beta',
    ],
    [
      'one supplier overdue, the other on its way',
      { offers: [acme({ restocks: ['2026-11-20 x 3'] }), beta({ restocks: ['2026-12-04 x 4'] })] },
      'backorder restock-dated ahead 4 ships 2026-12-08 stated beta',
    ],
    [
      'a date by the merchant in place of the supplier’s',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], overrides: [{ restock: '2026-12-11' }] },
      'backorder restock-dated ahead 10 ships 2026-12-15 override acme',
    ],
    [
      'a date by the merchant has no slip',
      { offers: [acme()], overrides: [{ restock: '2026-12-04' }], terms: acmeIs({ slipDays: 9 }) },
      'backorder restock-dated ahead 10 ships 2026-12-08 override acme',
    ],
    [
      'a date by the merchant leaves the other supplier’s',
      {
        offers: [acme({ restocks: ['2026-12-11 x 20'] }), beta({ restocks: ['2026-12-01 x 3'] })],
        overrides: [{ restock: '2026-12-11' }],
      },
      'backorder restock-dated ahead 3 ships 2026-12-03 stated beta',
    ],
    [
      'a date by the merchant, for today',
      { offers: [acme()], overrides: [{ restock: '2026-11-23' }] },
      'backorder restock-dated ahead 10 ships 2026-11-25 override acme',
    ],
    [
      'a date by the merchant that has passed',
      { offers: [acme()], overrides: [{ restock: '2026-11-22' }] },
      'unavailable restock-overdue',
    ],
    [
      'a date by the merchant that has passed gives way to the supplier’s',
      { offers: [acme({ restocks: ['2026-12-04 x 20'] })], overrides: [{ restock: '2026-11-22' }] },
      'backorder restock-dated ahead 20 ships 2026-12-08 stated acme',
    ],
  ],
  'working days': [
    [
      'no dispatch days, on a working day: today',
      { offers: [acme({ quantity: 3 })], terms: acmeIs({ dispatchDays: 0 }) },
      'available in-stock sell 1 ships 2026-11-23 stock acme',
    ],
    [
      'no dispatch days, on a Saturday: Monday',
      { today: '2026-11-28', offers: [acme({ quantity: 3 })], terms: acmeIs({ dispatchDays: 0 }) },
      'available in-stock sell 1 ships 2026-11-30 stock acme',
    ],
    [
      'one dispatch day, on a Saturday: Monday',
      { today: '2026-11-28', offers: [acme({ quantity: 3 })], terms: acmeIs({ dispatchDays: 1 }) },
      'available in-stock sell 1 ships 2026-11-30 stock acme',
    ],
    [
      'no dispatch days, arriving on a Saturday',
      { offers: [acme({ restocks: ['2026-12-05 x 3'] })], terms: acmeIs({ dispatchDays: 0 }) },
      'backorder restock-dated ahead 3 ships 2026-12-07 stated acme',
    ],
    [
      'the supplier’s holidays',
      {
        offers: [acme({ quantity: 3 })],
        terms: acmeIs({ holidays: new Set([day('2026-11-24'), day('2026-11-25')]) }),
      },
      'available in-stock sell 1 ships 2026-11-27 stock acme',
    ],
    [
      'no dispatch days, on a holiday',
      {
        offers: [acme({ quantity: 3 })],
        terms: acmeIs({ dispatchDays: 0, holidays: new Set([day('2026-11-23')]) }),
      },
      'available in-stock sell 1 ships 2026-11-24 stock acme',
    ],
    [
      'another supplier’s holidays',
      {
        offers: [acme({ quantity: 3 })],
        terms: betaIs({ holidays: new Set([day('2026-11-24')]) }),
      },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'the offer’s own dispatch days',
      { offers: [acme({ quantity: 3, dispatchDays: 5 })] },
      'available in-stock sell 1 ships 2026-11-30 stock acme',
    ],
    [
      'the offer’s own dispatch days for what arrives',
      { offers: [acme({ restocks: ['2026-12-04 x 3'], dispatchDays: 1 })] },
      'backorder restock-dated ahead 3 ships 2026-12-07 stated acme',
    ],
    [
      'the SKU’s own dispatch days',
      { offers: [acme({ quantity: 3 })], overrides: [{ dispatchDays: 0 }] },
      'available in-stock sell 1 ships 2026-11-23 stock acme',
    ],
  ],
  'rule 12, a date that is only likely': [
    [
      'ran out three days ago',
      { offers: [acme({ ranOutOn: '2026-11-20' })], terms: acmeIs({ restockDays: 14 }) },
      'preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme',
    ],
    [
      'ran out long ago: any day now',
      { offers: [acme({ ranOutOn: '2026-09-01' })], terms: acmeIs({ restockDays: 14 }) },
      'preorder restock-uncertain ahead 10 ships 2026-11-25 typical acme',
    ],
    [
      'as a backorder',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        terms: acmeIs({ restockDays: 14 }),
        policy: { uncertainRestock: 'backorder' },
      },
      'backorder restock-uncertain ahead 10 ships 2026-12-08 typical acme',
    ],
    [
      'as a backorder on the last day of its wait',
      {
        offers: [acme({ ranOutOn: '2026-11-23' })],
        terms: acmeIs({ restockDays: 28 }),
        policy: { uncertainRestock: 'backorder' },
      },
      'backorder restock-uncertain ahead 10 ships 2026-12-23 typical acme',
    ],
    [
      'as a preorder when too late for a backorder',
      {
        offers: [acme({ ranOutOn: '2026-11-23' })],
        terms: acmeIs({ restockDays: 29 }),
        policy: { uncertainRestock: 'backorder' },
      },
      'preorder restock-uncertain ahead 10 ships 2026-12-24 typical acme',
    ],
    [
      'not at all',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        terms: acmeIs({ restockDays: 14 }),
        policy: { uncertainRestock: 'unavailable' },
      },
      'unavailable restock-uncertain',
    ],
    [
      'less what is sold ahead',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        lines: owed(4),
        terms: acmeIs({ restockDays: 14 }),
      },
      'preorder restock-uncertain ahead 6 ships 2026-12-08 typical acme',
    ],
    [
      'all sold ahead',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        lines: owed(10),
        terms: acmeIs({ restockDays: 14 }),
      },
      'unavailable limit-reached',
    ],
    [
      'own limit below the unknown limit',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        lines: owed(1),
        terms: acmeIs({ restockDays: 14 }),
        overrides: [{ preorderLimit: 3 }],
      },
      'preorder restock-uncertain ahead 2 ships 2026-12-08 typical acme',
    ],
    [
      'own limit above the unknown limit',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        terms: acmeIs({ restockDays: 14 }),
        overrides: [{ preorderLimit: 50 }],
      },
      'preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme',
    ],
    [
      'own limit for backorders, as a backorder',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        terms: acmeIs({ restockDays: 14 }),
        policy: { uncertainRestock: 'backorder' },
        overrides: [{ backorderLimit: 3, preorderLimit: 1 }],
      },
      'backorder restock-uncertain ahead 3 ships 2026-12-08 typical acme',
    ],
    [
      'on the last day of the preorder wait',
      {
        offers: [acme({ ranOutOn: '2026-11-23' })],
        terms: acmeIs({ restockDays: 28 }),
        policy: { preorderMaxWaitDays: 30 },
      },
      'preorder restock-uncertain ahead 10 ships 2026-12-23 typical acme',
    ],
    [
      'too late',
      {
        offers: [acme({ ranOutOn: '2026-11-23' })],
        terms: acmeIs({ restockDays: 29 }),
        policy: { preorderMaxWaitDays: 30 },
      },
      'unavailable no-restock-information',
    ],
    [
      'the sooner of two suppliers',
      {
        offers: [acme({ ranOutOn: '2026-11-20' }), beta({ ranOutOn: '2026-11-20' })],
        terms: [terms('acme', { restockDays: 14 }), terms('beta', { restockDays: 7 })],
      },
      'preorder restock-uncertain ahead 10 ships 2026-12-01 typical beta',
    ],
    [
      'slip is for dates that are stated',
      {
        offers: [acme({ ranOutOn: '2026-11-20' })],
        terms: acmeIs({ restockDays: 14, slipDays: 9 }),
      },
      'preorder restock-uncertain ahead 10 ships 2026-12-08 typical acme',
    ],
    [
      'another supplier’s date is too far',
      {
        offers: [acme({ restocks: ['2027-12-01 x 5'] }), beta({ ranOutOn: '2026-11-20' })],
        terms: betaIs({ restockDays: 14 }),
      },
      'preorder restock-uncertain ahead 10 ships 2026-12-08 typical beta',
    ],
    [
      'its own date is too far: it states it, so nothing is guessed',
      {
        offers: [acme({ restocks: ['2027-12-01 x 5'], ranOutOn: '2026-11-20' })],
        terms: acmeIs({ restockDays: 14 }),
      },
      'unavailable restock-too-far',
    ],
    [
      'its own date has passed',
      {
        offers: [acme({ restocks: ['2026-11-10 x 5'], ranOutOn: '2026-11-01' })],
        terms: acmeIs({ restockDays: 14 }),
      },
      'preorder restock-uncertain ahead 10 ships 2026-11-25 typical acme',
    ],
    [
      'a stale supplier’s usual time counts for nothing',
      {
        offers: [acme({ asOf: '2026-11-01', ranOutOn: '2026-11-01' }), beta()],
        terms: acmeIs({ restockDays: 14 }),
      },
      'unavailable no-restock-information',
    ],
    [
      'a discontinued article’s usual time counts for nothing',
      {
        offers: [acme({ discontinued: true, ranOutOn: '2026-11-20' }), beta()],
        terms: acmeIs({ restockDays: 14 }),
      },
      'unavailable no-restock-information',
    ],
    [
      'arrivals that are all sold leave no room for guesses',
      {
        offers: [acme({ restocks: ['2026-12-04 x 5'] }), beta({ ranOutOn: '2026-11-20' })],
        lines: owed(5),
        terms: betaIs({ restockDays: 14 }),
      },
      'unavailable limit-reached',
    ],
  ],
  'rules 13 and 14': [
    [
      'the only date is too far',
      { offers: [acme({ restocks: ['2027-12-01 x 5'] })] },
      'unavailable restock-too-far',
    ],
    ['nothing known', { offers: [acme()] }, 'unavailable no-restock-information'],
    [
      'all of it held by the buffer',
      { offers: [acme({ quantity: 2 })] },
      'unavailable held-by-buffer',
    ],
    [
      'all of it owed',
      { offers: [acme({ quantity: 2 })], lines: owed(2) },
      'unavailable no-restock-information',
    ],
    [
      'one more on hand than owed',
      { offers: [acme({ quantity: 3 })], lines: owed(2) },
      'unavailable held-by-buffer',
    ],
    [
      'more owed than the buffers leave',
      { offers: [acme({ quantity: 5 }), beta({ quantity: 5 })], lines: owed(6) },
      'unavailable held-by-buffer',
    ],
    [
      'held by the buffer, and a date has passed',
      { offers: [acme({ quantity: 2, restocks: ['2026-11-10 x 5'] })] },
      'unavailable restock-overdue',
    ],
  ],
  flapping: [
    [
      'back above the return quantity',
      { offers: [acme({ quantity: 5 })], previous: 'unavailable', policy: { returnQuantity: 3 } },
      'available in-stock sell 3 ships 2026-11-25 stock acme',
    ],
    [
      'back, but one short of it',
      { offers: [acme({ quantity: 4 })], previous: 'unavailable', policy: { returnQuantity: 3 } },
      'unavailable below-return-quantity',
    ],
    [
      'back, one short of it, with a date',
      {
        offers: [acme({ quantity: 4, restocks: ['2026-12-04 x 20'] })],
        previous: 'backorder',
        policy: { returnQuantity: 3 },
      },
      'backorder restock-dated ahead 20 ships 2026-12-08 stated acme',
    ],
    [
      'available before: stays so down to the last unit',
      { offers: [acme({ quantity: 3 })], previous: 'available', policy: { returnQuantity: 3 } },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'no run on record',
      { offers: [acme({ quantity: 3 })], policy: { returnQuantity: 3 } },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
    [
      'a return quantity of one is none',
      { offers: [acme({ quantity: 3 })], previous: 'preorder' },
      'available in-stock sell 1 ships 2026-11-25 stock acme',
    ],
  ],
};

describe('the status of a SKU', () => {
  for (const [rule, cases] of Object.entries(tables)) {
    describe(rule, () => {
      it.each(cases)('%s', (_name, given, expected) => {
        expect(verdictInWords(plannedSku(given))).toBe(expected);
      });
    });
  }
});

describe('a pinned status', () => {
  const pinned = (
    status: 'available' | 'backorder' | 'preorder' | 'unavailable',
    given: Situation,
  ) => told(plannedSku({ ...given, overrides: [{ status }] }));

  it('stands against stock', () => {
    const expected = {
      status: 'unavailable',
      reason: 'pinned',
      sellable: 0,
      aheadLimit: undefined,
      shipDate: undefined,
      label: 'Currently unavailable',
    };
    expect(pinned('unavailable', { offers: [acme({ quantity: 9 })] })).toMatchObject(expected);
  });

  it('stands against the release', () => {
    const given = { offers: [acme({ quantity: 9, release: '2027-01-15' })] };
    expect(pinned('available', given)).toMatchObject({ status: 'available', reason: 'pinned' });
  });

  it('sells what is free when it is available', () => {
    const expected = { status: 'available', reason: 'pinned', sellable: 5, shipDate: '2026-11-25' };
    expect(pinned('available', { offers: [acme({ quantity: 7 })] })).toMatchObject(expected);
  });

  it.each(['backorder', 'preorder'] as const)(
    'takes its date as if it were not pinned: %s',
    (status) => {
      const expected = {
        status,
        reason: 'pinned',
        sellable: 0,
        shipDate: '2026-12-08',
        basis: 'stated',
        supplier: 'acme',
      };
      expect(pinned(status, { offers: [acme({ restocks: ['2026-12-04 x 20'] })] })).toMatchObject(
        expected,
      );
    },
  );

  it.each(['backorder', 'preorder'] as const)('is reported when it has no date: %s', (status) => {
    const plan = planOf({ offers: [acme()], overrides: [{ status }] });
    expect(plan.skus.map(told)).toMatchObject([
      { status, shipDate: undefined, label: 'Currently unavailable' },
    ]);
    expect(plan.problems).toMatchObject([{ kind: 'pinned-without-date', value: 'X' }]);
  });

  it.each(['available', 'unavailable'] as const)('needs no date: %s', (status) => {
    expect(planOf({ offers: [acme()], overrides: [{ status }] }).problems).toEqual([]);
  });
});

describe('numbers beside the status', () => {
  it('shows the delivery date on the label where the store tells delivery dates', () => {
    const { label } = plannedSku({
      offers: [acme({ restocks: ['2026-12-04 x 20'] })],
      policy: { labelDate: 'delivery' },
    });
    expect(label).toMatch(/^Backordered – .*13 Dec 2026$/);
  });

  it('adds the longest transit time of the supplier that ships', () => {
    const given = {
      offers: [acme(), beta({ restocks: ['2026-12-04 x 20'] })],
      terms: betaIs({ transitDays: 9 }),
    };
    expect(told(plannedSku(given))).toMatchObject({
      supplier: 'beta',
      shipDate: '2026-12-08',
      deliverBy: '2026-12-17',
    });
  });

  it('counts arrivals of known size, living ones only, as incoming', () => {
    const offers = [
      acme({ restocks: ['2026-11-10 x 3', '2026-12-04 x 5', '2026-12-11'] }),
      beta({ restocks: ['2026-12-04 x 7'] }),
    ];
    expect(told(plannedSku({ offers }))).toMatchObject({ incoming: 12 });
  });

  it('keeps no more of a supplier’s stock back than it has', () => {
    const offers = [acme({ quantity: 1 }), beta({ quantity: 4 })];
    expect(told(plannedSku({ offers }))).toMatchObject({
      onHand: 5,
      safetyStock: 3,
      free: 2,
      sellable: 2,
    });
  });

  it('counts a negative quantity as none', () => {
    expect(
      told(plannedSku({ offers: [acme({ quantity: -4 }), beta({ quantity: 4 })] })),
    ).toMatchObject({ onHand: 4, safetyStock: 2, sellable: 2 });
  });

  it('keeps the demand of three days back: one until the next file, two until dispatch', () => {
    // Two a day, every day, for two months: three days take six, and 95 times in 100 not more than what follows.
    const lines = Array.from({ length: 60 }, (_, i) =>
      line({
        orderId: `#${i}`,
        orderedAt: new Date(Date.UTC(2026, 10, 22 - i)).toISOString().slice(0, 10),
        quantity: 2,
        fulfilledQuantity: 2,
      }),
    );
    const given = {
      offers: [acme({ quantity: 30 })],
      lines,
      terms: acmeIs({ buffer: { kind: 'auto' } }),
    };
    const { safetyStock, free } = plannedSku(given).position;
    // The quantile of a Poisson distribution is 10; so little past does not warrant as much trust as that.
    expect(safetyStock).toBeGreaterThanOrEqual(10);
    expect(safetyStock).toBeLessThanOrEqual(16);
    expect(free).toBe(30 - safetyStock);
  });
});

describe('supplier units', () => {
  const six = { supplier: 'acme', supplierSku: 'BOX', sku: sku('X') };
  const box = (sketch: OfferSketch) => acme({ sku: 'BOX', ...sketch });

  it('become ours by the map, restocks too', () => {
    const skuMap = [{ ...six, units: { numerator: 6, denominator: 1 } }];
    const given = {
      offers: [box({ quantity: 2, restocks: ['2026-12-04 x 3'] })],
      more: { matching: matchingBy({ skuMap }) },
    };
    expect(told(plannedSku(given))).toMatchObject({ onHand: 12, sellable: 10, incoming: 18 });
  });

  it.each([
    [5, 0],
    [6, 1],
    [17, 2],
  ])('are rounded down when six of theirs are one of ours: %i', (quantity, onHand) => {
    const skuMap = [{ ...six, units: { numerator: 1, denominator: 6 } }];
    expect(
      told(plannedSku({ offers: [box({ quantity })], more: { matching: matchingBy({ skuMap }) } })),
    ).toMatchObject({
      onHand,
    });
  });

  it('of two articles that are one SKU share the supplier’s buffer', () => {
    const skuMap = [{ ...six, units: { numerator: 6, denominator: 1 } }];
    const given = {
      offers: [box({ quantity: 1 }), acme({ quantity: 3 })],
      more: { matching: matchingBy({ skuMap }) },
    };
    expect(told(plannedSku(given))).toMatchObject({ onHand: 9, safetyStock: 2, sellable: 7 });
  });

  it('become ours by the pack size of the offer', () => {
    expect(told(plannedSku({ offers: [acme({ quantity: 3, packSize: 4 })] }))).toMatchObject({
      onHand: 12,
    });
  });

  it('of another supplier’s article of the same name are left alone', () => {
    const skuMap = [{ ...six, units: { numerator: 6, denominator: 1 } }];
    const given = {
      offers: [box({ quantity: 2, supplier: 'beta' })],
      more: { matching: matchingBy({ skuMap }) },
    };
    expect(told(plannedSku(given, 'BOX'))).toMatchObject({ onHand: 2 });
  });

  it('tell of a missing article under our name', () => {
    const skuMap = [{ ...six, units: { numerator: 6, denominator: 1 } }];
    const given = { missing: ['BOX'], more: { matching: matchingBy({ skuMap }) } };
    expect(verdictInWords(plannedSku(given))).toBe('unavailable not-in-latest-file');
  });
});
