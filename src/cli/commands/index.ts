import type { CommandSpec } from '../command.ts';
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

/** Every subcommand, in the order in which help lists them. */
export const commands: readonly CommandSpec[] = [
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
];
