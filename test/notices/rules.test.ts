import { describe, expect, it } from 'vitest';
import { ruling } from './situation.ts';

describe('the US rule', () => {
  const line = { place: 'US', ordered: '2026-11-02', shipBy: '2026-12-02' };

  it('asks nothing of a line that ships on its last day', () => {
    expect(ruling({ ...line, today: '2026-12-02', expected: '2026-12-02' })).toBe('none');
    expect(ruling({ ...line, today: '2026-12-02', expected: '2026-12-03' })).toContain('SHORT');
  });

  it('has only the refund left on the day after, also for what cannot be had', () => {
    expect(ruling({ ...line, today: '2026-12-03', expected: '2026-12-03' })).toContain('MISSED');
    expect(ruling({ ...line, today: '2026-12-03', unfillable: true })).toContain('MISSED');
  });

  it('turns a delivery promise into a ship date', () => {
    const delivered = { place: 'US', ordered: '2026-11-02', deliverBy: '2026-12-10' };
    const situation = { ...delivered, transitDays: 6, today: '2026-11-20', expected: '2026-12-05' };
    expect(ruling(situation)).toContain('US_FIRST_SHORT 2026-12-04 > 2026-12-05');
  });

  it('asks nobody who has not paid yet, and holds nobody to it', () => {
    const unpaid = { ...line, unpaid: true };
    expect(ruling({ ...unpaid, today: '2026-11-20', expected: '2026-12-18' })).toBe('none');
    expect(ruling({ ...unpaid, today: '2026-12-03' })).toBe('none');
    expect(ruling({ ...unpaid, today: '2026-12-03', unfillable: true })).toContain('SELLER_CANCEL');
    expect(ruling({ ...unpaid, credit: true, today: '2026-12-03' })).toContain('MISSED');
  });

  it('goes on with who was asked although nothing was paid', () => {
    const asked = { ...line, unpaid: true, history: ['sent US_FIRST_INDEFINITE 2026-11-24'] };
    expect(ruling({ ...asked, today: '2027-01-02' })).toContain('CANCEL_CONFIRM');
    expect(ruling({ ...asked, today: '2026-12-20', expected: '2027-01-10' })).toContain('RENEWED');
  });

  it('refunds within 7 calendar days in California', () => {
    const situation = { ...line, place: 'US-CA', today: '2026-11-20', expected: '2026-12-18' };
    expect(ruling(situation)).toContain('US_FIRST_SHORT');
    expect(ruling(situation)).toContain('refund 2026-12-25');
  });
});

describe('the rules elsewhere', () => {
  it('turn a ship promise into a delivery date', () => {
    const line = { place: 'AU', ordered: '2026-11-02', shipBy: '2026-11-20', transitDays: 12 };
    expect(ruling({ ...line, today: '2026-11-19', expected: '2026-12-02' })).toBe('none');
    expect(ruling({ ...line, today: '2026-11-19', expected: '2026-12-03' })).toContain(
      'DELAY_PROPOSAL 2026-12-02 > 2026-12-03',
    );
  });

  it.each([
    ['EU-DE', 'LATE_OPEN 2026-12-02 > - send 2026-12-03 (-)'],
    ['UK', 'LATE_OPEN 2026-12-02 > - send 2026-12-03 (-)'],
    ['CA-ON', 'DELAY_PROPOSAL 2026-11-02 > - send 2026-11-02 (-)'],
    ['CA', 'DELAY_PROPOSAL 2026-11-02 > - send 2026-11-02 (-)'],
    ['CA-BC', 'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (-)'],
    ['AU', 'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (-)'],
    ['OTHER', 'DELAY_PROPOSAL 2026-12-02 > - send 2026-12-02 (-)'],
  ])('say in %s, after the date: %s', (place, expected) => {
    const found = ruling({ place, ordered: '2026-11-02', today: '2026-12-07' });
    expect(found).toBe(`${expected} unchanged - refund -`);
  });

  it.each([
    ['EU-DE', '2026-12-21'],
    ['CA-QC', '2026-12-22'],
    ['OTHER', '2026-12-21'],
  ])('cancel in %s what cannot be had the same day and refund by %s', (place, refundBy) => {
    const found = ruling({ place, ordered: '2026-11-25', today: '2026-12-07', unfillable: true });
    expect(found).toMatch(/^SELLER_CANCEL .* send 2026-12-07 \(2026-12-07\) - - /);
    expect(found).toContain(`refund ${refundBy}`);
  });
});
