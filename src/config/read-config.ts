import { parse, TomlError } from 'smol-toml';
import * as v from 'valibot';
import { nearest } from '../model/nearest.ts';
import { type Settings, schema } from './schema.ts';

/** What is wrong in the configuration file, worded for its owner. */
export interface ConfigFault {
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Reads `dropship.toml`; the faults when it is not TOML or says something it cannot. */
export function readConfig(
  text: string,
  file: string,
): Settings | { readonly faults: readonly ConfigFault[] } {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [what = 'not valid TOML'] = error.message
      .replace(/^Invalid TOML document: /, '')
      .split('\n');
    const hint =
      'texts stand in "quotes", and a section begins with [its.name] on a line of its own';
    return { faults: [{ message: `${file}:${error.line}: ${what}`, hint }] };
  }
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  return { faults: result.issues.map((issue) => describe(issue, file)) };
}

function describe(issue: v.BaseIssue<unknown>, file: string): ConfigFault {
  const keys = (issue.path ?? []).map(({ key }) => String(key));
  const name = keys.join('.');
  const last = keys.at(-1) ?? '';
  if (issue.kind === 'schema' && issue.type === 'strict_object' && issue.expected === 'never') {
    const known = nearest(last, knownKeys(keys.slice(0, -1)));
    return {
      message: `${file}: unknown key "${name}"`,
      hint:
        known === undefined
          ? 'see the configuration page for the keys there are'
          : `did you mean "${known}"?`,
    };
  }
  const wanted = /^expected/i.test(issue.message)
    ? issue.message
    : `expected ${issue.expected ?? 'another value'}`;
  return { message: `${file}: ${name} = ${JSON.stringify(issue.input)}: ${wanted}` };
}

interface Node {
  readonly type?: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly wrapped?: Node;
  readonly value?: Node;
}

/** The keys that may stand at a path. */
function knownKeys(path: readonly string[]): string[] {
  let node: Node | undefined = schema as Node;
  for (const key of path) {
    node = unwrap(node);
    node = node?.type === 'record' ? node.value : node?.entries?.[key];
  }
  return Object.keys(unwrap(node)?.entries ?? {});
}

function unwrap(node: Node | undefined): Node | undefined {
  return node?.wrapped ? unwrap(node.wrapped) : node;
}
