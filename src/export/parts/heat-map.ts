import type { HeatCell } from '../../charts/heat-map.ts';
import { heatMap } from '../../charts/heat-map.ts';
import { marksAmong } from '../../domain/profile/level-marks.ts';
import { markLegend } from '../../words/level-mark-words.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, BlockOf, PrintedHeatCell } from '../document/document.ts';
import { crosswalkTexts, relatedIndicators } from './crosswalk.ts';
import { markedSign } from './level-marks.ts';
import { signLegend } from './print-distribution.ts';

function printCell(context: DocumentContext, cell: HeatCell): PrintedHeatCell {
  const { t } = context;
  const title = context.indicatorTitle(cell.id);
  const made = (sign: string, tone: PrintedHeatCell['tone'], words: string): PrintedHeatCell => ({
    code: cell.id,
    sign,
    tone,
    alternative: t('report.heatMap.cell', { code: cell.id, title, words }),
  });
  const indicator = context.indicatorById.get(cell.id);
  if (cell.level !== null && cell.tone !== null && indicator !== undefined) {
    const words = [
      context.levelWords(indicator.scale, cell.level),
      ...cell.marks.map((mark) => t(`results.mark.${mark}`)),
    ];
    return made(markedSign(context, indicator), cell.tone, context.localiser.row(words));
  }
  switch (cell.status) {
    case 'unknown':
      return made(t('report.sign.unknown'), 'unknown', t('report.open.unknown'));
    case 'not-applicable':
      return made(t('report.sign.notApplicable'), 'not-applicable', t('report.notApplicable'));
    default:
      return made(t('report.sign.unanswered'), 'unanswered', t('report.open.unanswered'));
  }
}

type Groups = BlockOf<'heat-map'>['groups'];

/** Under each code of the crosswalk that the reader thinks in, then what none of its codes covers; null without one. */
function groupByLens(context: DocumentContext, cells: readonly HeatCell[]): Groups | null {
  const { options, localiser, t } = context;
  const crosswalk = options.lens ? options.crosswalks?.get(options.lens) : undefined;
  if (crosswalk === undefined) return null;
  const words = crosswalkTexts(context, crosswalk);
  const group = (title: string, own: readonly HeatCell[]) =>
    own.length === 0 ? [] : [{ title, cells: own.map((cell) => printCell(context, cell)) }];
  const covered = new Set<string>();
  const groups = crosswalk.codes.flatMap(({ code }) => {
    const related = new Set(relatedIndicators(context, crosswalk.key, code).map(({ id }) => id));
    for (const id of related) covered.add(id);
    return group(
      localiser.text(words?.codes[code] ?? code),
      cells.filter(({ id }) => related.has(id)),
    );
  });
  const others = cells.filter(({ id }) => !covered.has(id));
  return [...groups, ...group(t('report.byLens.others', { count: others.length }), others)];
}

/** One cell an indicator, grouped by domain in the framework's order, or by what the reader thinks in. */
export function heatMapBlocks(context: DocumentContext): Block[] {
  const rows = heatMap(context.report, context.framework.structure.scales);
  if (rows.length === 0) return [];
  const { t } = context;
  const marks = marksAmong(context.report.indicators);
  const signs = [
    ...(marks.length === 0 ? [] : [markLegend(context, marks)]),
    `${t('report.sign.notApplicable')} ${t('report.notApplicable')}`,
  ].join(' · ');
  return [
    {
      kind: 'heat-map',
      groups:
        groupByLens(
          context,
          rows.flatMap(({ cells }) => cells),
        ) ??
        rows.map(({ domain, cells }) => ({
          title: [context.quote(context.domainTitle(domain))],
          cells: cells.map((cell) => printCell(context, cell)),
        })),
      legend: `${signLegend(context)} · ${signs}.`,
    },
  ];
}
