import type { Crosswalk } from '../domain/framework/crosswalk-schema.ts';
import type { Localiser } from '../i18n/localiser.ts';

/** A crosswalk in the reader's language, else in its first one; a key without a crosswalk shows itself. */
export interface LensWords {
  readonly title: string;
  readonly description: string | null;
  readonly isHistorical: boolean;
  /** Shown unless somebody chose otherwise. */
  readonly isDefault: boolean;
  readonly code: (code: string) => string | null;
  /** Place of a code in the crosswalk, for its own order; unknown codes come last. */
  readonly order: (code: string) => number;
}

/** Words of one lens for one reader. */
export function lensWords(key: string, crosswalk: Crosswalk | undefined, localiser: Localiser): LensWords {
  const [first = ''] = crosswalk?.languages ?? [];
  const texts = crosswalk?.texts[localiser.language.code] ?? crosswalk?.texts[first];
  const write = (text: string | undefined) => (text === undefined ? null : localiser.text(text));
  const codes = crosswalk?.codes.map(({ code }) => code) ?? [];
  return {
    title: write(texts?.title) ?? key,
    description: write(texts?.description),
    isHistorical: crosswalk?.historical === true,
    isDefault: crosswalk?.default !== false,
    code: (code) => write(texts?.codes[code]),
    order: (code) => (codes.includes(code) ? codes.indexOf(code) : codes.length),
  };
}
