import { readFileSync } from 'node:fs';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { TYPE } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';
import { SHORT_TITLE_LETTERS } from '../src/domain/framework/text-lengths.ts';
import { moduleOfData } from './module-of-data.ts';

/** English and Arabic speak it in a build of the mode `pseudo`: from left to right, and from right to left. */
export const PSEUDO_CODES: readonly string[] = ['en', 'ar'];
/** Translations are longer than their English by so much. */
const LONGER = 0.35;
const PADDING = 'ōnǵer tẽxt ';

const padding = (letters: number) =>
  PADDING.repeat(letters)
    .slice(0, Math.ceil(letters * LONGER))
    .trimEnd();

/** A text as no language has it: longer, and marked at both ends, so that what is not marked stands in the code. */
export function pseudoText(text: string): string {
  return /\p{L}{2}/u.test(text) ? `⟦${text} ${padding(text.length)}⟧` : text;
}

/** The same for a parsed message: its words longer, marked as a whole. */
export function pseudoMessage(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  const letters = elements.reduce((sum, one) => sum + (one.type === TYPE.literal ? one.value.length : 0), 0);
  const literal = (value: string) => ({ type: TYPE.literal, value }) as MessageFormatElement;
  return [literal('⟦'), ...elements, literal(`${letters > 0 ? ` ${padding(letters)}` : ''}⟧`)];
}

/** As much as fits between the marks: a short title has so many letters at most, and is refused with more. */
const pseudoShort = (text: string) => `⟦${text.slice(0, SHORT_TITLE_LETTERS - 2)}⟧`;

/** Every text of a value; what has the form of an id, a date or an address stays. */
export function pseudoTexts<Value>(value: Value): Value {
  const text = JSON.stringify(value, (name, member: unknown) => {
    if (typeof member !== 'string' || !/\s|^\p{Lu}/u.test(member)) return member;
    return name === 'short' ? pseudoShort(member) : pseudoText(member);
  });
  return JSON.parse(text) as Value;
}

/** Words of the sample and of the crosswalks in the pseudo-language. */
export function pseudoContent(): Plugin {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
  return {
    name: 'sextant-pseudo-content',
    enforce: 'pre',
    load(id) {
      const file = id.replace(/\?.*$/, '');
      if (/\/sample\/(meridia|taressia)\.(en|ar)\.json$/.test(file)) {
        return moduleOfData(pseudoTexts(read(file.replace(/\.ar\.json$/, '.en.json'))));
      }
      if (!/\/indicators\/crosswalks\/[^/]+\.json$/.test(file)) return null;
      const crosswalk = read(file) as { texts: Record<string, unknown> };
      const marked = Object.fromEntries(PSEUDO_CODES.map((code) => [code, pseudoTexts(crosswalk.texts['en'])]));
      return moduleOfData({ ...crosswalk, texts: { ...crosswalk.texts, ...marked } });
    },
  };
}
