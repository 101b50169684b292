const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A text that a spreadsheet made, as `mangledForms` writes it; undefined for one of another shape. */
export function asMangled(text: string): string | undefined {
  const [, number, exponent] = /^(\d(?:[.,]\d+)?)e\+(\d{1,3})$/i.exec(text) ?? [];
  if (number !== undefined) return `${number.replace(',', '.')}e+${Number(exponent)}`;
  const date = text.toLowerCase();
  return /^(?:\d{1,2}-[a-z]{3}|[a-z]{3}-\d{2})$/.test(date) ? date : undefined;
}

/** What a spreadsheet may make of a SKU: `4.01E+12` of a long number, `3-Jan` of `3-1`, `1-Mar` of `MAR1`. */
export function mangledForms(sku: string): readonly string[] {
  if (/^\d{6,}$/.test(sku))
    return [0, 1, 2, 3, 4, 5].map((digits) => Number(sku).toExponential(digits));
  const [, first, second] = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(sku) ?? [];
  if (first !== undefined && second !== undefined)
    return [...dates(Number(first), Number(second)), ...dates(Number(second), Number(first))];
  const [, name, day] = /^([a-z]{3})[-/. ]?(\d{1,2})$/i.exec(sku) ?? [];
  return name === undefined ? [] : dates(Number(day), months.indexOf(name.toLowerCase()) + 1);
}

function dates(day: number, month: number): string[] {
  const name = months[month - 1];
  return name === undefined ? [] : [`${day}-${name}`, `${name}-${String(day).padStart(2, '0')}`];
}
