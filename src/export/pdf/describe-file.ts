import { escapeXml } from '../document/printable-text.ts';

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

const element = (name: string, content: string) => `<${name}>${content}</${name}>`;
const listed = (name: string, kind: 'Seq' | 'Bag', text: string) =>
  text === '' ? '' : element(name, element(`rdf:${kind}`, element('rdf:li', escapeXml(text))));

/** Title, author, language, time and program as XMP, which readers and libraries look into before the file's own record. */
export function describeFile({ title, author = '', language, created, producer }: DocumentFacts): string {
  const at = created.toISOString().replace(/\.\d+Z$/, 'Z');
  const said = `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt>`;
  return [
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">',
    `${element('xmp:CreateDate', at)}${element('xmp:CreatorTool', escapeXml(producer))}</rdf:Description>`,
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `${element('dc:title', said)}${listed('dc:creator', 'Seq', author)}${listed('dc:language', 'Bag', language)}</rdf:Description>`,
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `${element('pdf:Producer', escapeXml(producer))}</rdf:Description>`,
  ].join('\n');
}
