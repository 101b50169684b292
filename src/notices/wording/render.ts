import { Liquid, type TagToken, type Template, type TopLevelToken } from 'liquidjs';
import { remembering } from '../../model/remembered.ts';

/** What a template may say; what is undefined or blank counts as absent. */
export type Values = { readonly [name: string]: string | number | boolean | undefined };

/** A piece of a letter: running text, or what each form of the letter shows in its own way. */
export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: (typeof blockNames)[number] };

export interface Rendered {
  readonly subject: string;
  readonly blocks: readonly Block[];
  /** The elements that it must say and did. */
  readonly said: ReadonlySet<string>;
}

// Not a name that a template can write.
const heard = '(said)';

const engine = new Liquid({
  jsTruthy: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  ownPropertyOnly: true,
  // Templates are whole: none reads a file.
  templates: {},
});

engine.registerTag('must', {
  parse(token: TagToken, rest: TopLevelToken[]) {
    const { liquid } = this;
    const body: Template[] = [];
    this['body'] = body;
    this['name'] = token.args.trim().replace(/^["']|["']$/g, '');
    const stream = liquid.parser
      .parseStream(rest)
      .on('tag:endmust', () => stream.stop())
      .on('template', (template: Template) => body.push(template))
      .on('end', () => {
        throw new Error(`${token.getText()} has no {% endmust %}`);
      });
    stream.start();
  },
  *render(context, emitter) {
    const text: string = yield this.liquid.renderer.renderTemplates(
      this['body'] as Template[],
      context,
    );
    const said = context.getSync([heard]) as Set<string>;
    if (/\p{L}/u.test(text)) said.add(this['name'] as string);
    emitter.write(text);
  },
});

/** What each form of a letter shows in its own way. */
export const blockNames = ['items', 'waiting', 'buttons'] as const;

// A character of the private use area, which no text from outside keeps.
const sign = '\uE000';
const signs = Object.fromEntries(blockNames.map((name) => [name, `${sign}${name}${sign}`]));

const parse = remembering((template) => engine.parse(template));

/** Writes a letter by a template. Throws when the template cannot be read, or names what there is not. */
export function renderTemplate(template: string, values: Values): Rendered {
  const filled = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll(sign, '') : (value ?? ''),
    ]),
  );
  const said = new Set<string>();
  const text: string = engine.renderSync(parse(template), { ...filled, ...signs, [heard]: said });
  const [, subject = '', body = ''] = /^\s*Subject:([^\n]*)\n(.*)$/s.exec(text) ?? [];
  if (subject.trim() === '') throw new Error('its first line must be "Subject: …"');
  return { subject: subject.replaceAll(sign, '').trim(), blocks: blocksOf(body), said };
}

function blocksOf(body: string): Block[] {
  return body.split(/\n[^\S\n]*\n/).flatMap((paragraph) =>
    paragraph.split(new RegExp(`${sign}(\\w+)${sign}`)).flatMap((piece, at): Block[] => {
      const kind = at % 2 === 1 ? blockNames.find((name) => name === piece) : undefined;
      if (kind) return [{ kind }];
      const text = piece.trim();
      return text === '' ? [] : [{ kind: 'text', text }];
    }),
  );
}
