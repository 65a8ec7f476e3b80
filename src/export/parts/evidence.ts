import type { ReportEvidence } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';
import { codeList } from '../document/code-list.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { afterColon } from './written-paragraphs.ts';

/** E1, E2 ...: the number by which other parts name a piece of evidence. */
export function evidenceNumber({ t, number }: DocumentContext, evidence: Pick<ReportEvidence, 'number'>): string {
  return t('report.evidence.number', { number: number(evidence.number) });
}

function describe(context: DocumentContext, { title, kind, holder, date, reference, url }: ReportEvidence): Text[] {
  const { localiser, t } = context;
  const facts = [kind, holder, date === null ? null : localiser.date(date), reference]
    .filter((part) => part !== null && part.trim() !== '')
    .map((part) => localiser.text(part ?? ''));
  const lines: Text[] = [
    [{ text: title === null || title.trim() === '' ? t('report.notGiven') : localiser.text(title), strong: true }],
  ];
  if (facts.length > 0) lines.push(facts.join(' · '));
  if (url !== null && url.trim() !== '') lines.push(url);
  return lines;
}

function usesOf(context: DocumentContext, { uses }: ReportEvidence): Text[] {
  if (uses.length === 0) return [context.t('report.evidence.unused')];
  const plain = uses.filter(({ passage }) => passage === null);
  const codes = codeList(context, [...new Set(plain.map(({ indicator }) => indicator))]);
  const passages = uses.flatMap(({ indicator, passage }): Text[] =>
    passage === null ? [] : [[{ text: indicator, code: true }, ...afterColon(context, passage)]],
  );
  return [...(codes.length === 0 ? [] : [codes]), ...passages];
}

/** Every document once, numbered in the order of its first use, with the indicators it supports. */
export function evidenceBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const undocumented = report.indicators.filter(({ status, documented }) => status === 'answered' && !documented);
  const rows = report.evidence.map((evidence): TableRow => ({
    anchor: evidenceNumber(context, evidence),
    cells: [
      [evidenceNumber(context, evidence)],
      describe(context, evidence),
      [t(`report.access.${evidence.access ?? 'internal'}`)],
      usesOf(context, evidence),
    ],
  }));
  const list = codeList(
    context,
    undocumented.map(({ id }) => id),
  );
  if (rows.length === 0 && undocumented.length === 0) return [];
  return [
    ...(report.edition === 'public'
      ? [{ kind: 'paragraph', role: 'note', text: t('report.public.evidence') } as const]
      : []),
    rows.length === 0
      ? { kind: 'paragraph', role: 'body', text: t('report.evidence.none') }
      : {
          kind: 'table',
          caption: t('report.section.evidence'),
          rowHeader: 1,
          columns: [
            { label: t('report.column.number'), share: 7 },
            { label: t('report.column.document'), share: 55 },
            { label: t('report.column.access'), share: 12 },
            { label: t('report.column.indicators'), share: 26 },
          ],
          rows,
        },
    // Where it is told what would show them, that stands once.
    ...(undocumented.length === 0 || context.printed.has('next-steps')
      ? []
      : ([
          { kind: 'heading', level: 2, text: t('report.evidence.undocumented', { count: undocumented.length }) },
          { kind: 'paragraph', role: 'body', text: list },
        ] satisfies Block[])),
  ];
}
