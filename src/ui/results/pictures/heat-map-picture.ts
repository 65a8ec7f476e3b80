import { drawHeatMap } from '../../../charts/draw-heat-map.ts';
import type { HeatCell, HeatRow } from '../../../charts/heat-map.ts';
import type { Picture } from '../../../charts/picture.ts';
import type { PictureTable } from '../../../charts/picture-table.ts';
import { textCell } from '../../../charts/picture-table.ts';
import { marksAmong } from '../../../domain/profile/level-marks.ts';
import type { Localiser } from '../../../i18n/localiser.ts';
import type { FrameworkWords } from '../../../words/framework-words.ts';
import { LEVEL_MARK_SIGNS, markSigns } from '../../../words/level-mark-words.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { levelLegend } from '../../pictures/picture-words.ts';

/** What stands in a cell: the digit with its marks, `?`, the sign of "not applicable", or nothing. */
export function cellSign(
  { status, scale, level, marks }: HeatCell,
  words: FrameworkWords,
  { t, language }: Localiser,
): string {
  if (level !== null) return `${words.levelSymbol(scale, level)}${markSigns(language, marks)}`;
  if (status === 'unknown') return t('results.cellSymbol.unknown');
  return status === 'not-applicable' ? t('results.cellSymbol.notApplicable') : '';
}

/** Every indicator with its level as a table. */
export function heatMapTable({ session, words, localiser }: PictureSources, rows: readonly HeatRow[]): PictureTable {
  const { t } = localiser;
  const levelOf = ({ scale, level, status }: HeatCell) => {
    if (status !== 'answered') return t(`results.status.${status}`);
    return level === null ? '' : words.level(scale, level);
  };
  const documentedOf = ({ status, marks }: HeatCell) =>
    status === 'answered'
      ? t(marks.includes('undocumented') ? 'results.documented.no' : 'results.documented.yes')
      : '–';
  return {
    headerColumn: 2,
    columns: (['domain', 'code', 'indicator', 'level', 'documented'] as const).map((column) => ({
      title: t(`results.column.${column}`),
    })),
    rows: rows.flatMap(({ domain, cells }) =>
      cells.map((cell) => [
        textCell(words.domain(domain)),
        textCell(cell.id),
        textCell(words.indicator(cell.id), session.hrefOfIndicator(cell.id)),
        textCell(levelOf(cell)),
        textCell(documentedOf(cell)),
      ]),
    ),
  };
}

/** The heat map as it is saved. */
export function heatMapPicture(sources: PictureSources, rows: readonly HeatRow[]): Picture {
  const { session, words, localiser } = sources;
  const { t } = localiser;
  return drawHeatMap(rows, {
    domain: words.domain,
    sign: (cell) => cellSign(cell, words, localiser),
    legend: [
      ...levelLegend(sources),
      { fill: 'plain', isDashed: true, label: t('results.cellSymbol.unknown'), text: t('results.legendUnknown') },
      { fill: 'unanswered', text: t('results.legendUnanswered') },
      {
        fill: 'not-applicable',
        label: t('results.cellSymbol.notApplicable'),
        text: t('results.legendNotApplicable'),
      },
      ...marksAmong(session.report.indicators).map((mark) => ({
        ...({ fill: 'plain', label: LEVEL_MARK_SIGNS[mark] } as const),
        text: t(`results.mark.${mark}`),
      })),
    ],
  });
}
