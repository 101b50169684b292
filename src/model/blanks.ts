const outerBlanks =
  /^[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u180e\u200b-\u200f\u2060\ufeff]+$/g;

/** A text without the blanks around it: ordinary, non-breaking and those of no width. */
export function trimBlanks(text: string): string {
  if (isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1))) return text;
  return text.replace(outerBlanks, '');
}

/** Whether a character is surely no blank; NaN (no character) is none. */
function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
