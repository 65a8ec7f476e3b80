import type { OpenCell } from '../../domain/intake/open-cells.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { RegisterContext } from './register-words.ts';

/** Codes of cells whose choices are the words of the answer sheet: ids of levels, and what stands for no level. */
const OF_ANSWERS = new Set(['sheet.unknownAnswer', 'sheet.unknownTarget', 'sheet.ambiguous', 'intake.whichLevel']);
const WORDS: ReadonlyMap<string, 'assess.unknown' | 'assess.notApplicable' | 'gaps.gapNoTarget'> = new Map([
  ['unknown', 'assess.unknown'],
  ['n/a', 'assess.notApplicable'],
  ['none', 'gaps.gapNoTarget'],
]);

/** A choice in the place of an answer that could not be read, as a person calls it; undefined for any other. */
export function choiceWords(
  option: string,
  { problem: { code, params } }: OpenCell,
  { framework, words }: Pick<RegisterContext, 'framework' | 'words'>,
  language: Pick<InterfaceLanguage, 't'>,
): string | undefined {
  if (code === 'workbook.unknownWord') {
    const confidence = (['high', 'medium', 'low'] as const).find((one) => one === option);
    return confidence === undefined ? undefined : language.t(`beside.confidence.${confidence}`);
  }
  if (!OF_ANSWERS.has(code)) return undefined;
  const key = WORDS.get(option);
  if (key !== undefined) return language.t(key).replace(/\s*…$/, '');
  const own = framework.indicatorById.get(String(params['indicator']))?.scale;
  const [other] =
    Object.entries(framework.structure.scales).find(([, { levels }]) => levels.some(({ id }) => id === option)) ?? [];
  const scale = own ?? other;
  return scale === undefined ? undefined : words.level(scale, option);
}
