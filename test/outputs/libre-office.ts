import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice's program on the PATH; undefined where it is not installed. */
export const libreOffice: string | undefined = ['soffice', 'libreoffice'].find(
  (name) => spawnSync(name, ['--version'], { encoding: 'utf8' }).status === 0,
);

/** What a spreadsheet made of a cell. */
export type Found = string | number | { readonly day: string } | undefined;

/** The sheets of a file, by their names. */
export type Sheets = ReadonlyMap<string, readonly (readonly Found[])[]>;

/** A CSV file, and how LibreOffice is told to take it. */
export interface Import {
  readonly file: string;
  readonly options: string;
}

/** Converts workbooks as anyone would: `soffice --headless --convert-to`. `home` is a folder for what is made. */
export function openWorkbooks(home: string, files: readonly string[]): Sheets[] {
  office(home, ['--convert-to', 'fods', '--outdir', home, ...files]);
  return files.map((file) => sheetsOf(join(home, basename(file).replace(/\.xlsx$/, '.fods'))));
}

/**
 * Imports CSV files, each with its own options, in one process: by a macro, as the command line takes options for all.
 * To be called after LibreOffice has made its profile.
 */
export function importCsv(home: string, imports: readonly Import[]): Sheets[] {
  const library = join(home, 'profile/user/basic/Standard');
  mkdirSync(library, { recursive: true });
  const made = imports.map((_, i) => join(home, `${i}.fods`));
  const calls = imports.map(
    ({ file, options }, i) =>
      `  Convert("${pathToFileURL(file)}", "${options}", "${pathToFileURL(made[i] ?? '')}")`,
  );
  writeFileSync(join(library, 'script.xlb'), libraryXml);
  writeFileSync(join(library, 'Conversion.xba'), moduleXml(calls.join('\n')));
  office(home, ['macro:///Standard.Conversion.Main']);
  return made.map(sheetsOf);
}

function office(home: string, argv: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(join(home, 'profile'))}`;
  const { status, stderr } = spawnSync(
    libreOffice ?? '',
    [profile, '--headless', '--norestore', ...argv],
    { encoding: 'utf8', timeout: 170_000 },
  );
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
}

const libraryXml = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Conversion"/>
</library:library>
`;

function moduleXml(calls: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Conversion" script:language="StarBasic">
Sub Convert(source As String, options As String, target As String)
  Dim taken(2) As New com.sun.star.beans.PropertyValue
  taken(0).Name = &quot;Hidden&quot; : taken(0).Value = True
  taken(1).Name = &quot;FilterName&quot; : taken(1).Value = &quot;Text - txt - csv (StarCalc)&quot;
  taken(2).Name = &quot;FilterOptions&quot; : taken(2).Value = options
  Dim given(0) As New com.sun.star.beans.PropertyValue
  given(0).Name = &quot;FilterName&quot; : given(0).Value = &quot;OpenDocument Spreadsheet Flat XML&quot;
  Dim document As Object
  document = StarDesktop.loadComponentFromURL(source, &quot;_blank&quot;, 0, taken())
  document.storeToURL(target, given())
  document.close(True)
End Sub
Sub Main
${calls.replaceAll('"', '&quot;')}
End Sub
</script:module>
`;
}

const tables = /<table:table table:name="([^"]*)"[^>]*>([\s\S]*?)<\/table:table>/g;
const rowXml = /<table:table-row([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g;
const cellXml = /<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g;

/** The cells of a flat XML file of LibreOffice; blank cells and rows at the end are left away. */
function sheetsOf(file: string): Sheets {
  const sheets = new Map<string, Found[][]>();
  for (const [, name = '', content = ''] of readFileSync(file, 'utf8').matchAll(tables)) {
    const rows: Found[][] = [];
    for (const [, attributes = '', cells = ''] of content.matchAll(rowXml)) {
      const row = withoutEnd(cellsOf(cells), (cell) => cell === undefined);
      const times = Math.min(repeated(attributes, 'rows'), row.length === 0 ? 100 : 1e6);
      rows.push(...Array.from({ length: times }, () => row));
    }
    sheets.set(
      plain(name),
      withoutEnd(rows, ({ length }) => length === 0),
    );
  }
  return sheets;
}

function cellsOf(cells: string): Found[] {
  return [...cells.matchAll(cellXml)].flatMap(([, attributes = '', content = '']) => {
    const value = foundIn(attributes, content);
    // The last cell of a row stands for all the thousands that are blank.
    const times = repeated(attributes, 'columns');
    return Array.from({ length: value === undefined ? Math.min(times, 100) : times }, () => value);
  });
}

function repeated(attributes: string, what: 'rows' | 'columns'): number {
  return Number(attribute(attributes, `table:number-${what}-repeated`) ?? 1);
}

function foundIn(attributes: string, content: string): Found {
  switch (attribute(attributes, 'office:value-type')) {
    case 'float':
      return Number(attribute(attributes, 'office:value'));
    case 'date':
      return { day: attribute(attributes, 'office:date-value') ?? '' };
    case 'string':
      return textOf(content);
    case undefined:
      return undefined;
    default:
      return `a cell of another kind: ${attributes}`;
  }
}

function textOf(content: string): string {
  return [...content.matchAll(/<text:p(?:\/>|>([\s\S]*?)<\/text:p>)/g)]
    .map(([, text = '']) =>
      plain(
        text
          .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count = 1) => ' '.repeat(Number(count)))
          .replace(/<text:tab\/>/g, '\t')
          .replace(/<[^>]*>/g, ''),
      ),
    )
    .join('\n');
}

function attribute(attributes: string, name: string): string | undefined {
  return attributes.match(new RegExp(`${name}="([^"]*)"`))?.[1];
}

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' } as const;

function plain(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|(lt|gt|quot|apos|amp));/gi, (_, code, name) =>
    code === undefined
      ? entities[name as keyof typeof entities]
      : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

function withoutEnd<Item>(items: readonly Item[], isBlank: (item: Item) => boolean): Item[] {
  const last = items.findLastIndex((item) => !isBlank(item));
  return items.slice(0, last + 1);
}
