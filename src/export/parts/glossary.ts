import type { GlossaryEntry } from '../../words/glossary.ts';
import { glossary } from '../../words/glossary.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, Section } from '../document/document.ts';

/** Whether an abbreviation stands in a text as a word, also in the plural. */
export function standsIn(text: string, term: string): boolean {
  const written = term.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/\s/g, '\\s');
  return new RegExp(`(?<![\\p{L}\\p{N}])${written}s?(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/** The words of the report, then the abbreviations; of these only such as stand in the other parts, where those are given. */
export function glossaryBlocks({ t, localiser }: DocumentContext, others?: readonly Section[]): Block[] {
  const { terms, acronyms } = glossary(localiser, 'paper');
  const said = others === undefined ? null : JSON.stringify(others);
  const used = acronyms.filter(({ term }) => said === null || standsIn(said, term));
  const listed = (entries: readonly GlossaryEntry[]): Block => ({
    kind: 'key-values',
    rows: entries.map(({ term, text }) => ({ label: term, values: [text] })),
  });
  return [
    { kind: 'heading', level: 2, text: t('report.glossary.terms') },
    listed(terms),
    ...(used.length === 0
      ? []
      : [{ kind: 'heading', level: 2, text: t('report.glossary.acronyms') } as const, listed(used)]),
  ];
}
