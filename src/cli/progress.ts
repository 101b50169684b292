import type { Content } from '../model/content.ts';
import { harmless } from '../outputs/terminal.ts';
import type { Out, Progress, World } from './world.ts';

/** Work that takes no longer says nothing of itself. In milliseconds, as `pause`. */
const patience = 500;

/** Between two drawings of what goes on. */
const pause = 100;

const wipedLine = '\r\u001b[K';

/**
 * The world with a line that tells what is being done, at the foot of the screen: it makes way for all that is written
 * or asked, and files that are written show in it by themselves.
 */
export function withProgress(outside: Omit<World, 'progress'>): World {
  const { stdout, stderr, disk, ask } = outside;
  if (!stderr.redraws) return { ...outside, progress: silent };
  const line = openLine(outside);
  return {
    ...outside,
    stdout: makingWay(stdout, line),
    stderr: makingWay(stderr, line),
    progress: line,
    ask:
      ask &&
      (async (question) => {
        line.wipe();
        const answer = await ask(question);
        line.wait();
        return answer;
      }),
    disk: {
      ...disk,
      write: (parts) => disk.write(parts, (done, of) => line.count('writing files', done, of)),
    },
  };
}

/** A content that tells how much of it has been read. `size`: its bytes; 0 where nobody knows. */
export function watched(
  progress: Progress,
  name: string,
  { content, size }: { readonly content: Content; readonly size: number },
): Content {
  return function* pieces() {
    let done = 0;
    for (const piece of content instanceof Uint8Array ? slices(content) : content()) {
      progress.share(`reading ${name}`, size > 0 ? done / size : undefined);
      yield piece;
      done += piece.length;
    }
  };
}

const sliceSize = 1 << 18;

function* slices(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += sliceSize) yield bytes.subarray(at, at + sliceSize);
}

/** Where nobody looks on, or nobody wants to. */
const silent: Progress = {
  step: breath,
  count: () => undefined,
  share: () => undefined,
  wipe: () => undefined,
  hush: () => undefined,
};

interface Line extends Progress {
  /** Has the patience begin anew: a person was busy, not the program. */
  wait(): void;
}

function openLine({ stderr, clock }: Pick<World, 'stderr' | 'clock'>): Line {
  let firstAt = clock() + patience;
  let nextAt = firstAt;
  let isShown = false;
  const draw = (what: string, how: string, now: number): void => {
    nextAt = now + pause;
    isShown = true;
    // A sign in the last column would have the terminal begin a new line.
    stderr.write(`\r${fitted(harmless(what), how, stderr.width - 1)}\u001b[K`);
  };
  return {
    step(what) {
      const now = clock();
      if (now >= firstAt) draw(what, '', now);
      return breath();
    },
    count(what, done, of) {
      const now = clock();
      if (now >= nextAt) draw(what, ` ${grouped(done)} of ${grouped(of)}`, now);
    },
    share(what, share) {
      const now = clock();
      if (now < nextAt) return;
      draw(what, share === undefined ? '' : `  ${Math.floor(share * 100)} %`, now);
    },
    wipe() {
      if (isShown) stderr.write(wipedLine);
      isShown = false;
    },
    wait() {
      firstAt = clock() + patience;
      nextAt = firstAt;
    },
    hush() {
      firstAt = Number.POSITIVE_INFINITY;
      nextAt = firstAt;
    },
  };
}

/** Work that never waits for anything is deaf to signals: between two pieces of it they are let in. */
function breath(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

function makingWay(out: Out, line: Line): Out {
  return {
    isTerminal: out.isTerminal,
    redraws: out.redraws,
    colour: out.colour,
    // A window may change its width meanwhile.
    get width() {
      return out.width;
    },
    write(content) {
      line.wipe();
      out.write(content);
    },
  };
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** Both within a number of cells: what is done gives way before how far it is. */
function fitted(what: string, how: string, room: number): string {
  return how.length < room ? cut(what, room - how.length) + how : cut(what, room);
}

function cut(text: string, room: number): string {
  if (across(text) <= room) return text;
  let kept = '';
  let left = room - 1;
  for (const sign of text) {
    left -= across(sign);
    if (left < 0) break;
    kept += sign;
  }
  return room > 0 ? `${kept}…` : '';
}

/** At most so many cells across a terminal: every sign from the first wide ones on counts as two. */
function across(text: string): number {
  let cells = 0;
  for (const sign of text) cells += (sign.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
  return cells;
}
