import { spellDay } from '../../model/day.ts';
import { type Html, html, trusted } from '../html.ts';
import { notAdvice } from '../legal.ts';
import { type DaySummary, todoLines } from '../summary.ts';
import { harmless } from '../terminal.ts';
import { script } from './script.ts';
import { type ReportSource, sectionsOf } from './sections.ts';
import { style } from './style.ts';

/** The script, by whose hash the page's policy lets nothing else run. */
export const reportScript = script;

/** One HTML page of the day that needs nothing else. */
export async function reportPage(source: ReportSource): Promise<string> {
  const { summary, scriptHash } = source;
  const { plan, store } = summary;
  const title = harmless(`${store} · ${spellDay(plan.today)}`);
  const sections = await sectionsOf(source);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="unseen skip" href="#main">Skip to the report</a>
<nav aria-label="Sections"><ul>${sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}</ul></nav>
<header>
<h1>${title}</h1>
${todo(summary)}
</header>
<main id="main">
${sections.map(
  ({
    id,
    heading,
    body,
  }) => html`<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>${body}</section>
`,
)}
</main>
<footer><p>Made by dropship from your own files; nothing on this page is loaded from elsewhere. ${notAdvice}</p></footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.markup;
}

function todo(summary: DaySummary): Html {
  const lines = todoLines(summary);
  if (lines.length === 0) return html`<p class="todo">Nothing needs you today.</p>`;
  return html`<div class="todo"><h2 id="todo">Needs you today</h2><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></div>`;
}
