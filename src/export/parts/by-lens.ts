import type { ReportIndicator } from '../../report/report.ts';
import { codeList } from '../document/code-list.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow } from '../document/document.ts';
import { crosswalkTexts, relatedIndicators } from './crosswalk.ts';
import { evidenceNumber } from './evidence.ts';
import { standingWords } from './law-and-practice.ts';

function indicatorRow(context: DocumentContext, { id, scale, target, evidence }: ReportIndicator): TableRow {
  const { t, report } = context;
  const numbers = report.evidence.filter((one) => evidence.includes(one.id)).map((one) => evidenceNumber(context, one));
  return {
    cells: [
      [codeAndTitle(context, id)],
      [standingWords(context, id)],
      [target === null ? t('report.none') : context.levelWords(scale, target)],
      [numbers.length === 0 ? t('report.none') : codeList(context, numbers)],
    ],
  };
}

/** What the country said of a commitment, where codes are international instruments. */
function commitmentWords(context: DocumentContext, key: string, code: string): string {
  const instrument = key === 'instruments' ? context.report.instruments.find((one) => one.code === code) : undefined;
  return instrument?.status ? ` (${context.t(`report.instruments.status.${instrument.status}`)})` : '';
}

/** The indicators in the order in which a reader thinks: six dimensions, or international instruments. */
export function byLensBlocks(context: DocumentContext): Block[] {
  const { options, t, localiser, report } = context;
  const crosswalk = options.lens ? options.crosswalks?.get(options.lens) : undefined;
  if (crosswalk === undefined) return [];
  const words = crosswalkTexts(context, crosswalk);
  const named = new Set<string>();
  const rows = crosswalk.codes.flatMap(({ code }): TableRow[] => {
    const related = relatedIndicators(context, crosswalk.key, code);
    if (related.length === 0) return [];
    for (const { id } of related) named.add(id);
    const title = `${localiser.text(words?.codes[code] ?? code)}${commitmentWords(context, crosswalk.key, code)}`;
    return [{ group: title }, ...related.map((one) => indicatorRow(context, one))];
  });
  if (rows.length === 0) return [];
  const others = report.indicators.filter(({ id, status }) => status !== 'out-of-scope' && !named.has(id));
  return [
    { kind: 'paragraph', role: 'note', text: t('report.byLens.note') },
    {
      kind: 'table',
      caption: localiser.text(words?.title ?? crosswalk.key),
      rowHeader: 0,
      columns: [
        { label: t('report.column.indicator'), share: 50 },
        { label: t('report.column.level'), share: 18 },
        { label: t('report.byLens.target'), share: 16 },
        { label: t('report.indicator.evidence'), share: 16 },
      ],
      rows,
    },
    ...(others.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('report.byLens.others', { count: others.length }) },
          {
            kind: 'paragraph',
            role: 'body',
            text: codeList(
              context,
              others.map(({ id }) => id),
            ),
          },
        ] satisfies Block[])),
  ];
}
