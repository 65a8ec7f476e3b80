import { parse } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../src/i18n/format-message.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { readCatalogue } from './read-catalogue.ts';

/** The one style of ours, as the reference implementation is told of it. */
const STYLES = { number: { megabytes: { scale: 1e-6, maximumFractionDigits: 1 } } };
const COUNTS = [0, 1, 2, 5, 21, 1200, 1_000_000, 26_214_400, 0.5];

/** The words that a message chooses by, and one that it does not know. */
function wordsOf(message: string, name: string): string[] {
  const [, options = ''] = new RegExp(`\\{${name}, select,([^]*)`).exec(message) ?? [];
  return [...options.matchAll(/(\w+) \{/g)].map(([, word = '']) => word).concat('unheard-of');
}

describe.each(LANGUAGES)('messages in $name', ({ code, locale }) => {
  const numbers = { format: new Intl.NumberFormat(locale), rules: new Intl.PluralRules(locale) };
  const messages = Object.entries(readCatalogue(code)).filter(([, message]) => /[{}']/.test(message));

  it('read as the reference implementation of ICU messages reads them', () => {
    expect(messages.length).toBeGreaterThan(500);
    for (const [key, message] of messages) {
      const names = [...new Set([...message.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))];
      const chosen = names.find((name) => message.includes(`{${name}, select`));
      const words = chosen === undefined ? ['x'] : wordsOf(message, chosen);
      for (const word of words) {
        for (const count of COUNTS) {
          const parameters = Object.fromEntries(
            names.map((name) => [
              name,
              message.includes(`{${name}, select`) ? word : message.includes(`{${name}, `) ? count : `<${name}>`,
            ]),
          );
          const reference = new IntlMessageFormat(message, locale, STYLES, { ignoreTag: true });
          expect([key, formatMessage(parse(message, { ignoreTag: true }), parameters, numbers)]).toEqual([
            key,
            String(reference.format(parameters)),
          ]);
        }
      }
    }
  });

  it('are refused without a parameter that they name', () => {
    expect(() => formatMessage(parse('{title} was saved'), {}, numbers)).toThrow('title');
  });
});

describe('what is put into a message', () => {
  const numbers = { format: new Intl.NumberFormat('en'), rules: new Intl.PluralRules('en') };
  const saved = (title: string) => formatMessage(parse('{title} was saved'), { title }, numbers);

  it.each([
    ['letters turned round', 'report\u202efdp.exe', 'reportfdp.exe'],
    ['another direction embedded', '\u202bPlan\u202c', 'Plan'],
    ['an isolate that stays open', 'Plan \u2067B', 'Plan B'],
    ['an isolate closed that was not its own', 'Plan\u2069 \u2067B', 'Plan B'],
  ])('turns neither itself nor the message: %s', (_, title, shown) => {
    expect(saved(title)).toBe(`${shown} was saved`);
  });

  it('keeps isolates that are in order, one in another', () => {
    expect(saved('\u2068a \u2066b\u2069\u2069')).toBe('\u2068a \u2066b\u2069\u2069 was saved');
  });
});
