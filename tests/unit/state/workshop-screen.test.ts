import { describe, expect, it } from 'vitest';
import { scaleOf } from '../../../src/domain/framework/framework.ts';
import type { WorkshopKey } from '../../../src/state/desks/workshop-screen.svelte.ts';
import { WorkshopScreen } from '../../../src/state/desks/workshop-screen.svelte.ts';
import { openMeeting, positions } from './open-meeting.ts';

function openScreen() {
  const { desk, session } = openMeeting([
    ...positions('R-1', { a: 'nascent', b: 'nascent', c: 'mature', d: 'mature' }),
    ...positions('R-2', { a: 'nascent', b: 'mature' }),
    ...positions('W-1', { a: 'emerging', b: 'developed', c: 'developed' }),
  ]);
  let shown = desk.order[0] ?? '';
  const asked: string[] = [];
  const screen = new WorkshopScreen({
    desk,
    shown: () => {
      const indicator = session.framework.indicatorById.get(shown);
      return indicator === undefined ? null : { indicator: shown, scale: scaleOf(session.framework, indicator) };
    },
    onmove: (id) => (shown = id),
    onvote: () => (shown = 'vote'),
    onlanguage: () => asked.push('language'),
    ontheme: () => asked.push('theme'),
  });
  const press = (...keys: (WorkshopKey['kind'] | number)[]) => {
    for (const key of keys) {
      screen.press(typeof key === 'number' ? { kind: 'digit', digit: key } : ({ kind: key } as WorkshopKey));
    }
  };
  return { desk, screen, press, asked, shown: () => shown };
}

describe('WorkshopScreen', () => {
  it('takes the votes of a room by digits: 0 does not know, Backspace takes the last back, Enter keeps them', () => {
    const { desk, screen, press } = openScreen();
    press('room', 1, 1, 4, 0, 3, 'erase', 9);
    expect(screen.typed).toEqual(['nascent', 'nascent', 'mature', null]);
    expect(desk.roomOf('R-1'), 'nothing is kept before Enter').toEqual([]);
    press('store');
    expect(desk.roomOf('R-1')).toMatchObject([{ vote: 1, counts: { nascent: 2, mature: 1 }, unknown: 1 }]);
    expect([screen.panel, screen.typed]).toEqual([null, []]);
  });

  it('forgets what was typed when the panel closes, and keeps no empty round', () => {
    const { desk, screen, press } = openScreen();
    press('room', 1, 'close', 'room');
    expect(screen.typed).toEqual([]);
    press('store');
    expect([desk.roomOf('R-1'), screen.panel]).toEqual([[], 'room']);
  });

  it('opens names at the second key only', () => {
    const { desk, screen, press } = openScreen();
    press('open');
    expect([screen.panel, desk.isOpened('R-1')]).toEqual(['open', false]);
    press('close');
    expect(desk.isOpened('R-1')).toBe(false);
    press('open', 'store');
    expect([screen.panel, desk.isOpened('R-1')]).toEqual([null, true]);
  });

  it('proposes the provisional level where nothing has to be explained, and no level where it has', () => {
    const { screen, press, shown } = openScreen();
    press('agree');
    expect(screen.chosen).toBeNull();
    press(3);
    expect(screen.chosen).toBe('developed');
    press('close', 'next', 'next', 'agree');
    expect([shown(), screen.chosen]).toEqual(['W-1', 'developed']);
    press(0);
    expect(screen.chosen, '0 is no level').toBe('developed');
  });

  it('moves in the order of the meeting, stays at its ends, and leaps to the next class', () => {
    const { desk, screen, press, shown } = openScreen();
    expect(desk.order.slice(0, 3)).toEqual(['R-1', 'R-2', 'W-1']);
    press('previous');
    expect(shown()).toBe('R-1');
    press('timer', 'room', 2, 'next');
    expect([shown(), screen.panel, screen.typed, screen.timing]).toEqual(['R-2', null, [], false]);
    press('previous', 'nextClass');
    expect(shown()).toBe('W-1');
    screen.go(99);
    expect(shown()).toBe('W-1');
  });

  it('goes from the last indicator to the vote and back, and by its key from anywhere', () => {
    const { desk, screen, press, shown } = openScreen();
    const last = desk.order.at(-1);
    screen.show(last);
    press('room', 'next');
    expect([shown(), screen.panel]).toEqual(['vote', null]);
    press('next');
    expect(shown()).toBe('vote');
    press('previous');
    expect(shown()).toBe(last);
    press('previous', 'vote');
    expect(shown()).toBe('vote');
  });

  it('shows a second language when another one is asked for, and leaves colours to the page', () => {
    const { screen, press, asked } = openScreen();
    press('otherLanguage', 'theme');
    expect([screen.twoLanguages, asked]).toEqual([true, ['language', 'theme']]);
  });

  it('turns the second language and the timer on and off, and grows and shrinks within bounds', () => {
    const { screen, press } = openScreen();
    press('languages', 'timer');
    expect([screen.twoLanguages, screen.timing]).toEqual([true, true]);
    press('languages', 'timer', 'smaller', 'smaller', 'larger');
    expect([screen.twoLanguages, screen.timing, screen.size]).toEqual([false, false, 0.9]);
    press(...Array.from({ length: 30 }, () => 'larger' as const));
    expect(screen.size).toBe(2);
  });

  it('undoes the last round of the room', () => {
    const { desk, press } = openScreen();
    press('room', 1, 'store', 'undo');
    expect(desk.roomOf('R-1')).toEqual([]);
  });
});
