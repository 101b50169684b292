import type { Day } from '../model/day.ts';
import type { Question } from '../plan/question.ts';

/** What a letter to a supplier says, in one language. Texts that it is given are free of control characters already. */
export interface SupplierWording {
  subject(store: string, askBy: Day): string;
  greeting(supplier: string): string;
  /** Why we write, and by when we need an answer. `hasOrders`: customers wait. */
  opening(hasOrders: boolean, askBy: Day): string;
  /** `Kayak (your 4711, our KAY-1)` */
  article(title: string, number: string | undefined, sku: string): string;
  /** One question, with what it rests on. */
  question(question: Question): string;
  /** What waits for an answer; undefined where nothing does. */
  worth(question: Question, orders: string): string | undefined;
  /** The first of many references to orders, and that there are more. */
  orders(first: readonly string[], more: number): string;
  /** Above the articles that were forwarded and not shipped. */
  forwarded: string;
  /** How to answer in the file that comes with the letter. */
  fillIn(file: string): string;
  closing: string;
  /** To the merchant, below the letter. */
  advice(file: string | undefined): string;
}
