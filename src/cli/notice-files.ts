import type { Notice } from '../model/notice.ts';
import { customerLine } from '../model/order.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import { dueNotices } from '../notices/notices.ts';
import { noticeDrafts } from '../outputs/notices.ts';
import type { Desk } from './desk.ts';
import { cannotRun } from './world.ts';

export interface DraftedNotices {
  readonly notices: readonly Notice[];
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/** The notices that are due, and a draft of each message. */
export function draftNotices({ plan, book, settings }: Desk): DraftedNotices {
  // Without any supplier's word every order would seem lost, and every customer be told so.
  if (![...book.files, ...book.held.files].some(({ role }) => role === 'stock')) {
    throw cannotRun(
      "no supplier's stock has been read: nothing can be told to customers",
      'say in dropship.toml which files are whose, under [suppliers.NAME]; "dropship ingest --explain FILE" shows how a file is understood',
    );
  }
  const { store } = settings.workspace;
  const due = dueNotices({
    plan,
    promise: store.orderPromise,
    storeCountry: store.country,
    recorded: book.notices,
  });
  const drafts = noticeDrafts(
    due,
    plan.parts.map(({ line }) => customerLine(line)),
    store,
  );
  return { notices: drafts.notices, files: drafts.files, problems: drafts.problems };
}
