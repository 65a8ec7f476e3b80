import type { MessageKey } from '../../i18n/message-key.ts';
import { isCharacter } from './single-keys.ts';

/** Where keys act; `pictures` are charts that have the focus, `assignment` the grid of who answers what. */
export const KEY_SCREENS = ['everywhere', 'assess', 'gaps', 'workshop', 'notes', 'pictures', 'assignment'] as const;
export type KeyScreen = (typeof KEY_SCREENS)[number];

export interface KeyRow {
  /** As `KeyboardEvent.key`; with `Control+` or `Shift+` before it; two of them one after the other: `g p`. */
  readonly keys: readonly string[];
  readonly does: MessageKey;
}

const way = (key: string, does: MessageKey): KeyRow => ({ keys: [`g ${key}`], does });

/** Every key of the screens of an assessment and what it does: what `?` shows. */
export const KEY_TABLE: Readonly<Record<KeyScreen, readonly KeyRow[]>> = {
  everywhere: [
    { keys: ['Control+z'], does: 'habits.key.undo' },
    { keys: ['Control+k'], does: 'habits.key.find' },
    { keys: ['Control+s'], does: 'app.file.save' },
    { keys: ['?'], does: 'habits.key.keys' },
    { keys: ['F1'], does: 'habits.key.keys' },
    { keys: ['w'], does: 'habits.key.words' },
    way('h', 'app.round'),
    way('p', 'app.stage.prepare'),
    way('c', 'app.stage.collect'),
    way('a', 'app.stage.agree'),
    way('d', 'app.stage.decide'),
    way('r', 'app.stage.report'),
  ],
  assess: [
    { keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], does: 'habits.key.level' },
    { keys: ['0'], does: 'assess.unknown' },
    { keys: ['Enter'], does: 'habits.key.next' },
    { keys: ['Shift+Enter'], does: 'habits.key.previous' },
    { keys: ['u'], does: 'habits.key.nextUnanswered' },
    { keys: ['/'], does: 'assess.search' },
    { keys: ['r'], does: 'habits.key.rules' },
  ],
  gaps: [
    { keys: ['1', '2', '3', '4'], does: 'board.key.does.step' },
    { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'board.key.does.go' },
    { keys: ['s'], does: 'board.key.does.skip' },
    { keys: [' '], does: 'board.key.does.tick' },
    { keys: ['Escape'], does: 'board.untickAll' },
    { keys: ['k'], does: 'board.key.does.keep' },
    { keys: ['m'], does: 'board.key.does.measure' },
    { keys: ['Delete'], does: 'board.key.does.back' },
    { keys: ['t'], does: 'habits.key.table' },
  ],
  workshop: [
    { keys: ['n', 'ArrowRight', 'PageDown'], does: 'habits.key.next' },
    { keys: ['p', 'ArrowLeft', 'PageUp'], does: 'habits.key.previous' },
    { keys: ['c'], does: 'habits.key.nextClass' },
    { keys: ['v'], does: 'habits.key.room' },
    { keys: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'], does: 'habits.key.digit' },
    { keys: ['Backspace'], does: 'habits.key.erase' },
    { keys: ['Enter'], does: 'habits.key.store' },
    { keys: ['o'], does: 'habits.key.open' },
    { keys: ['a'], does: 'habits.key.agree' },
    { keys: ['r'], does: 'habits.key.reserve' },
    { keys: ['e'], does: 'habits.key.evidence' },
    { keys: ['t'], does: 'habits.key.timer' },
    { keys: ['l'], does: 'habits.key.ladder' },
    { keys: ['b'], does: 'habits.key.languages' },
    { keys: ['x'], does: 'habits.key.otherLanguage' },
    { keys: ['i'], does: 'habits.key.vote' },
    { keys: ['d'], does: 'habits.key.theme' },
    { keys: ['u'], does: 'habits.key.undoMeeting' },
    { keys: ['+', '='], does: 'habits.key.larger' },
    { keys: ['-'], does: 'habits.key.smaller' },
    { keys: ['Escape'], does: 'app.close' },
  ],
  notes: [
    { keys: ['n', 'ArrowRight', 'PageDown'], does: 'habits.key.next' },
    { keys: ['p', 'ArrowLeft', 'PageUp'], does: 'habits.key.previous' },
  ],
  pictures: [{ keys: ['t'], does: 'habits.key.pictureTable' }],
  assignment: [
    { keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], does: 'board.key.does.go' },
    { keys: ['Home', 'End', 'PageUp', 'PageDown'], does: 'habits.key.far' },
    { keys: ['l'], does: 'habits.key.lead' },
    { keys: ['c'], does: 'habits.key.contributor' },
    { keys: [' ', 'Enter'], does: 'habits.key.cycle' },
    { keys: ['Delete', 'Backspace'], does: 'habits.key.noPart' },
  ],
};

const SCREEN_OF_PAGE: Readonly<Record<string, KeyScreen>> = {
  assess: 'assess',
  gaps: 'gaps',
  workshop: 'workshop',
  notes: 'notes',
  results: 'pictures',
  plan: 'pictures',
  institutions: 'assignment',
};

/** The screens whose keys act on a page, its own first. */
export function screensOf(page: string): readonly KeyScreen[] {
  const own = SCREEN_OF_PAGE[page];
  return own === undefined ? ['everywhere'] : [own, 'everywhere'];
}

/** Whether the keys of a row can be switched off, being characters by themselves that act on a whole page. */
export const isSwitched = (screen: KeyScreen, { keys }: KeyRow): boolean =>
  screen !== 'assignment' && keys.every((key) => key.split(' ').every((one) => one !== '' && isCharacter(one)));
