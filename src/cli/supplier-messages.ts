import type { OutputFile } from '../model/output-file.ts';
import { supplierMessages } from '../outputs/supplier-messages.ts';
import type { Question } from '../plan/question.ts';
import { questionsFor } from '../plan/questions.ts';
import { movedRestocks } from '../suppliers/restocks.ts';
import type { Desk } from './desk.ts';
import type { CommonOptions } from './options.ts';

export interface DraftedMessages {
  readonly questions: readonly Question[];
  /** Drafts and the files to answer in. */
  readonly files: readonly OutputFile[];
}

/** What suppliers are to be asked, and a draft for each of them. Nothing of it is recorded: a draft is no letter sent. */
export function draftMessages(
  { plan, input: { terms }, told, files, settings }: Desk,
  { excelEu }: Pick<CommonOptions, 'excelEu'>,
): DraftedMessages {
  const { store } = settings.workspace;
  const moved = movedRestocks(told, files, plan.today);
  const questions = questionsFor({ plan, terms, promise: store.orderPromise, files, moved });
  const letter = {
    today: plan.today,
    store,
    nameOf: (supplier: string) => terms.get(supplier)?.name ?? supplier,
    // It is answered in a spreadsheet, wherever it is drafted.
    flavour: excelEu ? ('excel-eu' as const) : ('excel' as const),
  };
  return { questions, files: supplierMessages(questions, letter) };
}
