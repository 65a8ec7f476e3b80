import type { GlossaryEntry } from '../../words/glossary.ts';
import { glossary } from '../../words/glossary.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block } from '../document/document.ts';

/** The words of the report, then the abbreviations. */
export function glossaryBlocks({ t, localiser }: DocumentContext): Block[] {
  const { terms, acronyms } = glossary(localiser, 'paper');
  const listed = (entries: readonly GlossaryEntry[]): Block => ({
    kind: 'key-values',
    rows: entries.map(({ term, text }) => ({ label: term, values: [text] })),
  });
  return [
    { kind: 'heading', level: 2, text: t('report.glossary.terms') },
    listed(terms),
    { kind: 'heading', level: 2, text: t('report.glossary.acronyms') },
    listed(acronyms),
  ];
}
