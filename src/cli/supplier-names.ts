import type { Workspace } from '../config/workspace.ts';
import { nearest } from '../model/nearest.ts';
import type { Problem } from '../model/problem.ts';

/** Suppliers by what they may be called in a file, in lower case: by their name or the key of their section. */
export function supplierNames({ suppliers }: Workspace): Map<string, string> {
  const setups = [...suppliers];
  return new Map([
    ...setups.map(([id, { terms }]) => [terms.name.toLowerCase(), id] as const),
    ...setups.map(([id]) => [id.toLowerCase(), id] as const),
  ]);
}

/**
 * A supplier that a file names and the configuration, where it knows any, does not; `owner`: the one whose file it
 * otherwise is.
 */
export function unknownSupplier(
  { suppliers }: Workspace,
  supplier: string,
  file: string,
  owner = supplier,
): Problem[] {
  if (suppliers.size === 0 || suppliers.has(supplier)) return [];
  return [
    {
      kind: 'supplier-unknown',
      place: { file },
      value: supplier,
      known: [...suppliers.keys()],
      nearest: nearest(supplier, suppliers.keys()),
      owner: owner === supplier ? undefined : owner,
    },
  ];
}
