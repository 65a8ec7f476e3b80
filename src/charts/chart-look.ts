import { PAPER, PAPER_SANS, PAPER_TONES } from './paper-colours.ts';

/** Colours and face of a chart of chart.js: those of the page it stands on, or those of paper. */
export interface ChartLook {
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  /** Six-digit hexadecimal. */
  readonly level: string;
  readonly surface: string;
  /** Below what stands out from the surface. */
  readonly sunken: string;
  readonly fontFamily: string;
  /** Of all letters: 1 at 16 pixels of the page; more where the page is large, as on a projector. */
  readonly scale: number;
  /** A narrow screen: axes carry their number, the table beside names it. */
  readonly narrow: boolean;
  readonly direction: 'ltr' | 'rtl';
}

/** The look of a picture that is saved. */
export function paperLook(direction: ChartLook['direction']): ChartLook {
  return {
    ink: PAPER.ink,
    inkSoft: PAPER.inkSoft,
    line: PAPER.lineStrong,
    level: PAPER_TONES[3].fill,
    surface: PAPER.paper,
    sunken: PAPER.sunken,
    fontFamily: PAPER_SANS,
    scale: 1,
    narrow: false,
    direction,
  };
}

const TILE = 8;

/** A fill of oblique lines, so that two bars tell apart without colour; the plain colour where nothing can be drawn. */
export function hatched(line: string, surface: string): CanvasPattern | string {
  const tile = document.createElement('canvas');
  [tile.width, tile.height] = [TILE, TILE];
  const context = tile.getContext('2d');
  if (context === null) return surface;
  context.fillStyle = surface;
  context.fillRect(0, 0, TILE, TILE);
  context.strokeStyle = line;
  context.lineWidth = 2;
  context.beginPath();
  for (const offset of [-TILE, 0, TILE]) {
    context.moveTo(offset, TILE);
    context.lineTo(offset + TILE, 0);
  }
  context.stroke();
  return context.createPattern(tile, 'repeat') ?? surface;
}
