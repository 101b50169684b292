/** A file to be written whole, at a path relative to the folder it goes to. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}
