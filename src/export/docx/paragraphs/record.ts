import { ShadingType, TextRun } from 'docx';
import type { BlockOf, LevelSign } from '../../document/document.ts';
import { printableText } from '../../document/printable-text.ts';
import { TONE_COLOURS } from '../../document/tone-colours.ts';
import { inlineRuns, paragraph, paragraphOf, textRuns } from '../text.ts';
import type { WordSetting } from '../word-setting.ts';
import { keyValueTable } from './table.ts';

/** Digit and word on the tone of the level. */
export function levelRun({ rightToLeft }: WordSetting, { symbol, name, tone }: LevelSign): TextRun {
  const { fill, ink } = TONE_COLOURS[tone];
  const words = symbol.toLowerCase() === name.toLowerCase() ? name : `${symbol} ${name}`;
  return new TextRun({
    text: `\u00A0${printableText(words)}\u00A0`,
    bold: true,
    color: ink,
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
    ...(rightToLeft ? { rightToLeft: true } : {}),
  });
}

/** One indicator: code and title as a heading, the level it has, the question, and what is known of it. */
export function recordBlock(setting: WordSetting, { code, title, question, level, marks, fields }: BlockOf<'record'>) {
  const sign = typeof level === 'string' ? textRuns(setting, level, { bold: true }) : [levelRun(setting, level)];
  const mark = marks === '' ? [] : textRuns(setting, ` ${marks}`, { bold: true });
  return [
    paragraphOf(setting, [...textRuns(setting, `${code} `), ...inlineRuns(setting, title)], 'Heading3'),
    paragraphOf(setting, [...sign, ...mark], 'Badge'),
    ...(question === null ? [] : [paragraph(setting, question, 'Question')]),
    ...(fields.length === 0 ? [] : [keyValueTable(setting, fields), paragraph(setting, '', 'AfterTable')]),
  ];
}

/** The levels of a scale, each on its tone. */
export function levelsBlock(setting: WordSetting, { heading, levels }: BlockOf<'levels'>) {
  const runs = levels.flatMap((level, index) => [
    ...(index === 0 ? [] : textRuns(setting, '   ')),
    levelRun(setting, level),
  ]);
  return [...(heading === null ? [] : [paragraph(setting, heading, 'TableHead')]), paragraphOf(setting, runs, 'Badge')];
}
