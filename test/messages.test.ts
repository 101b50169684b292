import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectFolder } from './rig.ts';
import { nodes, partsOf, sourceTrees } from './source-texts.ts';

// docs/messages.md has every message that stops a command, every fault of the book and every question of `init`. What
// the source says is found in its syntax tree: the literal parts of a text, between which anything may stand.

const page = readFileSync(join(projectFolder, 'docs/messages.md'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| `'));

const sources = sourceTrees();

const anything = '[^`]+';

/** A text of the source as it may read: a pattern in which every part that is filled in stands for anything. */
function textOf(node: ts.Node): string | undefined {
  // Of several lines the first.
  return partsOf(node)?.map(quoted).join(anything).split('\n')[0];
}

/** What a text means to a pattern. */
function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The texts that an expression may come to; those without a word of their own only hand on what another says. */
function texts(expression: ts.Node | undefined): string[] {
  if (expression === undefined) return [];
  if (ts.isConditionalExpression(expression))
    return [...texts(expression.whenTrue), ...texts(expression.whenFalse)];
  const own = textOf(expression);
  return own !== undefined && /\w/.test(own.replaceAll(anything, '')) ? [own] : [];
}

/** The calls of a function by its name, with the file in which they stand. */
function callsOf(...names: readonly string[]): { file: string; args: readonly ts.Expression[] }[] {
  return sources.flatMap(({ name: file, tree }) =>
    nodes(tree).flatMap((node) =>
      ts.isCallExpression(node) && names.includes(node.expression.getText())
        ? [{ file, args: node.arguments }]
        : [],
    ),
  );
}

/** The rows of the page that have a message as one of their texts. */
function rowsOf(message: string): string[] {
  return rows.filter((row) => new RegExp(`\`${message}\``).test(row));
}

const stops = callsOf('cannotRun', 'damaged').filter(({ args }) => texts(args[0]).length > 0);

describe('docs/messages.md', () => {
  it('has every message that stops a command', () => {
    expect(stops.length).toBeGreaterThan(25);
    const missing = stops
      .flatMap(({ file, args }) => texts(args[0]).map((message) => ({ file, message })))
      .filter(({ message }) => rowsOf(message).length === 0);
    expect(missing).toEqual([]);
  });

  it('has beside it what to do, as the message says it', () => {
    const missing = stops.flatMap(({ args: [message, hint] }) => {
      const own = texts(message).flatMap(rowsOf);
      return texts(hint).filter((text) => !own.some((row) => new RegExp(text).test(row)));
    });
    expect(missing).toEqual([]);
  });

  it('tells where the others are worded', () => {
    // Settings, problems of files, a workbook too large, pages of the book: the page has a row for each kind.
    const passedOn = callsOf('cannotRun', 'damaged').filter(
      ({ args }) => texts(args[0]).length === 0,
    );
    expect(passedOn.map(({ file }) => file).toSorted()).toEqual([
      'cli/book-file.ts',
      'cli/book-file.ts',
      'cli/desk.ts',
      'cli/notice-record.ts',
      'cli/notice-record.ts',
      'cli/own-files.ts',
      'cli/print.ts',
      'cli/settings.ts',
    ]);
  });

  it('has every fault of the settings, and of the number of cells', () => {
    const messages = sources
      .filter(({ name }) => name === 'config/read-config.ts')
      .flatMap(({ tree }) => nodes(tree).filter(ts.isPropertyAssignment))
      .filter(({ name }) => name.getText() === 'message')
      .flatMap(({ initializer }) => textOf(initializer) ?? []);
    const cells = sources
      .filter(({ name }) => name === 'outputs/workbook.ts')
      .flatMap(({ tree }) => nodes(tree).flatMap((node) => textOf(node) ?? []))
      .filter((text) => text.includes('too many'));
    expect([messages.length, cells.length]).toEqual([3, 1]);
    expect([...messages, ...cells].filter((text) => rowsOf(text).length === 0)).toEqual([]);
  });

  it('has every fault of the book', () => {
    const [table] = sources
      .filter(({ name }) => name === 'outputs/book-care.ts')
      .flatMap(({ tree }) => nodes(tree).filter(ts.isVariableDeclaration))
      .filter(({ name }) => name.getText() === 'texts');
    const faults = nodes(table?.initializer ?? ts.factory.createNull())
      .filter(ts.isArrayLiteralExpression)
      .flatMap(({ elements: [what] }) => texts(what));
    expect(faults.length).toBeGreaterThan(15);
    expect(faults.filter((fault) => rowsOf(fault).length === 0)).toEqual([]);
  });

  it('has every question of init', () => {
    const questions = sources
      .filter(({ name }) => ['cli/interview.ts', 'cli/ask-columns.ts'].includes(name))
      .flatMap(({ tree }) => nodes(tree))
      .flatMap((node) => textOf(node) ?? [])
      .filter((text) => /^[A-Z].*\\\?|: d = /.test(text))
      .map((text) => /^[A-Z].*\\\?/.exec(text)?.[0] ?? text.replace(/: $/, ''));
    expect(questions.length).toBeGreaterThan(8);
    expect(questions.filter((text) => !rows.some((row) => new RegExp(text).test(row)))).toEqual([]);
  });
});
