import type { DrawnPoint, MatrixWords } from '../../../charts/matrix-chart.ts';
import type { PictureTable } from '../../../charts/picture-table.ts';
import { numberCell, textCell } from '../../../charts/picture-table.ts';
import { ruleOfVersion } from '../../../domain/gaps/priority-formulas.ts';
import { JUDGED_DECIMALS } from '../../../domain/gaps/quadrant.ts';
import type { PriorityMatrix } from '../../../charts/priority-matrix.ts';
import type { Report } from '../../../report/report.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { writtenApart } from '../../../i18n/written-apart.ts';

/** The points with what their form says. */
export function drawnPoints(
  { priorities }: Pick<Report, 'priorities'>,
  { points }: PriorityMatrix,
  chosen: ReadonlySet<string>,
): DrawnPoint[] {
  return points.map((point) => {
    const priority = priorities.find(({ id }) => id === point.id);
    return {
      ...point,
      isChosen: chosen.has(point.id),
      isPinned: (priority?.pinReason ?? null) !== null,
      isRobust: priority?.robust === true,
    };
  });
}

/** Words of the matrix for one reader. */
export function matrixWords({ session, words, localiser }: PictureSources): MatrixWords {
  const { t, number } = localiser;
  const write = (value: number | null = null) => (value === null ? '' : number(value, JUDGED_DECIMALS));
  const rule = ruleOfVersion(session.report.engine);
  return {
    quadrant: (quadrant) => ({
      name: t(`gaps.quadrant.${quadrant}`),
      hint: t(`gaps.quadrantHint.${quadrant}`, { rule }),
    }),
    height: t(`plan.axis.${rule}`),
    ease: t('plan.axis.ease'),
    hard: t('plan.axis.hard'),
    easy: t('plan.axis.easy'),
    point: ({ id, rank }) => {
      const indicator = session.report.indicators.find((one) => one.id === id);
      const [need, impact, ease] = [indicator?.need, indicator?.impact, indicator?.ease].map(write);
      return t('plan.pointTitle', { rule, rank, code: id, title: words.indicator(id), need, impact, ease });
    },
  };
}

/** Every priority, in order, with what it is ranked by. */
export function prioritiesTable({ session, words, localiser }: PictureSources): PictureTable {
  const { t, number } = localiser;
  const { priorities, indicators } = session.report;
  const write = (value: number) => number(value, JUDGED_DECIMALS);
  const robust = (value: boolean | null) => t(`plan.robust.${value === null ? 'unknown' : value ? 'yes' : 'no'}`);
  const title = (column: 'rank' | 'indicator' | 'fromTo' | 'need' | 'ease' | 'quadrant' | 'robust') =>
    t(`plan.column.${column}`);
  return {
    headerColumn: 1,
    columns: [
      { title: title('rank'), isNumber: true },
      { title: title('indicator'), data: [t('results.column.code'), title('indicator'), t('plan.field.pinned')] },
      { title: title('fromTo'), data: [t('results.column.level'), t('gaps.column.target')] },
      ...(['need', 'impact', 'ease'] as const).map((column) => ({
        title: column === 'impact' ? t('gaps.column.impact') : title(column),
        isNumber: true,
      })),
      { title: title('quadrant') },
      { title: title('robust') },
    ],
    rows: priorities.flatMap(({ id, rank, pinReason, robust: isRobust }) => {
      const indicator = indicators.find((one) => one.id === id);
      if (indicator === undefined) return [];
      const { scale, level, target, need, impact, ease, quadrant } = indicator;
      const name = words.indicator(id);
      const pinned = pinReason === null ? null : writtenApart(localiser, pinReason);
      const levels = [level, target].map((one) => (one === null ? null : words.levelSymbol(scale, one)));
      return [
        [
          numberCell(rank, write, ''),
          {
            text: `${id} ${name}${pinned === null ? '' : ` (${t('plan.pinned', { reason: pinned })})`}`,
            values: [id, name, pinned],
            href: session.hrefOfIndicator(id),
          },
          {
            text: levels.includes(null) ? '' : t('plan.fromTo', { level: levels[0] ?? '', target: levels[1] ?? '' }),
            values: levels,
          },
          numberCell(need, write, t('plan.notGiven')),
          numberCell(impact, write, t('plan.notGiven')),
          numberCell(ease, write, t('plan.notGiven')),
          textCell(t(quadrant === null ? 'plan.robust.unknown' : `gaps.quadrant.${quadrant}`)),
          textCell(robust(isRobust)),
        ],
      ];
    }),
  };
}
