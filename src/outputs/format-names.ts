/** The formats of every view. */
export const formatNames = ['table', 'csv', 'tsv', 'json', 'ndjson'] as const;
export type FormatName = (typeof formatNames)[number];
