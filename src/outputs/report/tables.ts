import { type Html, html, inertJson } from '../html.ts';
import { harmless } from '../terminal.ts';
import type { Cell, View } from '../view.ts';

/** A table of the report: columns of a view under headings for people. */
export interface TableSpec {
  readonly id: string;
  /** What it is, for those who cannot see it. */
  readonly caption: string;
  readonly view: Pick<View, 'rows' | 'whenEmpty'>;
  readonly columns: readonly { readonly name: string; readonly heading: string }[];
}

/** More rows than that are shown when they are asked for. */
const shownRows = 50;

/** A table that can be sorted and searched; without scripts its first rows stand there. */
export function table({ id, caption, view, columns }: TableSpec): Html {
  const { rows, whenEmpty } = view;
  if (rows.length === 0) return html`<p class="empty">${whenEmpty}</p>`;
  const cells = rows.map((row) => columns.map(({ name }) => shown(row[name])));
  const kinds = columns.map((_, i) => kindOf(cells.map((row) => row[i] ?? '')));
  const head = columns.map(
    ({ heading }, i) =>
      html`<th scope="col" class="${kinds[i]}"><button type="button">${heading}</button></th>`,
  );
  const body = cells
    .slice(0, shownRows)
    .map(
      (row) => html`<tr>${row.map((cell, i) => html`<td class="${kinds[i]}">${cell}</td>`)}</tr>`,
    );
  const count = rows.length.toLocaleString('en-US');
  const more =
    rows.length > shownRows
      ? html`<p class="more"><button type="button" hidden>Show more</button><noscript>The first ${shownRows} of ${count} rows.</noscript></p>`
      : html``;
  return html`<div class="table" id="${id}">
<p class="tools" hidden><label>Search <input type="search" autocomplete="off"></label> <output aria-live="polite">${count} rows</output></p>
<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
<table><caption class="unseen">${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>
</div>
${more}
<script type="application/json">${inertJson({ kinds, rows: cells })}</script>
</div>`;
}

/** Numbers stand to the right; days and short words are not broken. */
function kindOf(cells: readonly (string | number)[]): 'number' | 'short' | '' {
  if (cells.every((cell) => typeof cell === 'number' || cell === '')) return 'number';
  return cells.every((cell) => String(cell).length <= longestUnbroken) ? 'short' : '';
}

const longestUnbroken = 14;

function shown(cell: Cell): string | number {
  return typeof cell === 'string' ? harmless(cell) : (cell ?? '');
}
