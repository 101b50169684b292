import { describe, expect, it } from 'vitest';
import { available, backorder, lines, rewrite, unavailable } from '../outputs/rewrite.ts';

const keys = 'Handle,Title,Option1 Name,Option1 Value,SKU,HS Code,COO';
const first = `${keys},Main,Outlet`;
const second = `${keys},Location,Incoming,Unavailable,Committed,Available,On hand`;
const third = `${keys},Location,Bin name,Incoming (not editable),Unavailable (not editable),Committed (not editable),Available (not editable),On hand (current),On hand (new)`;
const tent = 'tent,Tent,Title,Default Title,TENT,,';

describe('Shopify inventory file with a column for each location', () => {
  it('writes what is available into the only location that stocks the SKU', async () => {
    const { text } = await rewrite(lines(first, `${tent},7,not stocked`), [available('TENT', 5)]);
    expect(text).toBe(lines(first, `${tent},5,not stocked`));
  });

  it('writes into the wanted location when several stock the SKU', async () => {
    const file = lines(first, `${tent},7,8`);
    const { text } = await rewrite(file, [unavailable('TENT')], { location: 'outlet' });
    expect(text).toBe(lines(first, `${tent},7,0`));
  });

  it('leaves a SKU alone when several locations stock it and none is wanted', async () => {
    const file = lines(first, `${tent},7,8`);
    const { text, problems } = await rewrite(file, [unavailable('TENT')]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([
      { kind: 'listing-location-unclear', place: { line: 2 }, locations: ['Main', 'Outlet'] },
    ]);
  });

  it('reports a cell that is no number', async () => {
    const file = lines(first, `${tent},lots,not stocked`);
    const { text, problems } = await rewrite(file, [available('TENT', 5)]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([
      { kind: 'number-not-understood', place: { line: 2, column: 'Main' }, value: 'lots' },
    ]);
  });
});

describe('Shopify inventory file with a row for each location', () => {
  it('adds committed and unavailable units to what is on hand', async () => {
    const { text } = await rewrite(lines(second, `${tent},Main,0,2,3,1,6`), [available('TENT', 5)]);
    expect(text).toBe(lines(second, `${tent},Main,0,2,3,1,10`));
  });

  it('reads negative numbers', async () => {
    const { text } = await rewrite(lines(second, `${tent},Main,0,0,45,-45,0`), [
      unavailable('TENT'),
    ]);
    expect(text).toBe(lines(second, `${tent},Main,0,0,45,-45,45`));
  });

  it('does not stock what is not stocked', async () => {
    const row = `${tent},Main,not stocked,not stocked,not stocked,not stocked,Not Stocked`;
    const file = lines(second, row);
    const { text, problems } = await rewrite(file, [available('TENT', 5)]);
    expect(text).toBe(file);
    expect(problems).toEqual([]);
  });

  it('offers goods sold ahead only up to their limit, and none where the product file sells them', async () => {
    const file = lines(second, `${tent},Main,0,0,1,4,5`);
    const targets = [backorder('TENT')];
    expect((await rewrite(file, targets, { sellAhead: 'open' })).text).toContain(',4,1\n');
    expect((await rewrite(file, targets, { sellAhead: 'capped' })).text).toContain(',4,15\n');
    expect((await rewrite(file, targets, { sellAhead: 'off' })).text).toContain(',4,1\n');
  });

  it('says so when the wanted location is not in the file', async () => {
    const file = lines(second, `${tent},Main,0,0,1,4,5`);
    const { text, problems } = await rewrite(file, [unavailable('TENT')], { location: 'Paris' });
    expect(text).toBe(file);
    expect(problems).toMatchObject([
      { kind: 'listing-location-unclear', value: 'Paris', locations: ['Main'] },
    ]);
  });

  it('cannot compute what is on hand without the committed units', async () => {
    const file = lines(`${keys},Location,Unavailable,On hand`, `${tent},Main,0,5`);
    const { text, problems } = await rewrite(file, [available('TENT', 3)]);
    expect(text).toBe(file);
    expect(problems).toMatchObject([{ kind: 'listing-column-missing', needed: 'Committed' }]);
  });
});

describe('Shopify inventory file with a column for the new number', () => {
  it('writes only the new number', async () => {
    const { text } = await rewrite(lines(third, `${tent},Main,B7,0,2,3,1,6,`), [
      available('TENT', 5),
    ]);
    expect(text).toBe(lines(third, `${tent},Main,B7,0,2,3,1,6,10`));
  });

  it('leaves the new number blank where nothing changes', async () => {
    const file = lines(third, `${tent},Main,,0,2,3,1,6,`);
    expect((await rewrite(file, [available('TENT', 1)])).text).toBe(file);
  });

  it('leaves a new number that is right and replaces one that would be uploaded wrong', async () => {
    const file = lines(third, `${tent},Main,,0,2,3,1,6,9`);
    expect((await rewrite(file, [available('TENT', 4)])).text).toBe(file);
    expect((await rewrite(file, [available('TENT', 1)])).text).toContain(',6,6\n');
  });

  it('leaves a place alone that is about to be closed or opened by hand', async () => {
    const file = lines(
      third,
      `${tent},Main,,0,0,0,6,6,not stocked`,
      `tent,Tent,Title,Red,TENT-R,,,Main,,,not stocked,not stocked,not stocked,not stocked,5`,
    );
    const targets = [available('TENT', 4), available('TENT-R', 4)];
    expect((await rewrite(file, targets)).text).toBe(file);
  });
});
