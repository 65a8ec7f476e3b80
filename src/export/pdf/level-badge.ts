import type { LevelSign } from '../document/document.ts';
import type { TextSetting } from './inline-text.ts';
import { MM, STYLES } from './measures.ts';
import type { PageCanvas } from './page-canvas.ts';
import type { StructureNode } from './structure.ts';
import type { TextLine } from './text-lines.ts';
import { setText } from './text-lines.ts';
import { drawTone } from './tone-cell.ts';

/** A level as sign, pattern and word, measured. Widths and heights in pt. */
export interface LevelBadge {
  readonly width: number;
  readonly height: number;
  draw(canvas: PageCanvas, owners: { sign: StructureNode; name: StructureNode }, start: number, top: number): void;
}

const HEIGHT = 5 * MM;
const GAP = 2 * MM;
const SIGN_SIZE = 9;

/** The badge of a level; `mark` stands behind the sign. A sign that is the word itself stands once. */
export function levelBadge(level: LevelSign, mark: string, setting: TextSetting): LevelBadge {
  const sign = `${level.symbol}${mark}`;
  const [measured] = setText(sign, Infinity, { ...STYLES.label, size: SIGN_SIZE }, setting);
  const signWidth = Math.max(6 * MM, (measured?.width ?? 0) + 3 * MM);
  const repeats = level.symbol.toLowerCase() === level.name.toLowerCase();
  const [name]: readonly TextLine[] = repeats ? [] : setText(level.name, Infinity, STYLES.label, setting);
  return {
    width: signWidth + (name === undefined ? 0 : GAP + name.width),
    height: HEIGHT,
    draw(canvas, owners, start, top) {
      const at = { start, top, width: signWidth, height: HEIGHT };
      drawTone(canvas, null, at, level.tone, { text: sign, size: SIGN_SIZE, owner: owners.sign }, setting);
      if (name !== undefined) {
        const nameTop = top + (HEIGHT - name.style.line) / 2;
        canvas.text(owners.name, name, start + signWidth + GAP, name.width, nameTop);
      }
    },
  };
}
