import type { Notice } from '../model/notice.ts';
import type { Row, View } from './view.ts';

const columns = [
  'order_id',
  'line_id',
  'sku',
  'type',
  'jurisdiction',
  'old_date',
  'new_date',
  'send_by',
  'target_date',
  'if_silent',
  'auto_cancel_on',
  'refund_by',
  'to',
  'locale',
  'file',
] as const;

/** The index of the drafts, one row per order line. */
export function noticesView(notices: readonly Notice[]): View {
  return {
    columns,
    rows: notices.map(noticeRow),
    whenEmpty: 'No customer has to be told anything today.',
    glance: [
      { column: 'order_id', heading: 'Order', rank: 0 },
      { column: 'sku', heading: 'SKU', rank: 0 },
      { column: 'type', heading: 'Notice', rank: 0 },
      { column: 'jurisdiction', heading: 'Law', rank: 3 },
      { column: 'old_date', heading: 'Promised', rank: 2 },
      { column: 'new_date', heading: 'New date', rank: 1 },
      { column: 'send_by', heading: 'Send by', rank: 0 },
      { column: 'if_silent', heading: 'If silent', rank: 3 },
      { column: 'auto_cancel_on', heading: 'Cancelled on', rank: 3 },
      { column: 'refund_by', heading: 'Refund by', rank: 4 },
      { column: 'file', heading: 'Draft', rank: 5 },
    ],
  };
}

function noticeRow(notice: Notice): Row {
  return {
    order_id: notice.orderId || undefined,
    line_id: notice.lineId || undefined,
    sku: notice.sku,
    type: notice.type,
    jurisdiction: notice.jurisdiction || undefined,
    old_date: notice.oldDate,
    new_date: notice.newDate,
    send_by: notice.sendBy,
    target_date: notice.targetDate,
    if_silent: notice.ifSilent,
    auto_cancel_on: notice.autoCancelOn,
    refund_by: notice.refundBy,
    to: notice.to || undefined,
    locale: notice.locale || undefined,
    file: notice.file || undefined,
  };
}
