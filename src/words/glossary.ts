import type { Localiser } from '../i18n/localiser.ts';

/** Words of an assessment that papers and screens use. */
const ON_PAPER = [
  'agreedLevel',
  'coverage',
  'domain',
  'evidence',
  'gap',
  'impactEase',
  'indicator',
  'level',
  'median',
  'need',
  'position',
  'range',
  'requirement',
  'reservation',
  'round',
  'target',
] as const;
/** Words of the work, which no paper uses. */
const ON_SCREENS = [
  'contributor',
  'coreSet',
  'endorsement',
  'kept',
  'lead',
  'measure',
  'pack',
  'provisional',
  'return',
] as const;
const ACRONYMS = ['gcm', 'idp', 'ilo', 'iom', 'mgi', 'migof', 'na', 'sdg', 'un', 'vnr'] as const;

export interface GlossaryEntry {
  readonly term: string;
  readonly text: string;
}

/** The words of Sextant explained, and the abbreviations, each in the order of the reader's alphabet. */
export function glossary(
  { t, language }: Pick<Localiser, 't' | 'language'>,
  place: 'paper' | 'screen',
): { readonly terms: readonly GlossaryEntry[]; readonly acronyms: readonly GlossaryEntry[] } {
  const sorted = (entries: GlossaryEntry[]) => entries.sort((a, b) => a.term.localeCompare(b.term, language.locale));
  return {
    terms: sorted(
      [...ON_PAPER, ...(place === 'screen' ? ON_SCREENS : [])].map((key) => ({
        term: t(`report.glossary.${key}`),
        text: t(`report.glossary.${key}.text`),
      })),
    ),
    acronyms: sorted(
      ACRONYMS.map((key) => ({ term: t(`report.acronym.${key}`), text: t(`report.acronym.${key}.text`) })),
    ),
  };
}
