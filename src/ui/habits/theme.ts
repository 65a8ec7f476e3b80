import type { Preferences } from '../../state/device/preferences.svelte.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What was chosen in this browser; anything else is as the system has it. */
export const themeOf = (chosen: string | undefined): Theme => THEMES.find((one) => one === chosen) ?? 'system';

const isDarkSystem = () => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** Keeps a theme and shows it; what does so before the first paint of the next visit is public/start-failure.js. */
export function chooseTheme(preferences: Pick<Preferences, 'choose'>, theme: Theme): void {
  preferences.choose({ theme: theme === 'system' ? undefined : theme });
  const shown = theme === 'system' ? (isDarkSystem() ? 'dark' : 'light') : theme;
  document.documentElement.dataset['theme'] = shown;
  document.querySelector<HTMLMetaElement>('[name=color-scheme]')?.setAttribute('content', shown);
}

/** Dark where it is light, and light where it is dark, whatever the system has. */
export function toggleTheme(preferences: Pick<Preferences, 'choose'>): void {
  chooseTheme(preferences, document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark');
}
