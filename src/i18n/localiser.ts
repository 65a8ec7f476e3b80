import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { parse } from '@formatjs/icu-messageformat-parser';
import { applyEnglishTypography } from './english-typography.ts';
import { formatMessage } from './format-message.ts';
import { localDay } from './local-day.ts';
import { applyFrenchTypography, writeFirstOfMonth } from './french-typography.ts';
import type { Language } from './languages.ts';
import type { Catalogue, MessageKey, MessageParameters } from './message-key.ts';

/** Everything locale-bound: words, numbers, dates and lists of one language. */
export interface Localiser {
  readonly language: Language;
  /** The message of a key with its parameters filled in. */
  t(key: MessageKey, parameters?: MessageParameters): string;
  /** The message of a key made at run time (`errors.` + code), or undefined where there is none. */
  find(key: string, parameters?: MessageParameters): string | undefined;
  /** Text that people or frameworks wrote, with the language's micro-typography. */
  text(written: string): string;
  /** A number with at most `decimals` decimals (exactly that many when `fixed`). */
  number(value: number, decimals?: number, fixed?: boolean): string;
  percent(share: number): string;
  /** An ISO 8601 date, or the local day of an instant, as `15 March 2026`, or as the country chosen writes it; an unreadable one is given back as it is. */
  date(iso: string): string;
  dateTime(iso: string): string;
  /** One after the other, with the comma of the language and no "and". */
  row(items: readonly string[]): string;
  list(items: readonly string[], type?: 'conjunction' | 'disjunction'): string;
}

/** No line begins with the sign of a percentage. */
const holdPercent = (text: string) => text.replace(/(?<=\d) %/g, '\u00a0%');

const TYPOGRAPHY: Readonly<Record<string, (text: string) => string>> = {
  en: applyEnglishTypography,
  fr: applyFrenchTypography,
  es: holdPercent,
  ar: holdPercent,
};

/** How texts of a language are typeset: for one that stands beside that of the interface; as they are where nothing is known. */
export function typographyOf(code: string): (text: string) => string {
  return TYPOGRAPHY[code] ?? ((text) => text);
}

function readDate(iso: string): Date | null {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** Makes the localiser of one language. A key without a message shows itself, so that nothing is ever blank. */
export function createLocaliser(language: Language, catalogue: Catalogue): Localiser {
  const { locale } = language;
  /** Of messages that come as text, in the commands and in tests. */
  const parsed = new Map<string, MessageFormatElement[]>();
  const numbers = { format: new Intl.NumberFormat(locale), rules: new Intl.PluralRules(locale) };
  const typeset = typographyOf(language.code);

  function format(key: string, parameters: MessageParameters): string | undefined {
    const message = catalogue[key];
    if (message === undefined) return undefined;
    if (typeof message === 'string' && !/[{}'<]/.test(message)) return typeset(message);
    const elements = typeof message === 'string' ? (parsed.get(key) ?? parse(message, { ignoreTag: true })) : message;
    if (typeof message === 'string') parsed.set(key, elements);
    try {
      return typeset(formatMessage(elements, parameters, numbers));
    } catch {
      // A parameter that is missing must not take the screen away: the message with its braces still says most of it.
      return typeset(String(message));
    }
  }

  const writeDate = language.code === 'fr' ? writeFirstOfMonth : (date: string) => date;
  const { dateLocale = locale } = language;
  const dateFormat = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'long', timeZone: 'UTC' });
  const dateTimeFormat = new Intl.DateTimeFormat(dateLocale, { dateStyle: 'long', timeStyle: 'short' });
  return {
    language,
    t: (key, parameters = {}) => format(key, parameters) ?? key,
    find: (key, parameters = {}) => format(key, parameters),
    text: typeset,
    number: (value, decimals = 0, fixed = false) =>
      new Intl.NumberFormat(locale, {
        maximumFractionDigits: decimals,
        minimumFractionDigits: fixed ? decimals : 0,
      }).format(value),
    // Where a mark of direction holds the sign to its number, a space does, as in the texts of the frameworks.
    percent: (share) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
        .format(share)
        .replace(/\u200e%\u200e/, '\u00a0%'),
    date: (iso) => {
      const isInstant = iso.length > 10 && readDate(iso) !== null;
      const date = readDate(isInstant ? localDay(iso) : iso);
      return date === null ? iso : writeDate(dateFormat.format(date));
    },
    dateTime: (iso) => {
      const date = readDate(iso);
      return date === null ? iso : writeDate(dateTimeFormat.format(date));
    },
    row: (items) => items.join(`${language.comma ?? ','} `),
    list: (items, type = 'conjunction') => new Intl.ListFormat(locale, { style: 'long', type }).format(items),
  };
}
