import { recordPurchases } from '../book/record.ts';
import { groupBy } from '../model/group-by.ts';
import { lineIdentity, type OrderLine, orderIdentity } from '../model/order.ts';
import type { OutputFile } from '../model/output-file.ts';
import type { PurchaseLine } from '../model/purchase-order.ts';
import { lapsedLines } from '../notices/ended.ts';
import {
  type PurchaseOrderFacts,
  purchaseOrderFiles,
  purchaseOrdersView,
  withoutAddress,
} from '../outputs/purchase-orders.ts';
import { purchaseOrders } from '../plan/purchase-orders.ts';
import { bookPart, withLock } from './book-file.ts';
import type { SuppliersOptions } from './commands/suppliers.ts';
import { type Desk, isOneOff, openDesk } from './desk.ts';
import { noticesInput } from './notice-files.ts';
import { outFolder } from './out-folder.ts';
import { conclude } from './print.ts';
import { readSettings } from './settings.ts';
import { viewExit } from './view-exit.ts';
import { cannotRun, type ExitCode, type World, type WritePart } from './world.ts';

/** What suppliers are to be told today, with a file for each. */
export interface DraftedOrders {
  readonly lines: readonly PurchaseLine[];
  readonly facts: PurchaseOrderFacts;
  readonly files: readonly OutputFile[];
  /** How many lines are to be shipped to an address that the shop's exports do not tell. */
  readonly lacking: number;
  /** How many order lines are not ordered, as they are cancelled by law. */
  readonly withheld: number;
}

/** Draws up the purchase orders of the day, without the lines that have lapsed. Ends the command where later ones are on record: a unit would be on two. */
export function draftOrders(
  { plan, book, settings }: Desk,
  lapsed: ReadonlySet<string>,
): DraftedOrders {
  const later = book.purchases.find(({ day }) => day > plan.today);
  if (later) {
    throw cannotRun(
      `purchase orders of ${later.day} are on record already: those of ${plan.today} would order the same goods twice`,
      `leave --today out, or give ${later.day} or a later day`,
    );
  }
  const { store, suppliers } = settings.workspace;
  const orders = groupBy(plan.lines, orderIdentity);
  const titles = new Map(plan.skus.map(({ sku, title }) => [sku, title]));
  const facts: PurchaseOrderFacts = {
    store: store.name,
    replyTo: store.replyTo,
    packingNote: store.packingNote,
    suppliers: new Map(
      [...suppliers].map(([id, { terms, service }]) => [id, { name: terms.name, service }]),
    ),
    shipTo: (told) => {
      const line = orders.get(orderIdentity(told))?.reduce(laterHead);
      return {
        ...line?.shipTo,
        name: line?.shipTo?.name ?? line?.customerName,
        region: line?.shipToRegion,
        country: line?.shipToCountry,
      };
    },
    title: ({ sku }) => titles.get(sku) || undefined,
    isUnpaid: (told) =>
      orders.get(orderIdentity(told))?.some(({ paymentState }) => paymentState === 'pending') ??
      false,
  };
  const isWithheld = (line: PurchaseLine) =>
    line.action === 'order' && lapsed.has(lineIdentity(line));
  const wanted = purchaseOrders(plan, book.purchases);
  const lines = wanted.filter((line) => !isWithheld(line));
  const lacking = withoutAddress(lines, facts);
  const withheld = new Set(wanted.filter(isWithheld).map(lineIdentity)).size;
  return { lines, facts, files: purchaseOrderFiles(lines, facts), lacking, withheld };
}

/** The lines that are not ordered as the law has them cancelled: to ship them and to pay them back are two things. */
export function lapsedIn(desk: Desk): ReadonlySet<string> {
  return new Set(lapsedLines(noticesInput(desk)).map(lineIdentity));
}

/** Of an order's lines one may stand in an older export only: what that says of the order is outdated. */
function laterHead(line: OrderLine, other: OrderLine): OrderLine {
  return (other.headAsOf ?? '') > (line.headAsOf ?? '') ? other : line;
}

/** `suppliers --purchase-orders`: files for the suppliers, recorded as sent unless it is a dry run. */
export async function orderFromSuppliers(
  world: World,
  options: SuppliersOptions,
): Promise<ExitCode> {
  const isRecording = !options.dryRun && !isOneOff(options);
  if (!isRecording) return writeOrders(world, options, false);
  const { folder } = readSettings(world, options);
  return withLock(world, folder, () => writeOrders(world, options, true));
}

async function writeOrders(
  world: World,
  options: SuppliersOptions,
  isRecording: boolean,
): Promise<ExitCode> {
  const desk = await openDesk(world, options);
  const { settings, book, plan, problems } = desk;
  const { lines, facts, files, lacking, withheld } = draftOrders(desk, lapsedIn(desk));
  const path = outFolder(world, settings, options, 'purchase-orders');
  const written: WritePart = { kind: 'files', path, files };
  const recorded = recordPurchases(book, plan.today, lines);
  await conclude(world, options, {
    problems,
    view: purchaseOrdersView(lines, facts),
    parts: [
      ...(options.dryRun ? [] : [written]),
      ...(isRecording ? [bookPart(world, settings.folder, recorded)] : []),
    ],
  });
  const unpaid = lines.filter((line) => line.action === 'order' && facts.isUnpaid(line)).length;
  if (unpaid > 0) {
    const which = unpaid === 1 ? '1 line is' : `${unpaid} lines are`;
    world.stderr.write(`${which} of orders not paid yet (pending): the supplier is told to wait\n`);
  }
  if (lacking > 0) {
    const which = lacking === 1 ? '1 line has' : `${lacking} lines have`;
    world.stderr.write(`${which} no address to ship to: your order exports do not tell it\n`);
  }
  if (withheld > 0) {
    const which = withheld === 1 ? '1 order line is' : `${withheld} order lines are`;
    world.stderr.write(
      `${which} not ordered: nobody asked in time, and the law has them cancelled; see dropship notices --due\n`,
    );
  }
  return viewExit(problems);
}
