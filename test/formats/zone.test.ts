import { describe, expect, it } from 'vitest';
import { civilTime } from '../../src/formats/zone.ts';

const newYork = 'America/New_York';

describe('the civil time of a moment', () => {
  it('is written so that text order is time order', () => {
    expect(civilTime(Date.parse('2026-01-02T03:04:05Z'), 'UTC')).toBe('2026-01-02T03:04:05');
    expect(civilTime(Date.parse('2026-01-02T03:04:05Z'), newYork)).toBe('2026-01-01T22:04:05');
  });
});
