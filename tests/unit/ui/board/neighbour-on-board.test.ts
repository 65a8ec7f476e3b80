import { describe, expect, it } from 'vitest';
import { neighbourOnBoard } from '../../../../src/ui/board/neighbour-on-board.ts';

const FIELDS = [
  [['a', 'b', 'c'], [], ['d'], []],
  [[], [], [], []],
  [['e'], ['f', 'g'], [], []],
  [[], [], [], ['h']],
];

describe('arrows on the board', () => {
  it.each([
    ['a', 'down', 'b', 'within a field'],
    ['c', 'down', 'e', 'over an empty field'],
    ['e', 'up', 'c', 'to the last of the field above'],
    ['a', 'end', 'd', 'over an empty field of the line'],
    ['c', 'end', 'd', 'to the last where the field is shorter'],
    ['g', 'start', 'e', 'back'],
    ['a', 'up', null, 'and stop at the edge'],
    ['d', 'down', null, 'where the column has no other'],
    ['h', 'start', null, 'where the line has no other'],
    ['nobody', 'down', null, 'of one that is not there'],
  ] as const)('lead from %s %s to %s: %s', (id, way, wanted, _) => {
    expect(neighbourOnBoard(FIELDS, id, way)).toBe(wanted);
  });
});
