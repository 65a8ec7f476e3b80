import type { SectionId } from '../../export/document/document.ts';
import { getContext, setContext } from 'svelte';

/** The pages of a part: the first, from 1, and how many. */
export interface PageSpan {
  readonly first: number;
  readonly count: number;
}

export type PageSpans = ReadonlyMap<SectionId, PageSpan>;

const KEY = Symbol('page numbers');

/** Gives every component below the pages of the parts; null while they are not known, or cannot be. */
export function providePageSpans(read: () => PageSpans | null): void {
  setContext(KEY, read);
}

/** The pages of the parts, null while they are not known. */
export function usePageSpans(): () => PageSpans | null {
  return getContext<(() => PageSpans | null) | undefined>(KEY) ?? (() => null);
}
