import type { DistributionBar } from '../../../charts/distribution-bar.ts';
import { distributionBars } from '../../../charts/distribution-bar.ts';
import type { DistributionRow, DrawnDistribution } from '../../../charts/draw-distribution-rows.ts';
import { drawDistributionRows } from '../../../charts/draw-distribution-rows.ts';
import type { Picture } from '../../../charts/picture.ts';
import type { PictureCell, PictureColumn, PictureTable } from '../../../charts/picture-table.ts';
import { textCell } from '../../../charts/picture-table.ts';
import { codeWithoutWords } from '../../../domain/framework/code-without-words.ts';
import type { Report } from '../../../report/report.ts';
import type { LensWords } from '../../../words/lens-words.ts';
import { positionWords } from '../../pictures/position-words.ts';
import type { PictureSources } from '../../pictures/picture-words.ts';
import { levelLegend, positionCells, positionColumns, shownCell } from '../../pictures/picture-words.ts';

/** What a row of bars is of: cells before and after those of the distribution. */
interface CountedRow {
  readonly bars: readonly DistributionBar[];
  readonly before: readonly PictureCell[];
  readonly after: readonly PictureCell[];
}

/** One table a scale, for levels of different scales do not share columns. */
function distributionTables(
  { session, words, localiser }: PictureSources,
  rows: readonly CountedRow[],
  before: readonly PictureColumn[],
  after: readonly PictureColumn[],
): PictureTable[] {
  const { t } = localiser;
  const count = (key: 'unknown' | 'unanswered' | 'notApplicable') => ({
    title: t(`results.column.${key}`),
    isNumber: true,
  });
  return session.report.distributions.map(({ scale }) => ({
    headerColumn: before.length - 1,
    columns: [
      ...before,
      ...(session.framework.structure.scales[scale]?.levels ?? []).map(({ id }) => ({
        title: words.level(scale, id),
        isNumber: true,
      })),
      ...[count('unknown'), count('unanswered'), count('notApplicable')],
      { title: t('results.column.atOrAbove'), data: [t('results.column.atOrAbove'), t('results.column.of')] },
      ...[{ title: t('results.column.median') }, { title: t('results.column.target') }],
      ...after,
    ],
    rows: rows.flatMap((row) =>
      row.bars
        .filter((bar) => bar.scale === scale)
        .map((bar) => [
          ...row.before,
          ...bar.segments.map((segment) => shownCell(segment.count, localiser)),
          shownCell(bar.notApplicable, localiser),
          {
            text: t('results.countOf', { count: bar.atOrAbove.count, of: bar.atOrAbove.of }),
            values: [bar.atOrAbove.count, bar.atOrAbove.of],
          },
          ...[bar.median, bar.target].map((mark) =>
            mark === null ? { text: t('results.none'), values: [null] } : textCell(words.level(scale, mark.level)),
          ),
          ...row.after,
        ]),
    ),
  }));
}

function drawnBar(
  { words, localiser }: PictureSources,
  bar: DistributionBar,
  notes: readonly string[],
): DrawnDistribution {
  if (bar.rated === 0) return { bar, count: '', notes };
  const { count, of } = bar.atOrAbove;
  const at = words.atLevel(bar.scale, bar.atOrAbove.level);
  return { bar, count: localiser.t('results.countOf', { count, of }), notes: [at, ...notes] };
}

function draw(sources: PictureSources, rows: readonly DistributionRow[]): Picture {
  const { words, localiser } = sources;
  const { t } = localiser;
  return drawDistributionRows(rows, {
    median: (scale, level) => t('results.medianIs', { symbol: words.levelSymbol(scale, level) }),
    target: (scale, level) => t('results.target', { symbol: words.levelSymbol(scale, level) }),
    legend: [
      ...levelLegend(sources),
      { fill: 'unknown', label: t('results.cellSymbol.unknown'), text: t('results.legendUnknown') },
      { fill: 'unanswered', text: t('results.legendUnanswered') },
      { fill: 'median', text: t('results.legendMedian') },
      { fill: 'target', text: t('results.legendTarget') },
    ],
  });
}

const barsOf = ({ session }: PictureSources, distributions: Report['distributions']) =>
  distributionBars(distributions, session.framework.structure.scales);

/** The profile by domain as tables, one a scale. */
export function profileTables(sources: PictureSources): PictureTable[] {
  const { session, words, localiser } = sources;
  const { domains, framework } = session.report;
  const rows = domains
    .filter(({ coverage }) => coverage.total > 0)
    .map((node) => ({
      bars: barsOf(sources, node.distributions),
      before: [textCell(words.domain(node.id))],
      after: positionCells(node, framework.minimumCoverage, localiser),
    }));
  return distributionTables(
    sources,
    rows,
    [{ title: localiser.t('results.column.domain') }],
    positionColumns(localiser),
  );
}

/** The profile by domain as it is saved. */
export function profilePicture(sources: PictureSources): Picture {
  const { session, words, localiser } = sources;
  const { domains, framework } = session.report;
  return draw(
    sources,
    domains
      .filter(({ coverage }) => coverage.total > 0)
      .map((node) => ({
        name: words.domain(node.id),
        bars: barsOf(sources, node.distributions).map((bar) =>
          drawnBar(sources, bar, [positionWords(node, framework.minimumCoverage, localiser)]),
        ),
      })),
  );
}

type LensOfReport = Report['lenses'][number];

const inOrder = (lens: LensOfReport, lensWords: LensWords) =>
  [...lens.codes].sort((a, b) => lensWords.order(a.code) - lensWords.order(b.code));

/** A lens as tables, one a scale. */
export function lensTables(sources: PictureSources, lens: LensOfReport, lensWords: LensWords): PictureTable[] {
  const { t } = sources.localiser;
  const rows = inOrder(lens, lensWords).map(({ code, distributions }) => ({
    bars: barsOf(sources, distributions),
    before: [textCell(codeWithoutWords(code)), textCell(lensWords.code(code) ?? code)],
    after: [],
  }));
  return distributionTables(
    sources,
    rows,
    [{ title: t('results.column.code') }, { title: t('results.lens.choose') }],
    [],
  );
}

/** A lens as it is saved. */
export function lensPicture(sources: PictureSources, lens: LensOfReport, lensWords: LensWords): Picture {
  return draw(
    sources,
    inOrder(lens, lensWords).map(({ code, distributions, indicators }) => ({
      name: `${code} ${lensWords.code(code) ?? ''}`.trim(),
      bars: barsOf(sources, distributions).map((bar) =>
        drawnBar(sources, bar, [sources.localiser.t('results.lens.related', { count: indicators.length })]),
      ),
    })),
  );
}
