import type { RadarLook } from '../../charts/radar-chart.ts';

const NARROW = '(max-width: 40rem)';

/** Colours and face for the radar from the tokens in force at an element. */
export function readRadarLook(element: Element): RadarLook {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    line: token('--line-strong'),
    level: token('--level-3'),
    surface: token('--paper'),
    fontFamily: token('--sans'),
    narrow: window.matchMedia(NARROW).matches,
  };
}

/** Calls back when the theme or the room changes, so that the picture is drawn anew; call what it returns to stop. */
export function onLookChange(changed: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', NARROW].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
