import type { DueNotice, NoticeType } from '../../model/notice.ts';
import { isEu, isEuropean } from '../jurisdiction.ts';

/** In these the customer is told of the right to withdraw. */
const withdrawable: ReadonlySet<NoticeType> = new Set<NoticeType>([
  'DELAY_PROPOSAL',
  'LATE_OPEN',
  'ORDER_PROMISE',
]);

/** What the merchant should see to before sending a draft. */
export function adviceFor(
  { type, jurisdiction }: DueNotice,
  hasWithdrawalUrl: boolean,
): readonly string[] {
  return [
    ...(type === 'US_FIRST_INDEFINITE' ? ['Check that the reason given is the true one.'] : []),
    ...(type === 'SELLER_CANCEL' && jurisdiction === 'US-CA'
      ? ['If you can get a ship date, a delay notice with that date takes the place of this one.']
      : []),
    ...(type === 'SELLER_CANCEL' && isEuropean(jurisdiction)
      ? ['A cancellation by the seller is not a free choice there: get advice before you send it.']
      : []),
    ...(withdrawable.has(type) && isEu(jurisdiction) && !hasWithdrawalUrl
      ? ['Add the link to your withdrawal function (withdrawal_url in dropship.toml).']
      : []),
  ];
}
