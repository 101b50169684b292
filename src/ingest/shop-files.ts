import { readDay } from '../formats/day-cell.ts';
import { readFlag } from '../formats/flag-cell.ts';
import type { Vocabulary } from '../formats/vocabulary.ts';
import type { Day } from '../model/day.ts';
import type { KitPart, Kits } from '../model/kit.ts';
import type { SkuOverride } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import { type Sku, toSku } from '../model/sku.ts';
import type { ArticleNumber, SkuMapping } from '../model/sku-mapping.ts';
import { statuses } from '../model/status.ts';
import { blankedDayFault } from './civil-day.ts';
import { cellReader, chooseColumns } from './columns.ts';
import { readOrderQuantity } from './quantity.ts';
import { readTable } from './table.ts';

/** The merchant's own small files: nothing in them is guessed, their columns have fixed names. */
const overrideNames: Vocabulary<
  | 'sku'
  | 'title'
  | 'release_date'
  | 'restock_date'
  | 'safety_stock'
  | 'backorder_limit'
  | 'preorder_limit'
  | 'dispatch_days'
  | 'discontinued'
  | 'status'
  | 'barcode'
> = {
  sku: [],
  title: [],
  release_date: [],
  restock_date: [],
  safety_stock: [],
  backorder_limit: [],
  preorder_limit: [],
  dispatch_days: [],
  discontinued: [],
  status: [],
  barcode: [],
};
type OverrideField = keyof typeof overrideNames;

/** Reads `skus.csv`: the merchant's word on single SKUs. */
export async function readOverrides(
  bytes: Uint8Array,
  file: string,
): Promise<{
  readonly overrides: ReadonlyMap<Sku, SkuOverride>;
  readonly problems: readonly Problem[];
}> {
  const overrides = new Map<Sku, SkuOverride>();
  const { problems, rows } = await readFixed(bytes, file, 'SKU overrides', overrideNames, ['sku']);
  for (const { line, text } of rows) {
    const sku = toSku(text('sku'));
    if (sku === undefined) {
      problems.push({ kind: 'sku-missing', place: { file, line } });
      continue;
    }
    const cell: OverrideCell = { text, problems, at: (column) => ({ file, line, column }) };
    overrides.set(sku, {
      sku,
      title: text('title') || undefined,
      release: dayIn(cell, 'release_date'),
      restock: dayIn(cell, 'restock_date'),
      safetyStock: unitsIn(cell, 'safety_stock'),
      backorderLimit: unitsIn(cell, 'backorder_limit'),
      preorderLimit: unitsIn(cell, 'preorder_limit'),
      dispatchDays: unitsIn(cell, 'dispatch_days'),
      discontinued: flagIn(cell),
      status: statusIn(cell),
      barcode: text('barcode') || undefined,
      place: { file, line },
    });
  }
  return { overrides, problems };
}

interface OverrideCell {
  readonly text: (field: OverrideField) => string;
  readonly problems: Problem[];
  readonly at: (column: OverrideField) => Problem['place'];
}

function dayIn(
  { text, problems, at }: OverrideCell,
  field: 'release_date' | 'restock_date',
): Day | undefined {
  if (text(field) === '') return undefined;
  const read = readDay(text(field));
  if ('day' in read) return read.day;
  problems.push({
    kind: blankedDayFault(read.fault),
    place: at(field),
    value: text(field),
  });
  return undefined;
}

function unitsIn({ text, problems, at }: OverrideCell, field: OverrideField): number | undefined {
  if (text(field) === '') return undefined;
  const read = readOrderQuantity(text(field));
  if (typeof read === 'number') return read;
  problems.push({ kind: 'number-not-understood', place: at(field), value: text(field) });
  return undefined;
}

function flagIn({ text, problems, at }: OverrideCell): boolean | undefined {
  const word = text('discontinued');
  if (word === '') return undefined;
  const flag = readFlag(word);
  if (flag === undefined) {
    problems.push({
      kind: 'word-not-understood',
      place: at('discontinued'),
      value: word,
      known: ['yes', 'no'],
    });
  }
  return flag;
}

function statusIn({ text, problems, at }: OverrideCell): SkuOverride['status'] {
  const word = text('status').toLowerCase();
  if (word === '') return undefined;
  const status = statuses.find((known) => known === word);
  if (status === undefined)
    problems.push({
      kind: 'word-not-understood',
      place: at('status'),
      value: word,
      known: statuses,
    });
  return status;
}

const mapNames: Vocabulary<'supplier' | 'supplier_sku' | 'sku' | 'units' | 'why'> = {
  supplier: [],
  supplier_sku: [],
  sku: [],
  units: [],
  why: [],
};

interface SkuMapRead {
  readonly mappings: readonly SkuMapping[];
  /** Articles that were seen and left open. */
  readonly setAside: readonly ArticleNumber[];
  readonly problems: readonly Problem[];
}

/** Reads `sku-map.csv`: which SKU a supplier's article is. A line without a SKU is left open when it says why. */
export async function readSkuMap(bytes: Uint8Array, file: string): Promise<SkuMapRead> {
  const mappings: SkuMapping[] = [];
  const setAside: ArticleNumber[] = [];
  const { problems, rows } = await readFixed(bytes, file, 'the SKU map', mapNames, [
    'supplier',
    'supplier_sku',
    'sku',
  ]);
  for (const { line, text } of rows) {
    const article = { supplier: text('supplier'), supplierSku: text('supplier_sku') };
    if (article.supplierSku !== '' && text('sku') === '' && text('why') !== '') {
      setAside.push(article);
      continue;
    }
    const sku = toSku(text('sku'));
    const units = text('units') === '' ? undefined : fraction(text('units'));
    if (sku === undefined || article.supplierSku === '')
      problems.push({ kind: 'sku-missing', place: { file, line } });
    else if (units === 'wrong') {
      problems.push({
        kind: 'quantity-not-understood',
        isCount: true,
        place: { file, line, column: 'units' },
        value: text('units'),
      });
    } else mappings.push({ ...article, sku, units, place: { file, line } });
  }
  return { mappings, setAside, problems };
}

/** `6`, or `1/6` the other way round. */
function fraction(text: string): NonNullable<SkuMapping['units']> | 'wrong' {
  const match = /^(\d{1,6})(?:\s*\/\s*(\d{1,6}))?$/.exec(text);
  const [numerator, denominator] = [Number(match?.[1]), Number(match?.[2] ?? 1)];
  return match && numerator > 0 && denominator > 0 ? { numerator, denominator } : 'wrong';
}

const kitNames: Vocabulary<'kit_sku' | 'component_sku' | 'quantity'> = {
  kit_sku: [],
  component_sku: [],
  quantity: [],
};

/** Reads `kits.csv`: what each kit is made of, one line a component. */
export async function readKits(
  bytes: Uint8Array,
  file: string,
): Promise<{ readonly kits: Kits; readonly problems: readonly Problem[] }> {
  const kits = new Map<Sku, KitPart[]>();
  const required = ['kit_sku', 'component_sku', 'quantity'] as const;
  const { problems, rows } = await readFixed(bytes, file, 'the kits', kitNames, required);
  for (const { line, text } of rows) {
    const [kit, sku] = [toSku(text('kit_sku')), toSku(text('component_sku'))];
    const quantity = readOrderQuantity(text('quantity'));
    const place = { file, line, column: 'quantity' };
    if (kit === undefined || sku === undefined)
      problems.push({ kind: 'sku-missing', place: { file, line } });
    else if (typeof quantity !== 'number' || quantity === 0)
      problems.push({
        kind: 'quantity-not-understood',
        isCount: true,
        place,
        value: text('quantity'),
      });
    else kits.set(kit, [...(kits.get(kit) ?? []), { sku, quantity }]);
  }
  return { kits, problems };
}

interface FixedRow<Field extends string> {
  readonly line: number;
  readonly text: (field: Field) => string;
}

async function readFixed<Field extends string>(
  bytes: Uint8Array,
  file: string,
  role: string,
  vocabulary: Vocabulary<Field>,
  required: readonly NoInfer<Field>[],
): Promise<{ problems: Problem[]; rows: FixedRow<Field>[] }> {
  const problems: Problem[] = [];
  const rows: FixedRow<Field>[] = [];
  const found = readTable(
    bytes,
    file,
    (head) => {
      const choice = chooseColumns({
        file,
        role,
        header: head.header,
        headerLine: head.headerLine,
        vocabulary,
        required,
      });
      if ('refused' in choice) return choice.refused;
      const cell = cellReader(choice.columns);
      return {
        take: (cells, line) => rows.push({ line, text: (field) => cell(cells, field) }),
      };
    },
    { expected: Object.keys(vocabulary) },
  );
  for (const problem of found) problems.push(problem);
  return { problems, rows };
}
