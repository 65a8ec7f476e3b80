import { describe, expect, it } from 'vitest';
import { undoName } from '../../../../src/ui/shell/undo-name.ts';
import { localiserOf } from '../render-with-language.ts';

const localiser = localiserOf('en');
const nameOf = (...registers: string[]) =>
  undoName({ undoable: registers.map((register) => ({ register, value: null })) }, { t: localiser.t, localiser });

describe('what a button says that it takes back', () => {
  it.each([
    [['impact/R-1', 'impact/R-2', 'impact/R-3'], 'R-1, R-2…'],
    [['round/custody'], 'who holds the file'],
    [['round/publication'], 'decision to publish'],
    [['round/title'], 'Round'],
    [['institution/labour/name'], 'Institution'],
  ])('%j: %s', (registers, words) => {
    expect(nameOf(...registers)).toBe(words);
  });
});
