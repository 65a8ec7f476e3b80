import type { JsonValue } from '../../domain/journal/fold.ts';
import type { ParsedRegister } from '../../domain/journal/registers.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { InterfaceLanguage } from '../../i18n/interface-language.svelte.ts';
import type { FrameworkWords } from '../results/framework-words.ts';

export interface RegisterContext {
  readonly framework: Framework;
  readonly words: FrameworkWords;
  readonly nameOf: (institution: string) => string;
}

/** What a register is about, for a person: indicator, institution, and the address where there are no better words. */
export function registerWords(
  register: ParsedRegister,
  address: string,
  { words, nameOf }: RegisterContext,
  language: InterfaceLanguage,
): string {
  if (register.kind === 'unknown') return address;
  const place = [
    'indicator' in register ? `${register.indicator} ${words.indicator(register.indicator)}` : '',
    'institution' in register ? nameOf(register.institution) : '',
    'part' in register ? language.t(`institutions.part.${register.part}`) : '',
    'field' in register ? register.field : '',
  ].filter((part) => part !== '');
  return place.length === 0 ? address : place.join(' · ');
}

/** What a value says: levels and answers in words, texts as they are, anything else as it is written in the file. */
export function valueWords(
  value: JsonValue,
  register: ParsedRegister,
  { framework, words }: RegisterContext,
  language: InterfaceLanguage,
): string {
  if (value === null) return language.t('institutions.conflict.taken');
  if (typeof value === 'string') return language.localiser.text(value);
  if (typeof value === 'object' && !Array.isArray(value)) {
    const indicator = 'indicator' in register ? framework.indicatorById.get(register.indicator) : undefined;
    const { level, notApplicable, unknown, text } = value;
    if (typeof level === 'string') return indicator === undefined ? level : words.level(indicator.scale, level);
    if (typeof notApplicable === 'string') {
      return language.t('institutions.draftNotApplicable', { reason: notApplicable });
    }
    if (unknown === true) return language.t('assess.unknown');
    if (typeof text === 'string') return language.localiser.text(text);
  }
  return JSON.stringify(value);
}
