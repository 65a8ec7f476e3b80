import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import { markingWords, reportTitle, statusWords } from '../parts/cover.ts';
import type { DocumentOptions } from '../parts/document-context.ts';
import { makeContext } from '../parts/document-context.ts';
import { answersSheet } from './answers-sheet.ts';
import { commentsSheet, evidenceSheet, gapsSheet, planSheet } from './follow-up-sheets.ts';
import { methodSheet } from './method-sheet.ts';
import { scoresSheet } from './scores-sheet.ts';
import { splitLongTexts } from './sheet-table.ts';
import { writeSheets } from './write-sheets.ts';

/**
 * The report as an Excel workbook: answers, scores with formulas that recompute them, gaps, plan, evidence, comments with answers where there are any, and method.
 * Words in one language, numbers as they stand in the Report. docs/file-formats.md section 8.
 */
export async function writeReportXlsx(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const context = makeContext(report, framework, localiser, options);
  const comments = commentsSheet(context);
  const follow = [
    gapsSheet(context),
    planSheet(context),
    evidenceSheet(context),
    ...(comments === null ? [] : [comments]),
    methodSheet(context),
  ].map((table) => ({
    ...table,
    rows: splitLongTexts(table.rows),
  }));
  const answers = answersSheet(context);
  const head = [
    report.round.country,
    reportTitle(context),
    report.round.title,
    statusWords(context),
    markingWords(context),
  ];
  return writeSheets([{ ...answers, rows: continueBelow(answers.rows) }, scoresSheet(context), ...follow], {
    rightToLeft: localiser.language.direction === 'rtl',
    head: head.filter((part) => part !== null && part !== '').join(' · '),
  });
}

/** The rows in their places, for the formulas of the scores speak of them; what no cell holds goes on below them all. */
function continueBelow(rows: ReturnType<typeof answersSheet>['rows']) {
  const parts = rows.map((row) => splitLongTexts([row]));
  return [
    ...parts.flatMap(([first]) => (first === undefined ? [] : [first])),
    ...parts.flatMap(([first, ...rest]) => rest.map((row) => [first?.[0] ?? null, ...row.slice(1)])),
  ];
}
