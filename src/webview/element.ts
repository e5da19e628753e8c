const SVG = 'http://www.w3.org/2000/svg';

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Children = readonly (Node | string)[];

/** An element with its attributes and children. Texts become text nodes, never markup; `false` leaves an attribute out. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Children
): HTMLElementTagNameMap[Tag] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same for a shape of a drawing. */
export function shape<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Children
): SVGElementTagNameMap[Tag] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<T extends Element>(node: T, attributes: Attributes, children: Children): T {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children);
  return node;
}

/** A button that does one thing. */
export function button(label: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const node = element('button', { type: 'button', ...attributes }, label);
  node.addEventListener('click', onClick);
  return node;
}

/** A part of the page: drawn once, then kept up to date. */
export interface View<T> {
  readonly element: HTMLElement;
  update(data: T): void;
}

/** A section under a heading. */
export function section(id: string, title: string, ...children: Children): HTMLElement {
  const heading = element('h2', { id: `${id}-title`, tabindex: -1 }, title);
  return element('section', { id, 'aria-labelledby': `${id}-title` }, heading, ...children);
}

/** Paragraphs, one for each sentence or group of sentences. */
export function paragraphs(texts: readonly string[], className?: string): HTMLElement[] {
  return texts.map((text) => element('p', { class: className }, text));
}
