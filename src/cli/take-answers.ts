import { mergeAnswers } from '../book/answers.ts';
import type { Book } from '../book/book.ts';
import { recordFile } from '../book/record.ts';
import type { Workspace } from '../config/workspace.ts';
import { type FileStyle, styleOf } from '../formats/file-style.ts';
import { isBroken } from '../ingest/broken.ts';
import { readAnswers } from '../ingest/read-answers.ts';
import { type Day, laterDay } from '../model/day.ts';
import type { Problem } from '../model/problem.ts';
import type { InputFile } from './file-facts.ts';
import { supplierNames, unknownSupplier } from './supplier-names.ts';

/** What decides how a file of answers is read, beside its bytes. */
export function readingOfAnswers(workspace: Workspace, style: FileStyle): string {
  const words = [...workspace.suppliers].map(([id, setup]) => [id, [...setup.words]]);
  return JSON.stringify([styleOf(style), [...supplierNames(workspace)], words]);
}

/** Adds what suppliers answered to the book, as their word. */
export function takeAnswers(
  workspace: Workspace,
  book: Book,
  { name, asOf, content }: InputFile,
  style: FileStyle,
  hash: string,
  today: Day,
): { book: Book; problems: readonly Problem[]; rows?: number } {
  const { answers, problems } = readAnswers(content, name, {
    asOf,
    suppliers: supplierNames(workspace),
    wordsOf: (supplier) => workspace.suppliers.get(supplier)?.words,
    ...styleOf(style),
  });
  if (problems.some(isBroken)) return { book, problems };
  const named = new Set(answers.map(({ supplier }) => supplier));
  const unknown = [...named].flatMap((one) => unknownSupplier(workspace, one, name));
  const files = recordFile(book.files, { role: 'answers', asOf, file: name, hash });
  return {
    book: { ...book, files, answers: mergeAnswers(book.answers, answers, { asOf, file: name }) },
    problems: [...problems, ...unknown, ...datedLater(name, answers, today)],
    rows: answers.length,
  };
}

function datedLater(
  file: string,
  answers: readonly { readonly asOf: Day }[],
  today: Day,
): Problem[] {
  const later = answers.filter(({ asOf }) => asOf > today).map(({ asOf }) => asOf);
  const [first, ...others] = later;
  return first === undefined
    ? []
    : [{ kind: 'dated-later', place: { file }, day: others.reduce(laterDay, first) }];
}
