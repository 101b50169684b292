import { inflateRawSync } from 'node:zlib';

/** A cell as the file has it: its kind, what it shows as, and its value. */
export interface FileCell {
  readonly kind: 'text' | 'number' | 'error';
  readonly format: string;
  readonly value: string | number;
}

/** A sheet of an .xlsx file; a cell that is not there is undefined. */
export interface FileSheet {
  readonly xml: string;
  readonly rows: readonly (readonly (FileCell | undefined)[])[];
}

/** The parts of a ZIP archive, by their names, and the times it gives them. */
export function unzip(
  bytes: Uint8Array = new Uint8Array(),
): Map<string, { text: string; time: number }> {
  const all = Buffer.from(bytes);
  const end = all.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const parts = new Map<string, { text: string; time: number }>();
  let at = all.readUInt32LE(end + 16);
  for (let left = all.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [named, extra, noted] = [28, 30, 32].map((offset) => all.readUInt16LE(at + offset));
    const name = all.toString('utf8', at + 46, at + 46 + (named ?? 0));
    const local = all.readUInt32LE(at + 42);
    const from = local + 30 + all.readUInt16LE(local + 26) + all.readUInt16LE(local + 28);
    const packed = all.subarray(from, from + all.readUInt32LE(at + 20));
    const content = all.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed);
    parts.set(name, { text: content.toString('utf8'), time: all.readUInt32LE(at + 12) });
    at += 46 + (named ?? 0) + (extra ?? 0) + (noted ?? 0);
  }
  return parts;
}

/** Reads an .xlsx file by its parts, with nothing of the library that wrote it. */
export function readWorkbook(bytes: Uint8Array = new Uint8Array()): Map<string, FileSheet> {
  const parts = unzip(bytes);
  const part = (name: string) => parts.get(name)?.text ?? '';
  const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(
    ([, item = '']) => textOf(item),
  );
  const formats = formatsOf(part('xl/styles.xml'));
  const names = [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(
    ([, name = '']) => plain(name),
  );
  return new Map(
    names.map((name, i) => {
      const xml = part(`xl/worksheets/sheet${i + 1}.xml`);
      const rows: (FileCell | undefined)[][] = [];
      for (const [, n, row = ''] of xml.matchAll(/<row r="(\d+)"[^>]*>([\s\S]*?)<\/row>/g))
        rows[Number(n) - 1] = rowOf(row, strings, formats);
      return [name, { xml, rows: Array.from(rows, (row) => row ?? []) }];
    }),
  );
}

/** The number formats by the index of a cell's style. */
function formatsOf(styles: string): string[] {
  const named = new Map(
    [...styles.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"/g)].map(
      ([, id = '', code = '']) => [id, plain(code)],
    ),
  );
  const [, used = ''] = styles.match(/<cellXfs[^>]*>([\s\S]*?)<\/cellXfs>/) ?? [];
  return [...used.matchAll(/<xf numFmtId="(\d+)"/g)].map(
    ([, id = '']) => named.get(id) ?? 'General',
  );
}

function rowOf(
  row: string,
  strings: readonly string[],
  formats: readonly string[],
): (FileCell | undefined)[] {
  const cells: (FileCell | undefined)[] = [];
  for (const [, attributes = '', content] of row.matchAll(/<c ([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const [, column = ''] = attributes.match(/r="([A-Z]+)\d+"/) ?? [];
    const format = formats[Number(attributes.match(/ s="(\d+)"/)?.[1] ?? 0)] ?? '';
    cells[indexOf(column)] =
      content === undefined ? undefined : cellOf(attributes, content, format, strings);
  }
  return Array.from(cells);
}

function cellOf(
  attributes: string,
  content: string,
  format: string,
  strings: readonly string[],
): FileCell {
  const [, type = 'n'] = attributes.match(/ t="(\w+)"/) ?? [];
  const [, value = ''] = content.match(/<v>([\s\S]*?)<\/v>/) ?? [];
  if (type === 's') return { kind: 'text', format, value: strings[Number(value)] ?? '' };
  if (type === 'inlineStr') return { kind: 'text', format, value: textOf(content) };
  return { kind: type === 'n' ? 'number' : 'error', format, value: Number(value) };
}

function indexOf(column: string): number {
  return [...column].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOf(xml: string): string {
  const runs = [...xml.matchAll(/<t(?: [^>]*)?>([\s\S]*?)<\/t>/g)].map(([, text = '']) => text);
  return plain(runs.join('')).replace(/_x([0-9a-f]{4})_/gi, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

function plain(text: string): string {
  return text.replace(
    /&(lt|gt|quot|apos|amp);/g,
    (_, name) => entities[name as keyof typeof entities],
  );
}
