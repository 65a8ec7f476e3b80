import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import { markingWords, reportTitle, statusWords } from '../parts/cover.ts';
import type { DocumentOptions } from '../parts/document-context.ts';
import { makeContext } from '../parts/document-context.ts';
import { answersSheet } from './answers-sheet.ts';
import { costsSheet } from './costs-sheet.ts';
import { commentsSheet, evidenceSheet, gapsSheet, planSheet } from './follow-up-sheets.ts';
import { methodSheet } from './method-sheet.ts';
import { narrativeSheet } from './narrative-sheet.ts';
import { scoresSheet } from './scores-sheet.ts';
import { opinionsSheet } from './opinions-sheet.ts';
import { splitLongTexts } from './sheet-table.ts';
import { summarySheet } from './summary-sheet.ts';
import { writeSheets } from './write-sheets.ts';

/**
 * The report as an Excel workbook: a summary, answers, scores with formulas that recompute them, gaps, plan and what it
 * costs, opinions by institution inside the house, evidence, comments with answers and words around the results where there are any, and method.
 * Words in one language, numbers as they stand in the Report. docs/file-formats.md section 8.
 */
export async function writeReportXlsx(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const context = makeContext(report, framework, localiser, options);
  const answers = answersSheet(context);
  const follow = [
    gapsSheet(context),
    planSheet(context),
    costsSheet(context),
    opinionsSheet(context),
    evidenceSheet(context),
    narrativeSheet(context),
    commentsSheet(context),
    methodSheet(context),
  ].flatMap((table) => (table === null ? [] : [{ ...table, rows: splitLongTexts(table.rows) }]));
  const sheets = [{ ...answers, rows: continueBelow(answers.rows) }, scoresSheet(context), ...follow];
  const summary = summarySheet(
    context,
    sheets.map(({ name }) => name),
  );
  const said = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ');
  const { country, title, lead } = report.round;
  return writeSheets([{ ...summary, rows: splitLongTexts(summary.rows) }, ...sheets], {
    rightToLeft: localiser.language.direction === 'rtl',
    head: said([country, reportTitle(context), title, statusWords(context), markingWords(context)]),
    language: localiser.language.code,
    author: lead ?? country ?? '',
    now: options.now,
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
