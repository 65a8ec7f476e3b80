import type { ChartLook } from '../../charts/chart-look.ts';

/** CSS pixels of one rem on an ordinary screen. */
const BASE_SIZE = 16;
const NARROW = '(max-width: 40rem)';

/** Colours and face for a chart from the tokens in force at an element. */
export function readChartLook(element: Element): ChartLook {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    line: token('--line-strong'),
    level: token('--level-3'),
    surface: token('--paper'),
    sunken: token('--sunken'),
    fontFamily: token('--sans'),
    scale: Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / BASE_SIZE || 1,
    narrow: window.matchMedia(NARROW).matches,
    direction: style.direction === 'rtl' ? 'rtl' : 'ltr',
  };
}

/** Calls back when the theme, the room or the medium changes, so that the picture is drawn anew; call what it returns to stop. */
export function onLookChange(changed: () => void): () => void {
  const queries = ['print', NARROW].map((query) => window.matchMedia(query));
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
