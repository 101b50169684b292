import type { Command } from 'commander';

export type CommandName =
  | 'init'
  | 'ingest'
  | 'run'
  | 'classify'
  | 'forecast'
  | 'orders'
  | 'suppliers'
  | 'listings'
  | 'notices'
  | 'evaluate'
  | 'explain'
  | 'report'
  | 'book'
  | 'completion';

/** What one subcommand is called and takes; what it does are the steps of its name. */
export interface CommandSpec {
  readonly name: CommandName;
  /** With its arguments, as commander writes them: `ingest [files...]`. */
  readonly usage: string;
  /** All that its argument may be, where that is known. */
  readonly choices?: readonly string[];
  readonly summary: string;
  /** Command lines with a word on each. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  declare(command: Command): Command;
}
