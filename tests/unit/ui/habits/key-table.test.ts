import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../../src/domain/journey/stages.ts';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { readAssessKey } from '../../../../src/ui/assess/read-assess-key.ts';
import { readBoardKey } from '../../../../src/ui/board/read-board-key.ts';
import { keySigns } from '../../../../src/ui/habits/key-signs.ts';
import type { KeyScreen } from '../../../../src/ui/habits/key-table.ts';
import { isSwitched, KEY_SCREENS, KEY_TABLE, screensOf } from '../../../../src/ui/habits/key-table.ts';
import { readHabitKey, WAYS } from '../../../../src/ui/habits/read-habit-key.ts';
import { readMatrixKey } from '../../../../src/ui/institutions/read-matrix-key.ts';
import { isCommandKey } from '../../../../src/ui/components/is-command-key.ts';
import { readWorkshopKey } from '../../../../src/ui/workshop/read-workshop-key.ts';
import { SIDE_PAGES, STEPS } from '../../../../src/state/session/steps.ts';
import { localiserOf } from '../render-with-language.ts';

const CHARACTERS = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).filter(
  (one) => !/[A-Z]/.test(one),
);
const NAMED = ['Enter', 'Escape', 'Backspace', 'Delete', 'Insert', 'Tab', 'Home', 'End', 'PageUp', 'PageDown', 'F1'];
const ARROWS = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];
const PLAIN = [...CHARACTERS, ...NAMED, ...ARROWS];
const WITH_MODIFIER = [...PLAIN.map((key) => `Control+${key}`), ...['Enter', ...ARROWS].map((key) => `Shift+${key}`)];
const ALL = [...PLAIN, ...WITH_MODIFIER];

function press(keys: string): KeyboardEvent {
  const [, modifier, key = keys] = /^(Control|Shift)\+(.+)$/.exec(keys) ?? [];
  return new KeyboardEvent('keydown', { key, ctrlKey: modifier === 'Control', shiftKey: modifier === 'Shift' });
}

const LEVELS_MOST = 9;
const onNotes = (event: KeyboardEvent) => ['next', 'previous'].includes(readWorkshopKey(event, false)?.kind ?? '');
/** What each screen does something with; Shift alone makes no other key of most. */
const HEARS: Readonly<Record<KeyScreen, (event: KeyboardEvent) => boolean>> = {
  everywhere: (event) => readHabitKey(event, false) !== null || isCommandKey(event, 's'),
  assess: (event) => readAssessKey(event, LEVELS_MOST) !== null,
  gaps: (event) => !event.shiftKey && readBoardKey(event, false) !== null,
  workshop: (event) => !event.shiftKey && readWorkshopKey(event, false) !== null,
  notes: (event) => !event.shiftKey && onNotes(event),
  pictures: (event) =>
    !event.shiftKey &&
    !event.ctrlKey &&
    LANGUAGES.every(({ code }) => localiserOf(code).t('results.tableKey').toLowerCase() === event.key),
  assignment: (event) => !event.shiftKey && readMatrixKey(event, false) !== null,
};
/** `?` opens the list of keys in the room too, before the room hears it; `g` says nothing without a letter after it. */
const FOR_ALL = ['?', 'g'];

describe('the table of keys', () => {
  it.each(KEY_SCREENS)('says of %s what the screen hears, no more and no less', (screen) => {
    const told = KEY_TABLE[screen].flatMap(({ keys }) => keys).filter((keys) => !keys.startsWith('g '));
    const heard = ALL.filter((keys) => HEARS[screen](press(keys))).filter(
      (keys) => !FOR_ALL.includes(keys) || told.includes(keys),
    );
    expect(told.toSorted()).toEqual(heard.toSorted());
  });

  it('leads to every stage and to the home with g and a letter', () => {
    const told = KEY_TABLE.everywhere.flatMap(({ keys }) => keys).filter((keys) => keys.startsWith('g '));
    expect(readHabitKey(press('g'), false)).toEqual({ kind: 'begin-way' });
    expect(told.map((keys) => readHabitKey(press(keys.slice(2)), true))).toEqual(
      Object.values(WAYS).map((to) => ({ kind: 'go', to })),
    );
    expect(Object.values(WAYS).toSorted()).toEqual([...STAGES, 'home'].toSorted());
    for (const letter of Object.keys(WAYS)) expect(readHabitKey(press(letter), false)).toBe(null);
  });

  it('puts the keys of a page before those of all', () => {
    for (const page of [...STEPS, ...SIDE_PAGES]) expect(screensOf(page).at(-1)).toBe('everywhere');
    expect(screensOf('gaps')).toEqual(['gaps', 'everywhere']);
  });

  it('shows keys as they are written on a keyboard', () => {
    const [en, fr] = [localiserOf('en'), localiserOf('fr')];
    expect(keySigns(['1', '2', '3', '4'], en)).toEqual(['1–4']);
    expect(keySigns(['Control+z', 'Shift+Enter', 'g p', '-', '+'], en)).toEqual([
      'Ctrl+Z',
      'Shift+Enter',
      'G P',
      '−',
      '+',
    ]);
    const [forward, back] = KEY_TABLE.workshop;
    const signsOf = (row: typeof forward, code: string) => keySigns(row?.keys ?? [], localiserOf(code));
    expect([signsOf(forward, 'en')[1], signsOf(back, 'en')[1]]).toEqual(['→', '←']);
    expect([signsOf(forward, 'ar')[1], signsOf(back, 'ar')[1]], 'as the room hears them').toEqual(['←', '→']);
    expect(keySigns(['Shift+Enter', ' ', 'ArrowUp'], fr)).toEqual(['Maj+Entrée', 'Espace', '↑']);
  });

  it('switches characters only, and not those of a table that has the focus', () => {
    const switched = KEY_SCREENS.flatMap((screen) => KEY_TABLE[screen].filter((row) => isSwitched(screen, row)));
    const keys = switched.flatMap((row) => row.keys);
    expect(keys).toEqual(expect.arrayContaining(['?', 'g p', '0', 'u', '/', 'm', 'v']));
    expect(keys.filter((key) => /Control|Shift|Enter|Arrow|^ $/.test(key))).toEqual([]);
  });
});
