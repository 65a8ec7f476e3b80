import { describe, expect, it } from 'vitest';
import { columnWidths } from '../../../../src/export/pdf/column-widths.ts';

describe('columnWidths', () => {
  it('follows the shares where every column holds its words', () => {
    expect(
      columnWidths(
        [
          { share: 25, least: 10 },
          { share: 75, least: 10 },
        ],
        200,
      ),
    ).toEqual([50, 150]);
  });

  it('gives a narrow column its longest word, from what the others can spare', () => {
    const widths = columnWidths(
      [
        { share: 10, least: 40 },
        { share: 30, least: 60 },
        { share: 60, least: 20 },
      ],
      200,
    );
    expect(widths).toEqual([40, 60, 100]);
  });

  it('keeps the shares where there is no room for all', () => {
    expect(
      columnWidths(
        [
          { share: 50, least: 90 },
          { share: 50, least: 90 },
        ],
        100,
      ),
    ).toEqual([50, 50]);
  });
});
