import type { ReportIndicator } from '../../report/report.ts';
import { joinRow } from '../document/code-list.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndShortTitle, codeAndTitle } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { withoutEmptyColumns } from '../document/without-empty-columns.ts';
import { wordSentence } from './word-sentence.ts';
import { writtenParagraphs } from './written-paragraphs.ts';
import { standingWords } from './law-and-practice.ts';

/** Rows of documents to look for; the others are named by code. */
const LISTED = 8;
/** Documents that would show a level, of those the framework names. */
const DOCUMENTS_SHOWN = 2;

/** The framework's own order, except that what carries a strength without a paper comes first. */
function undocumented({ report }: DocumentContext): ReportIndicator[] {
  const without = report.indicators.filter(({ status, documented }) => status === 'answered' && !documented);
  const strong = new Set(report.strengths);
  return [...without.filter(({ id }) => strong.has(id)), ...without.filter(({ id }) => !strong.has(id))];
}

function documentRows(context: DocumentContext, indicators: readonly ReportIndicator[]): TableRow[] {
  return indicators.map(({ id }) => ({
    cells: [
      [codeAndTitle(context, id)],
      [standingWords(context, id)],
      (context.texts.indicators[id]?.evidence ?? [])
        .slice(0, DOCUMENTS_SHOWN)
        .map((text): Text => [context.quote(text)]),
    ],
  }));
}

function listPart(context: DocumentContext, title: string, ids: readonly string[]): Block[] {
  if (ids.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', items: ids.map((id) => codeAndTitle(context, id)) },
  ];
}

/** What the exercise itself found: data nobody has, levels without a paper, mandates that meet, and lessons. */
export function nextStepBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const without = undocumented(context);
  const unknown = report.indicators.filter(({ status }) => status === 'unknown').map(({ id }) => id);
  const data = report.developmentAreas.filter((id) => context.indicatorById.get(id)?.kind === 'data');
  const shared = report.indicators.filter(({ leads, status }) => status !== 'out-of-scope' && leads.length > 1);
  const lessons = report.sentences.flatMap((sentence) =>
    sentence.id === 'next-steps.lessons' ? (wordSentence(context, sentence) ?? []) : [],
  );
  const left = without.slice(LISTED).map(({ id }) => id);
  const blocks: Block[] = [
    ...listPart(context, t('report.nextSteps.unknown', { count: unknown.length }), unknown),
    ...listPart(context, t('report.nextSteps.data', { count: data.length }), data),
    ...(without.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('report.nextSteps.documents', { count: without.length }) },
          {
            kind: 'table',
            caption: t('report.nextSteps.documents', { count: without.length }),
            rowHeader: 0,
            ...withoutEmptyColumns(
              [
                { label: t('report.column.indicator'), share: 42 },
                { label: t('report.column.level'), share: 16 },
                { label: t('report.nextSteps.wouldShow'), share: 42 },
              ],
              documentRows(context, without.slice(0, LISTED)),
            ),
          },
          ...(left.length === 0
            ? []
            : [
                {
                  kind: 'paragraph',
                  role: 'body',
                  text: [
                    { text: `${t('report.summary.more', { count: left.length })}${t('report.colon')}` },
                    ...joinRow(
                      context,
                      left.map((id) => codeAndShortTitle(context, id)),
                    ),
                  ],
                } as const,
              ]),
        ] satisfies Block[])),
    ...listPart(
      context,
      t('report.nextSteps.mandates', { count: shared.length }),
      shared.map(({ id }) => id),
    ),
    ...(lessons.length === 0
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('report.nextSteps.lessons') },
          ...lessons
            .flatMap((text) => writtenParagraphs(context, text))
            .map((text): Block => ({ kind: 'paragraph', role: 'body', text })),
        ] satisfies Block[])),
  ];
  return blocks.length === 0 ? [] : [{ kind: 'paragraph', role: 'note', text: t('report.nextSteps.note') }, ...blocks];
}
