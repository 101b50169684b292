/** What makes the report's tables sortable and searchable. It runs in a browser, from the page alone. */
export const script = `
'use strict';
for (const place of document.querySelectorAll('.table')) {
  const { kinds, rows } = JSON.parse(place.querySelector('script').textContent);
  const body = place.querySelector('tbody');
  const tools = place.querySelector('.tools');
  const search = place.querySelector('input');
  const output = place.querySelector('output');
  const more = place.querySelector('.more button');
  const heads = [...place.querySelectorAll('th')];
  const texts = rows.map((row) => row.join('\\n').toLowerCase());
  let order = rows.map((_, i) => i);
  let shown = 50;
  const count = (number) => number.toLocaleString('en-US') + (number === 1 ? ' row' : ' rows');
  const show = () => {
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const found = order.filter((i) => words.every((word) => texts[i].includes(word)));
    body.replaceChildren(
      ...found.slice(0, shown).map((i) => {
        const line = document.createElement('tr');
        rows[i].forEach((cell, at) => {
          const box = line.insertCell();
          box.textContent = cell;
          if (kinds[at]) box.className = kinds[at];
        });
        return line;
      }),
    );
    output.textContent = found.length < rows.length ? found.length.toLocaleString('en-US') + ' of ' + count(rows.length) : count(rows.length);
    if (more) more.hidden = found.length <= shown;
  };
  heads.forEach((head, at) => {
    head.setAttribute('aria-sort', 'none');
    head.querySelector('button').addEventListener('click', () => {
      const isUp = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.setAttribute('aria-sort', 'none');
      head.setAttribute('aria-sort', isUp ? 'descending' : 'ascending');
      const sign = isUp ? -1 : 1;
      order = rows
        .map((_, i) => i)
        .sort((a, b) => {
          const [x, y] = [rows[a][at], rows[b][at]];
          if (x === '' || y === '') return x === y ? a - b : x === '' ? 1 : -1;
          const by = kinds[at] === 'number' ? x - y : String(x).localeCompare(String(y), 'en', { numeric: true });
          return by === 0 ? a - b : sign * by;
        });
      show();
    });
  });
  search.addEventListener('input', () => {
    shown = 50;
    show();
  });
  more?.addEventListener('click', () => {
    shown += 200;
    show();
  });
  tools.hidden = false;
  show();
}
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
});
`;
