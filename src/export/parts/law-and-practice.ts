import { comparePairs } from '../../charts/pair-comparison.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow } from '../document/document.ts';
import { levelMarks } from './level-marks.ts';

/** Which side stands higher and by how many steps, in words. */
function differenceWords({ t }: DocumentContext, difference: number | null): string {
  if (difference === null) return t('report.pairs.open');
  if (difference === 0) return t('report.pairs.same');
  return difference > 0
    ? t('report.pairs.lawHigher', { steps: difference })
    : t('report.pairs.practiceHigher', { steps: -difference });
}

/** What stands for an indicator's level in a table: digit and word, or the word of why there is none. */
export function standingWords(context: DocumentContext, id: string): string {
  const { t } = context;
  const indicator = context.indicatorById.get(id);
  if (indicator === undefined) return t('report.none');
  if (indicator.level !== null) {
    return `${context.levelWords(indicator.scale, indicator.level)}${levelMarks(context, indicator)}`;
  }
  switch (indicator.status) {
    case 'unknown':
      return t('report.open.unknown');
    case 'not-applicable':
      return t('report.notApplicable');
    case 'out-of-scope':
      return t('report.outOfScope');
    default:
      return t('report.open.unanswered');
  }
}

/** Legal texts beside what is done, on the paired topics only: nothing else says anything about the difference. */
export function lawAndPracticeBlocks(context: DocumentContext): Block[] {
  const { report, framework, t, localiser } = context;
  const comparison = comparePairs(report, framework.structure.scales);
  if (comparison === null || comparison.compared === 0) return [];
  const { compared, lawHigher, practiceHigher, same, open } = comparison;
  const said = ([key, count]: readonly ['law' | 'practice' | 'same', number]) =>
    count === 0 ? [] : [t(`report.pairs.said.${key}`, { count, compared })];
  const counted = [['law', lawHigher] as const, ['practice', practiceHigher] as const, ['same', same] as const];
  const parts = localiser.list(counted.flatMap(said));
  const rows = comparison.rows.map(({ law, practice, difference }): TableRow => ({
    cells: [
      [codeAndTitle(context, law.id)],
      [standingWords(context, law.id)],
      [codeAndTitle(context, practice.id)],
      [standingWords(context, practice.id)],
      [differenceWords(context, difference)],
    ],
  }));
  return [
    {
      kind: 'paragraph',
      role: 'lead',
      text: t('report.pairs.summary', { compared, parts }),
    },
    {
      kind: 'paragraph',
      role: 'note',
      text: `${t('report.pairs.note')}${open > 0 ? ` ${t('report.pairs.openCount', { count: open })}` : ''}`,
    },
    {
      kind: 'table',
      caption: t('report.section.lawAndPractice'),
      rowHeader: 0,
      columns: [
        { label: t('report.column.law'), share: 30 },
        { label: t('report.column.level'), share: 13 },
        { label: t('report.column.practice'), share: 30 },
        { label: t('report.column.level'), share: 13 },
        { label: t('report.column.difference'), share: 14 },
      ],
      rows,
    },
  ];
}
