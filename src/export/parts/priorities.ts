import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow } from '../document/document.ts';
import { fromToInline, gapOrder, givenWords, leadNames, orderWords, quadrantWords } from './gap-words.ts';
import { priorityMatrix } from './priority-matrix.ts';
import { listedNames } from './written-paragraphs.ts';

/** Rows of the list; the matrix has all of them. */
const LISTED = 10;

function listRow(context: DocumentContext, indicator: ReportIndicator, rank: number): TableRow {
  const { t } = context;
  const { id, ease } = indicator;
  const leads = leadNames(context, indicator);
  return {
    cells: [
      [context.number(rank)],
      [codeAndTitle(context, id)],
      [[fromToInline(context, indicator)]],
      [givenWords(context, indicator[ruleOfVersion(context.report.engine)])],
      [givenWords(context, ease)],
      [quadrantWords(context, indicator)],
      [leads.length === 0 ? t('report.none') : listedNames(context, leads)],
    ],
  };
}

/** What the room voted, most dots first: it proposes an impact, beside which stands the one that was decided. */
function voteBlocks(context: DocumentContext): Block[] {
  const { t, number } = context;
  const { vote } = context.report;
  if (vote === null) return [];
  return [
    { kind: 'heading', level: 2, text: t('report.vote.title') },
    {
      kind: 'table',
      caption: t('report.vote.title'),
      rowHeader: 0,
      columns: [
        { label: t('report.column.indicator'), share: 58 },
        { label: t('report.vote.dots'), share: 12, align: 'center' },
        { label: t('report.vote.proposed'), share: 15, align: 'center' },
        { label: t('report.vote.decided'), share: 15, align: 'center' },
      ],
      rows: vote.results.slice(0, LISTED).map(({ indicator, dots, impact }) => ({
        cells: [
          [codeAndTitle(context, indicator)],
          [number(dots)],
          [givenWords(context, impact)],
          [givenWords(context, context.indicatorById.get(indicator)?.impact ?? null)],
        ],
      })),
    },
    {
      kind: 'paragraph',
      role: 'note',
      text: t('report.vote.note', { vote: vote.vote, dots: vote.dots, count: vote.results.length }),
    },
  ];
}

/**
 * The matrix, then the first by rank; where the gaps are printed, the matrix stands with them, and they are that list. Then
 * what the room voted.
 */
export function priorityBlocks(context: DocumentContext): Block[] {
  return [...rankedBlocks(context), ...voteBlocks(context)];
}

function rankedBlocks(context: DocumentContext): Block[] {
  if (context.options.sections.has('gaps')) return [];
  const whole = priorityMatrix(context, gapOrder(context));
  if (whole.length === 0) return [];
  const { t } = context;
  const rule = ruleOfVersion(context.report.engine);
  const ranked = context.report.priorities.slice(0, LISTED).flatMap(({ id, rank }) => {
    const indicator = context.indicatorById.get(id);
    return indicator === undefined ? [] : [{ indicator, rank }];
  });
  const left = context.report.priorities.length - ranked.length;
  return [
    ...whole,
    { kind: 'heading', level: 2, text: t('report.priorities.list') },
    { kind: 'paragraph', role: 'note', text: orderWords(context, 'priorities') },
    {
      kind: 'table',
      caption: t('report.priorities.list'),
      rowHeader: 1,
      columns: [
        { label: t('report.priorities.rank'), share: 6 },
        { label: t('report.column.indicator'), share: 34 },
        { label: t('report.column.fromTo'), share: 8, align: 'center' },
        { label: t(`report.column.${rule}`), share: 7, align: 'center' },
        { label: t('report.column.ease'), share: 7, align: 'center' },
        { label: t('gaps.quadrant'), share: 19 },
        { label: t('report.column.lead'), share: 20 },
      ],
      rows: ranked.map(({ indicator, rank }) => listRow(context, indicator, rank)),
    },
    ...(left > 0
      ? [
          {
            kind: 'paragraph',
            role: 'note',
            text: t('report.summary.more', { count: left }),
          } as const,
        ]
      : []),
  ];
}
