/** Attributes of an element; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text for an element or an attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** An element of SVG or HTML. Children are markup: text goes through {@link escapeText} first. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeText(value ?? '')}"`,
    )
    .join('');
  return `<${name}${written}>${children.join('')}</${name}>`;
}

/** A tenth of a pixel is finer than any screen, and keeps a plot of thousands of points small. */
function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** What a figure is: its title stands above it, its description is read out. */
export interface FigureText {
  readonly title: string;
  readonly description: string;
}

/** The outermost element of a plot. */
export function figure(
  text: FigureText,
  width: number,
  height: number,
  ...content: readonly string[]
): string {
  return element(
    'svg',
    {
      class: 'plot',
      width,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-label': `${text.title}. ${text.description}`,
      xmlns: 'http://www.w3.org/2000/svg',
    },
    ...content,
  );
}

/**
 * How plots are painted. Colours are variables, which a page sets: the report for light and dark screens, a panel of
 * the editor from the editor's theme.
 */
export const PLOT_STYLE = `
.plot { display: block; max-width: 100%; height: auto; font: 12px system-ui, sans-serif; }
.plot text { fill: var(--plot-muted); }
.plot .name { fill: var(--plot-ink); }
.plot .grid { stroke: var(--plot-grid); stroke-width: 1; }
.plot .axis { stroke: var(--plot-muted); stroke-width: 1; }
.plot .dot { fill: var(--plot-accent); fill-opacity: 0.55; }
.plot .over { fill: var(--plot-warn); fill-opacity: 0.9; }
.plot .out { fill: none; stroke: var(--plot-warn); stroke-width: 1.2; stroke-opacity: 0.8; }
.plot .line { stroke: var(--plot-ink); stroke-width: 1.5; fill: none; }
.plot .limit { stroke: var(--plot-warn); stroke-width: 1.5; stroke-dasharray: 5 4; }
.plot .limit-text { fill: var(--plot-warn); }
.plot .bar { fill: var(--plot-accent); }
.plot .bar-before { fill: var(--plot-soft); }
.plot .interval { stroke: var(--plot-accent); stroke-width: 2.5; }
.plot .paper { stroke: var(--plot-soft); stroke-width: 2.5; }
.plot .paper-dot { fill: var(--plot-soft); }
.plot .value-dot { fill: var(--plot-accent); }
`;
