import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropship, folderWith } from '../rig.ts';

// The table of bad input in the contract, row by row, from the outside.
const today = ['--today', '2026-11-23'];
const stockName = 'acme-2026-11-22.csv';
const ordersName = 'orders-2026-11-22.csv';

interface Answer {
  readonly code: number;
  readonly stderr: string;
  readonly rows: Record<string, Record<string, string | number | null>>;
}

async function classify(
  files: Readonly<Record<string, string | Uint8Array>>,
  argv: readonly string[] = [],
): Promise<Answer> {
  const given = [
    ...(stockName in files ? ['--stock', stockName] : []),
    ...(ordersName in files ? ['--orders', ordersName] : []),
  ];
  const { code, stdout, stderr } = await dropship(folderWith(files), [
    'classify',
    ...given,
    ...argv,
    ...today,
    '-f',
    'json',
  ]);
  const rows = (stdout === '' ? [] : JSON.parse(stdout)) as Answer['rows'][string][];
  return { code, stderr, rows: Object.fromEntries(rows.map((row) => [String(row['sku']), row])) };
}

describe('a stock file', () => {
  it.each(['Call', 'N/A', '?', '5 or 6', '12x', '-', 'TBA', '#REF!', '1e3x', '½'])(
    'with the quantity %j leaves the row out, never as 0',
    async (word) => {
      const { code, rows, stderr } = await classify({
        [stockName]: `sku,quantity\nA,${word}\nB,2\n`,
      });
      expect(code).toBe(1);
      expect(rows['A']).toBeUndefined();
      expect(rows['B']).toMatchObject({ on_hand: 2 });
      expect(stderr).toContain(`${stockName}:2 (quantity)`);
    },
  );

  it.each([
    ['>100', 100],
    ['50+', 50],
    ['1,194', 1194],
    ['1.194,00', 1194],
    ['0000098', 98],
    ['7.0', 7],
    ['In Stock', 5],
    ['out of stock', 0],
  ])('with the quantity %j has %i', async (quantity, units) => {
    const { code, rows } = await classify({ [stockName]: `sku,quantity\nA,"${quantity}"\n` });
    expect(code).toBe(0);
    expect(rows['A']).toMatchObject({ on_hand: units });
  });

  it('with negative quantities has none of them, reported once with the count', async () => {
    const { code, rows, stderr } = await classify({
      [stockName]: 'sku,quantity\nA,-3\nB,-1\nC,4\n',
    });
    expect(rows['A']).toMatchObject({ on_hand: 0 });
    expect(rows['B']).toMatchObject({ on_hand: 0 });
    expect(rows['C']).toMatchObject({ on_hand: 4 });
    expect(stderr.match(/negative/g)).toHaveLength(1);
    expect(stderr).toContain('2 negative');
    expect(code).toBe(0);
  });

  it('without a quantity column is not read; headers and the nearest name are told', async () => {
    const { code, stderr } = await classify({ [stockName]: 'SKU,Name,Quantitty\nA,Tent,5\n' });
    expect(code).toBe(2);
    expect(stderr).toContain('SKU, Name, Quantitty');
    expect(stderr).toMatch(/hint:.*Quantitty/);
  });

  it('with two columns of the name quantity is not read: which one is meant is not guessed', async () => {
    const { code, stderr } = await classify({ [stockName]: 'sku,quantity,quantity\nA,5,900\n' });
    expect(code).toBe(2);
    expect(stderr).toContain('several columns');
  });

  it('with identical rows counts them once', async () => {
    const { code, rows } = await classify({ [stockName]: 'sku,quantity\nA,5\nA,5\n' });
    expect(code).toBe(0);
    expect(rows['A']).toMatchObject({ on_hand: 5 });
  });

  it('with rows of several locations adds them up', async () => {
    const { rows } = await classify({
      [stockName]: 'sku,quantity,warehouse\nA,5,East\nA,4,West\n',
    });
    expect(rows['A']).toMatchObject({ on_hand: 9 });
  });

  it('with the same quantity at several locations adds them up too', async () => {
    const { rows } = await classify({
      [stockName]: 'sku,quantity,warehouse\nA,5,East\nA,5,West\n',
    });
    expect(rows['A']).toMatchObject({ on_hand: 10 });
  });

  it('with dates of entry takes the newest row', async () => {
    const { rows } = await classify({
      [stockName]: 'sku,quantity,last updated\nA,5,2026-11-20\nA,4,2026-11-21\n',
    });
    expect(rows['A']).toMatchObject({ on_hand: 4 });
  });

  it('with rows that differ only in the restock has several arrivals', async () => {
    const { rows } = await classify({
      [stockName]:
        'sku,quantity,restock_date,restock_quantity\nA,0,2026-12-01,10\nA,0,2026-12-08,7\n',
    });
    expect(rows['A']).toMatchObject({
      on_hand: 0,
      incoming_quantity: 17,
      restock_date: '2026-12-01',
    });
  });

  it('with contradictory rows leaves them out and names the lines', async () => {
    const { code, rows, stderr } = await classify({
      [stockName]: 'sku,quantity\nA,5\nB,1\nA,4\n',
    });
    expect(code).toBe(1);
    expect(rows['A']).toBeUndefined();
    expect(stderr).toContain('2, 4');
  });

  it.each([
    ['1.23E+11', /123000000001/],
    ['3-Jan', /3-1|1-3/],
    ['4.17E+11', /417350112466/],
  ])(
    'with the mangled SKU %s reports it with the candidates it may have been',
    async (sku, candidate) => {
      const { code, stderr } = await classify({
        [stockName]: `sku,quantity\n${sku},5\nB,1\n`,
        'sku-map.csv':
          'supplier,supplier_sku,sku\nacme,123000000001,C\nacme,3-1,D\nacme,417350112466,E\n',
      });
      expect(code).toBe(1);
      expect(stderr).toContain(sku);
      expect(stderr.replaceAll(sku, '')).toMatch(candidate);
    },
  );

  it.each([
    ['an unclosed quote', 'sku,quantity\nA,"5\nB,1\n', /:2.*quote/],
    ['NUL bytes', 'sku,quantity\nA,5\nB,\u0000\n', /:3.*NUL/],
    ['a spreadsheet', 'PK\u0003\u0004\u0014\u0000', /spreadsheet/],
    ['a web page', '<!DOCTYPE html><html><body>Log in</body></html>', /web page/],
    ['nothing', '', /no rows/],
    ['a header alone', 'sku,quantity\n', /no rows/],
  ])('of %s is refused with the likely cause', async (_, content, says) => {
    const { code, stderr } = await classify({ [stockName]: content });
    expect(code).toBe(2);
    expect(stderr).toContain(stockName);
    expect(stderr).toMatch(says);
  });

  it.each([
    ['UTF-16 with a mark', Buffer.from('\ufeffsku,quantity,title\nA,5,Größe\n', 'utf16le')],
    ['UTF-16 without', Buffer.from('sku,quantity,title\nA,5,Größe\n', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\ufeffsku,quantity,title\nA,5,Größe\n')],
    ['Windows-1252', Buffer.from('sku,quantity,title\nA,5,Größe\n', 'latin1')],
    ['semicolons', Buffer.from('sku;quantity;title\nA;5;Größe\n')],
    ['tabs', Buffer.from('sku\tquantity\ttitle\nA\t5\tGröße\n')],
    ['pipes', Buffer.from('sku|quantity|title\nA|5|Größe\n')],
    ['CRLF', Buffer.from('sku,quantity,title\r\nA,5,Größe\r\n')],
    ['CR alone', Buffer.from('sku,quantity,title\rA,5,Größe\r')],
    [
      'title rows above',
      Buffer.from('Acme stock list\nas of today,,\n\nsku,quantity,title\nA,5,Größe\n'),
    ],
    ['quotes all over', Buffer.from('"sku","quantity","title"\n"A","5","Größe"\n')],
    ['no line end at the end', Buffer.from('sku,quantity,title\nA,5,Größe')],
  ])('in %s is read', async (_, content) => {
    const { code, rows } = await classify({ [stockName]: content });
    expect(code).toBe(0);
    expect(rows).toMatchObject({ A: { on_hand: 5, title: 'Größe' } });
  });
});

describe('an orders file', () => {
  const stock = { [stockName]: 'sku,quantity\nA,9\n' };

  it.each([
    ['without a SKU', '2,2026-11-20,,1', /no SKU/],
    ['with a negative quantity', '2,2026-11-20,A,-1', /negative/],
    ['with a date that cannot be', '2,2026-02-30,A,1', /2026-02-30/],
    ['without a date', '2,,A,1', /date/],
    ['with half a unit', '2,2026-11-20,A,0.5', /0\.5/],
    ['without a quantity', '2,2026-11-20,A,', /quantity/],
  ])('%s has the row left out and reported', async (_, row, says) => {
    const { code, rows, stderr } = await classify({
      ...stock,
      [ordersName]: `order_id,ordered_at,sku,quantity\n1,2026-11-20,A,1\n${row}\n`,
    });
    expect(code).toBe(1);
    expect(rows['A']).toMatchObject({ committed: 1, sellable_quantity: 8 });
    expect(stderr).toContain(`${ordersName}:3`);
    expect(stderr).toMatch(says);
  });

  it.each([
    ['2026-11-20', false],
    ['2026-11-19', true],
  ])(
    'of %s beside stock of 2026-11-22: a warning only when more than two days apart',
    async (day, warns) => {
      const folder = folderWith({
        ...stock,
        [`orders-${day}.csv`]: 'order_id,ordered_at,sku,quantity\n1,2026-11-18,A,1\n',
      });
      const { code, stderr } = await dropship(folder, [
        'classify',
        '--stock',
        stockName,
        '--orders',
        `orders-${day}.csv`,
        ...today,
      ]);
      expect(stderr.includes('orders may be missing')).toBe(warns);
      expect(code).toBe(0);
    },
  );

  it.each([
    ['60 days old', '2026-09-24', false],
    ['61 days old', '2026-09-23', true],
  ])(
    'that tells no fulfilment, with a line %s: hint to --history only when older than 60',
    async (_, day, warns) => {
      const { stderr } = await classify({
        ...stock,
        [ordersName]: `order_id,ordered_at,sku,quantity\n1,${day},A,1\n`,
      });
      expect(stderr.includes('--history')).toBe(warns);
      expect(stderr.includes('history = true')).toBe(warns);
    },
  );

  it('with a promised date that is none says that it is none, not that it is unclear', async () => {
    const { stderr } = await classify({
      ...stock,
      [ordersName]: 'order_id,ordered_at,sku,quantity,promised_ship_date\n1,2026-11-20,A,1,soon\n',
    });
    expect(stderr).toContain('"soon"');
    expect(stderr).not.toContain('day or its month first');
  });
});

describe('a problem', () => {
  it('names file, line, column, and a hint what to change and where', async () => {
    const { stderr } = await classify({ [stockName]: 'sku,Avail\nA,5\nB,Ask us\n' });
    expect(stderr).toMatch(/^acme-2026-11-22\.csv:3 \(Avail\): .*"Ask us"/m);
    expect(stderr).toMatch(/^ {2}hint: .*dropship\.toml.*words/m);
  });

  it('counts lines as an editor does, breaks inside quotes included', async () => {
    const { stderr } = await classify({
      [stockName]: 'sku,quantity,title\nA,5,"two\nlines"\nB,many,x\n',
    });
    expect(stderr).toContain(`${stockName}:4 (quantity)`);
  });

  it('counts the rows above the header', async () => {
    const { stderr } = await classify({
      [stockName]: 'Acme stock\n\nsku,quantity,title\nA,5,x\nB,many,x\n',
    });
    expect(stderr).toContain(`${stockName}:5 (quantity)`);
  });

  it('of a file that ingest does not know hints at what ingest can do', async () => {
    const folder = folderWith({ 'odd.csv': 'a,b\n1,2\n', [stockName]: 'sku,quantity\nA,5\n' });
    const { stderr } = await dropship(folder, ['ingest', 'odd.csv', stockName, ...today]);
    const help = (await dropship(folder, ['ingest', '--help'])).stdout;
    for (const option of stderr.match(/--[a-z-]+/g) ?? []) expect(help).toContain(option);
    expect(stderr).toContain('odd.csv');
  });

  it('in skus.csv does not hint at a mapping that there is not', async () => {
    const { code, stderr } = await classify({
      [stockName]: 'sku,quantity\nA,5\n',
      'skus.csv': 'article,status\nA,available\n',
    });
    expect(code).toBe(2);
    expect(stderr).toContain('skus.csv');
    expect(stderr).not.toContain('columns = {');
  });

  it('is in the problems file once for each row, in the order of the contract', async () => {
    const folder = folderWith({ [stockName]: 'sku,quantity\nA,many\nB,some\nC,1\n' });
    await dropship(folder, ['classify', '--stock', stockName, '--problems', 'p.csv', ...today]);
    const [header, ...rows] = readFileSync(join(folder, 'p.csv'), 'utf8')
      .replace('\ufeff', '')
      .trimEnd()
      .split('\r\n');
    expect(header).toBe('file,line,column,kind,value,message,hint');
    expect(rows.map((row) => row.split(',').slice(0, 5).join(','))).toEqual([
      `${stockName},2,quantity,quantity-not-understood,many`,
      `${stockName},3,quantity,quantity-not-understood,some`,
    ]);
  });
});

describe('skus.csv', () => {
  const stock = { [stockName]: 'sku,quantity\nA,9\nB,9\n' };

  it.each([
    ['safety_stock', 'some', /some/],
    ['safety_stock', '-2', /-2/],
    ['release_date', 'spring', /spring/],
    ['restock_date', '03/04/2027', /day or its month first/],
    ['status', 'splendid', /splendid[\s\S]*available/],
    ['discontinued', 'perhaps', /perhaps/],
  ])('with the %s %j says so, and the rest of the row counts', async (column, value, says) => {
    const { stderr, rows } = await classify({
      ...stock,
      'skus.csv': `sku,title,${column}\nA,Axe,${value}\n`,
    });
    expect(stderr).toContain(`skus.csv:2 (${column})`);
    expect(stderr).toMatch(says);
    expect(rows['A']).toMatchObject({ title: 'Axe', on_hand: 9 });
  });

  it('with a row without a SKU leaves it out and is exit 1', async () => {
    const { code, stderr } = await classify({ ...stock, 'skus.csv': 'sku,title\n,Axe\nB,Bag\n' });
    expect(code).toBe(1);
    expect(stderr).toContain('skus.csv:2');
  });
});

describe('sku-map.csv', () => {
  it.each(['0', '1/0', 'half', '-1', '1,5'])(
    'with the units %j leaves the row out',
    async (units) => {
      const { code, stderr } = await classify({
        [stockName]: 'sku,quantity\nA,9\n',
        'sku-map.csv': `supplier,supplier_sku,sku,units\nacme,A,AXE,"${units}"\n`,
      });
      expect(code).toBe(1);
      expect(stderr).toContain('sku-map.csv:2 (units)');
      expect(stderr).toContain(`"${units}"`);
    },
  );
});

describe('what a hint or a reason says', () => {
  it('names no key that a list of orders does not have', async () => {
    const { stderr } = await classify({
      [stockName]: 'sku,quantity\nTENT,3\n',
      [ordersName]:
        'order_id,ordered_at,sku,quantity\n1,2026-11-20,TENT,2 pcs\n2,2026-11-20,TENT,\n',
    });
    expect(stderr).toContain('"2 pcs" is not a quantity');
    expect(stderr).not.toContain('words');
  });

  it('is the encoding, where a listing cannot be rewritten for it', async () => {
    const head =
      'Handle,Title,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy';
    const listing = Buffer.concat([
      Buffer.from(`${head}\na,A`),
      Buffer.from([0xe9]),
      Buffer.from(',TENT,shopify,3,deny\nb,é,LAMP,shopify,3,deny\n'),
    ]);
    const folder = folderWith({ [stockName]: 'sku,quantity\nTENT,3\n', 'p.csv': listing });
    const given = ['--stock', stockName, '--listing', 'p.csv', '--out', 'o'];
    const { stderr } = await dropship(folder, ['listings', ...given, ...today]);
    expect(stderr).toContain(
      'cannot be rewritten safely: its letters are written in more than one',
    );
  });
});
