import type { SummaryPage } from '../../document/document.ts';
import { SUMMARY_MEASURES, SUMMARY_WIDTHS } from '../../document/fit-summary.ts';
import { INK, MM } from '../measures.ts';
import { addNode } from '../structure.ts';
import type { BlockContext } from './block-context.ts';
import type { SummarySheet } from './summary-sheet.ts';
import { SHEET } from './summary-sheet.ts';

const M = SUMMARY_MEASURES;
const PADDING = SUMMARY_WIDTHS.padding * MM;
const HEADING_WIDTH = SUMMARY_WIDTHS.decision * MM;
const NUMBER_WIDTH = SUMMARY_WIDTHS.number * MM;
/** Of the boxes to tick, and of a line to write on. */
const TICK = 3.6 * MM;
const FIELD_WIDTH = 34 * MM;

/** What is sought, in a frame: heading and note beside the points. */
export function setDecision(
  sheet: SummarySheet,
  { heading, note, points }: NonNullable<SummaryPage['decision']>,
  { parent, width }: BlockContext,
): void {
  sheet.y += M.gap * MM;
  const top = M.padding * MM;
  sheet.place(
    sheet.fit(heading, HEADING_WIDTH, 1, SHEET.heading),
    addNode(parent, 'H2'),
    PADDING,
    HEADING_WIDTH,
    top - 1 * MM,
  );
  if (note !== null) {
    const node = sheet.node(parent, 'P', note.text);
    sheet.placeSigned(note, node, PADDING, HEADING_WIDTH, SHEET.legend, top + (M.heading - 1) * MM);
  }
  const start = PADDING + HEADING_WIDTH;
  const room = width - start - NUMBER_WIDTH - PADDING;
  const list = addNode(parent, 'L');
  const isCounted = points.length > 1;
  let below = top;
  points.forEach((point, index) => {
    const item = addNode(list, 'LI');
    if (isCounted) {
      const label = sheet.fit(String(index + 1), NUMBER_WIDTH, 1, SHEET.strong);
      sheet.place(label, addNode(item, 'Lbl'), start, NUMBER_WIDTH, below);
    }
    const body = sheet.node(item, 'LBody', point.text);
    below += sheet.placeSigned(point, body, start + NUMBER_WIDTH, room, SHEET.sentence, below);
  });
  const beside = top + (M.heading + (note?.lines ?? 0) * M.legend) * MM;
  const height = Math.max(below, beside) + M.padding * MM;
  sheet.draw((canvas, at) =>
    canvas.box(null, { start: 0, top: at, width, height }, { stroke: { colour: INK, width: 0.8 } }),
  );
  sheet.y += height;
}

/** Boxes to tick, then lines to write on, in one row; below it a line for changes. */
export function setApproval(
  sheet: SummarySheet,
  { options, fields, toChange }: NonNullable<SummaryPage['approval']>,
  { parent, width }: BlockContext,
): void {
  sheet.draw((canvas, top) => canvas.rule(0, top, width, { colour: INK, width: 0.8 }));
  const below = 4 * MM;
  let start = 0;
  for (const option of options) {
    const at = start;
    const [line] = sheet.fit(option, width, 1, SHEET.sentence);
    sheet.draw((canvas, top) =>
      canvas.box(
        null,
        { start: at, top: top + below, width: TICK, height: TICK },
        { stroke: { colour: INK, width: 0.7 } },
      ),
    );
    if (line !== undefined)
      sheet.place([line], addNode(parent, 'P'), at + TICK + 1.5 * MM, line.width, below - 0.4 * MM);
    start += TICK + 1.5 * MM + (line?.width ?? 0) + 5 * MM;
  }
  const fieldWidth = Math.min(FIELD_WIDTH, (width - start) / Math.max(1, fields.length) - 4 * MM);
  fields.forEach((field, index) => {
    const last = index === fields.length - 1;
    const at = start + index * (fieldWidth + 4 * MM);
    const own = last ? width - at : fieldWidth;
    sheet.place(sheet.fit(field, own, 1, SHEET.legend), addNode(parent, 'P'), at, own, below);
    sheet.draw((canvas, top) => canvas.rule(at, top + below + TICK + 0.6 * MM, own, { colour: INK, width: 0.5 }));
  });
  sheet.y += M.approval * MM;
  if (toChange === null) return;
  const [label] = sheet.fit(toChange, width, 1, SHEET.legend);
  if (label !== undefined) sheet.place([label], addNode(parent, 'P'), 0, width, 1 * MM);
  const from = (label?.width ?? 0) + 2 * MM;
  sheet.draw((canvas, top) => canvas.rule(from, top + 4.4 * MM, width - from, { colour: INK, width: 0.5 }));
  sheet.y += M.changes * MM;
}
