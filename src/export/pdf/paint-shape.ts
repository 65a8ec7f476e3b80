import { decodeDataAddress } from '../document/decode-data-address.ts';
import { MM } from './measures.ts';
import type { PdfKit } from './pdfkit-document.ts';
import type { Shape, Stroke } from './structure.ts';

const DOT = { size: 0.6 * MM, step: 1.6 * MM } as const;
/** A dash of no length is refused; one that nobody sees is not. */
const HARDLY = 0.01;
const HATCH_STEP = 1.8 * MM;

function stroke(pdf: PdfKit, { colour, width, dash }: Stroke): void {
  pdf.lineWidth(width).strokeColor(colour);
  if (dash !== undefined) pdf.dash(dash[0], { space: dash[1] });
  pdf.stroke();
  if (dash !== undefined) pdf.undash();
}

/** Rows of dots, each row one line of round ends without length. */
function paintDots(pdf: PdfKit, { x, y, width, height }: Shape, colour: string): void {
  pdf.save();
  pdf.rect(x, y, width, height).clip();
  pdf
    .lineWidth(DOT.size)
    .lineCap('round')
    .strokeColor(colour)
    .dash(HARDLY, { space: DOT.step - HARDLY });
  for (let at = y + DOT.step / 2; at < y + height; at += DOT.step) {
    pdf.moveTo(x + DOT.step / 2, at).lineTo(x + width, at);
  }
  pdf.stroke();
  pdf.restore();
}

function paintHatch(pdf: PdfKit, shape: Extract<Shape, { form: 'hatch' }>): void {
  const { x, y, width, height } = shape;
  const step = HATCH_STEP * Math.SQRT2;
  pdf.save();
  pdf.rect(x, y, width, height).clip();
  pdf.lineWidth(shape.stroke).strokeColor(shape.colour);
  for (let at = x - height; at < x + width; at += step) {
    const [from, to] = shape.rising ? [y + height, y] : [y, y + height];
    pdf.moveTo(at, from).lineTo(at + height, to);
  }
  pdf.stroke();
  pdf.restore();
}

/** Draws one shape; places in pt from the top left corner of the page. */
export function paintShape(pdf: PdfKit, shape: Shape): void {
  const { x, y, width, height } = shape;
  switch (shape.form) {
    case 'box':
      if (shape.fill !== undefined) pdf.rect(x, y, width, height).fill(shape.fill);
      if (shape.stroke !== undefined) {
        pdf.rect(x, y, width, height);
        stroke(pdf, shape.stroke);
      }
      break;
    case 'rule':
      pdf.moveTo(x, y).lineTo(x + width, y);
      stroke(pdf, shape.stroke);
      break;
    case 'triangle':
      pdf
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineTo(x + width / 2, y + height)
        .closePath()
        .fill(shape.fill);
      if (shape.stroke !== undefined) {
        pdf
          .moveTo(x, y)
          .lineTo(x + width, y)
          .lineTo(x + width / 2, y + height)
          .closePath();
        stroke(pdf, shape.stroke);
      }
      break;
    case 'image': {
      // Never by its address: what is not an image inside the document must not be looked for on this machine.
      const bytes = decodeDataAddress(shape.dataUrl);
      try {
        if (bytes !== null) pdf.image(bytes as unknown as ArrayBuffer, x, y, { width, height });
      } catch {
        // A damaged image costs its place, not the report.
      }
      break;
    }
    case 'dots':
      paintDots(pdf, shape, shape.colour);
      break;
    case 'hatch':
      paintHatch(pdf, shape);
  }
}
