import type { TableRow } from '../document/document.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';
import { coverageWords } from '../parts/about.ts';
import { statusWords } from '../parts/cover.ts';
import { crosswalkTexts, relatedIndicators } from '../parts/crosswalk.ts';
import { codeAndTitle } from '../parts/document-context.ts';
import { standingWords } from '../parts/law-and-practice.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterSection, saying, signNote } from './letter-context.ts';
import { sourcesOf, standingOfAnswer } from './official-rows.ts';

const GLOBAL_COMPACT = 'gcm';
const OBJECTIVES = 23;

function objectiveBlocks(context: LetterContext, code: string): LetterBlock[] {
  const { localiser, t } = context;
  const crosswalk = context.options.crosswalks?.get(GLOBAL_COMPACT);
  const words = crosswalk === undefined ? undefined : crosswalkTexts(context, crosswalk)?.codes[code];
  const caption = t('letters.review.objective', { code, title: words === undefined ? 'none' : localiser.text(words) });
  const heading: LetterBlock = { kind: 'heading', level: 2, text: caption };
  const related = relatedIndicators(context, GLOBAL_COMPACT, code);
  if (related.length === 0) return [heading, saying(t('letters.review.none'))];
  const rows = related.map((indicator): TableRow => {
    const sources = sourcesOf(context, indicator);
    const standing = standingOfAnswer(context, indicator);
    return {
      cells: [
        [codeAndTitle(context, indicator.id)],
        [standingWords(context, indicator.id)],
        [standing === '' ? t('report.none') : standing],
        sources.length === 0 ? [t('letters.official.noSource')] : sources,
      ],
    };
  });
  const columns = [
    { label: t('report.column.indicator'), share: 36 },
    { label: t('report.column.level'), share: 18 },
    { label: t('letters.review.standing'), share: 14 },
    { label: t('letters.official.sources'), share: 32 },
  ];
  return [heading, { kind: 'table', caption, rowHeader: 0, columns, rows }];
}

/** What the round says on each objective of the Global Compact, from which a voluntary review is written. */
export function buildVoluntaryReview(context: LetterContext): LetterDocument {
  const { t } = context;
  const title = t('letters.paper.voluntary-review');
  const codes = Array.from({ length: OBJECTIVES }, (_, index) => String(index + 1));
  return letterDocument(context, title, [
    letterSection('voluntary-review', title, [
      saying(t('letters.review.nature')),
      saying(`${coverageWords(context)} ${t('letters.transmission.status', { status: statusWords(context) })}`),
      signNote(context),
      saying(t('letters.review.signs')),
      ...codes.flatMap((code) => objectiveBlocks(context, code)),
    ]),
  ]);
}
