import { lines as linesOf } from '../styles.ts';
import type { Paragraph } from 'docx';
import { BorderStyle, HeightRule, TableRow, TabStopType } from 'docx';
import type { QuestionCard } from '../../document/letter-document.ts';
import { LINE } from '../../document/tone-colours.ts';
import { BOXED, cell, fixedTable } from '../cells.ts';
import { inlineRuns, paragraph, paragraphOf, textRuns } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { MARGIN, twips } from '../word-setting.ts';
import { levelRun } from './record.ts';

/** mm: half of what A4 leaves between the margins, less the line between two cards. */
const HALF_PAGE = (297 - MARGIN.top - MARGIN.bottom) / 2 - 3;

const BOX = '\u2610';
const TIGHT = { ...linesOf(212), after: 10 };
/** Half points. */
const SMALL = 17;

function ruled(setting: WordSetting, label: string): Paragraph {
  const inside = setting.width - twips(4);
  return paragraphOf(
    setting,
    [...textRuns(setting, label === '' ? '' : `${label} `, { size: SMALL, bold: true }), ...textRuns(setting, '\t')],
    'TableText',
    {
      spacing: { before: 60, after: 0 },
      tabStops: [{ type: TabStopType.END, position: inside, leader: 'dot' }],
    },
  );
}

function levelParagraphs(
  setting: WordSetting,
  { sign, boxed, lead, sentences }: QuestionCard['levels'][number],
): Paragraph[] {
  const head = paragraphOf(
    setting,
    [
      ...textRuns(setting, `${BOX} `, { size: 20 }),
      levelRun(setting, sign),
      ...(lead === null ? [] : textRuns(setting, ` ${lead}`, { size: SMALL })),
    ],
    'TableText',
    { spacing: { before: 60, after: 20 }, keepNext: true },
  );
  const indent = { indent: { start: twips(9), hanging: twips(4) } };
  return [
    head,
    ...sentences.map((sentence) =>
      paragraphOf(
        setting,
        [
          ...textRuns(setting, boxed ? `${BOX} ` : '– ', { size: SMALL }),
          ...inlineRuns(setting, sentence, { size: SMALL }),
        ],
        'TableText',
        { ...indent, spacing: TIGHT },
      ),
    ),
  ];
}

/** One indicator on half a page: what is asked, every level with boxes, and ruled lines to write on. */
export function questionCard(
  setting: WordSetting,
  { code, title, question, levels, alternatives, lines }: QuestionCard,
) {
  const content = [
    paragraphOf(
      setting,
      [...textRuns(setting, `${code} `, { size: 22 }), ...inlineRuns(setting, title, { size: 22 })],
      'TableHead',
      { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: LINE, space: 2 } } },
    ),
    paragraph(setting, question, 'Question', { spacing: { before: 40, after: 20, ...linesOf(230) } }, { size: 19 }),
    ...levels.flatMap((level) => levelParagraphs(setting, level)),
    paragraphOf(
      setting,
      alternatives.flatMap((words) => textRuns(setting, `${BOX} ${words}     `, { size: SMALL })),
      'TableText',
      { spacing: { before: 70, after: 0 } },
    ),
    ...lines.map((label) => ruled(setting, label)),
  ];
  const row = new TableRow({
    cantSplit: true,
    height: { value: twips(HALF_PAGE), rule: HeightRule.ATLEAST },
    children: [cell(setting.width, content, { borders: BOXED })],
  });
  // The line between two cards, as low as Word lets a line be.
  return [
    fixedTable(setting, [setting.width], [row], 'none'),
    paragraph(setting, '', 'TableText', { spacing: { before: 0, after: 0, line: 40, lineRule: 'exact' } }),
  ];
}
