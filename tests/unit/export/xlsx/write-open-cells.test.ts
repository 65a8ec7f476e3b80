import { describe, expect, it } from 'vitest';
import type { OpenCell } from '../../../../src/domain/intake/open-cells.ts';
import { problem } from '../../../../src/domain/problem.ts';
import { writeOpenCells } from '../../../../src/export/xlsx/write-open-cells.ts';
import { readWorkbook } from '../../../../src/file/read-workbook.ts';
import { localiserOf } from '../../ui/render-with-language.ts';

const open = (
  file: string,
  line: number,
  code: string,
  params: Record<string, string | number>,
  options: string[] = [],
): OpenCell => ({
  id: `${file} ${line}`,
  problem: { ...problem(code, file, [], params), line },
  options,
  entry: null,
});

const OPEN = [
  open('Answers', 7, 'workbook.unknownWord', { value: '=Tres avance', allowed: '1 Nascent, 2 Emerging' }, [
    '1 Nascent',
    '2 Emerging',
  ]),
  open('Answers', 9, 'intake.cellMerged', { shown: 'none' }),
  open('', 4, 'sheet.unknownInstitution', { institution: 'Fish', rows: 2, known: 'Labour' }),
];

describe('the list of what stays open, as a workbook', () => {
  it.each(['en', 'fr'])('says sheet, row, what stood there, what would be right and the choices (%s)', async (code) => {
    const localiser = localiserOf(code);
    const read = await readWorkbook(await writeOpenCells(OPEN, 'Labour.xlsx', localiser), 'workbook');
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const [sheet] = read.value;
    const [head, ...rows] = sheet!.rows;
    expect(head).toEqual(
      (['sheet', 'row', 'found', 'right', 'choices'] as const).map((column) => localiser.t(`intake.column.${column}`)),
    );
    expect(rows.map(([place, row, found]) => [place, row, found])).toEqual([
      ['Answers', 7, "'=Tres avance"],
      ['Answers', 9, null],
      [null, 4, 'Fish'],
    ]);
    expect(rows.map((row) => row[3])).toEqual(
      OPEN.map(({ problem: { code: what, params } }) => localiser.find(`errors.${what}`, params)),
    );
    expect(rows[0]![4]).toBe('1 Nascent\n2 Emerging');
  });
});
