import { promisePattern } from '../config/schema.ts';
import type { DayOrder } from '../formats/day-cell.ts';
import { tellingFields } from '../ingest/order-row.ts';
import { nothingSeen } from '../model/glimpse.ts';
import {
  type Findings,
  type FoundOrders,
  type FoundSupplier,
  type FoundTable,
  type FoundUnits,
  openDate,
  type Unread,
} from '../outputs/findings.ts';
import { foundPage } from '../outputs/found-page.ts';
import { harmless } from '../outputs/terminal.ts';
import { oneOf, type Talk, type Understood } from './ask.ts';
import {
  type ColumnQuestion,
  chooseColumns,
  orderQuestions,
  returnQuestions,
  shipmentQuestions,
  stockQuestions,
} from './ask-columns.ts';
import { supplierFromName } from './file-facts.ts';

/** What has been settled so far. */
interface Settled {
  readonly suppliers: FoundSupplier[];
  readonly orders: FoundOrders[];
  readonly shipments: FoundUnits[];
  readonly returns: FoundUnits[];
  readonly unread: Unread[];
  readonly leftOut: string[];
}

/** Goes through what was found with its owner and asks what no file tells; Enter leaves everything as found. */
export async function interview(talk: Talk, found: Findings): Promise<Findings> {
  const settled: Settled = {
    suppliers: [],
    orders: [],
    shipments: [],
    returns: [],
    unread: [],
    leftOut: [],
  };
  for (const one of found.suppliers) await goThroughSupplier(talk, one, settled);
  for (const one of found.orders) await goThroughOrders(talk, one, settled);
  for (const one of found.shipments) await goThroughUnits(talk, one, 'shipments', settled);
  for (const one of found.returns) await goThroughUnits(talk, one, 'returns', settled);
  for (const { title, file } of found.listings)
    talk.say(`\n${talk.paint.bold(harmless(file))}: ${title}, to be kept up to date\n`);
  for (const one of found.unread) await goThroughUnread(talk, one, settled);
  return { ...found, ...(await askStore(talk)), ...settled };
}

async function goThroughSupplier(talk: Talk, one: FoundSupplier, settled: Settled): Promise<void> {
  const table = await settle(talk, one, stockQuestions);
  if (!table) settled.leftOut.push(...one.files);
  else settled.suppliers.push(await askSupplier(talk, { ...one, ...table }, settled.suppliers));
}

async function goThroughOrders(talk: Talk, one: FoundOrders, settled: Settled): Promise<void> {
  const table = await settle(talk, one, orderQuestions);
  if (!table) settled.leftOut.push(...one.files);
  else settled.orders.push(await askHistory(talk, await askNumber(talk, { ...one, ...table })));
}

const aboutUnits = {
  shipments: { questions: shipmentQuestions, asked: 'Which supplier or carrier sends it?' },
  returns: { questions: returnQuestions, asked: 'Which supplier or shop does it come from?' },
} as const;

async function goThroughUnits(
  talk: Talk,
  one: FoundUnits,
  kind: keyof typeof aboutUnits,
  settled: Settled,
): Promise<void> {
  const { questions, asked } = aboutUnits[kind];
  const table = await settle(talk, one, questions);
  if (!table) {
    settled.leftOut.push(...one.files);
    return;
  }
  const others = settled[kind].map(({ name }) => name);
  const name = await talk.ask(`${asked} [${harmless(one.name)}]: `, freeName(one.name, others));
  settled[kind].push({ ...one, ...table, name });
}

async function goThroughUnread(talk: Talk, one: Unread, settled: Settled): Promise<void> {
  const role = await askRole(talk, one);
  if (role === 's') settled.suppliers.push(await askNewSupplier(talk, one, settled.suppliers));
  else if (role === 'o') settled.orders.push(await askNewOrders(talk, one, settled.orders));
  else settled.unread.push(one);
}

/** The table with its columns and dates settled; undefined when it is to be left out. */
async function settle(
  talk: Talk,
  found: FoundTable,
  questions: readonly ColumnQuestion[],
): Promise<FoundTable | undefined> {
  talk.say(foundPage(found, talk.paint));
  const answer = await (found.columns.length > 0
    ? talk.ask('Right? Enter = yes, n = no, x = leave it out: ', oneOf(['y', 'n', 'x']))
    : talk.ask('Right? Enter = yes, x = leave it out: ', oneOf(['y', 'x'])));
  if (answer === 'x') return undefined;
  if (answer === 'n') {
    const columns = await chooseColumns(talk, found, questions);
    return settle(talk, { ...found, columns, doubts: [] }, questions);
  }
  const doubtful = questions.flatMap((question) => {
    const doubt = found.doubts.find(({ field }) => field === question.field);
    return doubt ? [{ ...question, required: question.required && !doubt.isOpen }] : [];
  });
  const columns = await chooseColumns(talk, found, doubtful);
  // What is open stays so where nobody chooses.
  const doubts = found.doubts.filter(
    ({ field, isOpen }) => isOpen && !columns.some((column) => column.field === field),
  );
  return askDates(talk, { ...found, columns, doubts });
}

async function askDates(talk: Talk, found: FoundTable): Promise<FoundTable> {
  const open = openDate(found);
  if (!open) return found;
  const answer = await talk.ask(
    `"${harmless(open.value)}" in ${harmless(open.header)}: d = the day comes first, m = the month, Enter = not known yet: `,
    oneOf(['-', 'd', 'm']),
  );
  const orders: { readonly [letter: string]: DayOrder } = { d: 'day-first', m: 'month-first' };
  return { ...found, dayOrder: orders[answer] };
}

async function askSupplier(
  { ask }: Talk,
  found: FoundSupplier,
  others: readonly FoundSupplier[],
): Promise<FoundSupplier> {
  const names = others.map((other) => other.id);
  const question = `What is this supplier called? [${harmless(found.id)}]: `;
  const id = await ask(question, freeName(found.id, names));
  const dispatchDays = await ask(
    'How many working days from your order until its parcel leaves? [2]: ',
    (answer): Understood<number | undefined> => {
      if (answer === '') return { value: undefined };
      return /^\d{1,2}$/.test(answer)
        ? { value: Number(answer) }
        : { why: 'Please answer with a whole number, such as 2.' };
    },
  );
  return { ...found, id, dispatchDays };
}

/** A name that no other has; a blank answer is the one proposed. */
function freeName(
  proposed: string,
  others: readonly string[],
): (answer: string) => Understood<string> {
  return (answer) => {
    const value = answer || proposed;
    return others.includes(value) ? { why: `There is one called ${value} already.` } : { value };
  };
}

/** Asks for the order number where none was found: what has none counts as done. */
async function askNumber(talk: Talk, found: FoundOrders): Promise<FoundOrders> {
  if (found.columns.length === 0 || hasColumn(found, 'order_id')) return found;
  talk.say(
    'No column of order numbers was found; without one all of it counts as sold and done.\n',
  );
  const columns = await chooseColumns(talk, found, [{ field: 'order_id' }]);
  return { ...found, columns };
}

const telling: readonly string[] = [...tellingFields, 'cancelled_quantity', 'cancelled_at'];

async function askHistory({ ask }: Talk, found: FoundOrders): Promise<FoundOrders> {
  if (!hasColumn(found, 'order_id') || hasColumn(found, ...telling)) return found;
  const answer = await ask(
    'No column tells what was shipped. Are all of these orders done? y = yes, Enter = no: ',
    oneOf(['n', 'y']),
  );
  return { ...found, history: answer === 'y' };
}

function hasColumn({ columns }: FoundOrders, ...fields: readonly string[]): boolean {
  return columns.some(({ field }) => fields.includes(field));
}

async function askRole(
  { ask, say, paint }: Talk,
  { file, why, glimpse }: Unread,
): Promise<'-' | 's' | 'o'> {
  say(`\n${paint.bold(harmless(file))}: ${harmless(why)}\n`);
  if (!glimpse) return '-';
  return ask(
    "What is it? s = a supplier's stock, o = orders, Enter = neither: ",
    oneOf(['-', 's', 'o']),
  );
}

async function askNewSupplier(
  talk: Talk,
  unread: Unread,
  others: readonly FoundSupplier[],
): Promise<FoundSupplier> {
  const table = await askTable(talk, unread, stockQuestions);
  return askSupplier(talk, { ...table, id: supplierFromName(unread.file) }, others);
}

async function askNewOrders(
  talk: Talk,
  unread: Unread,
  others: readonly FoundOrders[],
): Promise<FoundOrders> {
  const table = await askTable(talk, unread, orderQuestions);
  const name = others.length === 0 ? 'shop' : `shop${others.length + 1}`;
  return askHistory(talk, { ...table, name });
}

async function askTable(
  talk: Talk,
  { file, glimpse, columns }: Unread,
  questions: readonly ColumnQuestion[],
): Promise<FoundTable> {
  const table = {
    files: [file],
    title: 'named by hand',
    glimpse: glimpse ?? nothingSeen,
    columns,
    doubts: [],
  };
  return askDates(talk, { ...table, columns: await chooseColumns(talk, table, questions) });
}

async function askStore({ ask, say }: Talk): Promise<Pick<Findings, 'country' | 'orderPromise'>> {
  say('\n');
  const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const country = await ask(
    "Your shop's country, two letters such as US or DE? Enter = later: ",
    (answer): Understood<string | undefined> => {
      const code = answer.toUpperCase();
      if (code === '') return { value: undefined };
      const isCountry = /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined;
      return isCountry ? { value: code } : { why: `"${answer}" is no two-letter country code.` };
    },
  );
  const orderPromise = await ask(
    'What does your checkout promise when it shows no date, such as 3 business days? Enter = nothing: ',
    (answer): Understood<string | undefined> => {
      if (answer === '') return { value: undefined };
      return promisePattern().test(answer)
        ? { value: answer }
        : { why: 'Please write it as "3 business days", "2-4 days" or "2 weeks".' };
    },
  );
  return { country, orderPromise };
}
