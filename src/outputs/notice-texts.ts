import { noticeEvents } from '../model/notice.ts';
import type { Problem } from '../model/problem.ts';
import { list, quoted, type Wording } from './column-texts.ts';

type OfNotices = Extract<
  Problem['kind'],
  `event-${string}` | 'request-without-address' | 'template-unusable' | 'address-unusable'
>;

/** The words for problems of telling customers. */
export const noticeTexts: {
  readonly [K in OfNotices]: (problem: Extract<Problem, { kind: K }>) => Wording;
} = {
  'event-not-understood': ({ value }) => ({
    message: `the word ${quoted(value)} is not known here; the row was left out`,
    hint: `events are ${list(noticeEvents)}; the type is that of the draft, or blank for the last that asks for an answer`,
  }),
  'event-without-line': ({ value, order }) => ({
    message: value
      ? `order ${order} has no line ${quoted(value)} in any export; nothing follows from it`
      : `no export has an order ${order}; nothing follows from it`,
    hint: 'check the number; if the order is new, ingest its export',
  }),
  'event-ambiguous': ({ order }) => ({
    message: `two channels have an order ${order}: nothing follows from it until it says whose it is`,
    hint: 'add a column "channel" with the channel of the order, as sent.csv has it',
  }),
  'request-without-address': () => ({
    message: 'names no e-mail address; the row was left out',
    hint: 'nobody can be written to without one',
  }),
  'template-unusable': ({ reason }) => ({
    message: `this wording is not used: ${reason}`,
    hint: 'mend it, or delete the file and run "dropship notices --templates DIR" for a fresh one',
  }),
  'address-unusable': ({ value, order }) => ({
    message: value
      ? `order ${order}: ${quoted(value)} is no usable e-mail address; its letter is a .txt, no mail`
      : `order ${order} has no e-mail address; its letter is a .txt, no mail`,
    hint: 'tell this customer by another way, with the text of its letter',
  }),
};
