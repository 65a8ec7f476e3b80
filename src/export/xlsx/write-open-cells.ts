import type { OpenCell } from '../../domain/intake/open-cells.ts';
import { wordProblem } from '../../i18n/describe-problem.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { SheetCell, SheetTable } from './sheet-table.ts';
import { splitLongTexts } from './sheet-table.ts';
import { writeSheets } from './write-sheets.ts';

/** The parameters of problems that repeat what stood in a cell, what comes first first. */
const FOUND = ['value', 'shown', 'written', 'answer', 'target', 'address', 'institution', 'indicator'] as const;

/** `none` is how a problem says that nothing was shown. */
function foundIn({ params }: OpenCell['problem']): string {
  const found = FOUND.map((name) => params[name]).find((value) => value !== undefined && value !== 'none');
  return found === undefined ? '' : String(found);
}

/**
 * What could not be read of a form (`source`: name of its file), as a workbook to send back: sheet, row, what stood there, what would be right and what there
 * is to choose from, in the language of the localiser.
 */
export function writeOpenCells(open: readonly OpenCell[], source: string, localiser: Localiser): Promise<Uint8Array> {
  const { t, language } = localiser;
  const rows = open.map(({ problem, options }): SheetCell[] => [
    problem.file === '' ? null : problem.file,
    problem.line ?? null,
    foundIn(problem),
    wordProblem(localiser, problem),
    options.filter((option) => option !== '').join('\n'),
  ]);
  const table: SheetTable = {
    name: t('intake.list'),
    columns: [
      { title: t('intake.column.sheet'), width: 18 },
      { title: t('intake.column.row'), width: 8 },
      { title: t('intake.column.found'), width: 34 },
      { title: t('intake.column.right'), width: 70 },
      { title: t('intake.column.choices'), width: 34 },
    ],
    rows: splitLongTexts(rows),
    sticky: 0,
  };
  return writeSheets([table], {
    language: language.code,
    rightToLeft: language.direction === 'rtl',
    head: `${t('intake.list')} · ${source}`,
  });
}
