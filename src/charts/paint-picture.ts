import { PAPER, PAPER_SANS, PAPER_SERIF, PAPER_TONES } from './paper-colours.ts';
import type { Picture, PictureBox, PictureDot, PictureLine, PictureText } from './picture.ts';

type Context = CanvasRenderingContext2D;

const LABEL_SIZE = 14;
const LINE_HEIGHT = 1.3;
const LINE_COLOURS = {
  mark: PAPER.ink,
  grid: PAPER.line,
  edge: PAPER.lineStrong,
  accent: PAPER.brass,
} as const;

function fillOf(fill: PictureBox['fill']): { fill: string; ink: string } {
  if (fill === 'plain' || fill === 'hatched') return { fill: PAPER.paper, ink: PAPER.ink };
  return fill === 'full' ? { fill: PAPER.ink, ink: PAPER.paper } : PAPER_TONES[fill];
}

function hatch(context: Context, { x, y, width, height }: PictureBox, colour: string, weight: number, apart: number) {
  context.strokeStyle = colour;
  context.lineWidth = weight;
  context.beginPath();
  for (let offset = -height; offset < width; offset += apart) {
    context.moveTo(x + offset, y + height);
    context.lineTo(x + offset + height, y);
  }
  context.stroke();
}

function dots(context: Context, { x, y, width, height }: PictureBox) {
  context.fillStyle = 'rgb(255 255 255 / 56%)';
  for (let across = 3; across < width; across += 6) {
    for (let down = 3; down < height; down += 6) {
      context.beginPath();
      context.arc(x + across, y + down, 1.3, 0, 2 * Math.PI);
      context.fill();
    }
  }
}

/** Levels tell apart without colour: plain, dots, hatch, solid; what is open is hatched in the line of the page. */
function paintPattern(context: Context, box: PictureBox) {
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  if (box.fill === 2) dots(context, box);
  if (box.fill === 3) hatch(context, box, 'rgb(255 255 255 / 30%)', 2, 8);
  if (box.fill === 'hatched') hatch(context, box, PAPER.ink, 2, 7);
  if (box.fill === 'unknown' || box.fill === 'unanswered') hatch(context, box, PAPER.line, 2, 7);
  context.restore();
}

function paintBox(context: Context, box: PictureBox) {
  const { x, y, width, height, label } = box;
  const colours = fillOf(box.fill);
  context.fillStyle = colours.fill;
  context.fillRect(x, y, width, height);
  paintPattern(context, box);
  context.strokeStyle = PAPER.lineStrong;
  context.lineWidth = 1;
  context.setLineDash(box.isDashed === true ? [4, 3] : []);
  context.strokeRect(x, y, width, height);
  context.setLineDash([]);
  if (label === undefined) return;
  context.font = `600 ${LABEL_SIZE}px ${PAPER_SANS}`;
  const room = context.measureText(label).width;
  const middle = box.labelAt === 'start' ? x + room / 2 + 6 : x + width / 2;
  context.fillStyle = colours.fill;
  context.fillRect(middle - room / 2 - 3, y + height / 2 - LABEL_SIZE / 2 - 2, room + 6, LABEL_SIZE + 4);
  context.fillStyle = colours.ink;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, middle, y + height / 2 + 1);
}

function paintLine(context: Context, { from, to, weight, isDashed, tone }: PictureLine) {
  const draw = (colour: string, width: number) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(isDashed === true ? [5, 3] : []);
    context.beginPath();
    context.moveTo(...from);
    context.lineTo(...to);
    context.stroke();
    context.setLineDash([]);
  };
  if (tone === 'mark') draw(PAPER.paper, weight + 3);
  draw(LINE_COLOURS[tone], weight);
}

function paintDot(context: Context, { x, y, radius }: PictureDot) {
  context.fillStyle = PAPER.ink;
  context.strokeStyle = PAPER.paper;
  context.lineWidth = 2;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
}

/** Lines of a text within a width; the last one is cut with an ellipsis where more follows. */
function breakText(text: string, maxWidth: number, lines: number, widthOf: (text: string) => number): string[] {
  const broken: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = broken.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= maxWidth) broken[broken.length - 1] = `${last} ${word}`;
    else broken.push(word);
  }
  if (broken.length <= lines) return broken;
  const kept = broken.slice(0, lines);
  let last = kept.pop() ?? '';
  while (last !== '' && widthOf(`${last}…`) > maxWidth) last = last.slice(0, -1);
  return [...kept, `${last.trimEnd()}…`];
}

function paintText(context: Context, shape: PictureText) {
  const { x, y, text, size, anchor = 'start', maxWidth, lines = 2 } = shape;
  context.font = `${shape.isBold === true ? 600 : 400} ${size}px ${shape.isSerif === true ? PAPER_SERIF : PAPER_SANS}`;
  context.fillStyle = shape.isSoft === true ? PAPER.inkSoft : PAPER.ink;
  context.textBaseline = 'alphabetic';
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  const widthOf = (part: string) => context.measureText(part).width;
  const written = maxWidth === undefined ? [text] : breakText(text, maxWidth, lines, widthOf);
  for (const [index, line] of written.entries()) context.fillText(line, x, y + index * size * LINE_HEIGHT);
}

/** The same drawing for a page that reads from right to left. */
function mirrored(picture: Picture): Picture {
  const across = (x: number) => picture.width - x;
  return {
    ...picture,
    shapes: picture.shapes.map((shape) => {
      if (shape.kind === 'line') {
        return { ...shape, from: [across(shape.from[0]), shape.from[1]], to: [across(shape.to[0]), shape.to[1]] };
      }
      return { ...shape, x: across(shape.x) - (shape.kind === 'box' ? shape.width : 0) };
    }),
  };
}

/** Draws a picture where the context stands, on paper: `start` and `end` of texts follow the context's direction. */
export function paintPicture(context: Context, picture: Picture): void {
  const drawn = context.direction === 'rtl' ? mirrored(picture) : picture;
  for (const shape of drawn.shapes) {
    if (shape.kind === 'box') paintBox(context, shape);
    else if (shape.kind === 'line') paintLine(context, shape);
    else if (shape.kind === 'dot') paintDot(context, shape);
    else paintText(context, shape);
  }
}
