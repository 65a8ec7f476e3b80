import { afterEach, describe, expect, it } from 'vitest';
import { toggleTheme } from '../../../../src/ui/habits/theme.ts';

afterEach(() => delete document.documentElement.dataset['theme']);

describe('toggleTheme', () => {
  it('goes to the other one of what is shown, and keeps it', () => {
    const kept: unknown[] = [];
    const preferences = { choose: (choice: unknown) => void kept.push(choice) };
    const shown = () => document.documentElement.dataset['theme'];
    document.documentElement.dataset['theme'] = 'light';
    toggleTheme(preferences);
    expect(shown()).toBe('dark');
    toggleTheme(preferences);
    expect(shown()).toBe('light');
    expect(kept).toEqual([{ theme: 'dark' }, { theme: 'light' }]);
  });
});
