import type { FrameworkTexts } from '../../domain/framework/framework-schema.ts';
import { cutToCell } from '../../domain/workbook/cell-text.ts';
import type { PlanSheetColumn } from '../../domain/plan/plan-sheet.ts';
import { PLAN_SHEET_COLUMNS, planSheetKeyRows } from '../../domain/plan/plan-sheet.ts';
import type { ActionStatus } from '../../domain/plan/planned-action.ts';
import { ACTION_STATUSES } from '../../domain/plan/planned-action.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report, ReportAction } from '../../report/report.ts';
import { nameAmong } from '../../words/institution-words.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';
import { writeSheets } from './write-sheets.ts';

/** Characters. */
const WIDTHS: Readonly<Record<PlanSheetColumn, number>> = {
  number: 6,
  activity: 50,
  indicators: 16,
  lead: 30,
  partners: 30,
  start: 12,
  end: 12,
  resourcesAvailable: 28,
  resourcesToFind: 28,
  successIndicator: 34,
  verification: 34,
  dependsOn: 12,
  status: 14,
  note: 34,
  id: 20,
};

/** Names of institutions, each once: two of the same name are told apart by their ids. */
function namesOf(report: Report, texts: FrameworkTexts, localiser: Localiser): ReadonlyMap<string, string> {
  const plain = report.institutions.map(({ id }) => [id, nameAmong(report, id, texts, localiser)] as const);
  const isTwice = (name: string) => plain.filter(([, one]) => one === name).length > 1;
  return new Map(plain.map(([id, name]) => [id, isTwice(name) ? `${name} (${id})` : name]));
}

function rowOf(
  action: ReportAction,
  index: number,
  plan: readonly ReportAction[],
  words: { readonly names: ReadonlyMap<string, string>; readonly statuses: Readonly<Record<ActionStatus, string>> },
): SheetCell[] {
  const name = (idOrName: string) => words.names.get(idOrName) ?? idOrName;
  const cut = (text: string | null) => (text === null ? null : cutToCell(text));
  const cells: Record<PlanSheetColumn, SheetCell> = {
    number: index + 1,
    activity: cut(action.activity),
    indicators: action.indicators.join('; '),
    lead: action.lead === null ? null : name(action.lead),
    partners: action.partners.map(name).join('\n'),
    start: { date: action.start },
    end: { date: action.end },
    resourcesAvailable: cut(action.resourcesAvailable),
    resourcesToFind: cut(action.resourcesToFind),
    successIndicator: cut(action.successIndicator),
    verification: cut(action.verification),
    dependsOn: action.dependsOn.map((id) => plan.findIndex((one) => one.id === id) + 1).join('; '),
    status: words.statuses[action.status],
    note: cut(action.note),
    id: action.id,
  };
  return PLAN_SHEET_COLUMNS.map((column) => cells[column]);
}

/**
 * The plan as an Excel workbook that can be filled in and taken back: one sheet for people, one with the key by which it
 * is read again in any language. `mark` is the newest entry it was made from. docs/file-formats.md section 9.
 */
export async function writePlanXlsx(
  report: Report,
  texts: FrameworkTexts,
  localiser: Localiser,
  mark: string | null,
): Promise<Uint8Array> {
  const { t } = localiser;
  const names = namesOf(report, texts, localiser);
  const statuses = Object.fromEntries(ACTION_STATUSES.map((status) => [status, t(`plan.status.${status}`)])) as Record<
    ActionStatus,
    string
  >;
  const titles = Object.fromEntries(
    PLAN_SHEET_COLUMNS.map((column) => [
      column,
      column === 'number' || column === 'id' ? t(`plan.sheet.${column}`) : t(`plan.field.${column}`),
    ]),
  ) as Record<PlanSheetColumn, string>;
  const plan: SheetTable = {
    name: t('plan.sheet.plan'),
    columns: PLAN_SHEET_COLUMNS.map((column) => ({ title: titles[column], width: WIDTHS[column] })),
    rows: report.plan.map((action, index) => rowOf(action, index, report.plan, { names, statuses })),
    sticky: 2,
  };
  const keyRows = planSheetKeyRows({
    assessment: report.assessment?.id ?? '',
    mark,
    columns: titles,
    statuses,
    institutions: names,
  });
  const key: SheetTable = {
    name: t('plan.sheet.key'),
    columns: [
      { title: t('plan.sheet.key'), width: 40 },
      { title: t('plan.sheet.help', { statuses: localiser.list(Object.values(statuses), 'disjunction') }), width: 80 },
    ],
    rows: keyRows,
    sticky: 1,
  };
  const head = [report.round.country, report.round.title, t('plan.title')].filter((part) => part !== null);
  return writeSheets([plan, key], {
    rightToLeft: localiser.language.direction === 'rtl',
    head: head.join(' · '),
    language: localiser.language.code,
  });
}
