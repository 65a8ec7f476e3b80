import { codeAndTitle } from '../parts/document-context.ts';
import type { TableRow } from '../document/document.ts';
import type { Assigned } from './assignments.ts';
import { listAssignments } from './assignments.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterSection } from './letter-context.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';

function annexRows(context: LetterContext, assigned: readonly Assigned[]): TableRow[] {
  const names = (ids: readonly string[]) => context.localiser.list(ids.map((id) => context.institutionName(id)));
  return context.report.domains.flatMap(({ id }): TableRow[] => {
    const own = assigned.filter(({ indicator }) => indicator.domain === id);
    if (own.length === 0) return [];
    return [
      { group: [context.quote(context.domainTitle(id))] },
      ...own.map(({ indicator, leads, contributors }): TableRow => ({
        cells: [
          [[{ text: indicator.id, code: true }]],
          [[context.quote(context.indicatorTitle(indicator.id))]],
          [leads.length === 0 ? context.t('letters.assign.none') : names(leads)],
          contributors.length === 0 ? [] : [names(contributors)],
        ],
      })),
    ];
  });
}

function totals(context: LetterContext, assigned: readonly Assigned[]) {
  const { report } = context;
  return report.institutions
    .filter(({ role }) => role === 'institution')
    .map(({ id }) => ({
      name: context.institutionName(id),
      leads: assigned.filter((one) => one.leads.includes(id)).length,
      contributes: assigned.filter((one) => one.contributors.includes(id)).length,
    }));
}

/** Which institution leads and which contribute on every indicator, with what it makes for each. */
export function buildAssignmentAnnex(context: LetterContext): LetterDocument {
  const { t, number } = context;
  const { proposed, assigned } = listAssignments(context, context.assignments);
  const counts = totals(context, assigned);
  const title = t('letters.paper.assignment-annex');
  return letterDocument(context, title, [
    letterSection('annex', title, [
      { kind: 'paragraph', role: 'note', text: t('letters.assign.note') },
      ...(proposed ? [{ kind: 'paragraph', role: 'lead', text: t('letters.assign.proposed') } as const] : []),
      {
        kind: 'table',
        caption: t('letters.assign.totals'),
        rowHeader: 0,
        columns: [
          { label: t('letters.question.institution'), share: 58 },
          { label: t('letters.assign.lead'), share: 14 },
          { label: t('letters.assign.contributors'), share: 16 },
          { label: t('letters.assign.total'), share: 12 },
        ],
        rows: counts.map(({ name, leads, contributes }) => ({
          cells: [[name], [number(leads)], [number(contributes)], [number(leads + contributes)]],
        })),
      },
      {
        kind: 'table',
        caption: t('letters.assign.table'),
        rowHeader: 0,
        columns: [
          { label: t('export.column.code'), share: 10 },
          { label: t('report.column.indicator'), share: 36 },
          { label: t('letters.assign.lead'), share: 24 },
          { label: t('letters.assign.contributors'), share: 30 },
        ],
        rows: annexRows(context, assigned),
      },
    ]),
  ]);
}

function sheetBlocks(
  context: LetterContext,
  institution: string,
  assigned: readonly Assigned[],
  proposed: boolean,
): LetterBlock[] {
  const { t, lead, deadline } = context;
  const own = assigned.filter((one) => one.leads.includes(institution) || one.contributors.includes(institution));
  if (own.length === 0) return [{ kind: 'paragraph', role: 'body', text: t('letters.sheet.empty') }];
  return [
    { kind: 'paragraph', role: 'lead', text: t('letters.sheet.intro', { count: own.length, deadline, lead }) },
    ...(proposed ? [{ kind: 'paragraph', role: 'note', text: t('letters.assign.proposed') } as const] : []),
    {
      kind: 'table',
      caption: t('letters.assign.table'),
      rowHeader: 0,
      columns: [
        { label: t('report.column.indicator'), share: 50 },
        { label: t('letters.sheet.part'), share: 14 },
        { label: t('letters.sheet.officer'), share: 24 },
        { label: t('letters.sheet.done'), share: 12, align: 'center' },
      ],
      rows: own.map(({ indicator, leads }) => ({
        cells: [
          [codeAndTitle(context, indicator.id)],
          [t(leads.includes(institution) ? 'letters.sheet.lead' : 'letters.sheet.contributes')],
          [],
          ['☐'],
        ],
      })),
    },
    {
      kind: 'signature',
      heading: t('letters.sheet.authority'),
      fields: [
        t('letters.sheet.focal'),
        t('report.signature.function'),
        t('report.signature.date'),
        t('report.signature.stamp'),
      ],
    },
  ];
}

/** One page or more an institution: its indicators, its part in each, who answers, and the visa of its authority. */
export function buildAssignmentSheets(context: LetterContext): LetterDocument {
  const { proposed, assigned } = listAssignments(context, context.assignments);
  const institutions = context.report.institutions.filter(({ role }) => role === 'institution');
  return letterDocument(
    context,
    context.t('letters.paper.assignment-sheets'),
    institutions.map(({ id }) =>
      letterSection(`sheet-${id}`, context.institutionName(id), sheetBlocks(context, id, assigned, proposed)),
    ),
  );
}
