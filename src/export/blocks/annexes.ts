import type { Report } from '../../report/report.ts';
import { parseRegister } from '../../domain/journal/registers.ts';
import type { DocumentContext } from '../document-context.ts';
import { codeAndTitle } from '../document-context.ts';
import type { Block, TableRow, Text } from '../document.ts';
import { writtenParagraphs } from '../written-paragraphs.ts';
import { standingWords } from './law-and-practice.ts';

type Comment = Report['comments'][number];

/** Positions that institutions asked to be recorded beside the level that was agreed. */
export function reservationBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const rows = report.indicators
    .filter(({ status, reservations }) => status !== 'out-of-scope' && reservations.length > 0)
    .flatMap(({ id, reservations }) =>
      reservations.map(({ institution, text }): TableRow => ({
        cells: [
          [codeAndTitle(context, id)],
          [standingWords(context, id)],
          [context.institutionName(institution)],
          writtenParagraphs(context, text),
        ],
      })),
    );
  if (rows.length === 0) return [];
  return [
    { kind: 'paragraph', role: 'note', text: t('report.reservations.note') },
    {
      kind: 'table',
      caption: t('report.section.reservations'),
      rowHeader: 0,
      columns: [
        { label: t('report.column.indicator'), share: 28 },
        { label: t('report.differences.agreed'), share: 15 },
        { label: t('report.column.institution'), share: 20 },
        { label: t('report.reservations.text'), share: 37 },
      ],
      rows,
    },
  ];
}

function commentRow(context: DocumentContext, comment: Comment, replies: readonly Comment[], place: number): TableRow {
  const { t } = context;
  const answers = replies.flatMap(({ institution, text }): Text[] => [
    [{ text: context.institutionName(institution), strong: true }],
    ...writtenParagraphs(context, text),
  ]);
  return {
    cells: [
      [context.number(place)],
      [comment.indicator === null ? t('report.comments.general') : [{ text: comment.indicator, code: true }]],
      [context.institutionName(comment.institution)],
      writtenParagraphs(context, comment.text),
      answers.length === 0 ? [t('report.none')] : answers,
      [t(comment.settled === true ? 'report.comments.settled' : 'report.comments.open')],
    ],
  };
}

/** Comments with what was answered, in the order of the framework; those on the whole come last. */
export function commentBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const known = new Set(report.comments.map(({ id }) => id));
  const isReply = ({ replyTo }: Comment) => typeof replyTo === 'string' && known.has(replyTo);
  const order = (comment: Comment) => {
    const place = report.indicators.findIndex(({ id }) => id === comment.indicator);
    return place === -1 ? report.indicators.length : place;
  };
  const first = report.comments.filter((comment) => !isReply(comment)).sort((a, b) => order(a) - order(b));
  // A reply to a reply belongs to the same conversation.
  const under = (id: string, depth = 0): Comment[] =>
    depth > known.size
      ? []
      : report.comments.filter(({ replyTo }) => replyTo === id).flatMap((one) => [one, ...under(one.id, depth + 1)]);
  if (first.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: t('report.section.comments'),
      rowHeader: 1,
      columns: [
        { label: t('report.column.number'), share: 6 },
        { label: t('report.column.indicator'), share: 12 },
        { label: t('report.comments.from'), share: 16 },
        { label: t('report.comments.comment'), share: 29 },
        { label: t('report.comments.response'), share: 27 },
        { label: t('report.comments.state'), share: 10 },
      ],
      rows: first.map((comment, index) => commentRow(context, comment, under(comment.id), index + 1)),
    },
  ];
}

/** What an address of the journal is about, for a reader: `IC-02, Ministry of Labour: answer`. */
function registerWords(context: DocumentContext, address: string): Text {
  const register = parseRegister(address);
  if (register.kind === 'unknown') return [{ text: address, code: true }];
  const about = [
    'indicator' in register ? register.indicator : null,
    'institution' in register ? context.institutionName(register.institution) : null,
    'field' in register ? register.field : null,
    'part' in register ? context.t(`report.record.part.${register.part}`) : null,
  ].filter((part) => part !== null);
  const kind = context.t(`report.record.kind.${register.kind}`);
  return about.length === 0 ? kind : `${kind}${context.t('report.colon')}${about.join(', ')}`;
}

/** What the reader must know of the record: differing versions, what could not be read, answers without an indicator. */
export function recordBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const { conflicts, damaged, orphans, unknownRegisters } = report.record;
  const part = (heading: string, items: readonly Text[]): Block[] =>
    items.length === 0
      ? []
      : [
          { kind: 'heading', level: 2, text: heading },
          { kind: 'list', items },
        ];
  return [
    ...part(
      t('report.method.conflicts', { count: conflicts.length }),
      conflicts.map((address) => registerWords(context, address)),
    ),
    ...part(
      t('report.method.damaged', { count: damaged.length }),
      damaged.map((address) => registerWords(context, address)),
    ),
    ...part(
      t('report.record.orphans', { count: orphans.length }),
      orphans.map(({ indicator, supersededBy }) =>
        supersededBy === null ? indicator : t('report.record.superseded', { from: indicator, to: supersededBy }),
      ),
    ),
    ...(unknownRegisters === 0
      ? []
      : [{ kind: 'paragraph', role: 'note', text: t('report.record.unknown', { count: unknownRegisters }) } as const]),
  ];
}
