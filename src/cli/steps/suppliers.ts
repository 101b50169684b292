import type { SuppliersOptions } from '../commands/suppliers.ts';
import { orderFromSuppliers } from '../purchase-orders.ts';
import type { ExitCode, World } from '../world.ts';

export async function suppliers(world: World, options: SuppliersOptions): Promise<ExitCode> {
  return orderFromSuppliers(world, options);
}
