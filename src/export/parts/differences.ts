import { positionsDiffer } from '../../domain/consensus/measure-agreement.ts';
import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { wordSentence } from './word-sentence.ts';
import { afterColon, writtenParagraphs } from './written-paragraphs.ts';
import { standingWords } from './law-and-practice.ts';
import { forumWords } from './forum-words.ts';

function scopeOf({ report }: DocumentContext): readonly ReportIndicator[] {
  return report.indicators.filter(({ status }) => status !== 'out-of-scope');
}

/** Indicators on which positions differ, those without common ground first. */
export function differing(context: DocumentContext): ReportIndicator[] {
  const apart = scopeOf(context).filter(({ agreement }) => positionsDiffer(agreement));
  const isDivided = ({ agreement }: ReportIndicator) => agreement.class === 'divided';
  return [...apart.filter(isDivided), ...apart.filter((one) => !isDivided(one))];
}

/** How many hold which level, without names: `1 nascent: 2`, one line each. */
function opinionCounts(context: DocumentContext, { scale, ratings }: ReportIndicator): Text[] {
  const { t, framework } = context;
  const line = (name: string, count: number) =>
    count === 0 ? [] : [t('report.bar.part', { name, count: context.number(count) })];
  const levels = framework.structure.scales[scale]?.levels ?? [];
  const holding = (level: string) =>
    ratings.filter(({ answer }) => answer.state === 'level' && answer.level === level).length;
  const saying = (state: string) => ratings.filter(({ answer }) => answer.state === state).length;
  return [
    ...levels.flatMap(({ id }) => line(context.levelWords(scale, id), holding(id))),
    ...line(t('report.answer.unknown'), saying('unknown')),
    ...line(t('report.notApplicable'), saying('not-applicable')),
  ];
}

function differingRow(context: DocumentContext, indicator: ReportIndicator): TableRow {
  const { t, localiser } = context;
  const { id, agreed, rationale, forum, reservations } = indicator;
  const where = forum === null ? [] : [localiser.text(forumWords(context, indicator))];
  const reserved = reservations.flatMap(({ institution, text }): Text[] => [
    [
      { text: `${t('report.differences.reservation', { name: context.institutionName(institution) })}`, strong: true },
      ...afterColon(context, text),
    ],
  ]);
  return {
    cells: [
      [codeAndTitle(context, id)],
      opinionCounts(context, indicator),
      [
        agreed
          ? standingWords(context, id)
          : t('report.differences.provisional', { level: standingWords(context, id) }),
      ],
      [...(rationale === null ? [] : writtenParagraphs(context, rationale)), ...where, ...reserved],
    ],
  };
}

/** Level against agreement, in counts: the same number of positions can stand on firm or on open ground. */
function groundTable(context: DocumentContext): Block[] {
  const { t, report } = context;
  const rated = scopeOf(context).filter(({ level, agreement }) => level !== null && agreement.n > 1);
  if (rated.length === 0) return [];
  const strong = new Set(report.strengths);
  const count = (above: boolean, apart: boolean) =>
    rated.filter(({ id, agreement }) => strong.has(id) === above && positionsDiffer(agreement) === apart).length;
  const row = (label: string, apart: boolean): TableRow => ({
    cells: [[label], [context.number(count(true, apart))], [context.number(count(false, apart))]],
  });
  return [
    {
      kind: 'table',
      caption: t('report.differences.ground'),
      rowHeader: 0,
      columns: [
        { label: t('report.differences.positions'), share: 40 },
        { label: t('report.differences.atOrAbove'), share: 30, align: 'center' },
        { label: t('report.differences.below'), share: 30, align: 'center' },
      ],
      rows: [row(t('report.differences.close'), false), row(t('report.differences.apart'), true)],
    },
  ];
}

/** Rated with low confidence: with a level, and by an institution that gave one. */
const isUnsure = ({ level, ratings }: ReportIndicator) =>
  level !== null && ratings.some(({ answer, confidence }) => answer.state === 'level' && confidence === 'low');

/** Where positions differ, what was agreed and why, who keeps a reservation; and what is said with low confidence. */
export function differenceBlocks(context: DocumentContext): Block[] {
  const { t, report } = context;
  const apart = differing(context);
  const unsure = scopeOf(context).filter(isUnsure);
  if (apart.length === 0 && unsure.length === 0) return [];
  const lead = report.sentences.find(({ id }) => id === 'summary.differing');
  const words = lead === undefined ? null : wordSentence(context, lead);
  return [
    ...(words === null ? [] : [{ kind: 'paragraph', role: 'lead', text: words } as const]),
    { kind: 'paragraph', role: 'note', text: t('report.differences.note') },
    ...groundTable(context),
    ...(apart.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('report.differences.table') },
          {
            kind: 'table',
            caption: t('report.differences.table'),
            rowHeader: 0,
            columns: [
              { label: t('report.column.indicator'), share: 23 },
              { label: t('report.differences.opinions'), share: 18 },
              { label: t('report.differences.agreed'), share: 17 },
              { label: t('report.differences.why'), share: 42 },
            ],
            rows: apart.map((indicator) => differingRow(context, indicator)),
          },
        ] satisfies Block[])),
    ...(unsure.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('report.differences.unsure', { count: unsure.length }) },
          { kind: 'list', items: unsure.map(({ id }) => codeAndTitle(context, id)) },
        ] satisfies Block[])),
  ];
}
