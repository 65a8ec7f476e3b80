import { nameAmong } from '../../words/institution-words.ts';
import { bandName } from '../../domain/framework/framework-names.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import { textsIn } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { DisplayedNode, Distribution, Report, ReportIndicator, ReportNode } from '../../report/report.ts';

/** Columns of the report as CSV, in their order: stable names, in every language (docs/file-formats.md section 8). */
export const REPORT_COLUMNS = [
  'kind',
  'id',
  'parent',
  'title',
  'status',
  'scale',
  'level',
  'position',
  'count',
  'of',
  'score',
  'shown',
  'low',
  'high',
  'band',
  'shown_band',
  'answered',
  'applicable',
  'total',
  'unknown',
  'unanswered',
  'not_applicable',
  'documented',
  'out_of_scope',
  'target',
  'target_position',
  'gap',
  'impact',
  'ease',
  'need',
  'quadrant',
  'rank',
  'gain',
  'n',
  'median',
  'range',
  'a',
  'class',
  'agreed',
  'evidence',
  'leads',
  'rationale',
  'comments',
  'pair',
  'difference',
  'band_share',
  'lowest_share',
  'band_name',
  'shown_low',
  'shown_high',
] as const;

export type ReportColumn = (typeof REPORT_COLUMNS)[number];
export type ReportRow = Readonly<Partial<Record<ReportColumn, string | number | boolean | null>>>;

type Words = (id: string) => string;
type BandWords = (id: string | null) => string | null;

function nodeRow(
  node: DisplayedNode,
  title: string,
  coverage: ReportNode['coverage'],
  nameOfBand: BandWords,
): ReportRow {
  const { id, kind, parent, status, score, shown, low, high, shownLow, shownHigh, band, shownBand } = node;
  return {
    ...{ kind, id, parent, title, status, score, shown, low, high, band, shown_band: shownBand },
    answered: coverage.answered,
    applicable: coverage.applicable,
    total: coverage.total,
    unknown: coverage.unknown,
    unanswered: coverage.unanswered,
    not_applicable: coverage.notApplicable,
    documented: coverage.documented,
    out_of_scope: coverage.outOfScope,
    band_name: nameOfBand(shownBand),
    shown_low: shownLow,
    shown_high: shownHigh,
  };
}

/** What is counted below a node: a row for each scale, then one for each of its levels. */
function distributionRows(parent: string, title: string, distributions: readonly Distribution[]): ReportRow[] {
  return distributions.flatMap(
    ({ scale, counts, unknown, unanswered, notApplicable, median, medianTarget, atOrAbove }) => [
      {
        kind: 'distribution',
        id: parent,
        parent,
        title,
        scale,
        level: atOrAbove.level,
        position: atOrAbove.position,
        count: atOrAbove.count,
        of: atOrAbove.of,
        unknown,
        unanswered,
        not_applicable: notApplicable,
        median,
        target: medianTarget,
      },
      ...counts.map(({ level, count }, index) => ({
        kind: 'level',
        id: parent,
        parent,
        title,
        scale,
        level,
        position: index + 1,
        count,
      })),
    ],
  );
}

function indicatorRow(report: Report, indicator: ReportIndicator, title: string, institution: Words): ReportRow {
  const { agreement, ratings } = indicator;
  const comments = ratings.flatMap(({ institution: by, comment }) => {
    if (comment === null || comment.trim() === '') return [];
    return by === null || ratings.length === 1 ? [comment] : [`${institution(by)}: ${comment}`];
  });
  return {
    kind: 'indicator',
    id: indicator.id,
    parent: indicator.subdomain ?? indicator.domain,
    title,
    status: indicator.status,
    scale: indicator.scale,
    level: indicator.level,
    position: indicator.position,
    score: indicator.score,
    shown: indicator.shown,
    low: indicator.low,
    high: indicator.high,
    shown_low: indicator.shownLow,
    shown_high: indicator.shownHigh,
    target: indicator.target,
    target_position: indicator.targetPosition,
    gap: indicator.gap,
    impact: indicator.impact,
    ease: indicator.ease,
    need: indicator.need,
    quadrant: indicator.quadrant,
    rank: report.priorities.find(({ id }) => id === indicator.id)?.rank ?? null,
    gain: indicator.gain,
    n: agreement.n,
    median: agreement.median,
    range: agreement.range,
    a: agreement.a,
    class: agreement.class,
    agreed: indicator.agreed,
    documented: indicator.documented ? 1 : 0,
    evidence: indicator.evidence.length,
    leads: indicator.leads.map(institution).join('; '),
    rationale: indicator.rationale,
    comments: comments.join('\n'),
  };
}

function robustnessRows({ robustness }: Report, title: Words, nameOfBand: BandWords): ReportRow[] {
  if (robustness === null) return [];
  const draws = robustness.domains.map(({ id, low, high, bandShare, lowestShare }) => ({
    kind: 'robustness',
    id,
    parent: id,
    title: title(id),
    low,
    high,
    band_share: bandShare,
    lowest_share: lowestShare,
    n: robustness.draws,
  }));
  const variants = robustness.variants.flatMap((variant) =>
    variant.domains.map(({ id, score, band }) => ({
      kind: 'variant',
      id: variant.id,
      parent: id,
      title: title(id),
      score,
      band,
      band_name: nameOfBand(band),
    })),
  );
  return [...draws, ...variants];
}

/**
 * Every number of a report as rows of one table: `overall`, `domain`, `subdomain` and `indicator` rows with their scores
 * (0-100, unrounded, beside `shown`), `distribution` and `level` rows with what is counted, `pair`, `robustness` and
 * `variant` rows. docs/file-formats.md section 8.
 */
export function reportRows(report: Report, framework: Framework, localiser: Localiser): ReportRow[] {
  const texts = textsIn(framework, localiser.language.code);
  const title: Words = (id) => (texts.domains[id] ?? texts.subdomains?.[id] ?? texts.indicators[id])?.title ?? id;
  const nameOfBand: BandWords = (id) => (id === null ? null : (bandName(texts, id) ?? id));
  const institution: Words = (id) => nameAmong(report, id, texts, localiser);
  const nodes = [...report.domains, ...report.subdomains];
  return [
    ...(report.overall === null ? [] : [nodeRow(report.overall, texts.title, report.coverage, nameOfBand)]),
    ...distributionRows(report.overall?.id ?? 'overall', texts.title, report.distributions),
    ...nodes.flatMap((node) => [
      nodeRow(node, title(node.id), node.coverage, nameOfBand),
      ...distributionRows(node.id, title(node.id), node.distributions),
    ]),
    ...report.indicators.map((indicator) => indicatorRow(report, indicator, title(indicator.id), institution)),
    ...report.pairs.map(({ law, practice, difference }) => ({
      kind: 'pair',
      id: law,
      title: title(law),
      pair: practice,
      difference,
    })),
    ...robustnessRows(report, title, nameOfBand),
  ];
}
