import type { NamedFile } from '../../domain/file-name.ts';
import { fileName } from '../../domain/file-name.ts';
import { localDay } from '../../i18n/local-day.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';

/** The name of a file that is made of a report: `at` is when, as instant; `title` where the round has none of its own. */
export function nameFile(
  { t }: Pick<Localiser, 't'>,
  { round, status, edition }: Pick<Report, 'round' | 'status' | 'edition'>,
  file: Pick<NamedFile, 'subject' | 'preset' | 'extension'> & { readonly at: number | string; readonly title?: string },
): string {
  const { at, title = '', ...named } = file;
  const own = [round.country ?? '', round.title ?? ''];
  const assessment = title === '' ? own : [title];
  return fileName((key) => t(key), { ...named, assessment, edition, status, day: localDay(at) });
}
