import type { Content } from '../model/content.ts';
import type { OutputFile } from '../model/output-file.ts';

/** A stream to write to; whether a person sits at its end, and how wide their window is. */
export interface Out {
  readonly isTerminal: boolean;
  readonly width: number;
  readonly colour: boolean;
  /** Whether a line of it may be drawn anew in place: a terminal that can, and that nobody asked for plain text. */
  readonly redraws: boolean;
  /** Bytes are for what is no text. */
  write(content: string | Uint8Array): void;
}

interface FileContent {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

interface OpenFile {
  readonly content: Content;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** In bytes; 0 where that is not known, as of a pipe. */
  readonly size: number;
}

/** `files` are replaced in a folder together, what else is in it stays; a `folder` afterwards holds exactly its files. */
export interface WritePart {
  readonly kind: 'files' | 'folder';
  readonly path: string;
  readonly files: readonly OutputFile[];
  /** Beside a `folder`: a link of that name that leads to it. */
  readonly link?: string | undefined;
}

/** What commands may do to the disk. Paths are absolute. Writing is all or nothing. */
interface Disk {
  /** Absolute path of `path` seen from `folder`. */
  resolve(folder: string, path: string): string;
  /** `path` as seen from `folder`, with forward slashes. */
  relative(folder: string, path: string): string;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  /** A file to be read piece by piece; undefined when there is no such file; throws when it cannot be read. */
  open(path: string): OpenFile | undefined;
  /** Undefined when there is no such file; throws when it cannot be read. */
  read(path: string): FileContent | undefined;
  /** Files that match, as absolute paths in the order of their names. */
  glob(patterns: readonly string[], folder: string): Promise<readonly string[]>;
  fingerprint(...parts: readonly (string | Content)[]): Promise<string>;
  /** The SHA-256 of a text, in hexadecimal digits. */
  sha256(text: string): Promise<string>;
  /** Writes all parts, or none; `onFile` is told after each file how many are written, and of how many. */
  write(parts: readonly WritePart[], onFile?: (done: number, of: number) => void): void;
  /** Whether a folder holds what a process left unfinished, or is just writing. */
  isUnsettled(folder: string): boolean;
  /** Finishes or takes back what killed processes left in a folder; what living ones write too, where it is our own. */
  recover(folder: string, isOwn: boolean): void;
  /** Waits for the lock of a folder and takes it; undefined when another process kept it too long. */
  lock(folder: string): Promise<(() => void) | undefined>;
}

/**
 * What a person at a terminal sees of work that is long: one line, drawn anew in place. Nothing where nobody looks on,
 * and nothing of work that is soon done.
 */
export interface Progress {
  /** Begins a piece of work that may take a while. Before it, who wants the program to stop is heard. */
  step(what: string): Promise<void>;
  /** How many are done, of how many; may be told as often as there is news. */
  count(what: string, done: number, of: number): void;
  /** Which share is done, from 0 to 1, where that is known; may be told as often as there is news. */
  share(what: string, share: number | undefined): void;
  /** Takes the line away, until there is news. */
  wipe(): void;
  /** Shows nothing from now on. */
  hush(): void;
}

/** Everything outside the program: streams, clock, disk. */
export interface World {
  readonly cwd: string;
  /** The machine's time zone. */
  timezone(): string;
  readonly now: number;
  /** Milliseconds since some moment; it only goes forward. */
  clock(): number;
  readonly progress: Progress;
  readonly version: string;
  readonly stdout: Out;
  readonly stderr: Out;
  readonly disk: Disk;
  readStdin(): Promise<Uint8Array>;
  /**
   * Puts a question to the person at the terminal and gives the line they answer with; undefined when they end the
   * input. Absent where nobody can be asked.
   */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
}

/** 0 all went well · 1 done, but something needs a person · 2 could not run · 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

interface CannotRun extends Error {
  readonly hint?: string | undefined;
}

const name = 'CannotRun';

/** An error for the person at the keyboard: nothing was written. */
export function cannotRun(message: string, hint?: string): CannotRun {
  return Object.assign(new Error(message), { name, hint });
}

/** The person ended the command: nothing was written. */
export function interrupted(): Error {
  return Object.assign(new Error('interrupted'), { name: 'Interrupted' });
}

export function isInterrupted(error: unknown): boolean {
  return error instanceof Error && error.name === 'Interrupted';
}

export function isCannotRun(error: unknown): error is CannotRun {
  return error instanceof Error && error.name === name;
}
