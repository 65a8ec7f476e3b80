import type { ReportSentence } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';

const DOMAIN_LEVELS = 'domain.levels.';

function domainWords(context: DocumentContext, { count, of, level, scale }: ReportSentence['facts']): string {
  if (typeof level !== 'string' || typeof scale !== 'string')
    return context.t('report.sentence.domainOfScales', { count: count ?? null, of: of ?? null });
  const key = context.isHighest(scale, level) ? 'report.sentence.domainTop' : 'report.sentence.domain';
  return context.t(key, {
    count: count ?? null,
    of: of ?? null,
    level: context.levelInSentence(scale, level),
  });
}

/** The words of a generated sentence from its facts; null for an id that has no words, or where its facts are gone. */
export function generateSentence(context: DocumentContext, { id, facts }: ReportSentence): string | null {
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
    case 'summary.differing': {
      const apart = Number(facts['divided']) + Number(facts['toDiscuss']);
      return t('report.sentence.differing', { apart, of: facts['of'] ?? null });
    }
    default:
      return id.startsWith(DOMAIN_LEVELS) ? domainWords(context, facts) : null;
  }
}

/** What a person made of a sentence, where it is in the language of the report. */
export function editedText(context: DocumentContext, { edited }: ReportSentence): string | null {
  if (edited === null || edited.text.trim() === '') return null;
  const foreign = edited.language !== undefined && edited.language !== context.localiser.language.code;
  return foreign ? null : context.localiser.text(edited.text.trim());
}

/** Whether the facts have changed since a person wrote the sentence. */
export function isOutdated({ edited, factsHash }: ReportSentence): boolean {
  return edited !== null && edited.factsHash !== factsHash;
}

/**
 * A sentence as it is printed: what a person made of it, marked where its facts have changed since, else its generated
 * words; null where there are none.
 */
export function wordSentence(context: DocumentContext, sentence: ReportSentence): string | null {
  const written = editedText(context, sentence);
  if (written === null) return generateSentence(context, sentence);
  return isOutdated(sentence) ? `${context.t('report.sentence.outdated')} ${written}` : written;
}
