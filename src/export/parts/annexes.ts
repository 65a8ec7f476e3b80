import { onePerThing } from '../../domain/registers/thing-of-register.ts';
import { LEAD_INSTITUTION } from '../../domain/registers/assessment-state.ts';
import type { CommentRow } from '../../domain/comments/comment-matrix.ts';
import { buildCommentMatrix } from '../../domain/comments/comment-matrix.ts';
import { parseRegister } from '../../domain/registers/register-address.ts';
import { registerWords } from '../../words/register-words.ts';
import type { DocumentContext } from './document-context.ts';
import { codeAndTitle } from './document-context.ts';
import type { Block, TableRow, Text } from '../document/document.ts';
import { writtenParagraphs } from './written-paragraphs.ts';
import { differing } from './differences.ts';
import { standingWords } from './law-and-practice.ts';

/**
 * Positions that institutions asked to be recorded beside the level that was agreed. Those that stand in the part on differing
 * positions are not said again: a note leads there; nothing where all of them do.
 */
export function reservationBlocks(context: DocumentContext): Block[] {
  const { report, t, options } = context;
  const said = new Set(options.sections.has('differences') ? differing(context).map(({ id }) => id) : []);
  const reserved = report.indicators.filter(
    ({ status, reservations }) => status !== 'out-of-scope' && reservations.length > 0,
  );
  const left = reserved.filter(({ id }) => !said.has(id));
  const rows = left.flatMap(({ id, reservations }) =>
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
    ...(left.length === reserved.length
      ? []
      : [
          {
            kind: 'paragraph',
            role: 'note',
            text: [
              { text: `${t('report.reservations.others', { count: reserved.length - left.length })} ` },
              ...context.seeSection('differences'),
            ],
          } as const,
        ]),
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

/** What was decided on a comment, in words. */
export function decisionWords({ t }: DocumentContext, { comment, decision }: CommentRow): string {
  if (decision !== null) return t(`report.comments.decision.${decision}`);
  return t(comment.settled === true ? 'report.comments.settled' : 'report.comments.open');
}

/** What was answered; who answered is named where it is not the institution that leads. */
function answerTexts(context: DocumentContext, answers: CommentRow['answers']): Text[] {
  return answers.flatMap(({ institution, text }): Text[] => [
    ...(institution === LEAD_INSTITUTION || text.trim() === ''
      ? []
      : [[{ text: context.institutionName(institution), strong: true }]]),
    ...writtenParagraphs(context, text),
  ]);
}

function commentRow(context: DocumentContext, row: CommentRow, place: number): TableRow {
  const { t } = context;
  const { comment } = row;
  const answers = answerTexts(context, row.answers);
  return {
    cells: [
      [context.number(place)],
      [comment.indicator === null ? t('report.comments.general') : [{ text: comment.indicator, code: true }]],
      [context.institutionName(comment.institution)],
      writtenParagraphs(context, comment.text),
      [decisionWords(context, row)],
      answers.length === 0 ? [t('report.none')] : answers,
    ],
  };
}

/** The comment–response matrix, in the order of the framework; comments on the whole come last. */
export function commentBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const rows = buildCommentMatrix(
    report.comments,
    report.indicators.map(({ id }) => id),
  );
  if (rows.length === 0) return [];
  return [
    {
      kind: 'paragraph',
      role: 'note',
      text: t('report.comments.count', { count: rows.length, open: rows.filter(({ open }) => open).length }),
    },
    {
      kind: 'table',
      caption: t('report.section.comments'),
      rowHeader: 1,
      columns: [
        { label: t('report.column.number'), share: 6 },
        { label: t('report.column.indicator'), share: 12 },
        { label: t('report.comments.from'), share: 16 },
        { label: t('report.comments.comment'), share: 28 },
        { label: t('report.comments.state'), share: 12 },
        { label: t('report.comments.response'), share: 26 },
      ],
      rows: rows.map((row, index) => commentRow(context, row, index + 1)),
    },
  ];
}

/** What an address of the journal is about, for a reader: `Opinion: IC-02, Ministry of Labour, answer`. */
function wordsOf(
  { t, localiser, institutionName: institution, domainTitle: domain }: DocumentContext,
  address: string,
): Text {
  const wording = { t, indicator: (id: string) => id, institution, domain };
  const [kind = '', ...about] = registerWords(parseRegister(address), wording);
  return about.length === 0 ? kind : `${kind}${t('report.colon')}${localiser.row(about)}`;
}

/** What the reader must know of the record: differing versions, what could not be read, answers without an indicator. */
export function recordBlocks(context: DocumentContext): Block[] {
  const { report, t } = context;
  const { damaged, orphans, unknownRegisters } = report.record;
  const conflicts = onePerThing(report.record.conflicts);
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
      conflicts.map((address) => wordsOf(context, address)),
    ),
    ...part(
      t('report.method.damaged', { count: damaged.length }),
      damaged.map((address) => wordsOf(context, address)),
    ),
    ...part(
      t('report.record.orphans', { count: orphans.length }),
      orphans.map(({ indicator, supersededBy }) =>
        supersededBy === null
          ? indicator
          : t('report.record.superseded', { from: indicator, to: [supersededBy].flat().join(', ') }),
      ),
    ),
    ...(unknownRegisters === 0
      ? []
      : [{ kind: 'paragraph', role: 'note', text: t('report.record.unknown', { count: unknownRegisters }) } as const]),
  ];
}
