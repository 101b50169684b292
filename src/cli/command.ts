import type { Command } from 'commander';
import type { ExitCode, World } from './world.ts';

/** One subcommand: what it is called, which options it takes, and what it does. */
export interface CommandSpec<Options> {
  readonly name: string;
  /** With its arguments, as commander writes them: `ingest [files...]`. */
  readonly usage: string;
  readonly summary: string;
  /** Command lines with a word on each. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  declare(command: Command): Command;
  run(world: World, options: Options, args: readonly string[]): Promise<ExitCode>;
}
