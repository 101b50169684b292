import type { CsvError, Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import type { Dialect } from './dialect.ts';
import { countBreaks, recordLimit, type Stop, type TextRecord } from './scan.ts';

export function parserOptions(dialect: Dialect): Options {
  return {
    ...dialect,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: recordLimit,
  };
}

/**
 * Reads a text whose quotes are not the usual ones, record by record, by the CSV parser: slower than a scan and with
 * all of the text in memory, but such files are rare. `line` is that of the text's beginning.
 */
export function parseOddly(
  text: string,
  line: number,
  dialect: Dialect,
  visit: (record: TextRecord) => Stop | undefined,
): Stop | undefined {
  let at = line;
  let stop: Stop | undefined;
  try {
    parse(text, {
      ...parserOptions(dialect),
      on_record: (cells: string[]) => {
        const breaks = cells.reduce((sum, cell) => sum + countBreaks(cell), 0);
        const record = recordOf(cells, at, breaks, dialect.quote);
        stop ??= swallows(record) ? { fault: 'quote-not-closed', line: at } : visit(record);
        at += 1 + breaks;
        return null;
      },
    });
    return stop;
  } catch (error) {
    return stopOf(error as CsvError, text, line, at);
  }
}

/** A cell with something behind its closing quote keeps its quotes; over several lines it has swallowed rows. */
function swallows({ stray, breaks, text }: TextRecord): boolean {
  return stray >= 0 && breaks > 0 && countBreaks(text(stray)) > 0;
}

function recordOf(
  cells: readonly string[],
  line: number,
  breaks: number,
  quote: string,
): TextRecord {
  return {
    line,
    breaks,
    count: cells.length,
    stray: cells.findIndex((cell) => cell.startsWith(quote)),
    text: (cell) => cells[cell] ?? '',
    cut: () => cells,
    isBlankFrom: (first) => cells.slice(first).every((cell) => cell.trim() === ''),
  };
}

/** csv-parse names the last line of an unclosed quote; its byte offset leads to the line where the quote opens. */
function stopOf(error: CsvError, text: string, firstLine: number, line: number): Stop {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED': {
      const bytes = typeof error['bytes'] === 'number' ? error['bytes'] : 0;
      const before = Buffer.from(text).subarray(0, bytes).toString();
      return { fault: 'quote-not-closed', line: firstLine + countBreaks(before) };
    }
    case 'CSV_MAX_RECORD_SIZE':
      return { fault: 'record-too-long', line };
    default:
      throw error;
  }
}
