import type { Inline, Text } from './document.ts';

/** Codes one after the other, none of them broken: `IC-02, IC-05`. */
export function codeList(codes: readonly string[]): readonly Inline[] {
  return codes.flatMap((text, index): Inline[] => [...(index === 0 ? [] : [{ text: ', ' }]), { text, code: true }]);
}

/** Texts run together into one. */
export function joinTexts(...parts: readonly Text[]): readonly Inline[] {
  return parts.flatMap((part) => (typeof part === 'string' ? [{ text: part }] : part));
}
