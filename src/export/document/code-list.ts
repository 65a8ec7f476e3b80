import type { Localiser } from '../../i18n/localiser.ts';
import type { Inline, Text } from './document.ts';

/** Whose language it is. */
interface Spoken {
  readonly localiser: Pick<Localiser, 'row'>;
}

/** Stretches one after the other, with the comma of the language between them. */
export function joinRow({ localiser }: Spoken, items: readonly Text[]): readonly Inline[] {
  const comma = localiser.row(['', '']);
  return joinTexts(...items.flatMap((item, index) => (index === 0 ? [item] : [comma, item])));
}

/** Codes one after the other, none of them broken: `IC-02, IC-05`. */
export function codeList(spoken: Spoken, codes: readonly string[]): readonly Inline[] {
  return joinRow(
    spoken,
    codes.map((text) => [{ text, code: true }]),
  );
}

/** Names one after the other, each in its own direction: `Ministry of Labour; وزارة الداخلية`. */
export function nameList(names: readonly string[], between: string): readonly Inline[] {
  return joinTexts(
    ...names.flatMap((text, index): Text[] => [...(index === 0 ? [] : [between]), [{ text, apart: true }]]),
  );
}

/** Texts run together into one. */
export function joinTexts(...parts: readonly Text[]): readonly Inline[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [{ text: part }] : part));
}
