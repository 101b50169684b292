import { groupBy } from '../../model/group-by.ts';
import type { OfferRun } from '../book.ts';
import { articleKey } from '../offers.ts';
import type { PageName } from '../pages.ts';
import type { KeptRecord } from '../read-pages.ts';
import type { Fault } from './fault.ts';

interface RunRow {
  readonly item: OfferRun;
  readonly row: { readonly line: number };
}

/** Runs that end before they begin. */
export function reversedRuns<Row extends RunRow>(
  page: PageName,
  rows: readonly Row[],
): Map<Row, Fault> {
  const faults = new Map<Row, Fault>();
  for (const row of rows) {
    const { since, seen } = row.item;
    if (since > seen)
      faults.set(row, { page, line: row.row.line, kind: 'days-reversed', since, seen });
  }
  return faults;
}

/**
 * Runs of an article that reach into a later one, whose file was the later word. Files of changes, which say each for
 * itself what they say, may have been read between full ones.
 */
export function overlappingRuns<Row extends RunRow>(
  page: PageName,
  rows: readonly Row[],
  records: readonly KeptRecord[],
): Map<Row, Fault> {
  const ofChanges = new Set(
    records.flatMap(({ coverage, supplier }) => (coverage === 'changes' ? [supplier] : [])),
  );
  const faults = new Map<Row, Fault>();
  const full = rows.filter(({ item }) => !ofChanges.has(item.supplier));
  for (const own of groupBy(full, ({ item }) => `${item.supplier}\0${articleKey(item)}`).values()) {
    let next: Row | undefined;
    for (const row of own.toSorted((a, b) => (a.item.since < b.item.since ? 1 : -1))) {
      const isArrival = next?.item.since === row.item.since;
      if (next && !isArrival && row.item.seen >= next.item.since)
        faults.set(row, { page, line: row.row.line, kind: 'overlap', of: next.row.line });
      else next = row;
    }
  }
  return faults;
}
