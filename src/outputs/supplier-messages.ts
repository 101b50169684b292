import { answerFields } from '../formats/answers.ts';
import type { Day } from '../model/day.ts';
import { groupBy } from '../model/group-by.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Sender } from '../notices/wording/values.ts';
import type { Question } from '../plan/question.ts';
import { type Flavour, toCsv } from './csv.ts';
import { safeFileName } from './safe-name.ts';
import { english } from './supplier-english.ts';
import { harmless } from './terminal.ts';
import type { Row, View } from './view.ts';

const columns = [
  'supplier',
  'sku',
  'supplier_sku',
  'question',
  'since',
  'stated_date',
  'units_owed',
  'orders',
  'oldest_promise',
  'ask_by',
  'file',
] as const;

/** The index of the questions, the most urgent first. */
export function questionsView(questions: readonly Question[]): View {
  return {
    columns,
    rows: questions.map(questionRow),
    whenEmpty: 'No supplier has to be asked anything.',
    glance: [
      { column: 'supplier', heading: 'Supplier', rank: 0 },
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'question', heading: 'Question', rank: 0 },
      { column: 'since', heading: 'Since', rank: 3 },
      { column: 'stated_date', heading: 'Stated', rank: 2 },
      { column: 'units_owed', heading: 'Owed', rank: 1 },
      { column: 'orders', heading: 'Orders', rank: 2 },
      { column: 'oldest_promise', heading: 'Promised', rank: 2 },
      { column: 'ask_by', heading: 'Ask by', rank: 0 },
      { column: 'file', heading: 'Draft', rank: 4 },
    ],
  };
}

function questionRow(question: Question): Row {
  return {
    supplier: question.supplier,
    sku: question.sku,
    supplier_sku: question.supplierSku,
    question: question.kind,
    since: question.since,
    stated_date: question.statedDate,
    units_owed: question.unitsOwed,
    orders: question.orders.length,
    oldest_promise: question.oldestPromise,
    ask_by: question.askBy,
    file: lettersName(question.supplier),
  };
}

/** The name of the draft to a supplier. */
export function lettersName(supplier: string): string {
  return safeFileName(supplier, '-questions.txt');
}

/** Who writes, and how the supplier is called. */
interface Letter {
  readonly today: Day;
  readonly store: Sender;
  /** How suppliers are called, by their ids. */
  readonly nameOf: (supplier: string) => string;
  readonly flavour: Flavour;
}

/** A draft for each supplier that is asked something, and where articles are asked about the file to answer in. */
export function supplierMessages(
  questions: readonly Question[],
  letter: Letter,
): readonly OutputFile[] {
  const bySupplier = groupBy(questions, ({ supplier }) => supplier);
  return [...bySupplier].flatMap(([supplier, own]) => {
    const articles = inArticles(own.filter(isAnswerable));
    const file = safeFileName(supplier, `-answers-${letter.today}.csv`);
    const attached = articles.length > 0 ? file : undefined;
    const text = letterText(own, articles, attached, letter);
    return [
      toFile(lettersName(supplier), text),
      ...(attached === undefined ? [] : [toFile(attached, answerSheet(articles, letter.flavour))]),
    ];
  });
}

function toFile(path: string, text: string): OutputFile {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** A list is answered by a list, and what became of an order by its shipment. */
function isAnswerable({ kind }: Question): boolean {
  return kind !== 'feed-stale' && kind !== 'not-shipped';
}

/** What is asked about one article. */
type Article = readonly [Question, ...Question[]];

/** In the order of their most urgent question. */
function inArticles(questions: readonly Question[]): readonly Article[] {
  const groups = groupBy(questions, ({ sku, supplierSku }) => JSON.stringify([sku, supplierSku]));
  return [...groups.values()].flatMap(([first, ...others]) => (first ? [[first, ...others]] : []));
}

function letterText(
  own: readonly Question[],
  articles: readonly Article[],
  attached: string | undefined,
  { store, nameOf }: Letter,
): string {
  const [first] = own;
  if (!first) return '';
  const askBy = own.reduce((day, one) => (one.askBy < day ? one.askBy : day), first.askBy);
  const feeds = own.filter(({ kind }) => kind === 'feed-stale');
  const forwarded = inArticles(own.filter(({ kind }) => kind === 'not-shipped'));
  const hasOrders = own.some(({ unitsOwed }) => unitsOwed > 0);
  const paragraphs = [
    english.greeting(harmless(nameOf(first.supplier))),
    english.opening(hasOrders, askBy),
    ...feeds.map((feed) => [english.question(feed), ...worthOf([feed])].join('\n')),
    ...articles.map((article, i) => itemText(article, i + 1)),
    ...(forwarded.length > 0 ? [english.forwarded] : []),
    ...forwarded.map((article, i) => itemText(article, articles.length + i + 1)),
    ...(attached === undefined ? [] : [english.fillIn(attached)]),
    english.closing,
    [store.name, ...(store.replyTo === undefined ? [] : [store.replyTo])].map(harmless).join('\n'),
    `---\n${english.advice(attached)}`,
  ];
  return `Subject: ${english.subject(harmless(store.name), askBy)}\n\n${paragraphs.join('\n\n')}\n`;
}

/** An article with its questions, each on a line of its own. */
function itemText(article: Article, number: number): string {
  const [{ title = '', supplierSku, sku = '' }] = article;
  const theirs = supplierSku === undefined ? undefined : harmless(supplierSku);
  const lines = article.map(english.question);
  return [
    `${String(number).padStart(2)}. ${english.article(harmless(title), theirs, harmless(sku))}`,
    ...[...lines, ...worthOf(article)].map((line) => `    ${line}`),
  ].join('\n');
}

const ordersNamed = 10;

/** What waits for the answers; several questions about one article are about much the same orders. */
function worthOf(article: Article): string[] {
  const most = article.reduce((a, b) => (b.unitsOwed > a.unitsOwed ? b : a));
  const first = most.orders.slice(0, ordersNamed).map(harmless);
  return [english.worth(most, english.orders(first, most.orders.length - first.length))].flatMap(
    (line) => line ?? [],
  );
}

function answerSheet(articles: readonly Article[], flavour: Flavour): string {
  const rows = articles.map((article): Row => {
    const [{ supplier, supplierSku, sku, title }] = article;
    return {
      supplier,
      supplier_sku: supplierSku,
      sku,
      title: title === undefined ? undefined : harmless(title),
      question: article.map(english.question).join(' '),
      stated_date: article.find(({ statedDate }) => statedDate !== undefined)?.statedDate,
    };
  });
  return toCsv({ columns: answerFields, rows }, ',', flavour);
}
