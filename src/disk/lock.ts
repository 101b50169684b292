import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const name = '.dropship.lock';
const patience = 10_000;
const step = 100;

/** Takes the lock of a folder, waiting up to ten seconds; undefined when another process keeps it. */
export async function lock(folder: string): Promise<(() => void) | undefined> {
  const path = join(folder, name);
  for (let waited = 0; waited <= patience; waited += step) {
    if (take(path)) return () => rmSync(path, { force: true });
    await sleep(step);
  }
  return undefined;
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, `${process.pid} ${hostname()}`);
    closeSync(file);
    return true;
  } catch (error) {
    if (!isAlready(error)) throw error;
    if (isAbandoned(path)) rmSync(path, { force: true });
    return false;
  }
}

/** Held by a process of this machine that is gone. */
function isAbandoned(path: string): boolean {
  let owner: string;
  try {
    owner = readFileSync(path, 'utf8');
  } catch {
    return false;
  }
  const [pid = '', host] = owner.split(' ');
  if (host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

function isAlready(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
