import { EVALUATION_GRADES, EVALUATION_GROUPS } from '../../domain/evaluation/summarise-evaluation.ts';
import type { TableRow } from '../document/document.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterSection, saying, subjectWords } from './letter-context.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';

/** Lines left for comments by hand. */
const COMMENT_LINES = 4;

/** The blank form for participants: a question a line, a digit to circle, room for comments; no name. */
export function buildEvaluationForm(context: LetterContext): LetterDocument {
  const { t, number } = context;
  const title = t('letters.paper.evaluation');
  const rows = EVALUATION_GROUPS.flatMap(({ id, items }): TableRow[] => [
    { group: t(`evaluation.group.${id}`) },
    ...items.map((item): TableRow => ({
      cells: [[t(`evaluation.item.${item}`)], ...EVALUATION_GRADES.map((grade) => [number(grade)])],
    })),
  ]);
  return letterDocument(context, title, [
    letterSection('evaluation', title, [
      { kind: 'paragraph', role: 'lead', text: subjectWords(context) },
      saying(t('evaluation.formHow')),
      {
        kind: 'table',
        caption: t('evaluation.formTitle'),
        columns: [
          { label: t('evaluation.question'), share: 72 },
          ...EVALUATION_GRADES.map((grade) => ({ label: number(grade), share: 7, align: 'center' as const })),
        ],
        rows,
        rowHeader: 0,
      },
      { kind: 'heading', level: 2, text: t('evaluation.comment') },
      ...Array.from({ length: COMMENT_LINES }, () => saying(t('letters.line'))),
    ]),
  ]);
}

/** What participants thought, as the minutes report it; nothing without a form. */
export function evaluationBlocks({ t, report, localiser }: LetterContext): LetterBlock[] {
  const { evaluation } = report;
  if (evaluation === null) return [];
  const { forms, participants, responseRate, groups, comments } = evaluation;
  const shareWords = ({ share, satisfied, answered }: { share: number | null; satisfied: number; answered: number }) =>
    share === null
      ? t('evaluation.noAnswer')
      : t('evaluation.share', { share: localiser.percent(share), satisfied, answered });
  const rows = groups.flatMap((group): TableRow[] => [
    {
      group:
        group.items.length > 1
          ? t('evaluation.groupShare', { name: t(`evaluation.group.${group.group}`), share: shareWords(group) })
          : t(`evaluation.group.${group.group}`),
    },
    ...group.items.map((item): TableRow => ({ cells: [[t(`evaluation.item.${item.item}`)], [shareWords(item)]] })),
  ]);
  return [
    { kind: 'heading', level: 2, text: t('evaluation.title') },
    saying(
      responseRate === null
        ? t('evaluation.responseUnknown', { forms })
        : t('evaluation.response', { rate: localiser.percent(responseRate), forms, participants }),
    ),
    {
      kind: 'table',
      caption: t('evaluation.title'),
      columns: [
        { label: t('evaluation.question'), share: 66 },
        { label: t('evaluation.satisfied'), share: 34 },
      ],
      rows,
      rowHeader: 0,
    },
    ...(comments.length === 0 ? [] : [{ kind: 'list', items: comments.map((text) => localiser.text(text)) } as const]),
  ];
}
