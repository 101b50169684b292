import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process.ts';

const name = '.dropship.lock';
const patience = 10_000;
const step = 100;

/** Takes the lock of a folder, waiting up to ten seconds; undefined when another process keeps it. */
export async function lock(folder: string): Promise<(() => void) | undefined> {
  const path = join(folder, name);
  for (let waited = 0; waited <= patience; waited += step) {
    if (take(path)) return () => rmSync(path, { force: true });
    if (isAbandoned(path)) remove(path);
    else await sleep(step);
  }
  return undefined;
}

/** The lock appears with its owner in it or not at all: it is linked into place. */
function take(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, `${process.pid} ${hostname()}`);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Held by nobody, or by a process of this machine that is gone. */
function isAbandoned(path: string): boolean {
  const [pid = '', host] = ownerOf(path).split(' ');
  if (!existsSync(path)) return false;
  return pid === '' || (host === hostname() && !isAlive(Number(pid)));
}

/** Moved aside first: should another process have taken the lock meanwhile, it gets it back. */
function remove(path: string): void {
  const aside = `${path}.${process.pid}.old`;
  try {
    renameSync(path, aside);
    if (!isAbandoned(aside)) linkSync(aside, path);
  } catch {
    // Another process was quicker; the next turn sees what is there now.
  } finally {
    rmSync(aside, { force: true });
  }
}

function ownerOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
