import type { ZipRules } from './read-zip.ts';
import { readZip } from './read-zip.ts';
import { readDirectory } from './zip-directory.ts';

/** Where office files say when they were last saved: Office Open XML (ISO/IEC 29500-2) and OpenDocument (ISO/IEC 26300). */
const PLACES: ReadonlyMap<string, RegExp> = new Map([
  ['docProps/core.xml', /<(?:\w+:)?modified\b[^>]*>\s*([^<\s]+)\s*</],
  ['meta.xml', /<dc:date\b[^>]*>\s*([^<\s]+)\s*</],
]);
const MAXIMUM_BYTES = 256 * 1024;
const RULES: ZipRules = { limitOf: () => MAXIMUM_BYTES, isWanted: (name) => PLACES.has(name) };

/** OpenDocument programs write the time of the place, without a zone. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * When a workbook was last saved by the program that did, as it says itself (ISO instant, UTC); null where it does not
 * say so. A time without a zone is one of the place where it is read: a round is held in one country.
 */
export function savedAt(bytes: Uint8Array): string | null {
  const directory = readDirectory(bytes);
  if ('problem' in directory || !directory.parts.some(({ name }) => PLACES.has(name))) return null;
  const parts = readZip(bytes, RULES);
  if (!parts.ok) return null;
  for (const [name, content] of parts.value) {
    const said =
      PLACES.get(name)
        ?.exec(new TextDecoder().decode(content))?.[1]
        ?.replace(/(\.\d{3})\d+/, '$1') ?? '';
    if (!INSTANT.test(said)) continue;
    const milliseconds = Date.parse(said);
    if (!Number.isNaN(milliseconds)) return new Date(milliseconds).toISOString();
  }
  return null;
}
