import { crosswalkTexts } from './crosswalk.ts';
import type { DocumentContext } from './document-context.ts';
import type { SectionId } from '../document/document.ts';
import { isOnePage } from '../document/one-page.ts';
import { sectionTitle } from './section-titles.ts';

/** What the page that stands alone is called: what it brings, and whether somebody is to decide on it. */
function onePageTitle({ report, t }: DocumentContext): string {
  const { measures, decision, status } = report;
  if (measures.length === 0) return t('report.onePage.standing');
  const kind = measures.some(({ written }) => written) ? 'measures' : 'priorities';
  const decides = decision !== null && status !== 'validated' ? 'yes' : 'no';
  return t('report.onePage.title', { count: measures.length, kind, decides });
}

/** The title of a part as this report prints it: the second summary in its own language, the reader's order by its name. */
export function printedTitle(context: DocumentContext, id: SectionId): string {
  const { localiser, options, second, t } = context;
  if (id === 'summary' && isOnePage(options.sections)) return onePageTitle(context);
  if (id === 'second-summary') return sectionTitle((second ?? context).localiser, 'summary');
  if (id === 'gaps' && options.sections.has('priorities')) return t('report.section.gapsAndPriorities');
  const crosswalk = id === 'by-lens' && options.lens ? options.crosswalks?.get(options.lens) : undefined;
  const words = crosswalk === undefined ? undefined : crosswalkTexts(context, crosswalk);
  if (words === undefined) return sectionTitle(localiser, id);
  return t('report.byLens.title', { lens: localiser.text(words.title) });
}
