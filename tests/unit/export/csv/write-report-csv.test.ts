import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { REPORT_COLUMNS } from '../../../../src/export/csv/report-rows.ts';
import { writeReportCsv } from '../../../../src/export/csv/write-report-csv.ts';
import { DIFFICULT } from '../../../fixtures/difficult-assessment.ts';
import { writerInput } from '../../../fixtures/difficult-report.ts';
import { readProjectFile } from '../../read-sources.ts';

const { report, framework, localiser } = writerInput('en');
const write = (delimiter: ',' | ';') => writeReportCsv(report, framework, localiser, { delimiter });
const rowsOf = (csv: string, delimiter: string) =>
  Papa.parse<Record<string, string>>(csv.slice(1), { header: true, delimiter, skipEmptyLines: true }).data;
const find = (rows: Record<string, string>[], kind: string, id: string) =>
  rows.find((row) => row['kind'] === kind && row['id'] === id);

describe('the report as CSV', () => {
  it('begins with a byte order mark and the documented columns, and ends every line with CR LF', () => {
    const csv = write(',');
    expect(csv.startsWith(`\uFEFF${REPORT_COLUMNS.join(',')}\r\n`)).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    const documented = readProjectFile('docs/file-formats.md').split('## 8. ')[1] ?? '';
    expect(REPORT_COLUMNS.filter((column) => !documented.includes(`\`${column}\``))).toEqual([]);
  });

  it('has a row for every domain, sub-domain and indicator, and one for every level that is counted', () => {
    const rows = rowsOf(write(','), ',');
    const count = (kind: string) => rows.filter((row) => row['kind'] === kind).length;
    expect([count('domain'), count('subdomain'), count('indicator')]).toEqual([2, 2, 7]);
    const levels = [report, ...report.domains, ...report.subdomains].flatMap(({ distributions }) => distributions);
    expect(count('level')).toBe(levels.reduce((sum, { counts }) => sum + counts.length, 0));
  });

  it('leaves empty what cannot be said: no score is not 0', () => {
    const row = find(rowsOf(write(','), ','), 'domain', 'work');
    expect(report.domains.find(({ id }) => id === 'work')?.score).toBeNull();
    expect(row).toMatchObject({ score: '', shown: '', band: '', answered: '0', status: 'unanswered' });
  });

  it('writes unrounded scores, with a decimal comma beside semicolons', () => {
    const score = String(report.domains.find(({ id }) => id === 'rights')?.score);
    expect(score).toMatch(/\d\.\d{6}/);
    expect(find(rowsOf(write(','), ','), 'domain', 'rights')?.['score']).toBe(score);
    expect(find(rowsOf(write(';'), ';'), 'domain', 'rights')?.['score']).toBe(score.replace('.', ','));
  });

  it('neutralises text that a spreadsheet would run, and loses nothing of it', () => {
    const rows = rowsOf(write(','), ',');
    const dangerous = rows.flatMap((row) =>
      Object.entries(row).filter(([, cell]) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell)),
    );
    expect(dangerous).toEqual([]);
    const indicator = find(rows, 'indicator', 'R-1');
    expect(indicator?.['rationale']).toBe(`'${DIFFICULT.formulas[2]}`);
    expect(indicator?.['comments']).toContain(DIFFICULT.comment);
    expect(indicator?.['leads']).toBe(DIFFICULT.arabicName);
  });
});
