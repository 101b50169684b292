import { describe, expect, it } from 'vitest';
import { readFlag } from '../../src/formats/flag-cell.ts';

describe('a yes or no', () => {
  it.each(['1', 'true', 'Yes', 'Y', 'x', 'ja', 'discontinued', 'EOL'])('%j is yes', (cell) => {
    expect(readFlag(cell)).toBe(true);
  });
  it.each(['', '0', 'false', 'No', 'n', 'nein', 'active'])('%j is no', (cell) => {
    expect(readFlag(cell)).toBe(false);
  });
  it.each(['maybe', '2', 'soon'])('%j is neither', (cell) => {
    expect(readFlag(cell)).toBeUndefined();
  });
});
