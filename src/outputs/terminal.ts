const steering = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** Text without anything that could steer a terminal: control characters become visible signs. */
export function harmless(text: string): string {
  return text.replace(steering, (sign) => {
    const code = sign.charCodeAt(0);
    if (code === 0x7f) return '\u2421';
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
  });
}
