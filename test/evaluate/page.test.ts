import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { measures } from '../../src/evaluate/figure.ts';
import { replayView } from '../../src/outputs/replay.ts';
import { day } from '../plan/builders.ts';
import { projectFolder } from '../rig.ts';

it('the page defines every measure', () => {
  const page = readFileSync(join(projectFolder, 'docs/evaluate.md'), 'utf8');
  const none = { ...zeros(), wait: undefined };
  const { rows } = replayView({ days: [day('2026-11-02')], known: 1, current: none, other: none });
  const names = [...measures, ...rows.map(({ measure }) => measure)];
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

function zeros() {
  return {
    ...{ offeredDays: 0, judgedDays: 0, overOffered: 0, inStockDays: 0, oversold: 0 },
    ...{ soldInStock: 0, soldAhead: 0, lost: 0, late: 0, dated: 0 },
  };
}
