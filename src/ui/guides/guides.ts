import type { MessageKey } from '../../i18n/message-key.ts';

/** Whom a guide is for, and how many steps it has: words in `guides.<who>.<step>.title` and `.text`. */
export const GUIDES = { focal: 8, contributor: 6, facilitator: 8 } as const;
export type Guide = keyof typeof GUIDES;

export const GUIDE_NAMES = Object.keys(GUIDES) as readonly Guide[];

/** The guide that an address names; the first for any other. */
export const guideOf = (named: string | null | undefined): Guide => GUIDE_NAMES.find((one) => one === named) ?? 'focal';

/** Keys of the words of the steps of a guide. */
export function stepsOf(guide: Guide): readonly { readonly title: MessageKey; readonly text: MessageKey }[] {
  return Array.from({ length: GUIDES[guide] }, (_, index) => ({
    title: `guides.${guide}.${index + 1}.title` as MessageKey,
    text: `guides.${guide}.${index + 1}.text` as MessageKey,
  }));
}
