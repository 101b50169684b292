import { orderWords } from '../formats/orders.ts';
import { shopifyOrders } from '../formats/shops/shopify-orders.ts';
import type { Columns, Vocabulary } from '../formats/vocabulary.ts';
import type { Content } from '../model/content.ts';
import type { Problem } from '../model/problem.ts';
import { isBroken } from './broken.ts';
import { chooseColumns, inFileNames, narrow } from './columns.ts';
import type { OrderReading, OrderRow, OrderSource } from './order-file.ts';
import { readOrderRows } from './orders.ts';
import { readShopifyOrderRows } from './shopify-orders.ts';
import { type Rows, readTable, type TableHead } from './table.ts';

/** Reads an orders file: a shop's export by its header, else any file with a date, a SKU and a quantity. */
export async function readOrders(
  content: Content,
  file: string,
  source: OrderSource,
): Promise<OrderReading> {
  const problems: Problem[] = [];
  const rows: OrderRow[] = [];
  let convert: (() => OrderReading) | undefined;

  const take = <Field extends string>(
    head: TableHead,
    vocabulary: Vocabulary<Field>,
    required: readonly Field[],
    configured: { readonly [F in Field]?: string | undefined } | undefined,
    read: (
      rows: readonly OrderRow[],
      columns: Columns<Field>,
      file: string,
      source: OrderSource,
    ) => OrderReading,
  ): Rows | Problem => {
    const choice = chooseColumns({
      file,
      role: 'orders',
      header: head.header,
      headerLine: head.headerLine,
      vocabulary,
      required,
      configured,
    });
    if ('refused' in choice) return choice.refused;
    problems.push(...choice.problems);
    const { wanted, columns } = narrow(choice.columns);
    convert = () => {
      const reading = read(rows, columns, file, source);
      return { ...reading, problems: inFileNames(reading.problems, choice.columns, head.header) };
    };
    return { wanted, take: (cells, line) => rows.push({ line, cells }) };
  };

  const found = readTable(
    content,
    file,
    (head) =>
      !source.columns && shopifyOrders.recognise(head.header)
        ? take(
            head,
            shopifyOrders.vocabulary,
            shopifyOrders.required,
            undefined,
            readShopifyOrderRows,
          )
        : take(head, orderWords, ['ordered_at', 'sku', 'quantity'], source.columns, readOrderRows),
    { expected: Object.values(source.columns ?? {}).filter((name) => name !== undefined) },
  );
  problems.push(...found);
  if (!convert || found.some(isBroken)) return { lines: [], problems, tellsFulfilment: true };
  const reading = convert();
  return { ...reading, problems: [...problems, ...reading.problems] };
}
