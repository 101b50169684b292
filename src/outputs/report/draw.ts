import type { Spec } from 'vega';
import { type Html, trusted } from '../html.ts';

/** How every axis looks. */
export const axis = {
  domainColor: 'var(--line)',
  tickColor: 'var(--line)',
  gridColor: 'var(--line)',
  labelColor: 'var(--soft)',
  labelFont: 'inherit',
  labelFontSize: 12,
};

/** Renders a chart without a browser. Its size and colours follow the page. */
export async function draw(spec: Spec): Promise<Html> {
  const { parse, View } = await import('vega');
  const background = { config: { background: null } } as unknown as Spec;
  const view = new View(parse({ padding: 4, ...spec, ...background }), { renderer: 'none' });
  const svg = await view.toSVG();
  view.finalize();
  // The figure says what it shows; the marks alone would tell a screen reader nothing.
  return trusted(
    svg
      .replace(/ aria-(label|roledescription)="[^"]*"/g, '')
      .replace(/ role="graphics-[a-z]+"/g, '')
      .replace('<svg ', '<svg aria-hidden="true" focusable="false" '),
  );
}
