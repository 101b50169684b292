import { expect, it } from 'vitest';
import { dropship, folderWith, put } from '../rig.ts';

const today = ['--today', '2026-11-23'];

/** Titles, unknown headers, semicolons, decimal commas, Central European letters. */
const sheet = `Raktárkészlet – Fjell Kft.;;;;
Készült: 2026.11.22;;;;
Cikkszám;Megnevezés;Készlet;Nettó ár;Várható érkezés
FJ-100;Hálózsák nyári;12;12 990,00;
FJ-101;Függőágy, zöld;0;8 490,50;2026.12.05.
FJ-102;Kulacs 1 l;rendelésre;2 990,00;
FJ-103;Főző;1.194,00;9 990,00;
`;
const letters: Readonly<Record<string, number>> = { ő: 0xf5, ű: 0xfb, '–': 0x96 };
const windows1250 = Uint8Array.from(
  [...sheet],
  (letter) => letters[letter] ?? letter.charCodeAt(0),
);

it('a file of an unknown supplier is read after doing what the hints say, and nothing else', async () => {
  const file = 'fjell-2026-11-22.csv';
  const folder = folderWith({ [file]: windows1250 });

  const first = await dropship(folder, ['ingest', file, ...today]);
  expect(first.code).toBe(2);
  const command = /hint: .*"dropship (.+?)"/.exec(first.stderr)?.[1] ?? '';
  expect(command).toBe(`ingest --explain ${file}`);

  // The page shows each column with a value, and the lines that want two of the names.
  const page = await dropship(folder, [...command.split(' '), ...today, '-f', 'json']);
  const told = JSON.parse(page.stdout) as Record<
    'field' | 'column' | 'cell' | 'understood',
    string
  >[];
  expect(told).toContainEqual(expect.objectContaining({ column: 'Cikkszám', cell: 'FJ-100' }));
  expect(told).toContainEqual(expect.objectContaining({ column: 'Készlet', cell: '12' }));
  const ready = told.flatMap(({ field, understood }) =>
    field === 'dropship.toml' ? [understood] : [],
  );
  const config = ready
    .join('\n')
    .replace('sku = "…"', 'sku = "Cikkszám"')
    .replace('quantity = "…"', 'quantity = "Készlet"');
  put(folder, 'dropship.toml', config);

  const second = await dropship(folder, ['ingest', ...today]);
  expect(second.stderr).toContain('"rendelésre" is not a quantity; the row was left out');
  const [, under, line] =
    /hint: .*under its (\[suppliers\.\w+\]): (words = .*)$/m.exec(second.stderr) ?? [];
  expect(under).toBe('[suppliers.NAME]');
  put(folder, 'dropship.toml', `${config}\n${line?.replace('…', '0')}\n`);

  const third = await dropship(folder, ['ingest', ...today]);
  expect(third.stderr).toBe('Read 1 stock file (4 offers).\n');
  expect(third.code).toBe(0);
  const { stdout } = await dropship(folder, ['classify', '--all', ...today, '-f', 'json']);
  expect(JSON.parse(stdout)).toMatchObject([
    { sku: 'FJ-100', on_hand: 12, supplier: 'fjell' },
    { sku: 'FJ-101', on_hand: 0 },
    { sku: 'FJ-102', on_hand: 0 },
    { sku: 'FJ-103', on_hand: 1194 },
  ]);
});
