import type { PrintedHeatCell } from '../document/document.ts';
import type { TextSetting } from './inline-text.ts';
import { INK, LINE, MM, STYLES } from './measures.ts';
import type { Owner, PageCanvas, ShapeLook } from './page-canvas.ts';
import type { TextLine } from './text-lines.ts';
import { setText } from './text-lines.ts';

export type Tone = PrintedHeatCell['tone'];

export interface Place {
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const WHITE = '#ffffff';

/** Fill of each tone, the ink on it, and the pattern that tells it apart on a grey copy. */
const LOOKS: Readonly<Record<Tone, { fill: string; ink: string; pattern: ShapeLook | null; stroke: ShapeLook }>> = {
  1: { fill: '#e3edf5', ink: INK, pattern: null, stroke: outline(INK) },
  2: { fill: '#a9c7e0', ink: INK, pattern: { form: 'dots', colour: '#f3f8fc' }, stroke: outline(INK) },
  3: {
    fill: '#3d74a2',
    ink: WHITE,
    pattern: { form: 'hatch', colour: '#7ba3c4', stroke: 0.5 * MM, rising: true },
    stroke: outline(INK),
  },
  4: { fill: '#0f3d66', ink: WHITE, pattern: null, stroke: outline(INK) },
  unknown: {
    fill: WHITE,
    ink: INK,
    pattern: { form: 'hatch', colour: '#bbbbbb', stroke: 0.35 * MM, rising: false },
    stroke: outline(INK),
  },
  unanswered: { fill: WHITE, ink: INK, pattern: null, stroke: outline(INK, [0.8 * MM, 0.6 * MM]) },
  'not-applicable': { fill: WHITE, ink: INK, pattern: null, stroke: outline(LINE) },
};

function outline(colour: string, dash?: readonly [number, number]): ShapeLook {
  return { form: 'box', stroke: { colour, width: 0.2 * MM, ...(dash === undefined ? {} : { dash }) } };
}

const SMALLEST_LABEL = 5;

/** One line in bold, small enough for a width in pt. */
function fitLabel(label: string, width: number, size: number, colour: string, setting: TextSetting): TextLine | null {
  for (let fitted = size; ; fitted -= 0.5) {
    const [line, ...more] = setText(label, Infinity, { ...STYLES.label, size: fitted, line: fitted, colour }, setting);
    if (line === undefined || more.length > 0) return line ?? null;
    if (line.width <= width || fitted <= SMALLEST_LABEL) return line;
  }
}

/** A cell in the look of a level, or of what is open, with its sign; `size` of the sign in pt. */
export function drawTone(
  canvas: PageCanvas,
  owner: Owner,
  at: Place,
  tone: Tone,
  label: { readonly text: string; readonly size: number; readonly owner?: Owner },
  setting: TextSetting,
): void {
  const { fill, ink, pattern, stroke } = LOOKS[tone];
  canvas.shape(owner, at, { form: 'box', fill });
  if (pattern !== null) canvas.shape(owner, at, pattern);
  const line = fitLabel(label.text, at.width - 1, label.size, ink, setting);
  if (line !== null && pattern !== null) {
    // Clear ground for the sign, so that it is legible on the pattern.
    const ground = Math.min(at.width, line.width + 0.9 * MM);
    const height = Math.min(at.height, line.style.size * 1.02);
    const start = at.start + (at.width - ground) / 2;
    canvas.shape(
      owner,
      { start, top: at.top + (at.height - height) / 2, width: ground, height },
      { form: 'box', fill },
    );
  }
  canvas.shape(owner, at, stroke);
  if (line === null) return;
  const top = at.top + (at.height - line.style.line) / 2;
  canvas.text(label.owner ?? owner, line, at.start, at.width, top, 'center');
}
