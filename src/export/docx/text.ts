import type { IParagraphOptions, IRunOptions, ParagraphChild } from 'docx';
import { NoBreakHyphen, PageReference, Paragraph, SimpleField, TextRun } from 'docx';
import type { Inline, Text } from '../document/document.ts';
import { printableText, splitByScript } from '../document/printable-text.ts';
import { joinKept, NO_BREAK_HYPHEN } from '../../words/kept-together.ts';
import { directionOf } from '../../words/text-direction.ts';
import { officeLanguage } from '../office/office-language.ts';
import { bookmarkOf } from './word-setting.ts';
import type { WordSetting } from './word-setting.ts';

type RunLook = Omit<IRunOptions, 'children' | 'text' | 'rightToLeft' | 'language'>;
export type ParagraphLook = Omit<IParagraphOptions, 'children' | 'text' | 'bidirectional'>;

const LEFT_TO_RIGHT_MARK = '\u200e';
const RIGHT_TO_LEFT_MARK = '\u200f';
/** What parts a Latin reference from a number: `SIM/R/2025، 27`, of which the number begins a date. */
const BEFORE_NUMBER = /(?<=[\p{Script=Latin}\d)])(\s*[·،؛,;]\s+)(?=\d)/gu;

/** A sign before its number, which one reads from the left in every line: `-2`, `=1+1`. */
const SIGN_OF_NUMBER = /(?<![\p{L}\p{N}\p{M}.,)])[=+\-\u2212]+(?=\d)/gu;

/** A text of a line that is read from the right; a comma alone keeps the codes on both its sides in their order. */
function withMarks(text: string): string {
  const isSign = text.trim() !== '' && !/[\p{L}\p{N}]/u.test(text);
  if (isSign) return text + RIGHT_TO_LEFT_MARK;
  return text
    .replaceAll(BEFORE_NUMBER, `$1${RIGHT_TO_LEFT_MARK}`)
    .replaceAll(SIGN_OF_NUMBER, `${LEFT_TO_RIGHT_MARK}$&`);
}

/** What a run holds: hyphens at which Word breaks no line are marks of its own, since few fonts have the letter. */
const runParts = (text: string) =>
  text
    .split(NO_BREAK_HYPHEN)
    .flatMap((part, index) => [...(index === 0 ? [] : [new NoBreakHyphen()]), ...(part === '' ? [] : [part])]);

/** A text as runs: one a direction of writing, with its language. */
export function textRuns(
  setting: WordSetting,
  text: string,
  look: RunLook = {},
  language?: string,
  base: 'ltr' | 'rtl' = setting.rightToLeft ? 'rtl' : 'ltr',
): TextRun[] {
  const named = language ?? setting.language;
  const locale = named === undefined ? setting.locale : officeLanguage(named);
  // A number goes with the letters before it (Unicode Bidirectional Algorithm, W7): where one reads from the right, half a date.
  const written = base === 'rtl' ? withMarks(text) : text;
  return splitByScript(joinKept(printableText(written), NO_BREAK_HYPHEN), base).map(
    (run) =>
      new TextRun({
        ...look,
        children: runParts(run.text),
        ...(run.rightToLeft
          ? { rightToLeft: true, language: { bidirectional: locale.startsWith('ar') ? locale : 'ar-SA' } }
          : locale === setting.locale
            ? {}
            : { language: { value: locale } }),
      }),
  );
}

/** A text in its own direction: the stop of what somebody wrote in another script stays at its end. */
function ownRuns(setting: WordSetting, text: string, look: RunLook, language?: string): TextRun[] {
  const around = setting.rightToLeft ? 'rtl' : 'ltr';
  const own = directionOf(text, around);
  const mark = own === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK;
  return textRuns(setting, own === around ? text : `${mark}${text}${mark}`, look, language, own);
}

function inlineChildren(setting: WordSetting, inline: Inline, look: RunLook): ParagraphChild[] {
  if ('pageOf' in inline) {
    const bookmark = bookmarkOf(inline.pageOf);
    return [...textRuns(setting, inline.before, look), new PageReference(bookmark, { hyperlink: true })];
  }
  const { text, strong, language, code, apart } = inline;
  if (apart === true) return ownRuns(setting, text, strong === true ? { ...look, bold: true } : look, language);
  // A code reads from left to right in every line; the marks keep what ends it (`3*`) from moving to its other side, and a
  // number after it from going with its letters.
  const isKept = code === true && setting.rightToLeft;
  const base = isKept || !setting.rightToLeft ? 'ltr' : 'rtl';
  const kept = isKept ? `${LEFT_TO_RIGHT_MARK}${text}${LEFT_TO_RIGHT_MARK}${RIGHT_TO_LEFT_MARK}` : text;
  return textRuns(setting, kept, strong === true ? { ...look, bold: true } : look, language, base);
}

/** The runs of a text of the document. */
export function inlineRuns(setting: WordSetting, text: Text, look: RunLook = {}): ParagraphChild[] {
  if (typeof text === 'string') return ownRuns(setting, text, look);
  return text.flatMap((inline) => inlineChildren(setting, inline, look));
}

/** A paragraph in the direction of the document. */
export function paragraph(
  setting: WordSetting,
  text: Text,
  style: string,
  look: ParagraphLook = {},
  run: RunLook = {},
) {
  return paragraphOf(setting, inlineRuns(setting, text, run), style, look);
}

/** The same from runs that are made already. */
export function paragraphOf(
  { rightToLeft }: WordSetting,
  children: readonly ParagraphChild[],
  style: string,
  look: ParagraphLook = {},
): Paragraph {
  return new Paragraph({ style, ...look, ...(rightToLeft ? { bidirectional: true } : {}), children: [...children] });
}

/** `Table 3. What it shows`: the number is a field, so that Word counts on when tables are added. */
export function caption(setting: WordSetting, kind: 'table' | 'figure', text: string): Paragraph {
  const number = ++setting.count[kind];
  const label = setting.t(`export.caption.${kind}`);
  return paragraphOf(
    setting,
    [
      ...textRuns(setting, `${label} `),
      new SimpleField(` SEQ ${kind === 'table' ? 'Table' : 'Figure'} \\* ARABIC `, String(number)),
      ...textRuns(setting, `${setting.t('export.caption.stop')}${text}`),
    ],
    'Caption',
  );
}
