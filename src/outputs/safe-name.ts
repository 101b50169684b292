const longest = 100;

/** Windows takes these for devices, whatever follows the first dot. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** What a name with a suffix ends in; a name that does so by itself gets one too. */
const suffixed = /_[0-9a-z]{4}$/;

/**
 * A file name made from what a customer or a shop calls something: letters, digits, dot, dash and underscore, at most
 * 100 bytes with its ending. Whatever had to be changed, or differs from another name in case alone, gets a short
 * suffix of its own.
 */
export function safeFileName(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  const room = longest - ending.length;
  if (plain === name && plain !== '' && plain.length <= room && isUnmistakable(plain))
    return plain + ending;
  const base = device.test(plain) ? `_${plain}` : plain || 'unnamed';
  const suffix = `_${fingerprint(name)}`;
  return base.slice(0, room - suffix.length) + suffix + ending;
}

function isUnmistakable(name: string): boolean {
  return !(device.test(name) || suffixed.test(name) || /[A-Z]/.test(name));
}

/** Four letters and digits that depend on the whole text (FNV-1a). */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(4, '0').slice(-4);
}
