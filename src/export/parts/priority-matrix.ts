import { ruleOfVersion } from '../../domain/gaps/priority-formulas.ts';
import type { Quadrant } from '../../domain/gaps/quadrant.ts';
import { QUADRANTS } from '../../domain/gaps/quadrant.ts';
import type { ReportIndicator } from '../../report/report.ts';
import { codeList } from '../document/code-list.ts';
import type { Block } from '../document/document.ts';
import type { DocumentContext } from './document-context.ts';

function matrix(context: DocumentContext, of: ReadonlyMap<Quadrant, readonly ReportIndicator[]>): Block {
  const { t } = context;
  const rule = ruleOfVersion(context.report.engine);
  const cell = (quadrant: Quadrant) => {
    const own = of.get(quadrant) ?? [];
    const name = t('report.priorities.cell', { name: t(`gaps.quadrant.${quadrant}`), count: own.length });
    return [
      [{ text: name, strong: true }],
      codeList(
        context,
        own.map(({ id }) => id),
      ),
    ];
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

/** Impact (by engine 1: need) against ease: the four quadrants with the codes of these gaps, in their order. */
export function priorityMatrix(context: DocumentContext, gaps: readonly ReportIndicator[]): Block[] {
  const placed = gaps.filter(({ quadrant }) => quadrant !== null);
  if (placed.length === 0) return [];
  const note = context.t('report.priorities.note', { rule: ruleOfVersion(context.report.engine) });
  const of = new Map(QUADRANTS.map((id) => [id, placed.filter(({ quadrant }) => quadrant === id)] as const));
  return [{ kind: 'paragraph', role: 'note', text: note }, matrix(context, of)];
}
