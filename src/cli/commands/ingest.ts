import type { CommandSpec } from '../command.ts';
import { type CommonOptions, withCommon } from '../options.ts';

export interface IngestOptions extends CommonOptions {
  readonly dryRun?: boolean;
  readonly explain?: boolean;
  readonly writeMap?: boolean;
  readonly accept?: string;
  readonly forget?: string;
}

export const ingest: CommandSpec = {
  name: 'ingest',
  usage: 'ingest [files...]',
  summary:
    'read supplier stock, orders, shipments and returns into the book, and report every problem in them',
  examples: [
    ['dropship ingest', 'all new files that dropship.toml names'],
    ['dropship ingest acme-2026-11-23.csv orders_export.csv', 'these files'],
    ['dropship ingest --accept acme', 'its stock did fall that much'],
    ['dropship ingest --dry-run --problems problems.csv', 'only report'],
    ['dropship ingest --explain acme.csv', 'how its columns and first rows are understood'],
    ['dropship ingest --forget inbox/acme-2026-11-23.csv', 'as if it had never been read'],
    ['dropship ingest --write-map', 'also propose which supplier numbers are which of your SKUs'],
  ],
  declare: (command) =>
    withCommon(command)
      .option('--dry-run', 'only report; the book stays as it is')
      .option('--accept <supplier>', 'take the newest file of a supplier that a guard holds back')
      .option('--forget <file>', 'take one file out of the book again; it stays out')
      .option('--explain', 'show how each column and five rows are understood; nothing is written')
      .option(
        '--write-map',
        'propose a sku-map.csv to look through; one of yours is never overwritten',
      ),
};
