import { describe, expect, it } from 'vitest';
import { readAssessKey } from '../../../../src/ui/assess/read-assess-key.ts';
import { readBoardKey } from '../../../../src/ui/board/read-board-key.ts';
import { pressedKey } from '../../../../src/ui/components/pressed-key.ts';
import { readHabitKey } from '../../../../src/ui/habits/read-habit-key.ts';
import { readMatrixKey } from '../../../../src/ui/institutions/read-matrix-key.ts';
import { readWorkshopKey } from '../../../../src/ui/workshop/read-workshop-key.ts';

const press = (key: string, code: string, shiftKey = false) => new KeyboardEvent('keydown', { key, code, shiftKey });

describe('the key that was pressed', () => {
  it.each([
    ['a letter', 'R', 'KeyR', 'r'],
    ['a letter where a French keyboard has it', 'a', 'KeyQ', 'a'],
    ['a letter of an Arabic keyboard', 'ق', 'KeyR', 'r'],
    ['a letter of a Cyrillic keyboard', 'К', 'KeyR', 'r'],
    ['a digit of a French keyboard, without Shift', '"', 'Digit3', '3'],
    ['a digit that an Arabic keyboard writes', '٣', 'Digit3', '3'],
    ['a digit of the block beside', '٣', 'Numpad3', '3'],
    ['an Arabic question mark', '؟', 'Slash', '?'],
    ['a comma where a French keyboard has it', ',', 'KeyM', ','],
    ['a named key', 'Enter', 'Enter', 'Enter'],
  ])('is that of a Latin keyboard: %s', (_, key, code, expected) => {
    expect(pressedKey(press(key, code))).toBe(expected);
  });

  it('is a sign where Shift makes one of a digit', () => {
    expect(pressedKey(press('#', 'Digit3', true))).toBe('#');
    expect(pressedKey(press('3', 'Digit3', true))).toBe('3');
  });

  it('is understood on every screen', () => {
    expect(readAssessKey(press('"', 'Digit3'), 4)).toEqual({ kind: 'level', position: 3 });
    expect(readAssessKey(press('ع', 'KeyU'), 4)).toEqual({ kind: 'next-unanswered' });
    expect(readHabitKey(press('؟', 'Slash', true), false)).toEqual({ kind: 'keys' });
    expect(readHabitKey(press('ل', 'KeyG'), false)).toEqual({ kind: 'begin-way' });
    expect(readHabitKey(press('ق', 'KeyR'), true)).toEqual({ kind: 'go', to: 'report' });
    expect(readWorkshopKey(press('م', 'KeyL'), true)).toEqual({ kind: 'ladder' });
    expect(readWorkshopKey(press('٢', 'Digit2'), true)).toEqual({ kind: 'digit', digit: 2 });
    expect(readBoardKey(press('ن', 'KeyK'), true)).toEqual({ kind: 'keep' });
    expect(readMatrixKey(press('م', 'KeyL'), true)).toEqual({ kind: 'assign', assignment: 'lead' });
  });
});
