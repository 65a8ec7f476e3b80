import { describe, expect, it } from 'vitest';
import { checkStarts, laddersOf } from '../../../../src/domain/framework/check-starts.ts';
import { setAt } from '../../../../src/domain/framework/draft/at-path.ts';
import { setCodes } from '../../../../src/domain/framework/draft/draft-lists.ts';
import { draftOf } from '../../../../src/domain/framework/draft/framework-draft.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';

const tiny = draftOf(tinyFramework());
const { structure } = tiny;
const scale = Object.keys(structure.scales)[0]!;
const levels = structure.scales[scale]!.levels;
const shorter = setAt({ ...structure, id: 'shorter' }, ['scales', scale, 'levels'], levels.slice(1));
const ladders = laddersOf([{ ...structure, id: 'other' }, shorter]);
const starting = (framework: string, ...codes: string[]) => setCodes(tiny, 'A-1', 'proposedFrom', framework, codes);
const found = (framework: string, ...codes: string[]) =>
  checkStarts(starting(framework, ...codes).structure, ladders).map(({ code, severity, params }) => [
    ...[code, severity, params],
  ]);

describe('a start that is proposed from another framework', () => {
  it('is from an indicator that is there, on a ladder of as many levels', () => {
    expect(found('other', 'A-1', 'B-1')).toEqual([]);
    const named = { id: 'A-1', code: 'A-1', framework: 'shorter', found: levels.length - 1, expected: levels.length };
    expect(found('shorter', 'A-1')).toEqual([['framework.otherLadder', 'advice', named]]);
    expect(found('other', 'Z-9')).toMatchObject([['framework.unknownStart', 'advice', { code: 'Z-9' }]]);
  });

  it('is not looked for where the other framework is not known', () => {
    expect(found('somewhere-else', 'Z-9')).toEqual([]);
  });

  it('leaves nothing behind when its last code goes', () => {
    expect(setCodes(starting('other', 'B-1'), 'A-1', 'proposedFrom', 'other', [])).toEqual(tiny);
  });
});
