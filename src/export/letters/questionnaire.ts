import type { Indicator } from '../../domain/framework/framework.ts';
import { readingRuleBlocks, termBlocks } from '../parts/how-to-read.ts';
import { lowestLevelLead } from '../../words/lowest-level-lead.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterSection } from './letter-context.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';

/** To be ticked by hand. */
const BOX = '\u2610';

function questionOf(context: LetterContext, indicator: Indicator): LetterBlock {
  const { t, texts, framework, localiser } = context;
  const { id, scale } = indicator;
  const words = texts.indicators[id];
  const levels = framework.structure.scales[scale]?.levels ?? [];
  return {
    kind: 'question',
    card: {
      code: id,
      title: [context.quote(context.indicatorTitle(id))],
      question: [context.quote(words?.question ?? '')],
      levels: levels.map((level, index) => ({
        sign: context.levelSign(scale, level.id),
        boxed: index > 0,
        lead: lowestLevelLead(framework, indicator, level.id, localiser),
        sentences: (words?.levels[level.id] ?? []).map((sentence) => [context.quote(sentence)]),
      })),
      alternatives: [t('letters.question.unknown')],
      lines: [
        `${BOX} ${t('letters.question.notApplicable')}`,
        t('letters.question.documents'),
        '',
        t('letters.question.comment'),
      ],
    },
  };
}

/** Every indicator in scope to be answered by hand, two a page; who fills it in, and how, on the first. */
export function buildQuestionnaire(context: LetterContext): LetterDocument {
  const { report, framework, t, lead, deadline } = context;
  const outOfScope = new Set(report.indicators.filter(({ status }) => status === 'out-of-scope').map(({ id }) => id));
  const indicators = framework.indicators.filter(({ id }) => !outOfScope.has(id));
  const title = t('letters.paper.questionnaire');
  const first = letterSection('how', title, [
    {
      kind: 'key-values',
      rows: [
        { label: t('letters.question.institution'), values: [t('letters.line')] },
        { label: t('letters.question.officer'), values: [t('letters.line')] },
        { label: t('letters.question.date'), values: [t('letters.line')] },
        { label: t('letters.question.return'), values: [`${deadline}${t('report.separator')}${lead}`] },
      ],
    },
    { kind: 'heading', level: 2, text: t('letters.question.intro') },
    {
      kind: 'list',
      items: [
        t('letters.question.how.one'),
        t('letters.question.how.two'),
        t('letters.question.how.three'),
        t('letters.question.how.four', { lead }),
      ],
    },
    ...readingRuleBlocks(context),
    ...termBlocks(context, indicators),
    ...report.distributions.map(({ scale, counts }): LetterBlock => ({
      kind: 'levels',
      heading: null,
      levels: counts.map(({ level }) => context.levelSign(scale, level)),
    })),
    ...(indicators.length === 0
      ? [{ kind: 'paragraph', role: 'body', text: t('letters.question.noIndicators') } as const]
      : []),
  ]);
  const cards = report.domains.flatMap(({ id }) => {
    const own = indicators.filter(({ domain }) => domain === id);
    return own.length === 0
      ? []
      : [
          letterSection(
            `domain-${id}`,
            '',
            own.map((one) => questionOf(context, one)),
          ),
        ];
  });
  return letterDocument(context, title, [first, ...cards]);
}
