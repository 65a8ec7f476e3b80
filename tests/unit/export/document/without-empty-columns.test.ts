import { describe, expect, it } from 'vitest';
import { withoutEmptyColumns } from '../../../../src/export/document/without-empty-columns.ts';

const columns = [
  { label: 'Name', share: 50 },
  { label: 'Level', share: 30 },
  { label: 'Documents', share: 20 },
];

describe('a table without its empty columns', () => {
  it('shares the width among those in which a row says something', () => {
    const rows = [{ group: 'Rights' }, { cells: [['R-1'], ['3'], []] }, { cells: [['R-2'], ['2'], [' ']] }];
    expect(withoutEmptyColumns(columns, rows)).toEqual({
      columns: [
        { label: 'Name', share: 62.5 },
        { label: 'Level', share: 37.5 },
      ],
      rows: [{ group: 'Rights' }, { cells: [['R-1'], ['3']] }, { cells: [['R-2'], ['2']] }],
    });
  });

  it('is as it was where every column says something, and keeps what names its rows', () => {
    const full = [{ cells: [['R-1'], ['3'], ['Act 7']] }];
    expect(withoutEmptyColumns(columns, full)).toEqual({ columns, rows: full });
    expect(withoutEmptyColumns(columns, [{ cells: [[''], ['3'], []] }]).columns.map(({ label }) => label)).toEqual([
      'Name',
      'Level',
    ]);
  });
});
