import { marksOf } from '../../domain/profile/level-marks.ts';
import type { ReportIndicator } from '../../report/report.ts';
import { markSigns } from '../../words/level-mark-words.ts';
import type { DocumentContext } from './document-context.ts';

/** The signs beside a level, as `marksOf` finds them: `*°`. */
export const levelMarks = ({ localiser }: DocumentContext, indicator: ReportIndicator): string =>
  markSigns(localiser.language, marksOf(indicator));

/** The sign of a level with its marks: `3*°`. */
export function markedSign(context: DocumentContext, indicator: ReportIndicator): string {
  const { scale, level } = indicator;
  return level === null
    ? context.t('report.none')
    : `${context.levelSign(scale, level).symbol}${levelMarks(context, indicator)}`;
}
