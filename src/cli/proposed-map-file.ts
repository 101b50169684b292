import { proposeMappings } from '../match/proposal.ts';
import type { MatchReport } from '../match/report.ts';
import { proposedMap } from '../outputs/proposed-map.ts';
import { cannotRun, type World, type WritePart } from './world.ts';

/** A proposed SKU map, and what to say of it. */
export interface MapFile {
  readonly parts: readonly WritePart[];
  /** A line, or nothing. */
  readonly told: string;
}

const mapName = 'sku-map.csv';
const besideName = 'sku-map.proposed.csv';

/**
 * The SKU map to propose: `sku-map.csv` where there is none, else a file beside it. A file that somebody may have
 * worked on is never written over: ends the command when both are there.
 */
export function proposedMapFile(world: World, folder: string, report: MatchReport): MapFile {
  const proposals = proposeMappings(report);
  if (proposals.length === 0) return { parts: [], told: 'Nothing to propose for sku-map.csv.\n' };
  const text = proposedMap(proposals);
  const bytes = new TextEncoder().encode(text);
  const isFirst = !world.disk.isFile(world.disk.resolve(folder, mapName));
  const name = isFirst ? mapName : besideName;
  const before = isFirst ? undefined : world.disk.read(world.disk.resolve(folder, besideName));
  if (before && new TextDecoder().decode(before.bytes) !== text) {
    throw cannotRun(
      `${besideName} is there already; it was left as it is`,
      `move the lines that you want from it into ${mapName} and delete it`,
    );
  }
  const filled = proposals.filter(({ sku }) => sku !== undefined).length;
  const open = proposals.length - filled;
  const what = isFirst
    ? 'they count from the next command on: look through them'
    : `move those that are right into ${mapName}, and delete it`;
  return {
    parts: [{ kind: 'files', path: folder, files: [{ path: name, bytes }] }],
    told: `Proposed in ${name}: ${filled} filled in, ${open} with an empty sku for you to decide; ${what}.\n`,
  };
}
