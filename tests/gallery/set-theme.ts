export const THEMES = ['as the system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const DARK = /\(prefers-color-scheme: dark\)/;
const ALWAYS = '(min-width: 0)';
const NEVER = '(max-width: 0)';
const asWritten = new WeakMap<MediaList, string>();

/** Shows the page as a system with this theme would: the rules for dark ones are told to apply always, or never. */
export function setTheme(theme: Theme): void {
  document.documentElement.style.colorScheme = theme === 'as the system' ? '' : theme;
  for (const rule of [...document.styleSheets].flatMap(({ cssRules }) => [...cssRules])) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const written = asWritten.get(rule.media) ?? rule.media.mediaText;
    if (!DARK.test(written)) continue;
    asWritten.set(rule.media, written);
    rule.media.mediaText =
      theme === 'as the system' ? written : written.replace(DARK, theme === 'dark' ? ALWAYS : NEVER);
  }
}
