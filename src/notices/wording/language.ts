import type { NoticeType } from '../../model/notice.ts';

/** All that is said to customers in one language. */
export interface Language {
  /** The word by which a customer agrees to a new date. */
  readonly keep: string;
  /** The word by which a customer cancels. */
  readonly cancel: string;
  /** `2 of your 4` */
  readonly of: (quantity: number, ordered: number) => string;
  /** Liquid templates: a line `Subject: …`, then paragraphs with blank lines between them. */
  readonly templates: { readonly [T in NoticeType]: string };
}
