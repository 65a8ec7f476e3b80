import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { MessageParameters } from './message-key.ts';

/** The numbers of the parser's TYPE, which need not travel to the browser. */
const LITERAL = 0;
const ARGUMENT = 1;
const NUMBER = 2;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;

/** What is asked once of a language, and then again for each message. */
export interface MessageNumbers {
  readonly format: Intl.NumberFormat;
  readonly rules: Intl.PluralRules;
}

/**
 * What somebody wrote, without signs of direction that turn letters round, or what stands beside it: an isolate that is not
 * closed, or closed before it was opened. Names keep those that are in order.
 */
function kept(text: string): string {
  let open = 0;
  const isTurning = text.match(/[\u2066-\u2069]/g)?.some((sign) => (open += sign === '\u2069' ? -1 : 1) < 0);
  return text.replace(isTurning || open ? /[\u202a-\u202e\u2066-\u2069]/g : /[\u202a-\u202e]/g, '');
}

/**
 * The text of a parsed ICU message: parameters, numbers, choices and plurals, all that our messages have. Throws where a
 * parameter is missing, and for syntax that none of them uses.
 */
export function formatMessage(
  elements: readonly MessageFormatElement[],
  parameters: MessageParameters,
  numbers: MessageNumbers,
  counted: number | null = null,
): string {
  const valueOf = (name: string) => {
    if (!(name in parameters)) throw new Error(name);
    return parameters[name];
  };
  const choose = (options: Readonly<Record<string, { readonly value: MessageFormatElement[] }>>, keys: string[]) => {
    const chosen = [...keys, 'other'].find((key) => Object.hasOwn(options, key));
    return (chosen === undefined ? undefined : options[chosen]?.value) ?? [];
  };
  return elements
    .map((element): string => {
      switch (element.type) {
        case LITERAL:
          return element.value;
        case ARGUMENT:
          return kept(String(valueOf(element.value) ?? ''));
        case NUMBER: {
          const value = Number(valueOf(element.value));
          // The one style that our messages have, `megabytes`: people know files by them, not by bytes.
          return numbers.format.format(element.style ? Math.round(value / 100_000) / 10 : value);
        }
        case POUND:
          return counted === null ? '#' : numbers.format.format(counted);
        case SELECT:
          return formatMessage(choose(element.options, [String(valueOf(element.value))]), parameters, numbers, counted);
        case PLURAL: {
          const count = Number(valueOf(element.value));
          const keys = [`=${count}`, numbers.rules.select(count)];
          return formatMessage(choose(element.options, keys), parameters, numbers, count);
        }
        default:
          throw new Error('unknown syntax');
      }
    })
    .join('');
}
