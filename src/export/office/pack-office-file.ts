import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escapeXml } from '../document/printable-text.ts';

/** What an office file says of itself. */
interface OfficeProperties {
  readonly title: string;
  readonly author: string;
  readonly language: string;
  /** When the file says that it was made: ISO date or instant; it says nothing without it. */
  readonly now?: string;
}

/** Office files are zip files, whose parts have a time of their own: this one. */
const PART_TIME = new Date(1980, 0, 1);
const CORE = 'docProps/core.xml';
const TYPES = '[Content_Types].xml';
const RELATIONS = '_rels/.rels';
const CORE_TYPE = 'application/vnd.openxmlformats-package.core-properties+xml';
const CORE_RELATION = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

function coreXml({ title, author, language, now }: OfficeProperties): string {
  const made = new Date(now ?? '');
  const at = (name: string) =>
    Number.isNaN(made.getTime())
      ? ''
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${made.toISOString().replace(/\.\d+Z$/, 'Z')}</dcterms:${name}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>${at('created')}${at('modified')}<dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`;
}

interface OfficeChanges {
  /** Changes a part. */
  readonly edit?: (name: string, xml: string) => string;
  /** Given the names of all parts: names parts anew, in their names and wherever they are named. */
  readonly rename?: (names: readonly string[]) => (text: string) => string;
}

const IS_TEXT = /\.(?:xml|rels)$/;

/**
 * An office file with title, author, language and date among its properties, packed so that the same parts and time give the
 * same bytes; so are the workbooks inside it, from which charts are drawn.
 */
export function packOfficeFile(
  bytes: Uint8Array,
  properties: OfficeProperties,
  { edit = (_, xml) => xml, rename = () => (text) => text }: OfficeChanges = {},
): Uint8Array<ArrayBuffer> {
  const given = unzipSync(bytes);
  const named = rename(Object.keys(given));
  const parts = Object.fromEntries(
    Object.entries(given).map(([old, part]) => {
      const name = named(old);
      if (IS_TEXT.test(name)) return [name, strToU8(edit(name, named(strFromU8(part))))];
      return [name, name.endsWith('.xlsx') ? packOfficeFile(part, properties) : part];
    }),
  );
  const add = (name: string, before: string, added: string) => {
    const part = parts[name];
    if (part !== undefined) parts[name] = strToU8(strFromU8(part).replace(before, `${added}${before}`));
  };
  if (parts[CORE] === undefined) {
    add(TYPES, '</Types>', `<Override ContentType="${CORE_TYPE}" PartName="/${CORE}"/>`);
    add(RELATIONS, '</Relationships>', `<Relationship Id="rId-properties" Type="${CORE_RELATION}" Target="${CORE}"/>`);
  }
  parts[CORE] = strToU8(coreXml(properties));
  return zipSync(parts, { mtime: PART_TIME });
}
