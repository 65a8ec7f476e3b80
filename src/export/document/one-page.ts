import type { SectionId } from './document.ts';

/** Whether the summary is all there is: then it is a paper of its own, which is signed. */
export function isOnePage(sections: ReadonlySet<SectionId>): boolean {
  return sections.size === 1 && sections.has('summary');
}
