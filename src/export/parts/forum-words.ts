import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';

/** Where a level was agreed, and when; '' where nothing of it is given. */
export function forumWords(
  { localiser }: Pick<DocumentContext, 'localiser'>,
  { forum }: Pick<ReportIndicator, 'forum'>,
): string {
  const parts = [forum?.name ?? '', forum?.date ? localiser.date(forum.date) : ''];
  return localiser.row(parts.filter((part) => part !== ''));
}
