import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import type { SectionId } from '../../../../src/export/document/document.ts';
import { blockOf, cellsOf, documentOf, partsOf, textsOf } from '../document-of.ts';

const answered = (id: string): Setting => [`rating/lead/${id}/1/answer`, { level: 'emerging' }];
const VOTED: Setting[] = [
  ...['R-1', 'R-2', 'W-1'].map(answered),
  ['vote/1/R-1', { dots: 9 }],
  ['vote/2/R-1', { dots: 2 }],
  ['vote/2/R-2', { dots: 6 }],
  ['vote/2/W-1', { dots: 0 }],
];
const PRIORITIES: ReadonlySet<SectionId> = new Set(['priorities']);

describe('the vote on priorities in the report', () => {
  it('stands in the priorities, most dots first, beside the impact that was decided', () => {
    const document = documentOf([...VOTED, ['impact/R-1', 3]], { sections: PRIORITIES });
    const { blocks } = document.sections.find(({ id }) => id === 'priorities')!;
    const table = blocks.filter((block) => block.kind === 'table').at(-1)!;
    expect(cellsOf(table).map((row) => row.map((cell) => cell.join()))).toEqual([
      [expect.stringContaining('R-2'), '6', '4', 'n. g.'],
      [expect.stringContaining('R-1'), '2', '2', '3'],
      [expect.stringContaining('W-1'), '0', '1', 'n. g.'],
    ]);
    expect(textsOf(document, 'priorities').join()).toContain('Vote 2: 8 dots for 3 indicators on the ballot');
  });

  it('is there before anything was weighed, and beside printed gaps', () => {
    expect(blockOf(documentOf(VOTED, { sections: PRIORITIES }), 'priorities', 'table').rows).toHaveLength(3);
    const beside = documentOf([...VOTED, ['impact/R-1', 3], ['ease/R-1', 3]]);
    expect(textsOf(beside, 'priorities').join()).toContain('Vote 2');
  });

  it('makes no part where nobody voted or wrote, and leaves the house in no public edition', () => {
    expect(partsOf(documentOf(['R-1'].map(answered), { sections: PRIORITIES }))).toEqual([]);
    const open = documentOf([...VOTED, ['impact/R-1', 3], ['ease/R-1', 3]], { edition: 'public' });
    expect(JSON.stringify(open)).not.toMatch(/Vote 2|dots/);
  });
});
