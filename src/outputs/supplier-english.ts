import { daysBetween, spellDay } from '../model/day.ts';
import type { Question, QuestionKind } from '../plan/question.ts';
import type { SupplierWording } from './supplier-wording.ts';

const count = (number: number, noun: string) =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;

const dayOr = (day: Question['since'], other: string) =>
  day === undefined ? other : spellDay(day);

const questions: { readonly [K in QuestionKind]: (question: Question) => string } = {
  'feed-stale': ({ since }) =>
    `The newest stock list that we have from you is of ${dayOr(since, 'long ago')}, too old to sell by. Could you send us a current one?`,
  'not-shipped': ({ since }) =>
    `We passed this on to you from ${dayOr(since, 'some days ago')} on and have not heard that it was shipped. When did it leave, or when will it?`,
  overdue: ({ statedDate }) =>
    `You stated it for ${dayOr(statedDate, 'a day')}, which has passed. When will it come, and how many?`,
  'no-date': ({ since }) =>
    since === undefined
      ? 'All that you have of it is ordered. When will more come, and how many?'
      : `Out of stock since ${spellDay(since)}. When will it come back, and how many?`,
  slipped: ({ firstStated, statedDate, late }) => {
    const moved =
      firstStated && statedDate
        ? `from ${spellDay(firstStated)} to ${spellDay(statedDate)}, ${count(daysBetween(firstStated, statedDate), 'day')} later`
        : 'to a later one';
    const broken =
      late.length === 0
        ? ''
        : ` With it ${count(late.length, 'order')} will be later than we promised: could some come earlier?`;
    return `Its date has moved ${moved}. Is that date firm?${broken}`;
  },
  'quantity-unknown': ({ statedDate }) =>
    `You state it for ${dayOr(statedDate, 'a day')}, but not how many. How many will come?`,
  'quantity-short': ({ statedDate, statedQuantity = 0, unitsOwed }) =>
    `You state ${statedQuantity} to come from ${dayOr(statedDate, 'a day')} on; we need ${unitsOwed} more than that. How many more can come, and when?`,
  unread: ({ since }) =>
    `We could not read how many you have in your lists since ${dayOr(since, 'some days ago')}. How many are there?`,
  outdated: ({ since }) =>
    `We have heard nothing of it since ${dayOr(since, 'some time')}. How many have you, and if none, when will it come?`,
};

export const english: SupplierWording = {
  subject: (store, askBy) => `${store}: dates and quantities, please by ${spellDay(askBy)}`,
  greeting: (supplier) => `Hello ${supplier},`,
  opening: (hasOrders, askBy) =>
    `${hasOrders ? 'our customers are waiting for some of your articles' : 'we would like to go on selling some of your articles'}, and we want to give them dates that hold. Could you help us with the points below by ${spellDay(askBy)}?`,
  article: (title, number, sku) => {
    const names = [
      ...(number === undefined ? [] : [`your ${number}`]),
      ...(number === sku ? [] : [`our ${sku}`]),
    ];
    return title === '' ? names.join(', ') : `${title} (${names.join(', ')})`;
  },
  question: (question) => questions[question.kind](question),
  worth: ({ unitsOwed, orders, oldestPromise }, references) => {
    if (unitsOwed === 0) return undefined;
    const promised =
      oldestPromise === undefined ? '' : `; the oldest was promised for ${spellDay(oldestPromise)}`;
    return `Waiting: ${count(unitsOwed, 'unit')} on ${count(orders.length, 'order')} (${references})${promised}.`;
  },
  orders: (first, more) => `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
  forwarded: 'And of what we ordered from you:',
  fillIn: (file) =>
    `The file ${file} has a line for each article. Fill in what you know – the quantity you have now, the date on which more will come (as 2026-12-31) and how many, "yes" under discontinued where it will not come back, and under as_of the day of your answer – and send it back to us. Quantities are in your own units, as in your stock lists; what you do not know stays empty. A short reply does as well.`,
  closing: 'Thank you, and kind regards',
  advice: (file) =>
    `This is a draft: check it, ${file === undefined ? '' : `attach ${file}, `}and send it without what stands below the dashes.${file === undefined ? '' : ' When the file comes back, read it with "dropship ingest FILE".'}`,
};
