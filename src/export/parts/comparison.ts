import type { Report } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { standingWords } from './law-and-practice.ts';
import { writtenParagraphs } from './written-paragraphs.ts';

type Comparison = NonNullable<Report['comparison']>;
type Change = Comparison['indicators'][number];

const ARROWS = { up: '▲', down: '▼', same: '=' } as const;

/** `▲ +1`: arrow and digit; "cannot be said" where one side has no level. */
function stepsWords({ t, number }: DocumentContext, { direction, steps }: Change): string {
  if (direction === null || steps === null) return t('report.pairs.open');
  if (direction === 'same') return ARROWS.same;
  return `${ARROWS[direction]} ${steps > 0 ? '+' : '−'}${number(Math.abs(steps))}`;
}

function levelOf(context: DocumentContext, id: string, level: string | null): string {
  const scale = context.indicatorById.get(id)?.scale;
  return level === null || scale === undefined ? context.t('report.none') : context.levelWords(scale, level);
}

function causeCell(context: DocumentContext, { cause, steps }: Change): Text[] {
  if (steps === null || steps === 0) return [context.t('report.none')];
  if (cause === null) return [context.t('report.comparison.noCause')];
  return [context.t(`report.comparison.cause.${cause.cause}`), ...writtenParagraphs(context, cause.note ?? '')];
}

function domainTable(context: DocumentContext, { domains }: Comparison): Block[] {
  if (domains.length === 0) return [];
  const { t, number } = context;
  const shown = (value: number | null) => [value === null ? t('report.none') : number(value)];
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${number(Math.abs(value))}`;
  const center = (label: string, share: number) => ({ label, share, align: 'center' as const });
  return [
    { kind: 'heading', level: 2, text: t('report.comparison.domains') },
    {
      kind: 'table',
      caption: t('report.comparison.domains'),
      rowHeader: 0,
      columns: [
        { label: t('report.column.domain'), share: 34 },
        center(ARROWS.up, 9),
        center(ARROWS.down, 9),
        center(ARROWS.same, 9),
        center(t('report.comparison.before'), 13),
        center(t('report.comparison.now'), 13),
        center(t('report.comparison.change'), 13),
      ],
      rows: domains.map(({ id, up, down, same, previousShown, shown: now, change }): TableRow => ({
        cells: [
          [[context.quote(context.domainTitle(id))]],
          [number(up)],
          [number(down)],
          [number(same)],
          shown(previousShown),
          shown(now),
          [change === null ? t('report.none') : signed(change)],
        ],
      })),
    },
    { kind: 'paragraph', role: 'note', text: t('report.comparison.note') },
  ];
}

/** The indicators whose level moved, or all that map onto each other where nothing may be subtracted. */
function changeTable(context: DocumentContext, { comparable, indicators }: Comparison): Block[] {
  const { t } = context;
  const moved = indicators.filter(({ steps, heldBack }) => !heldBack && (!comparable || (steps ?? 0) !== 0));
  if (moved.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t('report.comparison.indicators') },
    {
      kind: 'table',
      caption: t('report.comparison.indicators'),
      rowHeader: 0,
      columns: [
        { label: t('report.column.indicator'), share: 38 },
        { label: t('report.comparison.before'), share: 16 },
        { label: t('report.comparison.now'), share: 16 },
        { label: t('report.comparison.change'), share: 8, align: 'center' },
        { label: t('report.comparison.why'), share: 22 },
      ],
      rows: moved.map((change): TableRow => ({
        cells: [
          [codeAndTitle(context, change.id)],
          [levelOf(context, change.id, change.previousLevel)],
          [change.level === null ? t('report.none') : standingWords(context, change.id)],
          [stepsWords(context, change)],
          causeCell(context, change),
        ],
      })),
    },
  ];
}

/** This round beside the one before: what moved, by how much, and why it moved. Without another round, nothing. */
export function comparisonBlocks(context: DocumentContext): Block[] {
  const { report, t, localiser } = context;
  const { comparison } = report;
  if (comparison === null) return [];
  const { previous, comparable, reasons } = comparison;
  const facts = [
    ...(previous.title === null ? [] : [localiser.text(previous.title)]),
    ...(previous.closingDate === null ? [] : [localiser.date(previous.closingDate)]),
    t('report.version', { version: previous.framework.version }),
  ];
  const said = reasons.flatMap(({ code, params }) => localiser.find(`errors.${code}`, params) ?? []);
  return [
    {
      kind: 'paragraph',
      role: 'lead',
      text: t('report.comparison.with', { round: localiser.row(facts) }),
    },
    ...(comparable ? [] : [{ kind: 'paragraph', role: 'body', text: t('report.comparison.notComparable') } as const]),
    ...(said.length === 0 ? [] : [{ kind: 'list', items: said } as const]),
    ...domainTable(context, comparison),
    ...changeTable(context, comparison),
  ];
}
