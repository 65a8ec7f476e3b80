import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeReportXlsx } from '../../../../src/export/xlsx/write-report-xlsx.ts';
import { CELL_CHARACTERS } from '../../../../src/domain/workbook/cell-text.ts';
import { columnLetters } from '../../../../src/domain/intake/cells.ts';
import { splitLongTexts } from '../../../../src/export/xlsx/sheet-table.ts';
import { DIFFICULT } from '../../../fixtures/difficult-assessment.ts';
import { OPTIONS, writerInput } from '../../../fixtures/difficult-report.ts';
import { listGoldenInputs, readGolden } from '../../../fixtures/golden-reports.ts';
import { officePart, unescapeXml } from '../../../fixtures/office-text.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import { publicReport } from '../../../../src/report/public-report.ts';
import type { Report } from '../../../../src/report/report.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { paired } from '../document-of.ts';
import { evaluateFormula } from './evaluate-formula.ts';

const { framework, report, localiser } = writerInput('en');
const SHEETS = ['Summary', 'Answers', 'Scores', 'Gaps', 'Action plan', 'Opinions', 'Evidence', 'Method'];

/** Cells of a sheet as they stand in the file: number, text, or formula with its cached value. */
function cellsOf(bytes: Uint8Array, sheet: number) {
  const strings = [...officePart(bytes, 'xl/sharedStrings.xml').matchAll(/<si>([\s\S]*?)<\/si>/g)].map(([, item]) =>
    unescapeXml((item ?? '').replaceAll(/<[^>]+>/g, '')),
  );
  const xml = officePart(bytes, `xl/worksheets/sheet${sheet}.xml`);
  const cells = new Map<string, { value: string | number; formula?: string; style?: string }>();
  for (const [, place, attributes, content] of xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    if (content === undefined) continue;
    const formula = /<f>([\s\S]*?)<\/f>/.exec(content)?.[1];
    const raw = unescapeXml(/<v>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? '');
    const type = / t="(\w+)"/.exec(attributes ?? '')?.[1];
    const value = type === 's' ? (strings[Number(raw)] ?? '') : type === 'str' ? raw : Number(raw);
    cells.set(place ?? '', { value, ...(formula === undefined ? {} : { formula: unescapeXml(formula) }) });
  }
  return cells;
}

describe('the report as Excel', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeReportXlsx(report, framework, localiser, OPTIONS);
  });

  it('opens on a summary and has its sheets, each with a head that stays, a filter and its title on every page', async () => {
    const sheets = await readWorkbook(Buffer.from(bytes));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(SHEETS);
    for (const index of SHEETS.keys()) {
      const xml = officePart(bytes, `xl/worksheets/sheet${index + 1}.xml`);
      expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+\d+"\/>/);
      expect(xml).toContain('&amp;CMeridia');
    }
    expect(officePart(bytes, 'xl/workbook.xml').match(/_xlnm\.Print_Titles/g)).toHaveLength(SHEETS.length);
  });

  it('holds what was written around the results on a sheet of its own, in its language only', async () => {
    const figure = { name: 'Remittances', value: '2.1 billion', year: '2025', source: 'Central Bank' };
    const round = {
      ...report.round,
      foreword: { en: 'A word.\nA. Bello', fr: 'Un mot.' },
      recommendations: { en: ['Give it a budget.'] },
      keyFigures: { en: [figure] },
    };
    const practices = [
      { domain: report.domains[0]?.id ?? '', texts: { en: 'A desk in every province.', fr: 'Un guichet.' } },
    ];
    const written = await writeReportXlsx({ ...report, round, practices }, framework, localiser, OPTIONS);
    const sheet = (await readWorkbook(Buffer.from(written))).find((one) => one.sheet === 'Texts');
    expect(sheet?.data.slice(1)).toEqual([
      ['Foreword', null, 'A word.\nA. Bello', null, null],
      ['Overarching recommendations', 'Recommendation 1', 'Give it a budget.', null, null],
      ['Good practice', expect.any(String), 'A desk in every province.', null, null],
      ['Key figures of the country', 'Remittances', '2.1 billion', '2025', 'Central Bank'],
    ]);
  });

  it('is mirrored for a language that is written from right to left', async () => {
    const language = { code: 'ar', name: 'x', direction: 'rtl', locale: 'ar' } as const;
    const mirrored = await writeReportXlsx(report, framework, { ...localiser, language }, OPTIONS);
    expect(officePart(mirrored, 'xl/worksheets/sheet2.xml')).toContain('rightToLeft="1"');
    expect(officePart(bytes, 'xl/worksheets/sheet2.xml')).not.toContain('rightToLeft');
    // What begins with a number is read from the right too.
    const alignments = officePart(mirrored, 'xl/styles.xml').match(/<alignment [^>]*>/g) ?? [];
    expect(alignments.length).toBeGreaterThan(0);
    expect(alignments.every((one) => one.includes('readingOrder="2"'))).toBe(true);
    expect(officePart(bytes, 'xl/styles.xml')).not.toContain('readingOrder');
  });

  it('runs nothing that a person wrote, and loses nothing of it', () => {
    const texts = SHEETS.flatMap((_, index) => [...cellsOf(bytes, index + 1).values()]);
    const written = texts.filter(({ formula }) => formula === undefined).map(({ value }) => value);
    expect(written.filter((value) => typeof value === 'string' && /^[=+\-@\t\r]/.test(value))).toEqual([]);
    for (const formula of DIFFICULT.formulas.slice(1, 3)) expect(written).toContain(`'${formula}`);
    expect(written.some((value) => String(value).includes(DIFFICULT.comment))).toBe(true);
    expect(written).toContain(DIFFICULT.arabicName);
  });

  it('says of itself what it is, and is the same file for the same report and time', async () => {
    const core = officePart(bytes, 'docProps/core.xml');
    expect(core).toContain('<dc:language>en</dc:language>');
    expect(core).toMatch(/<dc:title>Meridia · /);
    expect(core).toContain(`${OPTIONS.now.slice(0, 19)}Z`);
    const later = new Date(Date.parse(OPTIONS.now) + 86_400_000).toISOString();
    expect(await writeReportXlsx(report, framework, localiser, OPTIONS)).toEqual(bytes);
    expect(await writeReportXlsx(report, framework, localiser, { ...OPTIONS, now: later })).not.toEqual(bytes);
  });

  it('prints the columns that fit on a page', () => {
    const workbook = officePart(bytes, 'xl/workbook.xml');
    expect(workbook.match(/_xlnm\.Print_Area/g)).toHaveLength(SHEETS.length);
    for (const index of SHEETS.keys()) {
      expect(officePart(bytes, `xl/worksheets/sheet${index + 1}.xml`)).toContain('fitToWidth="1"');
    }
  });

  it('keeps numbers as numbers and dates as dates', async () => {
    const sheets = await readWorkbook(Buffer.from(bytes));
    const rowOf = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data[1] ?? [];
    expect(rowOf('Action plan').filter((value) => value instanceof Date)).toEqual([new Date('2027-06-30T00:00:00Z')]);
    expect(rowOf('Evidence').filter((value) => value instanceof Date)).toEqual([new Date('2026-03-05T00:00:00Z')]);
    expect(rowOf('Scores')[4]).toBe(report.domains[0]?.score);
  });
});

describe('on what ground a level stands, in Excel', () => {
  const settings: Setting[] = [
    ['round/currency', 'crowns'],
    ['institution/interior/name', 'Interior'],
    ['institution/labour/name', 'Labour'],
    ['rating/interior/R-1/1/answer', { level: 'nascent' }],
    ['rating/labour/R-1/1/answer', { level: 'developed' }],
    ['rating/interior/R-2/1/answer', { level: 'nascent' }],
    ['agreed/R-2/answer', { level: 'emerging' }],
    ['evidence/e', { title: 'Act' }],
    ['evidence-link/R-2/interior/e', {}],
    ['reveal/R-1', { vote: 1 }],
    ['action/a/activity', 'Publish'],
    ['action/a/lead', 'labour'],
    ['action/a/start', '2027-01-04'],
    ['action/a/costOnce', 40000],
  ];
  const whole = buildReport({ framework: paired, state: assessmentOf(paired, settings), identity: null });
  const sheetsOf = async (given: Report) =>
    new Map(
      (await readWorkbook(Buffer.from(await writeReportXlsx(given, paired, localiser, OPTIONS)))).map(
        ({ sheet, data }) => [sheet, data] as const,
      ),
    );

  it('is said of every level, with what the institutions said', async () => {
    const [head = [], ...rows] = (await sheetsOf(whole)).get('Answers') ?? [];
    const at = (id: string, titles: readonly string[]) =>
      titles.map((title) => rows.find(([code]) => code === id)?.[head.indexOf(title)] ?? null);
    const said = ['Agreed or provisional', 'Documented', 'Opinions', 'Median opinion', 'Steps apart', 'Agreement'];
    expect(at('R-1', said)).toEqual(['provisional', 'no', 2, 'Level nascent', 2, 'differing positions']);
    expect(at('R-2', said)).toEqual(['agreed', 'yes', 1, 'Level nascent', 0, 'one opinion, to confirm']);
  });

  it('shows who said what inside the house only', async () => {
    const opinions = (await sheetsOf(whole)).get('Opinions') ?? [];
    expect(opinions[0]?.slice(2)).toEqual(['Interior', 'Labour', 'Opinions without a name']);
    const inPublic = await sheetsOf(publicReport(whole));
    expect(inPublic.has('Opinions')).toBe(false);
    expect(JSON.stringify([...inPublic])).not.toContain('differing positions');
  });

  it('adds up what the plan costs', async () => {
    const costs = (await sheetsOf(whole)).get('Costs') ?? [];
    expect(costs.find(([kind]) => kind === 'Together')?.[2]).toBe(40000);
    expect(costs.find(([, name]) => name === 'Labour')?.[2]).toBe(40000);
    expect(costs.find(([, name]) => name === '2027')?.at(-1)).toBe(40000);
  });
});

describe.each(listGoldenInputs())('the check column of %s', (name) => {
  it('recomputes every score from the answers, or says that it cannot', async () => {
    const golden = readGolden(name);
    const bytes = await writeReportXlsx(golden.report, golden.framework, localiser, OPTIONS);
    const [answers, scores] = [cellsOf(bytes, 2), cellsOf(bytes, 3)];
    const read = (sheet: string | null, place: string) => {
      const found = (sheet === 'Answers' ? answers : scores).get(place);
      if (found === undefined) return { value: '' };
      return found.formula === undefined ? { value: found.value } : { formula: found.formula };
    };
    const checks = [...scores].filter(([place, { formula }]) => place.startsWith('F') && formula !== undefined);
    expect(checks.length).toBeGreaterThan(golden.framework.indicators.length);
    for (const [place, { formula = '', value }] of checks) {
      const row = place.slice(1);
      const given = scores.get(`E${row}`)?.value ?? '';
      const found = evaluateFormula(formula, read);
      if (typeof given === 'number') expect(found, place).toBeCloseTo(given, 9);
      else expect(found, place).toBe('');
      expect(value, place).toBe(given);
      expect(evaluateFormula(scores.get(`G${row}`)?.formula ?? '', read), place).toBe('equal');
    }
  });
});

describe('a sheet', () => {
  it('names its columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });

  it('goes on below where a text is longer than a cell holds', () => {
    const long = 'x'.repeat(CELL_CHARACTERS * 2 + 5);
    const rows = splitLongTexts([['a', long, 3]]);
    expect(rows.map(([first, , last]) => [first, last])).toEqual([
      ['a', 3],
      [null, null],
      [null, null],
    ]);
    expect(rows.map((row) => row[1]).join('')).toBe(long);
  });
});
