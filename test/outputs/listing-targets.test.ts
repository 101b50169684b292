import { describe, expect, it } from 'vitest';
import { type ChannelShare, listingTargets } from '../../src/outputs/listing-targets.ts';
import { soldAs } from '../../src/plan/status.ts';
import { line, offer, planOf, type Situation, sku } from '../plan/builders.ts';

const whole: ChannelShare = { share: 1, hideBelow: 0 };

function target(situation: Situation, channel: ChannelShare = whole) {
  const plan = planOf(situation);
  const [own] = plan.skus;
  const { status, sellable, aheadLimit } = listingTargets(plan, channel).get(sku('X')) ?? {};
  return { status, sellable, aheadLimit, shown: own && soldAs(own.verdict) };
}

const shut = { status: 'unavailable', sellable: 0, aheadLimit: undefined, shown: 'unavailable' };
const coming = [offer({ restocks: ['2026-12-01 x 5'] })];

describe('what channels are told of goods that are sold ahead', () => {
  it('is that they may be, with a date and units left', () => {
    expect(target({ offers: coming })).toMatchObject({ status: 'backorder', aheadLimit: 5 });
    const pinned = { offers: coming, overrides: [{ status: 'preorder' as const }] };
    expect(target(pinned)).toMatchObject({ status: 'preorder', aheadLimit: 5 });
  });

  it('is that there are none where a pinned status has no date', () => {
    expect(target({ offers: [offer()], overrides: [{ status: 'backorder' }] })).toEqual(shut);
  });

  it('is that there are none where all is sold that may be', () => {
    const sold = { offers: coming, lines: [line({ quantity: 6 })] };
    expect(target({ ...sold, overrides: [{ status: 'backorder' }] })).toEqual(shut);
    const release = { release: '2027-01-15', preorderLimit: 5, status: 'preorder' as const };
    const unreleased = { offers: [offer()], overrides: [release] };
    expect(target({ ...unreleased, lines: [line({ quantity: 5 })] })).toEqual(shut);
    expect(target({ ...unreleased, lines: [line({ quantity: 4 })] })).toMatchObject({
      status: 'preorder',
      aheadLimit: 1,
    });
  });

  it('takes off of stock that is there before a pinned release what is owed', () => {
    const release = { release: '2027-01-15', preorderLimit: 5, status: 'preorder' as const };
    const offers = [offer({ quantity: 9 })];
    expect(target({ offers, overrides: [release], lines: [line({ quantity: 3 })] })).toMatchObject({
      status: 'preorder',
      aheadLimit: 2,
    });
  });

  it('is that there are none where the channel may not have as many', () => {
    const none = { status: 'unavailable', sellable: 0, aheadLimit: undefined };
    expect(target({ offers: coming }, { ...whole, maxQuantity: 0 })).toMatchObject(none);
    expect(target({ offers: coming }, { ...whole, hideBelow: 6 })).toMatchObject(none);
    expect(target({ offers: coming }, { share: 0.1, hideBelow: 0 })).toMatchObject(none);
    expect(target({ offers: coming }, { ...whole, hideBelow: 5 })).toMatchObject({ aheadLimit: 5 });
  });
});
