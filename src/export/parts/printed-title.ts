import { crosswalkTexts } from './crosswalk.ts';
import type { DocumentContext } from './document-context.ts';
import type { SectionId } from '../document/document.ts';
import { sectionTitle } from './section-titles.ts';

/** The title of a part as this report prints it: the second summary in its own language, the reader's order by its name. */
export function printedTitle(context: DocumentContext, id: SectionId): string {
  const { localiser, options, second, t } = context;
  if (id === 'second-summary') return sectionTitle((second ?? context).localiser, 'summary');
  const crosswalk = id === 'by-lens' && options.lens ? options.crosswalks?.get(options.lens) : undefined;
  const words = crosswalk === undefined ? undefined : crosswalkTexts(context, crosswalk);
  if (words === undefined) return sectionTitle(localiser, id);
  return t('report.byLens.title', { lens: localiser.text(words.title) });
}
