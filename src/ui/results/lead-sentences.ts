import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { ReportSentence } from '../../report/report.ts';
import type { FrameworkWords } from '../../words/framework-words.ts';

export interface LeadSentence {
  readonly id: string;
  readonly text: string;
}

/** What opens the page, counts first. Differing positions of institutions stay off a page that circulates. */
const SHOWN = ['summary.levels', 'summary.pairs', 'summary.mostRoom', 'summary.rated'];

function levels(facts: ReportSentence['facts'], framework: Framework, words: FrameworkWords, localiser: Localiser) {
  const { count, of, level, position, scale } = facts;
  if (typeof level !== 'string' || typeof scale !== 'string' || position === null) {
    return localiser.t('results.sentence.levelsOfScales', { count, of });
  }
  const highest = framework.structure.scales[scale]?.levels.length === position;
  const label = words.levelInSentence(scale, level);
  return localiser.t(highest ? 'results.sentence.levelsTop' : 'results.sentence.levels', { count, of, level: label });
}

function pairs(facts: ReportSentence['facts'], localiser: Localiser): string {
  const difference = Number(facts['lawHigher']) - Number(facts['practiceHigher']);
  const comparison = difference === 0 ? 'even' : difference > 0 ? 'law' : 'practice';
  return localiser.t('results.sentence.pairs', { ...facts, comparison });
}

function word(sentence: ReportSentence, framework: Framework, words: FrameworkWords, localiser: Localiser) {
  const { id, facts } = sentence;
  if (Object.keys(facts).length === 0) return null;
  switch (id) {
    case 'summary.levels':
      return levels(facts, framework, words, localiser);
    case 'summary.pairs':
      return pairs(facts, localiser);
    case 'summary.mostRoom':
      return localiser.t('results.sentence.mostRoom', { domain: words.domain(String(facts['domain'])) });
    case 'summary.rated':
      return localiser.t('results.sentence.rated', facts);
    default:
      return null;
  }
}

/** What a person wrote holds in its own language and as long as its facts have not changed. */
function writtenText({ edited, factsHash }: ReportSentence, localiser: Localiser): string | null {
  if (edited === null || edited.factsHash !== factsHash || edited.text.trim() === '') return null;
  const own = edited.language === undefined || edited.language === localiser.language.code;
  return own ? localiser.text(edited.text.trim()) : null;
}

/** The opening sentences of the results: what the team made of one, else its facts in the reader's language. */
export function leadSentences(
  sentences: readonly ReportSentence[],
  framework: Framework,
  words: FrameworkWords,
  localiser: Localiser,
): LeadSentence[] {
  return SHOWN.flatMap((id) => {
    const sentence = sentences.find((one) => one.id === id);
    if (sentence === undefined) return [];
    const text = writtenText(sentence, localiser) ?? word(sentence, framework, words, localiser);
    return text === null ? [] : [{ id, text }];
  });
}
