/** An element of a part that we wrote, without what stands between its tags but elements and text. */
export interface Markup {
  readonly name: string;
  readonly attributes: string;
  readonly children: Markup[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The tree of a part that this application wrote itself: well formed, without comments. */
export function readMarkup(xml: string): Markup {
  const root: Markup = { name: '', attributes: '', children: [], text: '' };
  const open = [root];
  for (const [, close, name, attributes = '', empty, text] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s[^>]*?)?)(\/?)>|([^<]+)/g,
  )) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += text.replaceAll(/&(\w+);/g, (whole, one: string) => ENTITIES[one] ?? whole);
    else if (close === '/') open.pop();
    else if (name !== undefined) {
      const made: Markup = { name, attributes, children: [], text: '' };
      parent.children.push(made);
      if (empty !== '/') open.push(made);
    }
  }
  return root;
}

export const childOf = (element: Markup | undefined, name: string): Markup | undefined =>
  element?.children.find((child) => child.name === name);

/** Every element of a name below another. */
export function allBelow(element: Markup, name: string): Markup[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allBelow(child, name)]);
}

/** An attribute of Word; undefined without it. */
export const attributeOf = (element: Markup | undefined, name: string): string | undefined =>
  element === undefined ? undefined : new RegExp(`\\bw:${name}="([^"]*)"`).exec(element.attributes)?.[1];

/** The same as a number; undefined without it. */
export function numberOf(element: Markup | undefined, name: string): number | undefined {
  const value = attributeOf(element, name);
  return value === undefined ? undefined : Number(value);
}
