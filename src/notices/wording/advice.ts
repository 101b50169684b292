import type { DueNotice } from '../../model/notice.ts';

/** What the merchant should see to before sending a draft. */
export function adviceFor({ type, jurisdiction }: DueNotice): readonly string[] {
  const european = jurisdiction === 'UK' || jurisdiction.startsWith('EU-');
  return [
    ...(type === 'US_FIRST_INDEFINITE' ? ['Check that the reason given is the true one.'] : []),
    ...(type === 'SELLER_CANCEL' && jurisdiction === 'US-CA'
      ? ['If you can get a ship date, a delay notice with that date takes the place of this one.']
      : []),
    ...(type === 'SELLER_CANCEL' && european
      ? ['A cancellation by the seller is not a free choice there: get advice before you send it.']
      : []),
    ...(type !== 'SELLER_CANCEL' && jurisdiction.startsWith('EU-')
      ? ['Add the link to your withdrawal function.']
      : []),
  ];
}
