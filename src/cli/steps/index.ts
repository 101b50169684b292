import type { CommandName } from '../command.ts';
import { book } from './book.ts';
import { classify } from './classify.ts';
import { completion } from './completion.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { forecast } from './forecast.ts';
import { ingest } from './ingest.ts';
import { init } from './init.ts';
import { listings } from './listings.ts';
import { notices } from './notices.ts';
import { orders } from './orders.ts';
import { report } from './report.ts';
import { run } from './run.ts';
import { suppliers } from './suppliers.ts';

/** What each subcommand does: loaded together, and only when one is run. */
export const steps = {
  init,
  ingest,
  run,
  classify,
  forecast,
  orders,
  suppliers,
  listings,
  notices,
  evaluate,
  explain,
  report,
  book,
  completion,
} satisfies Record<CommandName, unknown>;

export { whereYouStand } from './where-you-stand.ts';
