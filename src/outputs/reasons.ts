import type { Reason } from '../model/status.ts';

/** What each reason means, for the shop's owner. */
export const reasonTexts: { readonly [R in Reason]: string } = {
  pinned: 'you pinned this status in skus.csv',
  'not-released': 'it is not released yet; the release date is known',
  'release-too-far': 'its release is further away than preorder_max_wait_days',
  'limit-reached': 'everything that will come is sold already',
  'in-stock': 'suppliers have more than open orders and buffers need',
  'last-units': 'every supplier that lists it has discontinued it; these are the last units',
  'not-in-any-feed': "no supplier's file has ever listed it",
  'not-in-latest-file': "it is missing from its supplier's newest file",
  'stale-feed':
    "its suppliers' files are too old to be believed, or its row in them cannot be read",
  discontinued: 'discontinued, and none left',
  'restock-dated': 'none free now; a supplier states when more comes in',
  'restock-far': 'none free now; a supplier states when more comes in, but it is far away',
  'restock-learned':
    'none free now; nobody states when more comes in, but its supplier has restocked before, and how long that takes is known',
  'restock-uncertain':
    'none free now; its supplier usually restocks, but states no date that can be relied on',
  'restock-too-far': 'none free now; more comes in, but later than preorder_max_wait_days',
  'restock-overdue': 'none free now; the stated restock date has passed without the goods',
  'held-by-buffer': 'what is left is held back by the buffer',
  'below-return-quantity': 'it came back, but with fewer units than return_quantity',
  'no-restock-information': 'none free now, and nothing tells when more comes in',
};
