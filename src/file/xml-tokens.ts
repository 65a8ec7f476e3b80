/** What a text of XML is made of, as far as workbooks need it. Prefixes of names are left out. */
export interface XmlHandlers {
  /** `attributes` as they stand, entities and all; the text is given when asked for. */
  readonly onopen: (name: string, attributes: () => ReadonlyMap<string, string>) => void;
  readonly onclose: (name: string) => void;
  /** Text as it stands between tags, entities and all. */
  readonly ontext: (text: string) => void;
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);
/**
 * Tried from the beginning of a name only: from each of its letters, a long one would take the square of its length.
 */
const ATTRIBUTE = /(?<![^\s=/"'])([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

const NONE: ReadonlyMap<string, string> = new Map();

function attributesIn(tag: string): ReadonlyMap<string, string> {
  if (!tag.includes('=')) return NONE;
  return new Map(
    [...tag.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [withoutPrefix(name), value.slice(1, -1)]),
  );
}

/** Where a tag ends: `>` in quotation marks is no end. -1 where it has none. */
function endOfTag(xml: string, start: number): number {
  for (let at = start; at < xml.length; at += 1) {
    const character = xml.charCodeAt(at);
    if (character === 0x3e) return at;
    if (character === 0x22 || character === 0x27) {
      at = xml.indexOf(xml.charAt(at), at + 1);
      if (at === -1) return -1;
    }
  }
  return -1;
}

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Goes through a text of XML once, in time that grows with its length only. False where it is none, or declares what no
 * office program does (a document type, which could define text that grows).
 */
export function readXml(xml: string, { onopen, onclose, ontext }: XmlHandlers): boolean {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start === -1) break;
    if (start > at) ontext(xml.slice(at, start));
    if (xml.startsWith('<!--', start)) {
      const end = xml.indexOf('-->', start + 4);
      if (end === -1) return false;
      at = end + 3;
    } else if (xml.startsWith('<![CDATA[', start)) {
      const end = xml.indexOf(']]>', start);
      if (end === -1) return false;
      ontext(escapeText(xml.slice(start + 9, end)));
      at = end + 3;
    } else if (xml.startsWith('<!', start)) return false;
    else {
      const end = xml.startsWith('<?', start) ? xml.indexOf('>', start) : endOfTag(xml, start + 1);
      if (end === -1) return false;
      const tag = xml.slice(start + 1, end);
      at = end + 1;
      if (tag.startsWith('?')) continue;
      if (tag.startsWith('/')) {
        onclose(withoutPrefix(tag.slice(1).trim()));
        continue;
      }
      const [name = ''] = /^[^\s/]+/.exec(tag) ?? [];
      onopen(withoutPrefix(name), () => attributesIn(tag.slice(name.length)));
      if (tag.endsWith('/')) onclose(withoutPrefix(name));
    }
  }
  return true;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** An attribute as it is meant. */
export function textOfXml(raw: string): string {
  return raw.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (all, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? all;
    const point = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}
