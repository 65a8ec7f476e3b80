import type { WorkbookSheet } from '../intake/cells.ts';
import { textOfCell } from '../intake/cells.ts';
import { foldWords } from '../fold-words.ts';
import { ANSWER_WORKBOOK_FORMAT } from './answer-workbook.ts';
import { hasEndorsement } from './read-endorsement.ts';
import { hasHead } from './read-workbook-cells.ts';
import type { WorkbookReading } from './workbook-reading.ts';

/** Rows above the table in which the code of a sheet stands. */
const CODE_ROWS = 5;

/** The lines of a sheet, from 1, that say to which workbook it belongs, with what they say. */
export function codesOf({ rows }: WorkbookSheet): { readonly line: number; readonly code: string }[] {
  return rows.slice(0, CODE_ROWS).flatMap((row, index) => {
    const code = row.map(textOfCell).find((text) => text.startsWith(`${ANSWER_WORKBOOK_FORMAT} | `));
    return code === undefined ? [] : [{ line: index + 1, code }];
  });
}

/** Whether a sheet explains terms, where nobody has anything to fill in. */
function explainsTerms({ rows }: WorkbookSheet, { framework }: WorkbookReading): boolean {
  const terms = Object.values(framework.texts).flatMap(({ glossary = {} }) => Object.values(glossary));
  const names = new Set(terms.map(({ term }) => foldWords(term)));
  return rows.some((row) => row.some((cell) => names.has(foldWords(textOfCell(cell)))));
}

/**
 * Names every sheet of which nothing was read, and on which something stands: one of ours whose head or labels are gone stays
 * open (`intake.headMissing`), one that somebody added is said to be left out.
 */
export function nameUnreadSheets(sheets: readonly WorkbookSheet[], reading: WorkbookReading): void {
  const { key, open } = reading;
  const named = new Set([...open.list.map(({ problem }) => problem), ...open.advice].map(({ file }) => file));
  for (const sheet of sheets) {
    const { name } = sheet;
    if (named.has(name) || name === key.sheet || hasHead(sheet, key) || hasEndorsement(sheet, reading)) continue;
    const [code] = codesOf(sheet);
    if (code === undefined) open.adviseSheet(sheet);
    // Who comments has nothing to fill in on the first sheet.
    else if (key.origin.mode === 'answer' && !explainsTerms(sheet, reading))
      open.leave({ sheet: name, line: code.line, column: 'sheet' }, 'intake.headMissing', {});
  }
}
