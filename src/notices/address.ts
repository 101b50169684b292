const atom = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const plainAddress = new RegExp(`^${atom}(?:\\.${atom})*@${label}(?:\\.${label})+$`);

/** Longer ones cannot be delivered to. */
const longest = 254;

/** Exactly one e-mail address, without a name, a comment or a second one beside it. */
export function isPlainAddress(text: string): boolean {
  return text.length <= longest && plainAddress.test(text);
}
