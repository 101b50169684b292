/** Formats that are text, and can be shown anywhere. */
const textFormatNames = ['table', 'csv', 'tsv', 'json', 'ndjson'] as const;
export type TextFormatName = (typeof textFormatNames)[number];

/** The formats of every view. */
export const formatNames = [...textFormatNames, 'xlsx'] as const;
export type FormatName = (typeof formatNames)[number];
