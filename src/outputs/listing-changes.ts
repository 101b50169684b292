import type { RewrittenListing } from './listings.ts';
import type { View } from './view.ts';

/** Which cells of which listing file changed. */
export function listingChangesView(
  written: readonly Pick<RewrittenListing, 'file' | 'changed'>[],
): View {
  return {
    columns: ['file', 'line', 'sku', 'column', 'before', 'after'],
    rows: written.flatMap(({ file, changed }) =>
      changed.map((change) => ({ file: file.path, ...change })),
    ),
    whenEmpty: 'Nothing to change: the listings are right as they are.',
    glance: [
      { column: 'file', heading: 'File', rank: 3 },
      { column: 'line', heading: 'Line', rank: 2 },
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'column', heading: 'Column', rank: 0 },
      { column: 'before', heading: 'Was', rank: 1 },
      { column: 'after', heading: 'Becomes', rank: 0 },
    ],
  };
}
