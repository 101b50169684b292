import type { Day } from '../../model/day.ts';
import type { FileRecord } from '../book.ts';
import type { PageName } from '../pages.ts';

/** Something in the book that the book would not have written. */
export type Fault = {
  readonly page: PageName;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
} & (
  | { readonly kind: 'page-missing' | 'header-missing' | 'header-changed' | 'no-newline' | 'form' }
  | { readonly kind: 'text-damaged' | 'quotes' }
  | { readonly kind: 'cells'; readonly found: number; readonly expected: number }
  | { readonly kind: 'unreadable'; readonly value?: string | undefined }
  /** `of`: the line that says the same, or speaks of the same. */
  | { readonly kind: 'double' | 'conflict' | 'overlap'; readonly of: number }
  | { readonly kind: 'days-reversed'; readonly since: Day; readonly seen: Day }
  | { readonly kind: 'file-unknown'; readonly file: FileOf }
  | { readonly kind: 'record-missing'; readonly file: FileOf; readonly rows: number }
  | { readonly kind: 'altered'; readonly value: string; readonly instead: string }
  | { readonly kind: 'disorder'; readonly rows: number }
);

/** A file of which a row of the book speaks. */
export interface FileOf {
  readonly role: FileRecord['role'];
  /** Of a stock file; else blank. */
  readonly supplier: string;
  readonly day: Day;
  /** Blank where the row tells the day alone. */
  readonly name: string;
  readonly isHeld: boolean;
}
