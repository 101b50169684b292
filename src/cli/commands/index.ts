import type { CommandSpec } from '../command.ts';
import { classify } from './classify.ts';
import { forecast } from './forecast.ts';
import { orders } from './orders.ts';

/** Every subcommand, in the order in which help lists them. */
// biome-ignore lint/suspicious/noExplicitAny: each command knows its own options; the list does not
export const commands: readonly CommandSpec<any>[] = [classify, forecast, orders];
