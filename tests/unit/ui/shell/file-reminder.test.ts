import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Preferences } from '../../../../src/state/device/preferences.svelte.ts';
import { CHANGES_BEFORE_REMINDER } from '../../../../src/state/library/file-reminder.ts';
import type { PreferenceStorage } from '../../../../src/storage/preference-storage.ts';
import { createPreferenceStorage } from '../../../../src/storage/preference-storage.ts';
import FileReminder from '../../../../src/ui/shell/FileReminder.svelte';
import { IDENTITY } from '../../state/open-session.ts';
import { renderInApp } from '../render-in-app.ts';

const REMINDER = /changes are not in a file yet/;
const DAY_MS = 86_400_000;
/** Noon wherever the test runs. */
const NOON_MS = new Date(2026, 10, 21, 12).getTime();

let storage: PreferenceStorage;
let nowMs: number;

/** The reminder as a page shows it that is loaded now. */
function openPage(): void {
  cleanup();
  const preferences = new Preferences(
    {} as never,
    storage,
    () => Promise.reject(new Error('no words')),
    () => {},
  );
  const session = { identity: IDENTITY, task: null, nowMs: () => nowMs };
  const props = { session, changes: CHANGES_BEFORE_REMINDER, sinceMs: null, asked: false, preferences };
  renderInApp(FileReminder, props, { library: {} as never });
}

beforeEach(() => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  storage = createPreferenceStorage({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage);
  nowMs = NOON_MS;
});
afterEach(() => void vi.useRealTimers());

describe('the reminder to save a file', () => {
  it('is put off for the day with “Not today”, in a page loaded anew too, and comes back the day after', async () => {
    openPage();
    expect(screen.getByText(REMINDER)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Not today' }));
    expect(screen.queryByText(REMINDER)).toBeNull();
    nowMs = NOON_MS + 11 * 3_600_000;
    openPage();
    expect(screen.queryByText(REMINDER)).toBeNull();
    // A page that stays open over night looks at the clock by itself.
    nowMs = NOON_MS + DAY_MS;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(screen.getByText(REMINDER)).toBeTruthy();
  });

  it('is put off for this assessment only', async () => {
    storage.write({ ...storage.read(), quietDays: { another: '2026-11-21' } });
    openPage();
    expect(screen.getByText(REMINDER)).toBeTruthy();
  });
});
