import { AlignmentType, BorderStyle, Footer, Header, PageNumber, TabStopType, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { LetterDocument } from '../document/letter-document.ts';
import { LINE } from '../document/tone-colours.ts';
import { paragraphOf, textRuns } from './text.ts';
import type { WordSetting } from './word-setting.ts';

const rule = { style: BorderStyle.SINGLE, size: 4, color: LINE, space: 3 };

/** Head of every page: marking, who and what; and across the page what is not real. */
export function pageHead(setting: WordSetting, document: LetterDocument): Header {
  const centred = { alignment: AlignmentType.CENTER };
  const watermark =
    document.watermark === null ? [] : [new TextWatermark({ text: document.watermark, color: 'D9D5CA', opacity: 0.4 })];
  return new Header({
    children: [
      paragraphOf(setting, textRuns(setting, document.marking, { bold: true }), 'RunningLine', centred),
      paragraphOf(setting, [...textRuns(setting, document.head), ...watermark], 'RunningLine', {
        ...centred,
        border: { bottom: rule },
      }),
    ],
  });
}

/** Foot of every page: what the report is, page "p / N", and the marking again. */
export function pageFoot(setting: WordSetting, document: LetterDocument): Footer {
  return new Footer({
    children: [
      paragraphOf(
        setting,
        [
          ...textRuns(setting, `${document.foot}\t`),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] }),
        ],
        'RunningLine',
        { border: { top: rule }, tabStops: [{ type: TabStopType.END, position: setting.width }] },
      ),
      paragraphOf(setting, textRuns(setting, document.marking, { bold: true }), 'RunningLine', {
        alignment: AlignmentType.CENTER,
      }),
    ],
  });
}
