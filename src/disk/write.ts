import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { OutputFile } from '../model/output-file.ts';

/** Names of files that a killed process may leave behind begin so. */
const unfinished = '.dropship-';
const journalName = `${unfinished}journal`;

/** Writes a file whole or not at all. */
export function writeFile(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `${unfinished}${process.pid}-${basename(path)}`);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeSynced(temporary, bytes);
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Makes a folder hold exactly these files: it is whole, or not there, or as it was. */
export function replaceFolder(path: string, files: readonly OutputFile[]): void {
  const parent = dirname(path);
  const staged = join(parent, `${unfinished}new-${basename(path)}`);
  const old = join(parent, `${unfinished}old-${basename(path)}`);
  rmSync(staged, { recursive: true, force: true });
  rmSync(old, { recursive: true, force: true });
  try {
    mkdirSync(staged, { recursive: true });
    for (const file of files) {
      const target = inside(staged, file.path);
      mkdirSync(dirname(target), { recursive: true });
      writeSynced(target, file.bytes);
    }
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw error;
  }
  if (existsSync(path)) renameSync(path, old);
  renameSync(staged, path);
  syncFolder(parent);
  rmSync(old, { recursive: true, force: true });
}

/**
 * Replaces files of a folder together. All are written beside their targets first; a journal that lists them makes the
 * change final, and `recover` finishes the renames should the process be killed between them.
 */
export function updateFiles(folder: string, files: readonly OutputFile[]): void {
  mkdirSync(folder, { recursive: true });
  try {
    for (const file of files) writeSynced(join(folder, `${unfinished}${file.path}`), file.bytes);
    const journal = join(folder, `${journalName}.new`);
    writeSynced(journal, new TextEncoder().encode(JSON.stringify(files.map(({ path }) => path))));
    renameSync(journal, join(folder, journalName));
    syncFolder(folder);
  } catch (error) {
    if (!existsSync(join(folder, journalName))) removeUnfinished(folder);
    throw error;
  }
  finish(folder);
}

/** Finishes a change that was final when its process was killed; takes back one that was not. */
export function recover(folder: string): void {
  if (existsSync(join(folder, journalName))) finish(folder);
  removeUnfinished(folder);
}

function finish(folder: string): void {
  const names: unknown = JSON.parse(readFileSync(join(folder, journalName), 'utf8'));
  for (const name of Array.isArray(names) ? names.map(String) : []) {
    const written = inside(folder, `${unfinished}${name}`);
    if (existsSync(written)) renameSync(written, inside(folder, name));
  }
  syncFolder(folder);
  rmSync(join(folder, journalName));
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(unfinished) && name !== journalName)
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function writeSynced(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    let at = 0;
    while (at < bytes.length) at += writeSync(file, bytes, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes a rename last through a power cut, where the system can. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** The path of a file in a folder; a name that would leave the folder is a bug in its maker. */
function inside(folder: string, name: string): string {
  const target = resolve(folder, name);
  if (!target.startsWith(resolve(folder) + sep))
    throw new Error(`"${name}" would leave its folder`);
  return target;
}
