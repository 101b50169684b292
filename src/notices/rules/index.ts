import { isEu } from '../jurisdiction.ts';
import { europe, ontarioAndQuebec, others } from './elsewhere.ts';
import type { Law } from './law.ts';
import { california, unitedStates } from './us.ts';

const laws: ReadonlyMap<string, Law> = new Map([
  ['US', unitedStates],
  ['US-CA', california],
  ['EU', europe],
  ['UK', europe],
  ['CA-ON', ontarioAndQuebec],
  ['CA-QC', ontarioAndQuebec],
  // A province that is not known may be either of them: the stricter dates count.
  ['CA', ontarioAndQuebec],
]);

/** The law of a jurisdiction. */
export function lawOf(jurisdiction: string): Law {
  const place = isEu(jurisdiction) ? 'EU' : jurisdiction;
  return laws.get(place) ?? others;
}
