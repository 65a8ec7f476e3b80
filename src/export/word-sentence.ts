import type { ReportSentence } from '../report/report.ts';
import type { DocumentContext } from './document-context.ts';

/** The words of a generated sentence from its facts; null for an id that has no words, or where its facts are gone. */
function generate(context: DocumentContext, { id, facts }: ReportSentence): string | null {
  const { t } = context;
  if (Object.keys(facts).length === 0) return null;
  switch (id) {
    case 'summary.levels': {
      const { count, of, level, scale } = facts;
      if (typeof level !== 'string' || typeof scale !== 'string')
        return t('results.sentence.levelsOfScales', { count, of });
      const key = context.isHighest(scale, level) ? 'results.sentence.levelsTop' : 'results.sentence.levels';
      return t(key, { count, of, level: context.levelInSentence(scale, level) });
    }
    case 'summary.pairs': {
      const difference = Number(facts['lawHigher']) - Number(facts['practiceHigher']);
      const comparison = difference === 0 ? 'even' : difference > 0 ? 'law' : 'practice';
      return t('results.sentence.pairs', { ...facts, comparison });
    }
    case 'summary.mostRoom':
      return t('results.sentence.mostRoom', { domain: context.domainTitle(String(facts['domain'])) });
    default:
      return null;
  }
}

/**
 * A sentence as it is printed: what a person made of it, as long as its facts have not changed and it is in the language
 * of the report, else its generated words; null where there are none.
 */
export function wordSentence(context: DocumentContext, sentence: ReportSentence): string | null {
  const { edited, factsHash } = sentence;
  const holds =
    edited !== null &&
    edited.text.trim() !== '' &&
    edited.factsHash === factsHash &&
    (edited.language === undefined || edited.language === context.localiser.language.code);
  return holds ? context.localiser.text(edited.text.trim()) : generate(context, sentence);
}
