import { readingRules } from '../../domain/framework/framework-names.ts';
import type { IndicatorStructure } from '../../domain/framework/framework-schema.ts';
import { marksAmong } from '../../domain/profile/level-marks.ts';
import { LEVEL_MARK_SIGNS } from '../../words/level-mark-words.ts';
import { termWords } from '../../words/term-words.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block } from '../document/document.ts';

/** Parts that give positions, in print order. */
const POSITION_PARTS = ['profile', 'comparison', 'subdomains'] as const;

type TextBlock = Extract<Block, { kind: 'heading' | 'list' | 'key-values' }>;

/** What the words of the requirements mean, as the framework says; nothing where it says nothing. Also on paper forms. */
export function readingRuleBlocks({
  framework,
  texts,
  quote,
  t,
}: Pick<DocumentContext, 'framework' | 'texts' | 'quote' | 't'>): TextBlock[] {
  const rules = readingRules(framework.structure, texts);
  if (rules.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('beside.readingRules') },
    { kind: 'list', items: rules.map((rule) => [quote(rule)]) },
  ];
}

/** What the terms of these indicators mean, and after whom; nothing where they name none. Also on paper forms. */
export function termBlocks(
  { texts, localiser, quote, t }: Pick<DocumentContext, 'texts' | 'localiser' | 'quote' | 't'>,
  indicators: readonly IndicatorStructure[],
): TextBlock[] {
  const terms = termWords(indicators, texts, localiser);
  if (terms.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('beside.terms') },
    {
      kind: 'key-values',
      rows: terms.map(({ term, text, source }) => ({ label: term, values: [[quote(text)], [quote(source)]] })),
    },
  ];
}

/** The levels of every scale in use with digit, word and pattern; the signs; and what the figures do not say. */
export function howToReadBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const scales = report.distributions.map(({ scale, counts }, index): Block => ({
    kind: 'levels',
    heading: report.distributions.length > 1 ? t('report.howToRead.scale', { number: index + 1 }) : null,
    levels: counts.map(({ level }) => context.levelSign(scale, level)),
  }));
  const bands = report.framework.bands.map(({ id, from }) =>
    t('report.howToRead.band', { name: context.bandName(id), from: context.localiser.number(from, 1) }),
  );
  const places = POSITION_PARTS.filter((id) => context.printed.has(id)).map((id) =>
    t(`report.howToRead.position.${id}`),
  );
  const sign = (symbol: string, words: string) => ({ label: symbol, values: [words] });
  return [
    { kind: 'paragraph', role: 'lead', text: t('report.howToRead.lead') },
    { kind: 'heading', level: 2, text: t('report.howToRead.levels') },
    ...scales,
    { kind: 'paragraph', role: 'body', text: t('report.howToRead.cumulative') },
    ...readingRuleBlocks(context),
    { kind: 'heading', level: 2, text: t('report.howToRead.signs') },
    {
      kind: 'key-values',
      rows: [
        ...marksAmong(report.indicators).map((mark) => sign(LEVEL_MARK_SIGNS[mark], t(`report.howToRead.${mark}`))),
        sign(t('report.sign.unknown'), t('report.howToRead.unknown')),
        sign(t('report.sign.unanswered'), t('report.howToRead.unanswered')),
        sign(t('report.sign.notApplicable'), t('report.howToRead.notApplicable')),
        sign(t('report.sign.median'), t('report.howToRead.median')),
        sign(t('report.sign.target'), t('report.howToRead.target')),
      ],
    },
    { kind: 'heading', level: 2, text: t('report.howToRead.numbers') },
    {
      kind: 'list',
      items: [
        t('report.howToRead.counts'),
        ...(places.length === 0
          ? []
          : [
              t('report.howToRead.position', { places: context.localiser.list(places) }),
              t('report.howToRead.range'),
              ...(bands.length > 0 ? [t('report.howToRead.bands', { bands: bands.join(t('report.separator')) })] : []),
            ]),
      ],
    },
    { kind: 'heading', level: 2, text: t('report.howToRead.caveats') },
    {
      kind: 'list',
      items: [
        t('report.howToRead.caveat.selfAssessment'),
        t('report.howToRead.caveat.ranking'),
        t('report.howToRead.caveat.ordinal'),
      ],
    },
  ];
}
