/** A line that stands in every output about customers. */
export const notAdvice =
  'These are drafts, not legal advice: read each one, decide, and send it yourself.';
