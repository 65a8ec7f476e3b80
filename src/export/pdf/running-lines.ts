import type { ReportDocument } from '../document/document.ts';
import { fitText } from './fit-text.ts';
import type { TextSetting } from './inline-text.ts';
import { MARGIN, MM, STYLES } from './measures.ts';
import { PageCanvas } from './page-canvas.ts';
import type { LaidPage } from './page-canvas.ts';
import { setText } from './text-lines.ts';
import type { Mark } from './structure.ts';

const GAP = 6 * MM;
/** Room for the page of all pages, beside the marking. */
const COUNT_WIDTH = 20 * MM;
const FOOT_LINES = 2;
/** Shares of the width for the marking at the foot, the first that leaves room for what stands beside it. */
const FOOT_MARKING = [1 / 2, 0.4, 0.3];

/** What stands above and below on every page: who and what, marking above and below, and the page of all pages. */
export function runningLines(
  document: ReportDocument,
  page: LaidPage,
  number: number,
  pages: number,
  setting: TextSetting,
): readonly Mark[] {
  const canvas = new PageCanvas(page.width < page.height ? 'portrait' : 'landscape', setting.direction, number);
  const width = canvas.contentWidth;
  const style = STYLES.running;
  const [marking] = fitText(document.marking, width / 2, 1, STYLES.runningStrong, setting);
  const [counted] = fitText(`${number} / ${pages}`, COUNT_WIDTH, 1, style, setting);
  const headTop = MARGIN.head;
  const footTop = page.height - MARGIN.foot - style.line;
  const markingWidth = marking?.width ?? 0;
  const [head] = fitText(document.head, width - markingWidth - GAP, 1, style, setting);
  // What the signs mean is read whole on every page, in two lines if need be: the marking beside it gives way, which stands above.
  const footRoom = (beside: number) => width - beside - COUNT_WIDTH - GAP;
  const markings = FOOT_MARKING.map(
    (share) => fitText(document.marking, width * share, 1, STYLES.runningStrong, setting)[0],
  );
  const isWhole = (beside: number) => setText(document.foot, footRoom(beside), style, setting).length <= FOOT_LINES;
  const footMarking = markings.find((one) => isWhole(one?.width ?? 0)) ?? markings.at(-1);
  const foot = fitText(document.foot, footRoom(footMarking?.width ?? 0), FOOT_LINES, style, setting);
  if (head !== undefined) canvas.text(null, head, 0, width, headTop);
  if (marking !== undefined) canvas.text(null, marking, 0, width, headTop, 'end');
  if (footMarking !== undefined) canvas.text(null, footMarking, 0, width - COUNT_WIDTH, footTop, 'end');
  for (const [index, line] of foot.entries()) {
    canvas.text(null, line, 0, width, footTop - (foot.length - 1 - index) * style.line);
  }
  if (counted !== undefined) canvas.text(null, counted, 0, width, footTop, 'end');
  return canvas.page.decoration;
}
