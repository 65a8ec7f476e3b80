import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import { hashFacts } from '../../report/build-sentences.ts';
import type { Report, ReportSentence } from '../../report/report.ts';
import { coverageWords } from './about.ts';
import type { DocumentContext, DocumentOptions } from './document-context.ts';
import { makeContext } from './document-context.ts';
import { editedText, generateSentence, isOutdated } from './word-sentence.ts';

/** A sentence of the report as a person edits it. */
export interface EditableSentence {
  readonly id: string;
  /** What it is about. */
  readonly title: string;
  /** What the figures say; null where only a person can say it. */
  readonly generated: string | null;
  /** What a person made of it, in the language of the report. */
  readonly written: string | null;
  /** The figures have changed since it was written. */
  readonly outdated: boolean;
  /** To be kept with what is written. */
  readonly factsHash: string;
}

/** Sentences of one's own on the summary page, beside the generated ones. */
const OWN = ['summary.own-1', 'summary.own-2'];
const SUMMARY_TITLES = {
  'summary.levels': 'report.sentences.levels',
  'summary.pairs': 'report.sentences.pairs',
  'summary.mostRoom': 'report.sentences.mostRoom',
  'summary.rated': 'report.sentences.rated',
  'summary.differing': 'report.sentences.differing',
} as const;

function titleOf(context: DocumentContext, id: string): string {
  const { t } = context;
  const known = SUMMARY_TITLES[id as keyof typeof SUMMARY_TITLES] as
    (typeof SUMMARY_TITLES)['summary.levels'] | undefined;
  if (known !== undefined) return t(known);
  if (id === 'next-steps.lessons') return t('report.nextSteps.lessons');
  const domain = /^domain\.(levels|note)\.(.+)$/.exec(id);
  if (domain === null) return t('report.sentences.own');
  const title = context.domainTitle(domain[2] ?? '');
  return t(domain[1] === 'note' ? 'report.sentences.domainNote' : 'report.sentences.domain', { domain: title });
}

function generatedOf(context: DocumentContext, sentence: ReportSentence): string | null {
  if (sentence.id === 'summary.rated') return coverageWords(context);
  return generateSentence(context, sentence);
}

/** Every sentence that can be edited, in the order of the report, and room for one's own. */
export function listSentences(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
): EditableSentence[] {
  const context = makeContext(report, framework, localiser, options);
  const known = new Map(report.sentences.map((sentence) => [sentence.id, sentence]));
  const free = [...OWN, ...report.domains.map(({ id }) => `domain.note.${id}`), 'next-steps.lessons'];
  const ids = [...new Set([...known.keys(), ...free])];
  const place = (id: string) => ['summary', 'domain', 'next-steps'].indexOf(id.split('.')[0] ?? '');
  return ids
    .sort((a, b) => place(a) - place(b))
    .map((id): EditableSentence => {
      const sentence = known.get(id) ?? { id, facts: {}, factsHash: hashFacts({}), edited: null };
      return {
        id,
        title: titleOf(context, id),
        generated: generatedOf(context, sentence),
        written: editedText(context, sentence),
        outdated: isOutdated(sentence),
        factsHash: sentence.factsHash,
      };
    });
}
