export const THEMES = ['as the system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const dark = window.matchMedia('(prefers-color-scheme: dark)');

/** Shows the page as the app does where this theme was chosen. */
export function setTheme(theme: Theme): void {
  const own = theme === 'as the system' ? (dark.matches ? 'dark' : 'light') : theme;
  const { dataset, style } = document.documentElement;
  dataset['theme'] = own;
  style.colorScheme = own;
}
