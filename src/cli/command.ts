import type { Command } from 'commander';
import type { steps } from './steps/index.ts';

/** What one subcommand is called and takes; what it does are the steps of its name. */
export interface CommandSpec {
  readonly name: keyof typeof steps;
  /** With its arguments, as commander writes them: `ingest [files...]`. */
  readonly usage: string;
  readonly summary: string;
  /** Command lines with a word on each. */
  readonly examples: readonly (readonly [line: string, what: string])[];
  declare(command: Command): Command;
}
