/** What a file says of itself. */
export interface DocumentFacts {
  readonly title: string;
  readonly author?: string;
  readonly language: string;
  /** When it says that it was made. */
  readonly created: Date;
  /** Program that made it. */
  readonly producer: string;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** What stands between tags: a name may hold any sign, or one that XML has no place for. */
const escaped = (text: string) =>
  text
    .replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? '')
    .replaceAll(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '');

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const listed = (name: string, kind: 'Seq' | 'Bag', text: string) =>
  text === '' ? '' : element(name, element(`rdf:${kind}`, element('rdf:li', escaped(text))));

/** Title, author, language, time and program as XMP, which readers and libraries look into before the file's own record. */
export function describeFile({ title, author = '', language, created, producer }: DocumentFacts): string {
  const at = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const said = `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt>`;
  return [
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    `${element('xmp:CreateDate', at)}${element('xmp:CreatorTool', escaped(producer))}</rdf:Description>`,
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `${element('dc:title', said)}${listed('dc:creator', 'Seq', author)}${listed('dc:language', 'Bag', language)}</rdf:Description>`,
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `${element('pdf:Producer', escaped(producer))}</rdf:Description>`,
  ].join('\n');
}
