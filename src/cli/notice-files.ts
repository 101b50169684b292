import type { Notice } from '../model/notice.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { Problem } from '../model/problem.ts';
import { clearEvents } from '../notices/history.ts';
import { dueNotices, type NoticesInput } from '../notices/notices.ts';
import type { Desk } from './desk.ts';
import { cannotRun, type World } from './world.ts';

export interface DraftedNotices {
  readonly notices: readonly Notice[];
  readonly files: readonly OutputFile[];
  readonly problems: readonly Problem[];
}

/** What notices are made from. */
export function noticesInput({ plan, book, settings }: Desk): NoticesInput {
  const { store, notices } = settings.workspace;
  return {
    plan,
    confirmsOrders: notices.confirmsOrders,
    promise: store.orderPromise,
    storeCountry: store.country,
    recorded: book.notices,
    events: clearEvents(book.events, book.lines),
    promises: book.promises,
    requests: book.requests,
  };
}

/** The notices that are due, and a draft of each message. */
export async function draftNotices(
  world: World,
  desk: Desk,
  isIndexOnly = false,
): Promise<DraftedNotices> {
  const { plan, book, settings } = desk;
  // Without any supplier's word every order would seem lost, and every customer be told so.
  if (![...book.files, ...book.held.files].some(({ role }) => role === 'stock')) {
    throw cannotRun(
      "no supplier's stock has been read: nothing can be told to customers",
      'say in dropship.toml which files are whose, under [suppliers.NAME]; "dropship ingest --explain FILE" shows how a file is understood',
    );
  }
  const { store } = settings.workspace;
  await world.progress.step('looking for letters that are due');
  const due = dueNotices(noticesInput(desk));
  // Only letters need templates and mails.
  const { noticeDrafts } = await import('../outputs/notice-drafts.ts');
  const { readWording } = await import('./wording-files.ts');
  const wording = readWording(world, settings);
  const drafts = await noticeDrafts({
    due,
    lines: [...plan.lines, ...plan.ended.map(({ line }) => line)],
    store: { ...store, policy: wording.policy },
    today: plan.today,
    language: store.language,
    templates: wording.templates,
    isIndexOnly,
    onLetter: (done, of) => world.progress.count('writing letters', done, of),
  });
  return { ...drafts, problems: [...wording.problems, ...drafts.problems] };
}
