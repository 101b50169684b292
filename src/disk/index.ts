export { lock } from './lock.ts';
export {
  fingerprint,
  glob,
  isFile,
  isFolder,
  open,
  read,
  relative,
  resolvePath as resolve,
} from './read.ts';
export { isUnsettled, recover, write } from './write.ts';
