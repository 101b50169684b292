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
  sha256,
} from './read.ts';
export { isUnsettled, recover, write } from './write.ts';
