import { type OrderLine, orderIdentity } from '../model/order.ts';
import type { Book, NoticeRecord, ProblemRecord } from './book.ts';

/** An address as it is compared. */
export function addressKey(address: string): string {
  return address.trim().toLowerCase();
}

/** What was taken out of a book. */
export interface Blanked {
  readonly book: Book;
  /** The order lines that named a customer, as they are now. */
  readonly lines: readonly OrderLine[];
  readonly notices: number;
  /** Stock requests are taken out whole: without an address they are nothing. */
  readonly requests: number;
  readonly problems: number;
  /** The words by which they named or placed the customer. */
  readonly words: ReadonlySet<string>;
}

/** What a line says of a person. */
const nobody = { customerName: undefined, customerEmail: undefined, shipTo: undefined };

const addressInText = /[^\s"'<>,;:()[\]]+@[^\s"'<>,;:()[\]]+/g;

/** Every address that the book names, as it is compared. */
export function addressesIn({ lines, notices, requests, problems }: Book): ReadonlySet<string> {
  const inTexts = problems.flatMap((problem) =>
    textsOf(problem).flatMap((text) => text.match(addressInText) ?? []),
  );
  const stated = [
    ...lines.map(({ customerEmail = '' }) => customerEmail),
    ...notices.map(({ to }) => to),
    ...requests.map(({ email }) => email),
    ...inTexts,
  ];
  return new Set(stated.map(addressKey).filter((address) => address !== ''));
}

/**
 * Takes names and addresses of customers out. Their order lines stay, as history of demand and to be shipped, notices
 * as the memory of what was told; problems stay without the words that name them.
 */
export function blankCustomers(book: Book, addresses: ReadonlySet<string>): Blanked {
  const isOf = (address: string | undefined) => addresses.has(addressKey(address ?? ''));
  const own = book.lines.filter(({ customerEmail }) => isOf(customerEmail));
  // A line may have lost its order's head, and the name with it may stand on another.
  const orders = new Set(own.filter(({ orderId }) => orderId !== '').map(orderIdentity));
  const names = new Set(own.flatMap(wordsFor).filter(isTelling));
  const lines: OrderLine[] = [];
  const blankLine = (line: OrderLine) => {
    if (!isOf(line.customerEmail) && !orders.has(orderIdentity(line))) return line;
    const blank = { ...line, ...nobody };
    lines.push(blank);
    return blank;
  };
  const notices = book.notices.filter(({ to }) => isOf(to));
  const requests = book.requests.filter(({ email }) => !isOf(email));
  const blankNotice = (notice: NoticeRecord) => (isOf(notice.to) ? { ...notice, to: '' } : notice);
  const cleared = book.problems.map((problem) => withoutWords(problem, isOf, names));
  return {
    book: {
      ...book,
      lines: book.lines.map(blankLine),
      notices: book.notices.map(blankNotice),
      requests,
      problems: cleared,
    },
    lines,
    words: names,
    notices: notices.length,
    requests: book.requests.length - requests.length,
    problems: cleared.filter((problem, i) => problem !== book.problems[i]).length,
  };
}

/** The words that name or place the customer of a line. */
function wordsFor({ customerName, shipTo = {} }: OrderLine): string[] {
  const { name, company, street, phone } = shipTo;
  return [customerName, name, company, street, phone].filter((word) => word !== undefined);
}

/** Shorter names are found in words that name nobody. */
function isTelling(name: string): boolean {
  return name.length >= 5;
}

function textsOf({ value, message, hint }: ProblemRecord): readonly string[] {
  return [value, message, hint];
}

const gone = '(forgotten)';

function withoutWords(
  problem: ProblemRecord,
  isOf: (address: string) => boolean,
  names: ReadonlySet<string>,
): ProblemRecord {
  // What stands beside an address in a row names the same person.
  const isTold = problem.value.match(addressInText)?.some(isOf) ?? false;
  const clear = (text: string) => {
    const without = isTold ? text.replaceAll(problem.value, gone) : text;
    const cleared = without.replace(addressInText, (found) => (isOf(found) ? gone : found));
    return [...names].reduce((rest, name) => rest.replaceAll(name, gone), cleared);
  };
  const [value = '', message = '', hint = ''] = textsOf(problem).map(clear);
  const isSame = value === problem.value && message === problem.message && hint === problem.hint;
  return isSame ? problem : { ...problem, value, message, hint };
}
