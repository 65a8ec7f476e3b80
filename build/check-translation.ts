import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** Counts of the app stay far below a million, where French and Spanish have a further category. */
const COUNTS = Array.from({ length: 1001 }, (_, count) => count);
/** A translation may be so much longer than its English; short words may double. */
const LONGER = 1.7;
const LONGER_LETTERS = 25;

/** The elements of an ICU message, those inside plural and select branches too; throws where it is none. */
function elementsOf(message: string): MessageFormatElement[] {
  const inside = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
    elements.flatMap((element) => {
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return [element];
      return [element, ...Object.values(element.options).flatMap((option) => inside(option.value))];
    });
  return inside(parse(message, { ignoreTag: true }));
}

/**
 * Placeholders of a message by name, and for a select the words it knows. Whether a number has plural forms is for each
 * language to say. A plain apostrophe before a brace would make the placeholder text, and shows here as one missing.
 */
export function placeholdersOf(message: string): string[] {
  const found = elementsOf(message).flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) return [];
    const words = element.type === TYPE.select ? `: ${Object.keys(element.options).sort().join(' ')}` : '';
    return [`${element.value}${words}`];
  });
  return [...new Set(found)].sort();
}

/** Plural forms that counts of a language need and a message lacks. */
export function missingCategories(message: string, locale: string): string[] {
  return elementsOf(message).flatMap((element) => {
    if (element.type !== TYPE.plural) return [];
    const rules = new Intl.PluralRules(locale, { type: element.pluralType ?? 'cardinal' });
    const open = COUNTS.filter((count) => !(`=${count}` in element.options));
    const needed = new Set<string>([...open.map((count) => rules.select(count)), 'other']);
    return [...needed].filter((category) => !(category in element.options));
  });
}

/** What is wrong with a translated text, in words for the translator; `isMessage`: it is ICU MessageFormat. */
export function translationFaults(source: string, text: string, isMessage: boolean, locale: string): string[] {
  const faults: string[] = [];
  if (/[\u00A0\u202F\u200E\u200F]/.test(text)) faults.push('holds spaces or marks of direction that the app puts in');
  if (text !== text.trim() && !/^\s*\p{P}/u.test(text)) faults.push('has a space at an end');
  if (!isMessage) return faults;
  try {
    const [here, there] = [placeholdersOf(text), placeholdersOf(source)];
    const lost = there.filter((one) => !here.includes(one));
    const added = here.filter((one) => !there.includes(one));
    if (lost.length > 0) faults.push(`lacks the placeholders ${lost.join(', ')}`);
    if (added.length > 0) faults.push(`has the unknown placeholders ${added.join(', ')}`);
    const forms = missingCategories(text, locale);
    if (forms.length > 0) faults.push(`lacks the plural forms ${[...new Set(forms)].join(', ')}`);
  } catch (error) {
    faults.push(`is no ICU message (${error instanceof Error ? error.message : String(error)})`);
  }
  return faults;
}

/** Whether a text may be too long for the place where it stands; advice, not a fault. */
export function isLong(source: string, text: string): boolean {
  return text.length > source.length * LONGER + LONGER_LETTERS;
}
