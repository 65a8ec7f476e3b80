import type { DisplayedNode, ReportNode } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { atOrAboveWords, keyBars, openLegend, printDistributions, thresholdWords } from './print-distribution.ts';

/** mm */
const BAR_WIDTH = 96;

/** The shown score, or why there is none. Never a figure where there is no score. */
function scoreWords(context: DocumentContext, node: Pick<DisplayedNode, 'shown' | 'status'>, decimals = 0): string {
  if (node.shown !== null) return context.localiser.number(node.shown, decimals, decimals > 0);
  switch (node.status) {
    case 'insufficient-data':
      return context.t('report.node.insufficientData');
    case 'not-applicable':
      return context.t('report.notApplicableAll');
    case 'undefined':
      return context.t('report.node.undefined');
    default:
      return context.t('report.node.unanswered');
  }
}

/** What the method does with open answers below a node, where it counts them; null where it leaves them out. */
export function countedWords(context: DocumentContext, { openCountedAs }: DisplayedNode): string | null {
  return openCountedAs === null ? null : context.t(`report.node.countedAs.${openCountedAs}`);
}

/** `40 (38–57)` while something is open, `insufficient data; between 10 and 60` where there is no score. */
function positionWords(context: DocumentContext, node: DisplayedNode, decimals = 0): string {
  const words = scoreWords(context, node, decimals);
  const { shownLow, shownHigh } = node;
  if (shownLow === null || shownHigh === null || node.status === 'not-applicable' || node.status === 'unanswered')
    return words;
  const write = (value: number) => context.localiser.number(value, decimals);
  const [from, to] = [write(shownLow), write(shownHigh)];
  if (from === to) return words;
  return node.shown === null
    ? context.t('report.node.rangeOnly', { words, low: from, high: to })
    : context.t('report.node.range', { score: words, low: from, high: to });
}

/** The band, between which two the range lies, or why it waits; null without bands. */
export function bandWords(context: DocumentContext, node: DisplayedNode): string | null {
  const { shownBand, band, between, status } = node;
  if (shownBand !== null) return context.bandName(shownBand);
  if (band !== null) return context.t('report.node.bandLater');
  if (between === null || status !== 'scored') return null;
  return context.t('report.node.between', { lower: context.bandName(between[0]), upper: context.bandName(between[1]) });
}

function nodeRow(context: DocumentContext, node: ReportNode): TableRow {
  const { coverage, distributions } = node;
  const medians = distributions.map(({ scale, median }): Text =>
    median === null ? context.t('report.none') : context.levelWords(scale, median),
  );
  const targets = distributions.map(({ scale, medianTarget }): Text =>
    medianTarget === null ? context.t('report.none') : context.levelWords(scale, medianTarget),
  );
  // A band has the name of a level: beside the median it would say another one.
  const band =
    node.shownBand === null
      ? bandWords(context, node)
      : context.t('report.node.inBand', { name: context.bandName(node.shownBand) });
  const position = [positionWords(context, node), band, countedWords(context, node)].filter((part) => part !== null);
  return {
    cells: [
      [[context.quote(context.domainTitle(node.id))]],
      medians,
      targets,
      distributions.map((distribution) => atOrAboveWords(context, distribution)),
      [
        coverage.applicable === 0
          ? context.t('report.notApplicableAll')
          : context.t('report.nOfN', {
              count: coverage.answered,
              of: context.number(coverage.applicable),
            }),
      ],
      position,
    ],
  };
}

function overallBlocks(context: DocumentContext): Block[] {
  const { overall, framework } = context.report;
  if (overall === null || framework.overallRule !== 'required') {
    return [{ kind: 'paragraph', role: 'note', text: context.t('report.profile.noOverall') }];
  }
  const words = [
    positionWords(context, overall, 1),
    bandWords(context, overall),
    countedWords(context, overall),
  ].filter((part) => part !== null);
  return [
    {
      kind: 'key-values',
      rows: [{ label: context.t('report.profile.overall'), values: [words.join(context.t('report.separator'))] }],
    },
  ];
}

function nodeTable(context: DocumentContext, caption: string, first: string, rows: readonly TableRow[]): Block {
  const { t } = context;
  const column = (label: string, share: number) => ({ label, share });
  return {
    kind: 'table',
    caption,
    rowHeader: 0,
    columns: [
      column(first, 26),
      column(t('report.profile.median'), 14),
      column(t('report.profile.target'), 14),
      column(t('report.profile.atOrAbove'), 12),
      column(t('report.profile.rated'), 12),
      column(t('report.profile.position'), 22),
    ],
    rows,
  };
}

/** Counts at each level as bars, then median, "n of N", how many are rated, and the position with its range. */
export function profileBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const bars = report.domains.flatMap((domain) =>
    printDistributions(
      context,
      domain.distributions,
      { width: BAR_WIDTH, label: [context.quote(context.domainTitle(domain.id))] },
      (distribution) => [{ text: atOrAboveWords(context, distribution), strong: true }],
    ),
  );
  const rows = report.domains.map((domain) => nodeRow(context, domain));
  const key = keyBars(context, BAR_WIDTH);
  return [
    {
      kind: 'distribution',
      bars: [...key.bars, ...bars],
      legend: [
        ...[...key.unnamed, ...openLegend(context)].map((sign) => `${sign}.`),
        thresholdWords(context),
        t('report.profile.marks'),
      ]
        .filter(Boolean)
        .join(' '),
    },
    { kind: 'heading', level: 2, text: t('report.profile.figures') },
    nodeTable(context, t('report.profile.figures'), t('report.column.domain'), rows),
    { kind: 'paragraph', role: 'note', text: `${t('report.profile.positionNote')} ${t('report.profile.medianNote')}` },
    ...overallBlocks(context),
  ];
}

/** The same figures for every sub-domain, under its domain. */
export function subdomainBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  if (report.coverage.answered === 0) return [];
  const rows = report.domains.flatMap((domain): TableRow[] => {
    const own = report.subdomains.filter(({ parent }) => parent === domain.id);
    return own.length === 0
      ? []
      : [{ group: [context.quote(context.domainTitle(domain.id))] }, ...own.map((node) => nodeRow(context, node))];
  });
  return rows.length === 0
    ? []
    : [
        nodeTable(context, t('report.section.subdomains'), t('report.column.subdomain'), rows),
        { kind: 'paragraph', role: 'note', text: t('report.profile.medianNote') },
      ];
}
