import type { Framework } from '../framework/framework.ts';
import type { OpenCell, Settlements } from '../intake/open-cells.ts';
import { NOTHING_SETTLED, OpenCells } from '../intake/open-cells.ts';
import { entryIdSchema } from '../journal/entry-schema.ts';
import { MAXIMUM_ANSWER_ROWS } from '../limits.ts';
import type { WorkbookSheet } from '../intake/cells.ts';
import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { WorkbookContent, WorkbookRow } from './answer-workbook.ts';
import { ANSWER_WORKBOOK_VERSION, codeOfWorkbook } from './answer-workbook.ts';
import { readAnswerRows } from './read-answer-rows.ts';
import { readEndorsement } from './read-endorsement.ts';
import { readEvidenceRows } from './read-evidence-rows.ts';
import { NO_REQUIREMENTS, readRequirementRows } from './read-requirement-rows.ts';
import { findTable } from './read-workbook-cells.ts';
import { codesOf, nameUnreadSheets } from './unread-sheets.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { findWorkbookKey } from './workbook-key.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { registersOfIndicator } from './workbook-values.ts';

/** A workbook as read: what it says, whatever was wrong with it. */
export interface ParsedWorkbook {
  readonly key: WorkbookKey;
  readonly content: WorkbookContent;
  /** What could not be read of it. */
  readonly open: readonly OpenCell[];
  /** Registers of which it does not say what it says. */
  readonly unread: ReadonlySet<string>;
}

/** A sheet that says that it belongs to another workbook: somebody put two together. */
function checkCodes(sheets: readonly WorkbookSheet[], key: WorkbookKey): Problem[] {
  const code = codeOfWorkbook(key.origin);
  return sheets.flatMap((sheet) =>
    codesOf(sheet)
      .filter((found) => found.code !== code)
      .map((found) => ({ ...problem('workbook.otherSheet', sheet.name, [], { code: found.code }), line: found.line })),
  );
}

/** What leaves a row of which nobody knows what it is about. */
const WITHOUT_CODE = ['workbook.codeMissing', 'workbook.unknownIndicator', 'intake.sheetTwice'];

function refuse(...problems: Problem[]): Result<never> {
  return { ok: false, problems };
}

/** The key of a workbook that can be placed: codes see `parseAnswerWorkbook`. */
function readKey(sheets: readonly WorkbookSheet[]): Result<WorkbookKey> {
  const key = findWorkbookKey(sheets);
  if (key === null) return refuse(problem('workbook.noKey', '', []));
  if (key.formatVersion > ANSWER_WORKBOOK_VERSION) {
    return refuse(problem('workbook.newerFormat', '', [], { supported: ANSWER_WORKBOOK_VERSION }));
  }
  const { origin } = key;
  const isWhole = origin.assessment !== '' && entryIdSchema.safeParse(origin.mark).success;
  if (!isWhole || !/^[^\s]{1,64}$/.test(origin.institution))
    return refuse(problem('workbook.damagedKey', key.sheet, []));
  const damaged = key.damagedLines.map((line) => ({ ...problem('workbook.damagedKey', key.sheet, []), line }));
  const problems = [...damaged, ...checkCodes(sheets, key)];
  return problems.length > 0 ? refuse(...problems) : { ok: true, value: key, advice: [] };
}

/**
 * With a row that says nothing for each indicator whose row of answers is not there and of which requirements are
 * listed: they count as they are, and decide the level where they are new.
 */
function withTickedAlone(
  rows: ReadonlyMap<string, WorkbookRow>,
  { requirementsOf, levelFromTicks }: Pick<WorkbookContent, 'requirementsOf' | 'levelFromTicks'>,
  { key, unread }: WorkbookReading,
): ReadonlyMap<string, WorkbookRow> {
  const alone = [...requirementsOf].filter((id) => !rows.has(id));
  for (const id of alone) {
    const { answer, requirements, underWay, confidence, comment } = registersOfIndicator(key.origin, id);
    const hasAnswer = answer.some((one) => (key.base.get(one)?.hash ?? '') !== '');
    [confidence, comment].forEach((one) => unread.add(one));
    if (!levelFromTicks.has(id)) answer.forEach((one) => unread.add(one));
    // What stays is the answer with what goes with it.
    if (hasAnswer) [requirements, underWay].forEach((one) => unread.add(one));
  }
  return new Map([...rows, ...alone.map((id) => [id, { said: null, confidence: null, comment: '' }] as const)]);
}

/**
 * What a workbook says that was filled in elsewhere: everything that can be read, and a list of what cannot, each with
 * its sheet and row, what stood there and what would be right. `settled` is what a person entered in its place. Words
 * are those of the workbook's own key, levels also by number and name, and the usual spellings of every language of the
 * app; columns may stand in another order, and rows and sheets that were taken out change nothing. Refused as a whole:
 * `workbook.noKey`, `workbook.newerFormat`, `workbook.damagedKey`, `workbook.noAnswers`, `workbook.tooManyRows`,
 * `workbook.otherSheet`. Left open: `intake.*`, `workbook.keyWord` (value, name), `workbook.codeMissing`,
 * `workbook.unknownIndicator`, `workbook.twice`, `workbook.unknownWord` (value, allowed),
 * `workbook.unknownRequirement`, `workbook.titleMissing`, `workbook.endorsementIncomplete`, `workbook.endorsementLabel`
 * (label). Advice: `workbook.reasonMissing`, `workbook.reasonWithoutAnswer`, `workbook.requirementNotMet`,
 * `workbook.levelFromRequirements`, `workbook.requirementRowsMissing`, `workbook.answerRowMissing`,
 * `workbook.ticksLeft`, `workbook.levelWaits`, `workbook.evidenceUnlinked`. docs/file-formats.md section 11.
 */
export function parseAnswerWorkbook(
  sheets: readonly WorkbookSheet[],
  framework: Framework,
  settled: Settlements = NOTHING_SETTLED,
): Result<ParsedWorkbook> {
  const read = readKey(sheets);
  if (!read.ok) return read;
  const key = read.value;
  const open = new OpenCells(settled, sheets);
  const reading: WorkbookReading = { framework, key, open, unread: new Set() };
  const isComment = key.origin.mode === 'comment';
  const answers = findTable(sheets, key, 'answers', open);
  if (answers === null) return refuse(problem('workbook.noAnswers', '', []));
  const requirements = findTable(sheets, key, 'requirements', open);
  const evidence = findTable(sheets, key, 'evidence', open);
  const tooLong = [answers, requirements, evidence].find((table) => (table?.rows.length ?? 0) > MAXIMUM_ANSWER_ROWS);
  if (tooLong !== undefined && tooLong !== null) {
    const found = problem('workbook.tooManyRows', tooLong.sheet, [], { maximum: MAXIMUM_ANSWER_ROWS });
    return refuse({ ...found, line: MAXIMUM_ANSWER_ROWS });
  }
  const rows: ReadonlyMap<string, WorkbookRow> = readAnswerRows(answers, reading);
  // Where nobody can tell which answers are empty, or not there, ticks decide none.
  const isCodeOpen = open.list.some(({ problem: { code } }) => WITHOUT_CODE.includes(code));
  for (const { id } of answers.left.has('code') || isCodeOpen ? framework.indicators : []) {
    if (!rows.has(id)) registersOfIndicator(key.origin, id).answer.forEach((one) => reading.unread.add(one));
  }
  const met = requirements === null ? NO_REQUIREMENTS : readRequirementRows(requirements, rows, reading);
  const all = isComment ? rows : withTickedAlone(rows, met, reading);
  const pieces = evidence === null ? [] : readEvidenceRows(evidence, reading);
  const endorsement = isComment ? undefined : readEndorsement(sheets, reading);
  nameUnreadSheets(sheets, reading);
  open.adviseNotes(sheets);
  open.adviseRules(sheets);
  const content: WorkbookContent = { rows: all, ...met, evidence: pieces, endorsement };
  const { list, advice } = open;
  return { ok: true, value: { key, content, open: list, unread: reading.unread }, advice };
}
