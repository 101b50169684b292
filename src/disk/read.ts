import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { relative as relativePath, resolve, sep } from 'node:path';
import type { Content } from '../model/content.ts';

/** Absolute path of `path` seen from `folder`. */
export function resolvePath(folder: string, path: string): string {
  return resolve(folder, path);
}

/** `path` as seen from `folder`, with forward slashes on every system. */
export function relative(folder: string, path: string): string {
  return relativePath(folder, path).split(sep).join('/');
}

export function isFile(path: string): boolean {
  return existsSync(path) && !statSync(path).isDirectory();
}

export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

const pieceSize = 1 << 18;

/** A file to be read piece by piece; undefined when there is no such file. Throws when it may not be read. */
export function open(
  path: string,
): { content: Content; modified: number; size: number } | undefined {
  if (!isFile(path)) return undefined;
  closeSync(openSync(path, 'r'));
  const { mtimeMs: modified, size } = statSync(path);
  return { content: () => piecesOf(path), modified, size };
}

function* piecesOf(path: string): Iterable<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    // Pipes have no size.
    const { size } = fstatSync(file);
    const buffer = Buffer.allocUnsafe(Math.min(pieceSize, size > 0 ? size : pieceSize));
    for (;;) {
      const length = readSync(file, buffer);
      if (length === 0) return;
      yield buffer.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** Content and time of last change; undefined when there is no such file. Throws when it may not be read. */
export function read(path: string): { bytes: Uint8Array; modified: number } | undefined {
  if (!isFile(path)) return undefined;
  return { bytes: readFileSync(path), modified: statSync(path).mtimeMs };
}

/** Files that match, as absolute paths in the order of their names. */
export async function glob(
  patterns: readonly string[],
  folder: string,
): Promise<readonly string[]> {
  const { globSync } = await import('tinyglobby');
  return globSync([...patterns], {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    caseSensitiveMatch: false,
    expandDirectories: false,
  }).toSorted();
}

/** A short name for a content: equal parts give equal names. */
export async function fingerprint(...parts: readonly (string | Content)[]): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  for (const part of parts) {
    const pieces = typeof part === 'function' ? part() : [part];
    for (const piece of pieces) hash.update(piece);
    hash.update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** The SHA-256 of a text, in hexadecimal digits. */
export async function sha256(text: string): Promise<string> {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(text).digest('hex');
}
