import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import type { Entry } from '../../../src/domain/journal/entry-schema.ts';
import { newestEntryId } from '../../../src/domain/plan/changes-since.ts';
import type { WorkbookCell, WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { freeNamesIn } from '../../../src/domain/plan/institutions-in-cell.ts';
import { parsePlanSheet } from '../../../src/domain/plan/parse-plan-sheet.ts';
import { comparePlanSheet } from '../../../src/domain/plan/compare-plan-sheet.ts';
import { writePlanXlsx } from '../../../src/export/xlsx/write-plan-xlsx.ts';
import { readWorkbook } from '../../../src/file/read-workbook.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../fixtures/paired-framework.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const framework = pairedFramework();
const PLAN: readonly Setting[] = [
  ['institution/labour/name', 'Ministry of Labour, Employment'],
  ['institution/interior/name', 'Ministry of the Interior'],
  ['action/x/activity', '=SUM(A1) is how it begins'],
  ['action/x/indicators', ['R-1', 'W-1']],
  ['action/x/lead', 'labour'],
  ['action/x/partners', ['interior', 'Town of Port']],
  ['action/x/start', '2027-01-15'],
  ['action/x/end', '2027-06-30'],
  ['action/x/status', 'ongoing'],
  ['action/x/note', 'Line one\nline two'],
  ['action/x/order', 1],
  ['action/y/activity', 'Second'],
  ['action/y/dependsOn', ['x']],
  ['action/y/order', 2],
];

async function workbookOf(entries: readonly Entry[], code = 'en') {
  const state = readAssessment(fold(entries), framework);
  const report = buildReport({ framework, state, identity: { id: 'a', round: 'r', parent: null } });
  const bytes = await writePlanXlsx(report, textsIn(framework, 'en'), localiserOf(code), newestEntryId(entries));
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const actions = (entries: readonly Entry[]) => readAssessment(fold(entries), framework).actions;

function parse(sheets: readonly WorkbookSheet[], now: readonly Entry[], settled?: ReadonlyMap<string, string>) {
  const { institutions } = readAssessment(fold(now), framework);
  const input = {
    framework,
    assessment: 'a',
    actions: new Map([...actions(now)].map(([id, { activity }]) => [id, activity])),
    institutions: new Set(institutions.keys()),
    freeNames: freeNamesIn(actions(now).values()),
  };
  return parsePlanSheet(sheets, input, settled);
}

function take(sheets: readonly WorkbookSheet[], made: readonly Entry[], now: readonly Entry[] = made) {
  const parsed = parse(sheets, now);
  if (!parsed.ok) return { problems: parsed.problems.map(({ code, line }) => [code, line]) };
  if (parsed.value.open.length > 0)
    return {
      open: parsed.value.open.map(({ problem: { code, line } }) => [code, line]),
      fields: comparePlanSheet(parsed.value, actions(made), actions(now)).changes.map(({ field }) => field),
    };
  return comparePlanSheet(parsed.value, actions(made), actions(now));
}

/** The workbook with cells of the first sheet replaced: by line from 1 and title. */
function edited(sheets: readonly WorkbookSheet[], cells: readonly [number, string, WorkbookCell][]): WorkbookSheet[] {
  const [first, ...rest] = sheets;
  const rows = first!.rows.map((row) => [...row]);
  for (const [line, title, value] of cells) {
    const column = rows[0]!.indexOf(title);
    const row = (rows[line - 1] ??= []);
    row[column] = value;
  }
  return [{ ...first!, rows }, ...rest];
}

describe('the plan as a workbook', () => {
  const made = entriesOf(PLAN);

  it('comes back without a change where nobody touched it, in either language', async () => {
    for (const code of ['en', 'fr']) {
      expect(take(await workbookOf(made, code), made)).toEqual({
        changes: [],
        newRows: [],
        missing: [],
        removedHere: [],
      });
    }
  });

  it('comes back without a change where the plan calls institutions by their names', async () => {
    const made = entriesOf([
      ...PLAN,
      ['action/x/lead', 'Ministry of the Interior'],
      ['action/x/partners', ['Ministry of Labour, Employment', 'Town of Port']],
    ]);
    expect(take(await workbookOf(made), made)).toMatchObject({ changes: [] });
  });

  it('offers the words of a choice as they are written', async () => {
    const made = entriesOf(PLAN);
    const parsed = parse(edited(await workbookOf(made, 'fr'), [[2, 'État', '80 %']]), made);
    expect(parsed.ok && parsed.value.open.map(({ options }) => options)).toEqual([
      ['Non commencée', 'En cours', 'Réalisée', 'Bloquée'],
    ]);
  });

  it('guards what a spreadsheet would run as a formula', async () => {
    const [plan] = await workbookOf(made);
    expect(plan!.rows[1]![1]).toBe("'=SUM(A1) is how it begins");
    expect(plan!.rows[1]![5]).toEqual(new Date('2027-01-15T00:00:00Z'));
  });

  it('says what was left out: columns of nobody, notes, and a sheet that somebody added', async () => {
    const [plan, key] = await workbookOf(made);
    const rows = plan!.rows.map((row, index) => [...row, index === 1 ? 'to be discussed' : null]);
    const notes = [{ cell: 'B3', line: 3, text: 'by whom?' }];
    const parsed = parse([{ name: 'Costs', rows: [['12 000']] }, { ...plan!, rows, notes }, key!], made);
    expect(parsed.ok && parsed.advice.map(({ code, line, params }) => [code, line, params['shown']])).toEqual([
      ['intake.columnLeftOut', 2, 'to be discussed'],
      ['intake.sheetLeftOut', 1, '12 000'],
      ['intake.noteLeftOut', 3, 'by whom?'],
    ]);
  });

  it('finds what was changed: words, names of institutions in any case, dates, lists, an emptied cell', async () => {
    const sheets = edited(await workbookOf(made), [
      [2, 'Lead institution', 'ministry of the  INTERIOR'],
      [2, 'End', new Date('2027-09-30T00:00:00Z')],
      [2, 'Indicators', 'r-1; R-2'],
      [2, 'Note', null],
      [3, 'Status', 'done'],
      [3, 'Start', '2027-10-01'],
      [3, 'Partners', 'Ministry of Labour, Employment; Union'],
    ]);
    const found = take(sheets, made);
    if (!('newRows' in found)) throw new Error(JSON.stringify(found));
    expect(found.changes.map(({ action, field, file }) => [action, field, file])).toEqual([
      ['x', 'indicators', ['R-1', 'R-2']],
      ['x', 'lead', 'interior'],
      ['x', 'end', '2027-09-30'],
      ['x', 'note', null],
      ['y', 'partners', ['labour', 'Union']],
      ['y', 'start', '2027-10-01'],
      ['y', 'status', 'done'],
    ]);
    expect(found.changes.some(({ conflict }) => conflict)).toBe(false);
  });

  it('knows institutions behind the numbers of a list', async () => {
    const sheets = edited(await workbookOf(made), [
      [2, 'Lead institution', '1. MINISTRY OF THE INTERIOR'],
      [3, 'Partners', 'a) Ministry of Labour, Employment\n\u2022 Ministry of the Interior'],
    ]);
    expect(take(sheets, made)).toMatchObject({
      changes: [
        { action: 'x', field: 'lead', file: 'interior' },
        { action: 'y', field: 'partners', file: ['labour', 'interior'] },
      ],
    });
  });

  it('asks about a name that looks like that of an institution, with the other names of its cell, and once', async () => {
    const sheets = edited(await workbookOf(made), [
      [3, 'Lead institution', 'Ministry of the Interiour'],
      [3, 'Partners', 'Ministry of Labor, Employment; City of Lakes'],
    ]);
    const asked = parse(sheets, made);
    if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
    const [lead, partners] = asked.value.open;
    expect([lead, partners].map((one) => [one!.problem.code, one!.problem.params['names'], one!.options])).toEqual([
      ['plan.alikeInstitution', 'Ministry of the Interior', ['Ministry of the Interior', 'Ministry of the Interiour']],
      [
        'plan.alikeInstitution',
        'Ministry of Labour, Employment',
        ['Ministry of Labour, Employment\nCity of Lakes', 'Ministry of Labor, Employment\nCity of Lakes'],
      ],
    ]);
    const said = (choice: number) => {
      const settled = new Map([lead!, partners!].map(({ id, options }) => [id, options[choice]!]));
      const parsed = parse(sheets, made, settled);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const { values } = parsed.value.rows.find(({ id }) => id === 'y')!;
      return [parsed.value.open, values.get('lead'), values.get('partners')];
    };
    expect(said(0)).toEqual([[], 'interior', ['labour', 'City of Lakes']]);
    expect(said(1)).toEqual([[], 'Ministry of the Interiour', ['Ministry of Labor, Employment', 'City of Lakes']]);
  });

  it('does not ask about a name that the plan has already, however much it looks like an institution', async () => {
    const named = entriesOf([...PLAN, ['action/y/lead', 'Ministry of the Interiour']]);
    expect(take(await workbookOf(named), named)).toMatchObject({ changes: [] });
  });

  it('takes a row without a mark as new, and lets it be depended on by its number', async () => {
    const sheets = edited(await workbookOf(made), [
      [4, 'No.', 3],
      [4, 'Activity', 'Third'],
      [3, 'Depends on', '1; 3'],
    ]);
    const found = take(sheets, made);
    expect(found).toMatchObject({
      newRows: ['new:4'],
      changes: [
        { action: 'y', field: 'dependsOn', file: ['x', 'new:4'] },
        { action: 'new:4', field: 'activity', file: 'Third' },
      ],
    });
  });

  it('never puts back what changed here since, and shows what changed on both sides', async () => {
    const now = entriesOf([
      ...PLAN,
      ['action/x/lead', 'interior'],
      ['action/x/end', '2027-07-31'],
      ['action/z/activity', 'Added here'],
    ]);
    const sheets = edited(await workbookOf(made), [[2, 'End', '2027-08-31']]);
    expect(take(sheets, made, now)).toEqual({
      changes: [{ action: 'x', line: 2, field: 'end', here: '2027-07-31', file: '2027-08-31', conflict: true }],
      newRows: [],
      missing: ['z'],
      removedHere: [],
    });
  });

  it('leaves out a row that was removed here', async () => {
    const now = entriesOf([...PLAN, ['action/x/removed', true]]);
    const sheets = edited(await workbookOf(made), [[2, 'Note', 'Late']]);
    expect(take(sheets, made, now)).toMatchObject({ changes: [], removedHere: ['x'] });
  });

  it('lists what cannot be read with its line, and takes the rest', async () => {
    const mark = 'Mark of the row (leave as it is)';
    const sheets = edited(await workbookOf(made), [
      [2, 'End', '31/12/2027'],
      [2, 'Note', 'Taken all the same'],
      [2, 'Indicators', 'R-1; R-99'],
      [2, 'Status', 'nearly'],
      [2, 'Depends on', '7'],
      [3, mark, 'x'],
      [4, 'Activity', 'Fourth'],
      [4, mark, 'nobody'],
      [4, 'Start', '2027-02-30'],
    ]);
    expect(take(sheets, made)).toEqual({
      open: [
        ['plan.duplicateRow', 3],
        ['plan.unknownRow', 4],
        ['plan.unknownIndicator', 2],
        ['plan.unknownDependency', 2],
        ['plan.unknownStatus', 2],
      ],
      fields: ['end', 'note'],
    });
  });

  it('names a column whose title was changed, and takes it under its title in another language', async () => {
    const filled = edited(await workbookOf(made), [
      [2, 'Status', 'done'],
      [2, 'Note', 'Taken all the same'],
    ]);
    const retitled = (title: string) => edited(filled, [[1, 'Status', title]]);
    expect(take(retitled('How it goes'), made)).toEqual({ open: [['intake.columnUnknown', 1]], fields: ['note'] });
    expect(take(retitled('Statut :'), made)).toMatchObject({ changes: [{ field: 'status' }, { field: 'note' }] });
    const copy = { name: 'Plan (2)', rows: filled[0]!.rows };
    expect(take([...(await workbookOf(made)), copy], made)).toEqual({ open: [['intake.sheetTwice', 1]], fields: [] });
  });

  it('ignores columns that were moved or taken out, and refuses a workbook without its key or of another plan', async () => {
    const sheets = await workbookOf(made);
    const turned = sheets.map((sheet, index) =>
      index > 0 ? sheet : { ...sheet, rows: sheet.rows.map((row) => row.filter((_, at) => at !== 3).reverse()) },
    );
    expect(take(turned, made)).toMatchObject({ changes: [] });
    expect(take(sheets.slice(0, 1), made)).toEqual({ problems: [['plan.noKey', undefined]] });
    expect(take(sheets.slice(1), made)).toEqual({ problems: [['plan.missingColumn', undefined]] });
    const other = parsePlanSheet(sheets, {
      framework,
      assessment: 'b',
      actions: new Map(),
      institutions: new Set(),
      freeNames: new Set(),
    });
    expect(other).toMatchObject({ ok: false, problems: [{ code: 'plan.otherAssessment' }] });
  });

  const without = (sheets: readonly WorkbookSheet[], ...titles: readonly string[]) =>
    sheets.map((sheet, index) => {
      const gone = titles.map((title) => sheets[0]!.rows[0]!.indexOf(title));
      return index > 0 ? sheet : { ...sheet, rows: sheet.rows.map((row) => row.filter((_, at) => !gone.includes(at))) };
    });
  const ACTIVITY = 'Activity';
  const MARK = 'Mark of the row (leave as it is)';

  it('is taken in without the column of activities, and without that of the marks as far as activities tell the rows', async () => {
    const filled = edited(await workbookOf(made), [
      [2, 'Note', 'Taken all the same'],
      [3, 'Status', 'done'],
    ]);
    const right = [
      ['x', 'note'],
      ['y', 'status'],
    ];
    for (const title of [ACTIVITY, MARK]) {
      const found = take(without(filled, title), made);
      if (!('newRows' in found)) throw new Error(JSON.stringify(found));
      expect([found.changes.map(({ action, field }) => [action, field]), found.newRows]).toEqual([right, []]);
    }
    expect(take(without(filled, ACTIVITY, MARK), made)).toEqual({ problems: [['plan.missingColumn', undefined]] });
  });

  it('asks of a row without a mark column whether it is new, and about a mark or activity whose title was changed', async () => {
    const filled = edited(await workbookOf(made), [
      [2, 'Note', 'Taken all the same'],
      [3, ACTIVITY, 'Second, put otherwise'],
    ]);
    expect(take(without(filled, MARK), made)).toEqual({ open: [['plan.rowWithoutMark', 3]], fields: ['note'] });
    for (const title of [ACTIVITY, MARK]) {
      const renamed = edited(filled, [[1, title, 'What']]);
      const [parsed] = [parse(renamed, made)];
      const [found] = parsed.ok ? parsed.value.open : [];
      expect(found?.problem).toMatchObject({ code: 'intake.columnUnknown', params: { column: title } });
      const option = found?.options.find((one) => one.endsWith(' What')) ?? '';
      const settled = parse(renamed, made, new Map([[found?.id ?? '', option]]));
      expect(settled).toMatchObject({ ok: true, value: { open: [] } });
      expect(settled.ok && settled.value.rows).toEqual(
        (parse(filled, made) as typeof settled & { ok: true }).value.rows,
      );
    }
  });

  it('refuses what is no workbook', async () => {
    const text = new TextEncoder().encode('PK this is not a zip');
    expect(await readWorkbook(text)).toMatchObject({ ok: false, problems: [{ code: 'plan.notWorkbook' }] });
    const [, bytes] = [null, new Uint8Array(17 * 1024 * 1024)];
    expect(await readWorkbook(bytes)).toMatchObject({ ok: false, problems: [{ code: 'plan.tooBig' }] });
  });
});
