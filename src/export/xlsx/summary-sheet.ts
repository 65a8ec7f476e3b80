import { marksAmong } from '../../domain/profile/level-marks.ts';
import { plainText } from '../document/plain-text.ts';
import { markLegend } from '../../words/level-mark-words.ts';
import { markingWords, statusWords } from '../parts/cover.ts';
import { costInCell, totalWords } from '../parts/cost-words.ts';
import type { DocumentContext } from '../parts/document-context.ts';
import { waysOf } from '../parts/gap-words.ts';
import { measureLead, measureTitle } from '../parts/measures.ts';
import { atOrAboveWords, thresholdWords } from '../parts/print-distribution.ts';
import { changeWords, groundsWords, sentencesOf } from '../parts/summary-words.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';

/** "14 of 24 · Median level: 2 Emerging", a line a scale. */
function domainRows(context: DocumentContext): SheetCell[][] {
  const { report, t } = context;
  return report.domains.map(({ id, distributions }) => [
    context.domainTitle(id),
    distributions
      .map((distribution) => {
        const { median, scale } = distribution;
        const words = atOrAboveWords(context, distribution);
        if (median === null) return words;
        return `${words} · ${t('report.profile.median')}${t('report.colon')}${context.levelWords(scale, median)}`;
      })
      .join('\n'),
  ]);
}

function measureRows(context: DocumentContext): SheetCell[][] {
  const { report, t, localiser } = context;
  return report.measures.map((measure, index) => {
    const said = [
      plainText(waysOf(context, measure.indicators)),
      measureLead(context, measure),
      measure.end === null ? null : localiser.date(measure.end),
      costInCell(context, measure.cost) ?? t('report.cost.notCosted'),
    ].filter((part) => part !== null && part !== '');
    const title = t('report.plan.measure', {
      number: context.number(index + 1),
      title: measureTitle(context, measure),
    });
    return [title, said.join(' · ')];
  });
}

/** The sheet that opens first: of what state the workbook is, where things stand and on what ground, what is to be done. */
export function summarySheet(context: DocumentContext, others: readonly string[]): SheetTable {
  const { report, t, localiser } = context;
  const { round, coverage } = report;
  const row = (subject: string, text: string | null): SheetCell[][] => (text === null ? [] : [[subject, text]]);
  const measures = measureRows(context);
  const marks = marksAmong(report.indicators);
  const isWritten = report.measures.some(({ written }) => written);
  return {
    name: t('export.sheet.summary'),
    columns: [
      { title: t('export.column.subject'), width: 52 },
      { title: t('export.column.standing'), width: 96 },
    ],
    rows: [
      [t('export.column.status'), [statusWords(context), markingWords(context) ?? ''].filter(Boolean).join(' · ')],
      ...(round.fictional ? [['', t('report.fictional.notice')]] : []),
      ...row(t('report.about.closingDate'), round.closingDate === null ? null : localiser.date(round.closingDate)),
      ...row(t('export.column.grounds'), groundsWords(context)),
      ...row('', changeWords(context)),
      ...sentencesOf(context).map((sentence) => ['', sentence]),
      ...(coverage.applicable === 0 ? [] : [[t('report.summary.profile'), thresholdWords(context)]]),
      ...domainRows(context),
      ...(measures.length === 0
        ? []
        : [[t(isWritten ? 'report.measures' : 'report.measures.notWritten'), totalWords(context) ?? '']]),
      ...measures,
      ...(measures.length === 0 || marks.length === 0
        ? []
        : [[t('report.howToRead.signs'), markLegend(localiser, marks)]]),
      [t('export.column.sheets'), others.join(' · ')],
    ],
    sticky: 1,
  };
}
