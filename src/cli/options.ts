import type { Command } from 'commander';
import { type FormatName, formatNames } from '../outputs/format-names.ts';
import type { CommandName } from './command.ts';

/** Options that every command has. */
export interface CommonOptions {
  /** What was called; the sheet of a workbook takes its name. */
  readonly command: CommandName;
  readonly workspace: string;
  readonly today?: string;
  readonly format?: FormatName;
  readonly output?: string;
  readonly out?: string;
  readonly problems?: string;
  readonly quiet?: boolean;
  readonly excel?: boolean;
  readonly excelEu?: boolean;
}

/** Files given by hand instead of a workspace and its book. */
export interface OneOffOptions {
  readonly stock?: readonly string[];
  readonly orders?: readonly string[];
  readonly history?: readonly string[];
  readonly listing?: readonly string[];
  readonly skus?: string;
  readonly skuMap?: string;
  readonly kits?: string;
}

export type ViewOptions = CommonOptions &
  OneOffOptions & { readonly all?: boolean; readonly changed?: boolean };

/** Adds the options that every command has. */
export function withCommon(command: Command): Command {
  return command
    .option('-C, --workspace <dir>', 'folder with dropship.toml and the book', '.')
    .option('--today <day>', 'plan as of this day, yyyy-mm-dd (default: today)')
    .addOption(command.createOption('-f, --format <name>', 'how to print').choices(formatNames))
    .option('-o, --output <file>', 'write to a file; its ending decides the format unless -f does')
    .option('--out <dir>', 'folder for commands that write several files (default: out/<today>)')
    .option('--problems <file>', 'write all problems found in the input to a CSV file')
    .option('--excel', 'CSV that opens right in a spreadsheet')
    .option('--excel-eu', 'the same with semicolons and decimal commas')
    .option('-q, --quiet', 'say nothing but what needs a person')
    .option('--no-color', 'no colours');
}

/** Adds the options that name input files. */
export function withOneOff(command: Command): Command {
  return command
    .option('--stock <[name=]file...>', 'supplier stock files, instead of the book')
    .option('--orders <file...>', 'order exports, instead of the book')
    .option('--history <file...>', 'orders that are all done: they tell demand only')
    .option('--listing <file...>', "the shop's own product exports")
    .option('--skus <file>', 'SKU overrides (default: skus.csv in the workspace)')
    .option('--sku-map <file>', 'supplier SKUs and ours (default: sku-map.csv in the workspace)')
    .option('--kits <file>', 'what kits are made of (default: kits.csv in the workspace)');
}
