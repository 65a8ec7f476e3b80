import type { BlockOf } from '../document/document.ts';
import { SECTION_IDS } from '../document/document.ts';
import type { DocumentContext } from './document-context.ts';
import { printedTitle } from './printed-title.ts';

/** The printed parts with their numbers and pages; the cover needs none. */
export function contentsBlock(context: DocumentContext): BlockOf<'contents'> {
  const listed = SECTION_IDS.filter((id) => id !== 'cover' && context.printed.has(id));
  return {
    kind: 'contents',
    heading: context.t('report.contents'),
    entries: listed.map((id) => ({
      section: id,
      number: context.sectionNumbers.get(id) ?? null,
      title: printedTitle(context, id),
    })),
  };
}
