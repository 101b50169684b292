// Writes the stock files of four invented suppliers, and beside each what is to be read from it. Both are made from
// one list of articles, by code of its own: nothing of the program is used here.
//
//   npm run fixtures
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../random.mjs';

const home = import.meta.dirname ?? new URL('.', import.meta.url).pathname;

const random = randomFrom(20261120);
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const two = (n) => String(n).padStart(2, '0');

const things = ['Zelt', 'Kocher', 'Lampe', 'Becher', 'Rucksack', 'Stuhl', 'Seil', 'Messer'];
const colours = ['grün', 'weiß', 'blau', 'rot', 'grau – hell'];
const places = [
  'East',
  'Midwest',
  'California',
  'Southeast',
  'PacificNW',
  'Texas',
  'GreatLakes',
  'Florida',
];

/** Articles; some sold out, of those some with a date and a quantity that comes. */
function articles(count) {
  return Array.from({ length: count }, (_, i) => {
    const quantity = random() < 0.3 ? 0 : 1 + below(900) + (random() < 0.05 ? 1000 : 0);
    const comes = quantity === 0 && random() < 0.6;
    return {
      sku: `${two(i % 100)}${100 + i}-${pick(['A', 'B', 'K'])}`,
      title: `${pick(things)} "Nord" ${pick(colours)}`,
      cents: 199 + below(300000),
      quantity,
      day: comes ? `2026-12-${two(1 + below(28))}` : '',
      coming: comes ? 10 * (1 + below(20)) : '',
      ends: random() < 0.08,
    };
  });
}

const plain = (cents) => `${Math.floor(cents / 100)}.${two(cents % 100)}`;
const euros = (cents) => {
  const whole = String(Math.floor(cents / 100)).replace(/(\d)(?=(\d{3})+$)/g, '$1.');
  return `${whole},${two(cents % 100)}`;
};
const thousands = (n) => String(n).replace(/(\d)(?=(\d{3})+$)/g, '$1,');
const quoted = (cell) => (/[",;\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

function write(name, file, bytes, expected) {
  mkdirSync(join(home, name), { recursive: true });
  writeFileSync(join(home, name, file), bytes);
  const head = 'sku,quantity,quantity_kind,restock_date,restock_quantity,discontinued,unit_cost';
  const rows = expected.map((a) =>
    [a.sku, a.quantity, a.kind ?? 'exact', a.day, a.coming, a.ends, a.cents / 100].join(','),
  );
  writeFileSync(join(home, name, 'expected.csv'), `${[head, ...rows].join('\n')}\n`);
}

// A German wholesaler: "Unicode Text" of a spreadsheet, that is UTF-16 with tabs, decimal commas and points in between.
const german = articles(140);
const germanRows = german.map((a) =>
  [
    a.sku,
    a.title,
    thousands(a.quantity).replaceAll(',', '.'),
    euros(a.cents),
    a.day === '' ? '' : `${a.day.slice(8)}.${a.day.slice(5, 7)}.${a.day.slice(0, 4)}`,
    String(a.coming),
    a.ends ? 'ja' : 'nein',
  ]
    .map(quoted)
    .join('\t'),
);
const germanHead = [
  'Artikelnummer',
  'Bezeichnung',
  'Bestand',
  'EK-Preis',
  'Liefertermin',
  'Liefermenge',
  'Auslaufartikel',
];
const unicode = `\ufeff${[germanHead.join('\t'), ...germanRows, ''].join('\r\n')}`;
write('utf16', 'Lagerliste.txt', Buffer.from(unicode, 'utf16le'), german);

// A list for print: two title lines above, a blank line, thousands in quotes, a total below.
const listed = articles(90).map((a) => ({ ...a, day: '', coming: '', ends: false }));
const listedRows = listed.map((a) =>
  [a.sku, a.title, thousands(a.quantity), plain(a.cents)].map(quoted).join(','),
);
const total = listed.reduce((sum, a) => sum + a.quantity, 0);
const list = [
  'Nordwind Supply,,,',
  '"Stock list, 20 November 2026",,,',
  ',,,',
  'Item No,Description,Qty Available,Unit Cost',
  ...listedRows,
  ',,,',
  `Total,,"${thousands(total)}",`,
];
write('totals', 'stock-list.csv', `${list.join('\n')}\n`, listed);

/** Units over warehouses. */
function spread(quantity) {
  const parts = places.map(() => 0);
  for (let left = quantity; left > 0; ) {
    const units = Math.min(left, 1 + below(Math.max(1, Math.ceil(quantity / 3))));
    parts[below(parts.length)] += units;
    left -= units;
  }
  return parts;
}

// A distributor with a column for each warehouse and their total, which is off in two rows: the lower number counts.
const withTotal = articles(120).map((a, i) => ({
  ...a,
  day: '',
  coming: '',
  ends: false,
  off: i % 60 === 17,
}));
const rowsWithTotal = withTotal.map((a) => {
  const parts = spread(a.quantity);
  const stated = a.quantity + (a.off ? 7 : 0);
  return [`="${a.sku}"`, a.title, ...parts, stated, plain(a.cents)]
    .map((cell) => quoted(String(cell)))
    .join(',');
});
const headWithTotal = [
  'VCPN',
  'Description',
  ...places.map((place) => `${place}Qty`),
  'TotalQty',
  'Cost',
];
write(
  'warehouses-with-total',
  'inventory.csv',
  `\ufeff${[headWithTotal.join(','), ...rowsWithTotal, ''].join('\r\n')}`,
  withTotal.map((a) => ({ ...a, kind: a.off ? 'at_least' : 'exact' })),
);

// One without a total: the warehouses are added up.
const apart = articles(80).map((a) => ({ ...a, day: '', coming: '', ends: false }));
const rowsApart = apart.map((a) =>
  [a.sku, quoted(a.title), ...spread(a.quantity), plain(a.cents)].join('|'),
);
const headApart = [
  'Part Number',
  'Name',
  ...places.map((place) => `Quantity_${place}`),
  'Dealer Price',
];
write(
  'warehouses',
  'quantities.txt',
  `${[headApart.join('|'), ...rowsApart, ''].join('\n')}`,
  apart,
);
