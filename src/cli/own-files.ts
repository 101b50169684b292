import { isBroken } from '../ingest/broken.ts';
import { readKits, readOverrides, readSkuMap } from '../ingest/shop-files.ts';
import { wholeOf } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { wordingOf } from '../outputs/problem-texts.ts';
import { placeText } from '../outputs/problems.ts';
import { openNamed } from './file-facts.ts';
import type { OneOffOptions } from './options.ts';
import type { Settings } from './settings.ts';
import { cannotRun, type World } from './world.ts';

export interface OwnFiles {
  readonly overrides: Awaited<ReturnType<typeof readOverrides>>['overrides'];
  readonly mappings: Awaited<ReturnType<typeof readSkuMap>>['mappings'];
  readonly setAside: Awaited<ReturnType<typeof readSkuMap>>['setAside'];
  readonly kits: Awaited<ReturnType<typeof readKits>>['kits'];
  readonly problems: readonly Problem[];
}

/** The merchant's own files: as given by hand, which must exist, else those beside the configuration, if any. */
export async function readOwnFiles(
  world: World,
  settings: Settings,
  { skus, skuMap, kits: kitFile }: OneOffOptions,
): Promise<OwnFiles> {
  const overrides = await readOwn(world, settings, skus, 'skus.csv', readOverrides);
  const map = await readOwn(world, settings, skuMap, 'sku-map.csv', readSkuMap);
  const made = await readOwn(world, settings, kitFile, 'kits.csv', readKits);
  return {
    overrides: overrides?.overrides ?? new Map(),
    mappings: map?.mappings ?? [],
    setAside: map?.setAside ?? [],
    kits: made?.kits ?? new Map(),
    problems: [overrides, map, made].flatMap((read) => read?.problems ?? []),
  };
}

type OwnReader<T> = (
  bytes: Uint8Array,
  file: string,
) => Promise<T & { readonly problems: readonly Problem[] }>;

async function readOwn<T>(
  world: World,
  { folder }: Settings,
  given: string | undefined,
  usual: string,
  read: OwnReader<T>,
): Promise<(T & { readonly problems: readonly Problem[] }) | undefined> {
  const path = given ?? world.disk.resolve(folder, usual);
  if (given === undefined && !world.disk.isFile(path)) return undefined;
  const input = await openNamed(world, folder, path);
  if ('kind' in input) throw refusedBy(input);
  const result = await read(wholeOf(input.content), input.name);
  const refused = result.problems.find(isBroken);
  if (refused) throw refusedBy(refused);
  return result;
}

/** Ends the command for a file without which the answer would be wrong. */
export function refusedBy(problem: Problem): Error {
  const { message, hint } = wordingOf(problem);
  return cannotRun(`${placeText(problem.place)}: ${message}`, hint);
}
