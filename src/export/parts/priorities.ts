import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { Quadrant } from '../../domain/gaps/quadrant.ts';
import { QUADRANTS } from '../../domain/gaps/quadrant.ts';
import type { ReportIndicator } from '../../report/report.ts';
import { codeList, joinTexts } from '../document/code-list.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow } from '../document/document.ts';
import { fromTo, gapOrder, leadWords } from './gaps.ts';

/** Rows of the list; the matrix has all of them. */
const LISTED = 10;

function matrix(context: DocumentContext, of: ReadonlyMap<Quadrant, readonly ReportIndicator[]>): Block {
  const { t } = context;
  const rule = ruleOfVersion(context.report.engine);
  const cell = (quadrant: Quadrant) => {
    const own = of.get(quadrant) ?? [];
    const name = t('report.priorities.cell', { name: t(`gaps.quadrant.${quadrant}`), count: own.length });
    return [[{ text: name, strong: true }], codeList(own.map(({ id }) => id))];
  };
  return {
    kind: 'table',
    caption: t('report.section.priorities'),
    rowHeader: 0,
    columns: [
      { label: t(`report.column.${rule}`), share: 16 },
      { label: t('report.priorities.easy'), share: 42 },
      { label: t('report.priorities.hard'), share: 42 },
    ],
    rows: [
      { cells: [[t('report.priorities.high')], cell('act-first'), cell('major-reform')] },
      { cells: [[t('report.priorities.lower')], cell('easy-improvement'), cell('later')] },
    ],
  };
}

function listRow(context: DocumentContext, indicator: ReportIndicator, rank: number): TableRow {
  const { t } = context;
  const { id, ease, quadrant } = indicator;
  const given = (value: number | null) => (value === null ? t('report.gaps.notGiven') : context.number(value));
  return {
    cells: [
      [context.number(rank)],
      [codeAndTitle(context, id)],
      [[{ text: fromTo(context, indicator), code: true }]],
      [given(indicator[ruleOfVersion(context.report.engine)])],
      [given(ease)],
      [quadrant === null ? t('report.none') : t(`gaps.quadrant.${quadrant}`)],
      [leadWords(context, indicator) ?? t('report.none')],
    ],
  };
}

/** Impact (by engine 1: need) against ease: the four quadrants with their codes, then the first by rank. */
export function priorityBlocks(context: DocumentContext): Block[] {
  const { t } = context;
  const rule = ruleOfVersion(context.report.engine);
  const placed = gapOrder(context).filter(({ quadrant }) => quadrant !== null);
  if (placed.length === 0) return [];
  const ranked = context.report.priorities.slice(0, LISTED).flatMap(({ id, rank }) => {
    const indicator = context.indicatorById.get(id);
    return indicator === undefined ? [] : [{ indicator, rank }];
  });
  const left = context.report.priorities.length - ranked.length;
  const see = context.seeSection('gaps');
  const of = new Map(QUADRANTS.map((id) => [id, placed.filter(({ quadrant }) => quadrant === id)] as const));
  return [
    { kind: 'paragraph', role: 'note', text: t('report.priorities.note', { rule }) },
    matrix(context, of),
    { kind: 'heading', level: 2, text: t('report.priorities.list') },
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
            text: joinTexts(
              t('report.summary.more', { count: left }),
              ...(see.length === 0 ? [] : [t('report.colon'), see]),
            ),
          } as const,
        ]
      : []),
  ];
}
