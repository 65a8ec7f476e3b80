import type { ReportIndicator } from '../../report/report.ts';
import type { DocumentContext } from './document-context.ts';

/** The signs beside a level: `*` no document supports it, `°` it stands until the meeting agrees on one. */
export function levelMarks(
  { t }: Pick<DocumentContext, 't'>,
  { level, documented, standing }: Pick<ReportIndicator, 'level' | 'documented' | 'standing'>,
): string {
  if (level === null) return '';
  const undocumented = documented ? '' : t('report.sign.undocumented');
  return standing === 'provisional' ? `${undocumented}${t('report.sign.provisional')}` : undocumented;
}

/** The sign of a level with its marks: `3*°`. */
export function markedSign(context: DocumentContext, indicator: ReportIndicator): string {
  const { scale, level } = indicator;
  return level === null
    ? context.t('report.none')
    : `${context.levelSign(scale, level).symbol}${levelMarks(context, indicator)}`;
}
