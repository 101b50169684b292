import { Chalk, type ChalkInstance } from 'chalk';

/** Colours, or none: whether is decided at the front door, as chalk does not know NO_COLOR. */
export function painter(colour: boolean): ChalkInstance {
  return new Chalk({ level: colour ? 1 : 0 });
}
