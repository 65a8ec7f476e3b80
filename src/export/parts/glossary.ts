import type { DocumentContext } from './document-context.ts';
import type { Block } from '../document/document.ts';

const TERMS = [
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
const ACRONYMS = ['gcm', 'idp', 'ilo', 'iom', 'mgi', 'migof', 'na', 'sdg', 'un', 'vnr'] as const;

/** The words of the report, in the order of the reader's alphabet, then the abbreviations. */
export function glossaryBlocks({ t, localiser }: DocumentContext): Block[] {
  const sorted = <Key extends string>(keys: readonly Key[], label: (key: Key) => string, text: (key: Key) => string) =>
    keys
      .map((key) => ({ label: label(key), values: [text(key)] }))
      .sort((a, b) => a.label.localeCompare(b.label, localiser.language.locale));
  return [
    { kind: 'heading', level: 2, text: t('report.glossary.terms') },
    {
      kind: 'key-values',
      rows: sorted(
        TERMS,
        (key) => t(`report.glossary.${key}`),
        (key) => t(`report.glossary.${key}.text`),
      ),
    },
    { kind: 'heading', level: 2, text: t('report.glossary.acronyms') },
    {
      kind: 'key-values',
      rows: sorted(
        ACRONYMS,
        (key) => t(`report.acronym.${key}`),
        (key) => t(`report.acronym.${key}.text`),
      ),
    },
  ];
}
