import type { LevelTone } from './level-tone.ts';

/** Tones of what stands in a box: the four of the ladder, and what is open or does not apply. */
export type PaperTone = LevelTone | 'unknown' | 'unanswered' | 'not-applicable';

/** The tokens of src/styles/tokens.css on paper, as six hexadecimal digits: a picture that is saved is always on paper. */
export const PAPER = {
  ink: '#16202e',
  inkSoft: '#4a5464',
  line: '#d9d5ca',
  lineStrong: '#837e71',
  paper: '#ffffff',
  sunken: '#f2f0ea',
  brass: '#8a5a00',
} as const;

/** Fill of a tone and the ink on it. */
export const PAPER_TONES: Readonly<Record<PaperTone, { readonly fill: string; readonly ink: string }>> = {
  1: { fill: '#e3edf5', ink: PAPER.ink },
  2: { fill: '#a9c7e0', ink: PAPER.ink },
  3: { fill: '#3d74a2', ink: '#ffffff' },
  4: { fill: '#0f3d66', ink: '#ffffff' },
  unknown: { fill: PAPER.paper, ink: PAPER.ink },
  unanswered: { fill: PAPER.paper, ink: PAPER.inkSoft },
  'not-applicable': { fill: PAPER.sunken, ink: PAPER.inkSoft },
};

/** Faces of the interface: a serif for what is said, a sans for what is done. */
export const PAPER_SERIF = '"Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, serif';
export const PAPER_SANS = 'system-ui, "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif';
