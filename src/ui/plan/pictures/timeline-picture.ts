import { drawTimeline } from '../../../charts/draw-timeline.ts';
import type { Picture, PictureBox } from '../../../charts/picture.ts';
import type { PictureTable } from '../../../charts/picture-table.ts';
import { textCell } from '../../../charts/picture-table.ts';
import type { PlanTimeline } from '../../../charts/plan-timeline.ts';
import { ACTION_STATUSES } from '../../../domain/plan/planned-action.ts';
import type { Localiser } from '../../../i18n/localiser.ts';
import type { ReportAction } from '../../../report/report.ts';
import type { InstitutionNames } from '../institution-names.ts';
import { periodWords, shortActivity } from '../plan-words.ts';

const FILLS: Readonly<Record<ReportAction['status'], PictureBox['fill']>> = {
  'not-started': 'plain',
  ongoing: 'hatched',
  done: 'full',
  blocked: 'plain',
};

/** Names of months are written while there is room for them; beyond, only the halves of years. */
const NAMED_MONTHS = 14;
const NAMED_HALVES = 36;

/** What stands above a month of the line: a year at its first month, a month where there is room, else nothing. */
export function monthWords(month: string, count: number, locale: string): string {
  const [year, number] = month.split('-');
  if (number === '01') return String(year);
  const isNamed = count <= NAMED_MONTHS || (number === '07' && count <= NAMED_HALVES);
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return isNamed ? format.format(new Date(`${month}-01T00:00:00Z`)) : '';
}

/** The plan with its dates as a table; dates as ISO 8601 for a program. */
export function timelineTable(
  plan: readonly ReportAction[],
  names: InstitutionNames,
  localiser: Localiser,
): PictureTable {
  const { t } = localiser;
  const date = (iso: string | null) => ({
    text: iso === null ? t('plan.empty') : localiser.date(iso),
    values: [iso],
  });
  return {
    headerColumn: 1,
    columns: [
      { title: t('plan.column.number'), isNumber: true },
      ...[t('plan.column.activity'), t('plan.field.indicators'), t('plan.column.lead')].map((title) => ({ title })),
      ...[t('plan.field.start'), t('plan.field.end'), t('plan.column.status')].map((title) => ({ title })),
    ],
    rows: plan.map((action, index) => [
      { text: String(index + 1), values: [index + 1] },
      textCell(shortActivity(action, localiser)),
      textCell(localiser.row(action.indicators)),
      {
        text: action.lead === null ? t('plan.noLead') : names.show(action.lead),
        values: [action.lead === null ? null : names.show(action.lead)],
      },
      date(action.start),
      date(action.end),
      textCell(t(`plan.status.${action.status}`)),
    ]),
  };
}

/** The plan on its line of time as it is saved. */
export function timelinePicture(line: PlanTimeline, plan: readonly ReportAction[], localiser: Localiser): Picture {
  const { t, language } = localiser;
  return drawTimeline(
    line,
    plan.map((action, index) => ({
      id: action.id,
      name: `${index + 1}. ${shortActivity(action, localiser)}`,
      period: periodWords(action, localiser) ?? t('plan.noDates'),
      fill: FILLS[action.status],
      isDashed: action.status === 'blocked',
    })),
    {
      month: (month) => monthWords(month, line.months.length, language.locale),
      legend: [
        ...ACTION_STATUSES.map((status) => ({
          fill: FILLS[status],
          isDashed: status === 'blocked',
          text: t(`plan.status.${status}`),
        })),
        ...(line.today === null ? [] : [{ fill: 'today' as const, text: t('plan.today') }]),
      ],
    },
  );
}
