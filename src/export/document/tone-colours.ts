import type { PrintedHeatCell } from './document.ts';

export type Tone = PrintedHeatCell['tone'];

/** Six hexadecimal digits, as office files write colours: the tokens of src/styles/tokens.css on paper. */
export const INK = '16202E';
export const INK_SOFT = '4A5464';
export const LINE = '837E71';
export const LINE_SOFT = 'D9D5CA';
export const NAVY = '0F3D66';
export const BRASS = '8A5A00';
export const SUNKEN = 'F2F0EA';
export const WHITE = 'FFFFFF';

/** Fill of a tone and the ink on it; the digit in the cell says the same, for grey copies. */
export const TONE_COLOURS: Readonly<Record<Tone, { readonly fill: string; readonly ink: string }>> = {
  1: { fill: 'E3EDF5', ink: INK },
  2: { fill: 'A9C7E0', ink: INK },
  3: { fill: '3D74A2', ink: WHITE },
  4: { fill: '0F3D66', ink: WHITE },
  unknown: { fill: WHITE, ink: INK },
  unanswered: { fill: WHITE, ink: INK },
  'not-applicable': { fill: SUNKEN, ink: INK_SOFT },
};
