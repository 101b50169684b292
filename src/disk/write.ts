import {
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { platform } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { OutputFile } from '../model/output-file.ts';
import { isAlive } from './process.ts';
import { isFolder } from './read.ts';

/**
 * Something to be written: `files` are replaced in a folder together, what else is in it stays; a `folder` afterwards
 * holds exactly its files.
 */
interface WritePart {
  readonly kind: 'files' | 'folder';
  /** Absolute. */
  readonly path: string;
  readonly files: readonly OutputFile[];
  /** Beside a `folder`: a link of that name that leads to it. */
  readonly link?: string | undefined;
}

/** Names of what is not finished begin so, with the writer's process number. */
const unfinished = '.dropship-';
const journalName = `${unfinished}journal`;

interface Staged {
  finish(): void;
  undo(): void;
}

/**
 * Writes all parts, or none: everything lies beside its place before the first thing is moved there. `onFile` is told
 * after each file how many lie there, and of how many.
 */
export function write(
  parts: readonly WritePart[],
  onFile: (done: number, of: number) => void = () => undefined,
): void {
  const staged: Staged[] = [];
  const all = parts.reduce((sum, { files }) => sum + files.length, 0);
  let done = 0;
  const written = (): void => {
    done += 1;
    onFile(done, all);
  };
  try {
    for (const part of parts) stage(part, staged, written);
  } catch (error) {
    for (const one of staged) one.undo();
    throw error;
  }
  for (const one of staged) one.finish();
}

function stage(part: WritePart, staged: Staged[], written: () => void): void {
  if (part.files.length === 0 && part.kind === 'files') return;
  if (part.kind === 'folder') stageFolder(part, staged, written);
  else stageFiles(part, staged, written);
}

function temporaryName(name: string): string {
  return `${unfinished}${process.pid}-${name.replace(/[\\/]/g, '~')}`;
}

function stageFolder(
  { path, files, link }: WritePart,
  staged: Staged[],
  written: () => void,
): void {
  const parent = dirname(path);
  const fresh = join(parent, temporaryName(`new-${basename(path)}`));
  const old = join(parent, temporaryName(`old-${basename(path)}`));
  const made = mkdirSync(parent, { recursive: true });
  staged.push({
    undo: () => rmSync(made ?? fresh, { recursive: true, force: true }),
    finish() {
      if (existsSync(path)) renameSync(path, old);
      renameSync(fresh, path);
      if (link !== undefined) pointAt(path, link);
      syncFolder(parent);
      rmSync(old, { recursive: true, force: true });
    },
  });
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  for (const file of files) {
    const target = inside(fresh, file.path);
    mkdirSync(dirname(target), { recursive: true });
    writeSynced(target, file.bytes);
    written();
  }
}

/** Leads a link beside a folder to it. Where links cannot be made, or something else bears the name, there is none. */
function pointAt(path: string, link: string): void {
  const target = join(dirname(path), link);
  const fresh = join(dirname(path), temporaryName(`link-${link}`));
  try {
    rmSync(fresh, { force: true });
    // Windows lets anybody make a junction, which needs the whole path.
    if (platform() === 'win32') symlinkSync(path, fresh, 'junction');
    else symlinkSync(basename(path), fresh);
    if (existsSync(target) && !lstatSync(target).isSymbolicLink()) rmSync(fresh, { force: true });
    else renameSync(fresh, target);
  } catch {
    rmSync(fresh, { force: true });
  }
}

/**
 * Several files of a folder become valid together, by a journal: see `recover`. A device or a pipe is written to, not
 * replaced.
 */
function stageFiles({ path, files: all }: WritePart, staged: Staged[], written: () => void): void {
  const isSink = (file: OutputFile) => isDevice(join(path, file.path));
  const sinks = all.filter(isSink);
  const files = all.filter((file) => !sinks.includes(file));
  const moves = files.map((file) => ({ from: temporaryName(file.path), to: file.path }));
  const made: string[] = [];
  staged.push({
    undo() {
      for (const { from } of moves) rmSync(join(path, from), { force: true });
      for (const folder of made) rmSync(folder, { recursive: true, force: true });
    },
    finish() {
      for (const file of sinks) writeFileSync(join(path, file.path), file.bytes);
      if (moves.length === 0) return;
      if (moves.length > 1) writeJournal(path, moves);
      makeMoves(path, moves);
      if (moves.length > 1) rmSync(join(path, journalName), { force: true });
    },
  });
  const make = (folder: string) => {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) made.push(first);
  };
  make(path);
  files.forEach((file, i) => {
    const target = inside(path, file.path);
    make(dirname(target));
    if (isFolder(target)) throw notAFile(target);
    writeSynced(join(path, moves[i]?.from ?? ''), file.bytes);
    written();
  });
}

/** A device or a pipe, as `/dev/null`: renaming a file over it would take it from the whole machine. */
function isDevice(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

function notAFile(path: string): Error {
  return Object.assign(new Error(`cannot write ${path}: it is a folder`), { syscall: 'rename' });
}

interface Move {
  readonly from: string;
  readonly to: string;
}

function writeJournal(folder: string, moves: readonly Move[]): void {
  const temporary = join(folder, temporaryName('journal'));
  writeSynced(temporary, new TextEncoder().encode(JSON.stringify(moves)));
  renameSync(temporary, join(folder, journalName));
  syncFolder(folder);
}

function makeMoves(folder: string, moves: readonly Move[]): void {
  for (const { from, to } of moves) {
    const written = inside(folder, from);
    if (existsSync(written)) renameSync(written, inside(folder, to));
  }
  syncFolder(folder);
}

/** Whether a folder holds what a process left unfinished, or is just writing. */
export function isUnsettled(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(unfinished));
}

/**
 * Puts a folder, and those in it, in order after processes that were killed: what was final is finished, what was not
 * is taken back. What a living process is writing is left to it, unless nobody but the caller may write here.
 */
export function recover(folder: string, isOwn: boolean): void {
  if (!existsSync(folder)) return;
  const journal = join(folder, journalName);
  if (existsSync(journal)) {
    makeMoves(folder, readJournal(journal));
    rmSync(journal);
  }
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(unfinished)) takeBack(folder, entry.name, isOwn);
    else if (entry.isDirectory()) recover(join(folder, entry.name), isOwn);
  }
}

function takeBack(folder: string, name: string, isOwn: boolean): void {
  const [, pid = '', swapped] = /^\.dropship-(\d+)-(?:old-(.+))?/.exec(name) ?? [];
  if (!isOwn && pid !== '' && Number(pid) !== process.pid && isAlive(Number(pid))) return;
  const path = join(folder, name);
  const isLost = swapped !== undefined && !existsSync(join(folder, swapped));
  if (isLost) renameSync(path, join(folder, swapped));
  else rmSync(path, { recursive: true, force: true });
}

function readJournal(path: string): Move[] {
  const moves: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return Array.isArray(moves)
    ? moves.map(({ from, to }) => ({ from: String(from), to: String(to) }))
    : [];
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

/** The path of a file in a folder; a name that would leave the folder is a fault of its maker. */
function inside(folder: string, name: string): string {
  const target = resolve(folder, name);
  if (!target.startsWith(resolve(folder) + sep))
    throw new Error(`"${name}" would leave its folder`);
  return target;
}
