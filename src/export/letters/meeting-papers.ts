import { AGREEMENT_CLASSES } from '../../domain/consensus/measure-agreement.ts';
import { minutesOf } from '../../domain/consensus/minutes-of.ts';
import { planMeeting } from '../../domain/consensus/plan-meeting.ts';
import type { ReportIndicator } from '../../report/report.ts';
import { coverageWords } from '../parts/about.ts';
import { deadlineOf, fromTo, gapOrder, leadWords, noGapWords } from '../parts/gap-words.ts';
import { standingWords } from '../parts/law-and-practice.ts';
import { codeAndTitle } from '../parts/document-context.ts';
import type { KeyValue, TableColumn, TableRow, Text } from '../document/document.ts';
import { evaluationBlocks } from './evaluation-papers.ts';
import type { LetterContext } from './letter-context.ts';
import { letterDocument, letterSection, saying, signNote, subjectWords } from './letter-context.ts';
import type { LetterBlock, LetterDocument } from '../document/letter-document.ts';
import { forumWords } from '../parts/forum-words.ts';

const PRIORITIES = 10;
/** Rows left empty for those who come unannounced. */
const EMPTY_ROWS = 12;

function table(
  caption: string,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  rowHeader = 0,
): LetterBlock {
  return { kind: 'table', caption, columns, rows, rowHeader };
}

/** The day where somebody said it, and a line for the place. */
const dateAndPlace = ({ t, workshop }: LetterContext) =>
  workshop === null ? t('letters.line') : `${workshop}, ${t('letters.blank')}`;

/** Who is in the room and who is not, as far as somebody said. */
function attendanceRows(context: LetterContext): KeyValue[] {
  const { t, report } = context;
  const { attendance } = report.meeting;
  const row = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [{ label, values: [context.localiser.row(ids.map((id) => context.institutionName(id)))] }];
  if (attendance === null) return [];
  return [
    ...row(t('letters.agenda.present'), attendance.present),
    ...row(t('letters.agenda.absent'), attendance.absent),
  ];
}

/** The day of the validation workshop, then the indicators in the order of discussion. No names beside opinions. */
export function buildAgenda(context: LetterContext): LetterDocument {
  const { t, number, report } = context;
  const programme = report.meeting.programme ?? undefined;
  const order = [...new Set(programme?.order)];
  const inScope = report.indicators.filter(({ status }) => status !== 'out-of-scope');
  const minutesFor = ({ id, agreement }: ReportIndicator) => minutesOf(programme, id, agreement.class);
  const placed = order.flatMap((id) => inScope.find((one) => one.id === id) ?? []);
  const classed = inScope.filter(({ id, agreement }) => agreement.class !== null && !order.includes(id));
  const { slots, days } = planMeeting(
    [...placed, ...classed].map((one) => ({
      class: one.agreement.class,
      minutes: minutesFor(one),
      placed: order.includes(one.id),
    })),
    programme,
  );
  const title = t('letters.paper.agenda');
  const groups = [
    { name: t('workshop.agenda.placed'), items: placed },
    ...AGREEMENT_CLASSES.map((one) => ({
      name: t(`letters.class.${one}`),
      items: classed.filter(({ agreement }) => agreement.class === one),
    })),
  ];
  const unclassed = inScope.filter(({ id, agreement }) => agreement.class === null && !order.includes(id));
  const said = (wanted: readonly ReportIndicator['status'][]) =>
    unclassed.filter(({ status }) => wanted.includes(status));
  const others = [
    { name: t('letters.agenda.unknown'), items: said(['unknown']) },
    { name: t('letters.agenda.notApplicable'), items: said(['not-applicable']) },
    { name: t('letters.agenda.unanswered'), items: said(['unanswered', 'answered']) },
  ];
  const rows = [...groups, ...others].flatMap(({ name, items }): TableRow[] => {
    if (items.length === 0) return [];
    return [
      { group: t('report.leftOut.count', { heading: name, count: items.length }) },
      ...items.map((indicator): TableRow => ({
        cells: [
          [codeAndTitle(context, indicator.id)],
          // What has no class has no place in the programme.
          placed.includes(indicator) || indicator.agreement.class !== null ? [number(minutesFor(indicator))] : [],
          [indicator.agreed ? standingWords(context, indicator.id) : ''],
        ],
      })),
    ];
  });
  return letterDocument(context, title, [
    letterSection('agenda', title, [
      { kind: 'paragraph', role: 'lead', text: subjectWords(context) },
      {
        kind: 'key-values',
        rows: [
          { label: t('letters.agenda.date'), values: [dateAndPlace(context)] },
          { label: t('letters.agenda.chair'), values: [t('letters.line')] },
          ...attendanceRows(context),
        ],
      },
      table(
        t('letters.agenda.table'),
        [
          { label: t('letters.agenda.time'), share: 12 },
          { label: t('letters.agenda.item'), share: 74 },
          { label: t('letters.agenda.minutes'), share: 14 },
        ],
        slots.map(({ day, start, item, minutes, count }) => ({
          cells: [
            [days === 1 ? start : t('letters.agenda.dayTime', { day, start })],
            [t(`letters.agenda.${item}`, { count })],
            [number(minutes)],
          ],
        })),
      ),
      ...(rows.length === 0
        ? []
        : [
            table(
              t('letters.agenda.indicators'),
              [
                { label: t('report.column.indicator'), share: 62 },
                { label: t('letters.agenda.minutes'), share: 12 },
                { label: t('letters.agenda.agreed'), share: 26 },
              ],
              rows,
            ),
            ...(inScope.some(({ agreed }) => agreed) ? [signNote(context)] : []),
          ]),
    ]),
  ]);
}

/** Who was there: one row an institution, of those that are in the room where somebody said, then empty ones. Each row is high enough to sign in. */
export function buildAttendance(context: LetterContext): LetterDocument {
  const { t, number, report } = context;
  const names = [
    ...(report.meeting.attendance?.present ?? report.institutions.map(({ id }) => id)).map((id) =>
      context.institutionName(id),
    ),
    ...Array.from({ length: EMPTY_ROWS }, () => ''),
  ];
  const title = t('letters.paper.attendance');
  return letterDocument(context, title, [
    letterSection(
      'attendance',
      title,
      [
        {
          kind: 'key-values',
          rows: [
            { label: t('letters.agenda.date'), values: [dateAndPlace(context)] },
            { label: t('letters.agenda.chair'), values: [t('letters.line')] },
          ],
        },
        table(
          t('letters.attendance.table'),
          [
            { label: t('report.column.number'), share: 5 },
            { label: t('letters.attendance.institution'), share: 27 },
            { label: t('letters.attendance.name'), share: 22 },
            { label: t('letters.attendance.function'), share: 16 },
            { label: t('letters.attendance.contact'), share: 16 },
            { label: t('letters.attendance.signature'), share: 14 },
          ],
          names.map((name, index) => ({ cells: [[number(index + 1), ' '], [name], [], [], [], []] })),
          1,
        ),
      ],
      true,
    ),
  ]);
}

function reasonOf(context: LetterContext, indicator: ReportIndicator): Text[] {
  const said = [context.written(indicator.rationale), context.written(forumWords(context, indicator))];
  return said.filter((part) => part !== null);
}

function agreedBlocks(context: LetterContext): LetterBlock[] {
  const { t, report } = context;
  const agreed = report.indicators.filter(
    ({ agreed: settled, rationale, forum }) => settled && (rationale !== null || forum !== null),
  );
  const heading: LetterBlock = { kind: 'heading', level: 2, text: t('letters.minutes.agreedHeading') };
  if (agreed.length === 0) return [heading, saying(t('letters.minutes.agreedNone'))];
  return [
    heading,
    table(
      t('letters.minutes.agreedHeading'),
      [
        { label: t('report.column.indicator'), share: 34 },
        { label: t('letters.minutes.level'), share: 18 },
        { label: t('letters.minutes.why'), share: 48 },
      ],
      agreed.map((indicator) => ({
        cells: [
          [codeAndTitle(context, indicator.id)],
          [standingWords(context, indicator.id)],
          reasonOf(context, indicator),
        ],
      })),
    ),
    signNote(context),
  ];
}

function reservationBlocks(context: LetterContext): LetterBlock[] {
  const { t, report, localiser } = context;
  const items = report.indicators.flatMap(({ id, reservations }) =>
    reservations.map(({ institution, text }): Text => [
      ...codeAndTitle(context, id),
      { text: ` – ${context.institutionName(institution)}`, strong: true },
      { text: t('letters.colon') },
      { text: localiser.text(text), apart: true },
    ]),
  );
  return [
    { kind: 'heading', level: 2, text: t('letters.minutes.reservations') },
    items.length === 0 ? saying(t('letters.minutes.reservationsNone')) : { kind: 'list', items },
  ];
}

/** Minutes to complete: what is recorded stands in them, what was said is left to write. */
export function buildMinutes(context: LetterContext): LetterDocument {
  const { t, localiser } = context;
  const title = t('letters.paper.minutes');
  const gaps = gapOrder(context).slice(0, PRIORITIES);
  const attendance = attendanceRows(context);
  const blank = (count: number) => Array.from({ length: count }, (): TableRow => ({ cells: [[' ', ' '], [], []] }));
  return letterDocument(context, title, [
    letterSection('minutes', title, [
      { kind: 'paragraph', role: 'lead', text: subjectWords(context) },
      saying(t('letters.minutes.opened', { date: context.workshop ?? t('letters.blank') })),
      ...(attendance.length === 0 ? [] : [{ kind: 'key-values', rows: attendance } as const]),
      { kind: 'heading', level: 2, text: t('letters.minutes.state') },
      saying(coverageWords(context)),
      ...agreedBlocks(context),
      ...reservationBlocks(context),
      { kind: 'heading', level: 2, text: t('letters.minutes.prioritiesHeading') },
      gaps.length === 0
        ? saying(noGapWords(context))
        : table(
            t('letters.minutes.prioritiesHeading'),
            [
              { label: t('report.column.indicator'), share: 44 },
              { label: t('report.column.fromTo'), share: 12 },
              { label: t('report.column.lead'), share: 26 },
              { label: t('report.column.deadline'), share: 18 },
            ],
            gaps.map((indicator) => {
              const deadline = deadlineOf(context, indicator.id);
              return {
                cells: [
                  [codeAndTitle(context, indicator.id)],
                  [fromTo(context, indicator)],
                  [leadWords(context, indicator) ?? ''],
                  [deadline === null ? '' : localiser.date(deadline)],
                ],
              };
            }),
          ),
      ...(gaps.length === 0 ? [] : [signNote(context)]),
      { kind: 'heading', level: 2, text: t('letters.minutes.decisions') },
      table(
        t('letters.minutes.decisions'),
        [
          { label: t('letters.minutes.decision'), share: 56 },
          { label: t('letters.minutes.responsible'), share: 26 },
          { label: t('letters.minutes.deadline'), share: 18 },
        ],
        blank(5),
      ),
      ...evaluationBlocks(context),
      {
        kind: 'signature',
        heading: t('letters.minutes.signatures'),
        fields: [t('report.signature.date'), t('letters.minutes.rapporteur'), t('letters.minutes.chair')],
      },
    ]),
  ]);
}
