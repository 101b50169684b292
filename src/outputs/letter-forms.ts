import type { Block } from '../notices/wording/render.ts';
import { escaped } from './html.ts';

/** A letter as it is to be shown: its running text, and the lists that each form shows in its own way. */
export interface Letter {
  readonly language: string;
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** An address of the store's own in the text that is to be a link. */
  readonly link?: string | undefined;
  /** `1 × Camping Chair (CHR-1)` */
  readonly items: readonly string[];
  readonly waiting: readonly string[];
  /** The words to answer with, and whom; undefined where no answer is wanted, or nobody is there to take it. */
  readonly answers?:
    | { readonly words: readonly string[]; readonly to: string; readonly subject: string }
    | undefined;
}

/** The letter as plain text. */
export function plainText({ blocks, items, waiting }: Letter): string {
  const paragraphs = blocks.map((block) => inText(block, items, waiting));
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`;
}

function inText(block: Block, items: Letter['items'], waiting: Letter['waiting']): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'items':
      return inset(items);
    case 'waiting':
      return inset(waiting);
    case 'buttons':
      return '';
  }
}

function inset(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

const font = 'font-family:-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
const button = `display:inline-block;min-width:9em;margin:0 12px 12px 0;padding:12px 16px;border:1px solid #1f2937;border-radius:6px;color:#111827;text-align:center;text-decoration:none;font-weight:600`;

/** The letter as HTML: a single column that fits a telephone, without anything to load. */
export function html(letter: Letter): string {
  const { language, subject, blocks } = letter;
  const body = blocks.map((block) => blockInHtml(block, letter));
  return `<!doctype html>
<html lang="${inHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(subject)}</title>
</head>
<body style="margin:0;padding:0;background:#ffffff">
<div style="max-width:600px;margin:0 auto;padding:24px 16px;${font};font-size:16px;line-height:1.5;color:#111827;overflow-wrap:anywhere">
${body.filter((part) => part !== '').join('\n')}
</div>
</body>
</html>
`;
}

function blockInHtml(block: Block, letter: Letter): string {
  switch (block.kind) {
    case 'text':
      return `<p style="margin:0 0 16px">${linked(inHtml(block.text), letter.link)}</p>`;
    case 'items':
      return table(letter.items);
    case 'waiting':
      return table(letter.waiting);
    case 'buttons':
      return buttons(letter);
  }
}

function linked(text: string, link: string | undefined): string {
  if (!link) return text;
  const address = inHtml(link);
  return text.replaceAll(
    address,
    () => `<a href="${address}" style="color:#1d4ed8">${address}</a>`,
  );
}

function table(lines: readonly string[]): string {
  const rows = lines.map(
    (line) => `<tr><td style="padding:8px 12px;border:1px solid #d1d5db">${inHtml(line)}</td></tr>`,
  );
  return `<table role="presentation" style="width:100%;margin:0 0 16px;border-collapse:collapse">${rows.join('')}</table>`;
}

/** Both answers alike: neither is pressed on the customer. */
function buttons({ answers }: Letter): string {
  if (!answers) return '';
  const links = answers.words.map((word) => {
    const query = `subject=${encodeURIComponent(`${word}: ${answers.subject}`)}&body=${encodeURIComponent(word)}`;
    const href = `mailto:${encodeURIComponent(answers.to).replace('%40', '@')}?${query}`;
    return `<a href="${inHtml(href)}" style="${button}">${inHtml(word)}</a>`;
  });
  return `<p style="margin:0 0 4px">${links.join('')}</p>`;
}

function inHtml(text: string): string {
  return escaped(text).replaceAll('\n', '<br>\n');
}
