import type { IStylesOptions } from 'docx';
import { LineRuleType } from 'docx';
import type { StyleLook } from './measure-blocks.ts';
import { INK, INK_SOFT, NAVY } from '../document/tone-colours.ts';

const BODY_FONT = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };
const HEADING_FONT = { ascii: 'Cambria', hAnsi: 'Cambria', eastAsia: 'Cambria', cs: 'Times New Roman' };

/** Height of lines in 240ths of the letters': without the rule some programs take it for a measure, and lines overlap. */
export const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO });

/** Half points. */
const heading = (size: number, before: number, after: number) => ({
  run: { font: HEADING_FONT, size, bold: true, color: NAVY },
  paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
});

const own = (id: string, name: string, run: object, paragraph: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run,
  paragraph,
});

/** Half points of the lines of the summary page. */
const SUMMARY_SIZES = [16, 17, 18, 19] as const;
export type SummarySize = (typeof SUMMARY_SIZES)[number];

/** The style of a line of the summary page, by its size. */
export function summaryStyle(size: SummarySize): string {
  return `Summary${size}`;
}

/** Styles by the names that Word's own lists use, so that a ministry can put its own look on them in one place. */
export function wordStyles(locale: string, rightToLeft: boolean): IStylesOptions {
  const direction = rightToLeft ? { bidirectional: true } : {};
  return {
    default: {
      document: {
        run: { font: BODY_FONT, size: 21, color: INK, language: { value: locale, bidirectional: 'ar-SA' } },
        paragraph: { spacing: { after: 120, ...lines(264) } },
      },
      title: { run: { font: HEADING_FONT, size: 56, bold: true, color: NAVY }, paragraph: { spacing: { after: 160 } } },
      heading1: heading(34, 120, 200),
      heading2: heading(26, 280, 100),
      heading3: heading(22, 220, 60),
      caption: {
        run: { font: BODY_FONT, size: 18, bold: true, color: INK_SOFT, italics: false },
        paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
      },
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      own('Lead', 'Lead', { size: 24, color: INK }, { spacing: { after: 160, ...lines(276) } }),
      own('Note', 'Note', { size: 18, color: INK_SOFT }, { spacing: { before: 60, after: 100 } }),
      own('TableText', 'Table Text', { size: 18 }, { spacing: { after: 20, ...lines(240) } }),
      own(
        'TableHead',
        'Table Head',
        { size: 18, bold: true },
        { spacing: { after: 20, ...lines(240) }, keepNext: true },
      ),
      own('Question', 'Question', { font: HEADING_FONT, italics: true }, { spacing: { after: 80 }, keepNext: true }),
      own(
        'ContentsHeading',
        'Contents Heading',
        { font: HEADING_FONT, size: 26, bold: true, color: NAVY },
        {
          spacing: { before: 240, after: 100 },
          keepNext: true,
        },
      ),
      own('TOC1', 'toc 1', {}, { spacing: { after: 50 }, ...direction }),
      own('TOC2', 'toc 2', { size: 19 }, { spacing: { after: 20 }, indent: { start: 300 }, ...direction }),
      own('RunningLine', 'Running Line', { size: 16, color: INK_SOFT }, { spacing: { after: 0, ...lines(240) } }),
      own('CoverLine', 'Cover Line', { size: 26, color: INK_SOFT }, { spacing: { after: 80 } }),
      own('Badge', 'Badge', { size: 19 }, { spacing: { before: 20, after: 80 }, keepNext: true }),
      own('Letter', 'Letter', { size: 22 }, { spacing: { after: 160, ...lines(276) } }),
      own('AfterTable', 'After Table', { size: 12 }, { spacing: { after: 60, ...lines(240) } }),
      ...SUMMARY_SIZES.map((size) =>
        own(summaryStyle(size), `Summary ${size / 2}`, { size }, { spacing: { after: 0 } }),
      ),
    ],
  };
}

/** The looks of those styles by which heights are reckoned. */
export function styleLooks(styles: IStylesOptions): (id: string) => StyleLook {
  const { document, heading1, heading2, heading3, title, caption, listParagraph } = styles.default ?? {};
  const named = new Map<string, { run?: object | undefined; paragraph?: object | undefined } | undefined>([
    ...Object.entries({
      ...{ Heading1: heading1, Heading2: heading2, Heading3: heading3, Title: title },
      ...{ Caption: caption, ListParagraph: listParagraph },
    }),
    ...(styles.paragraphStyles ?? []).map((style) => [style.id, style] as const),
  ]);
  const plain = { run: document?.run ?? {}, paragraph: document?.paragraph ?? {} };
  return (id) => {
    const own = named.get(id);
    const run = { ...plain.run, ...own?.run } as { size?: number; bold?: boolean; font?: unknown };
    const paragraph = { ...plain.paragraph, ...own?.paragraph } as {
      keepNext?: boolean;
      indent?: { start?: number };
    };
    const spacing = { ...plain.paragraph.spacing, ...(own?.paragraph as { spacing?: object } | undefined)?.spacing };
    return {
      size: run.size ?? 20,
      bold: run.bold ?? false,
      heading: run.font === HEADING_FONT,
      before: spacing.before ?? 0,
      after: spacing.after ?? 0,
      line: spacing.line ?? 240,
      indent: paragraph.indent?.start ?? 0,
      keepNext: paragraph.keepNext ?? false,
    };
  };
}
