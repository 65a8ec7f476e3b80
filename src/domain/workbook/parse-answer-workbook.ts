import type { Answer } from '../assessment/answer.ts';
import type { Endorsement } from '../assessment/register-values.ts';
import { confidenceSchema, endorsementSchema, evidenceSchema } from '../assessment/register-values.ts';
import { levelFromRequirements, requirementsHeldAt } from '../assessment/requirements.ts';
import type { Framework, Indicator } from '../framework/framework.ts';
import { entryIdSchema } from '../journal/entry-schema.ts';
import { MAXIMUM_ANSWER_ROWS, MAXIMUM_CELL_LENGTH } from '../limits.ts';
import type { WorkbookSheet } from '../plan/plan-sheet.ts';
import { foldWords, textOfCell } from '../plan/plan-sheet.ts';
import type { Problem, Result } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Said, WorkbookContent, WorkbookEvidence, WorkbookRow } from './answer-workbook.ts';
import {
  ANSWER_WORKBOOK_FORMAT,
  ANSWER_WORKBOOK_VERSION,
  codeOfWorkbook,
  ENDORSEMENT_FIELDS,
  EVIDENCE_COLUMNS,
} from './answer-workbook.ts';
import { rowId } from './make-answer-workbook.ts';
import type { Table, TableRow } from './read-workbook-cells.ts';
import { answerNameOf, dateOfCell, findTable, levelOfName, WorkbookProblems } from './read-workbook-cells.ts';
import { hashOfValue, ratingRegister, ticksOf } from './workbook-values.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { findWorkbookKey, idsByWord } from './workbook-key.ts';

const ACCESS = evidenceSchema.shape.access.def.innerType.options;
const STATES = endorsementSchema.shape.state.options;
/** Rows above the table in which the code of a sheet stands. */
const CODE_ROWS = 5;

/** A workbook as read: what it says, whatever was wrong with it. */
export interface ParsedWorkbook {
  readonly key: WorkbookKey;
  readonly content: WorkbookContent;
}

interface Reading {
  readonly framework: Framework;
  readonly key: WorkbookKey;
  readonly problems: WorkbookProblems;
}

function indicatorOf(code: string, row: TableRow, sheet: string, { framework, problems }: Reading): Indicator | null {
  const found = framework.indicators.find(({ id }) => id.toLowerCase() === code.toLowerCase());
  if (found === undefined) problems.tell(sheet, row.line, 'workbook.unknownIndicator', { indicator: code });
  return found ?? null;
}

function textAt(row: TableRow, column: string, sheet: string, { problems }: Reading): string {
  const text = row.text(column);
  if (text.length > MAXIMUM_CELL_LENGTH) {
    problems.tell(sheet, row.line, 'workbook.tooLong', { maximum: MAXIMUM_CELL_LENGTH });
  }
  return text;
}

/**
 * One of a list of words, as one of `ids`; null for an empty cell and, with a problem, for another word, or where the key
 * says of it what there is not.
 */
function choiceAt<Id extends string>(
  row: TableRow,
  column: string,
  prefix: string,
  ids: readonly Id[],
  sheet: string,
  { key, problems }: Reading,
): Id | null {
  const text = row.text(column);
  if (text === '') return null;
  const word = foldWords(text);
  const named = idsByWord(key.words, prefix).get(word) ?? word;
  const id = ids.find((one) => one === named);
  if (id !== undefined) return id;
  if (named !== word) {
    problems.tell(sheet, row.line, 'workbook.keyWord', { value: text, name: `${prefix}${named}` });
    return null;
  }
  const allowed = key.words.filter(([name]) => name.startsWith(prefix)).map(([, one]) => one);
  problems.tell(sheet, row.line, 'workbook.unknownWord', { value: text, allowed: allowed.join(' / ') });
  return null;
}

function saidAt(row: TableRow, indicator: Indicator, sheet: string, reading: Reading): Said | null {
  const { framework, key, problems } = reading;
  const text = row.text('answer');
  const reason = textAt(row, 'reason', sheet, reading);
  if (text === '') {
    if (reason !== '') problems.advise(sheet, row.line, 'workbook.reasonWithoutAnswer');
    return null;
  }
  const name = answerNameOf(text, framework, indicator, key);
  const words = key.words.filter(([one]) => one.startsWith(`answer.${indicator.scale}.`));
  const allowed = new Set(words.map(([, word]) => word));
  const refuse = () => {
    problems.tell(sheet, row.line, 'workbook.unknownWord', { value: text, allowed: [...allowed].join(' / ') });
    return null;
  };
  const answer = (value: Answer): Said => ({ kind: 'answer', answer: value });
  const level = levelOfName(name, framework, indicator);
  if (level !== null) return answer({ state: 'level', level });
  switch (name) {
    case 'unknown':
      return answer({ state: 'unknown' });
    case 'not-applicable':
      if ((indicator.method?.notApplicable ?? framework.structure.method.notApplicable) === 'forbid') return refuse();
      if (reason === '') problems.advise(sheet, row.line, 'workbook.reasonMissing', { indicator: indicator.id });
      return answer({ state: 'not-applicable', reason });
    case 'not-ours':
      return { kind: 'not-ours', suggests: reason };
    case 'no-view':
      return { kind: 'no-view' };
    case null:
      return refuse();
    default:
      problems.tell(sheet, row.line, 'workbook.keyWord', { value: text, name: `answer.${indicator.scale}.${name}` });
      return null;
  }
}

function readAnswers({ sheet, rows }: Table, reading: Reading): ReadonlyMap<string, WorkbookRow> {
  const { problems } = reading;
  const read = new Map<string, WorkbookRow>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const code = row.text('code');
    const isEmpty = ['answer', 'reason', 'confidence', 'comment'].every((column) => row.text(column) === '');
    if (code === '') {
      if (!isEmpty) problems.tell(sheet, row.line, 'workbook.codeMissing');
      continue;
    }
    const indicator = indicatorOf(code, row, sheet, reading);
    if (indicator === null) continue;
    const first = lines.get(indicator.id);
    if (first !== undefined) {
      problems.tell(sheet, row.line, 'workbook.twice', { indicator: indicator.id, first });
      continue;
    }
    lines.set(indicator.id, row.line);
    const confidence = choiceAt(row, 'confidence', 'confidence.', confidenceSchema.options, sheet, reading);
    const comment = textAt(row, 'comment', sheet, reading);
    read.set(indicator.id, { said: saidAt(row, indicator, sheet, reading), confidence, comment });
  }
  return read;
}

/** Whether ticks speak for themselves: where an answer stood, an empty cell takes it back, whatever is still ticked. */
function areNewTicks(indicator: string, ticks: ReadonlySet<string>, { origin, base }: WorkbookKey): boolean {
  const hashAt = (part: 'answer' | 'requirements') =>
    base.get(ratingRegister(origin.institution, indicator, part))?.hash;
  return (hashAt('answer') ?? '') === '' && hashAt('requirements') !== hashOfValue([...ticks].sort());
}

function readRequirements({ sheet, rows }: Table, answers: ReadonlyMap<string, WorkbookRow>, reading: Reading) {
  const { framework, key, problems } = reading;
  const requirements = new Map<string, boolean>();
  const requirementsOf = new Set<string>();
  const withoutAnswer = new Map<string, number>();
  for (const row of rows) {
    const address = row.text('code');
    const met = choiceAt(row, 'met', 'met.', ['yes', 'no'], sheet, reading);
    if (address === '') {
      if (met !== null) problems.tell(sheet, row.line, 'workbook.codeMissing');
      continue;
    }
    const [code = '', level = '', letter = ''] = address.split('/');
    const indicator = indicatorOf(code, row, sheet, reading);
    if (indicator === null) continue;
    const known = requirementsHeldAt(framework, indicator, level).includes(`${indicator.id}/${level}/${letter}`);
    if (!known) {
      problems.tell(sheet, row.line, 'workbook.unknownRequirement', { address });
      continue;
    }
    requirementsOf.add(indicator.id);
    if (met === null) continue;
    requirements.set(address, met === 'yes');
    const said = answers.get(indicator.id)?.said ?? null;
    if (said === null && met === 'yes') withoutAnswer.set(indicator.id, withoutAnswer.get(indicator.id) ?? row.line);
    const answer = said?.kind === 'answer' ? said.answer : null;
    const isNeeded =
      answer?.state === 'level' && requirementsHeldAt(framework, indicator, answer.level).includes(address);
    if (met === 'no' && isNeeded) problems.advise(sheet, row.line, 'workbook.requirementNotMet', { address });
  }
  const levelFromTicks = new Set<string>();
  for (const [id, line] of withoutAnswer) {
    const indicator = framework.indicatorById.get(id);
    const ticks = ticksOf({ requirements }, id);
    if (indicator === undefined || !areNewTicks(id, ticks, key)) continue;
    levelFromTicks.add(id);
    const { level } = levelFromRequirements(framework, indicator, ticks);
    const word = key.words.find(([name]) => name === `answer.${indicator.scale}.level:${level}`)?.[1] ?? level;
    problems.advise(sheet, line, 'workbook.levelFromRequirements', { indicator: id, level: word });
  }
  return { requirements, requirementsOf, levelFromTicks };
}

function evidenceAt(row: TableRow, sheet: string, reading: Reading): Omit<WorkbookEvidence, 'id'> | null {
  const { problems } = reading;
  const text = (column: string) => textAt(row, column, sheet, reading);
  const codes = [
    ...new Set(
      text('indicators')
        .split(/[;,\s]+/)
        .filter((code) => code !== ''),
    ),
  ];
  const cell = row.cell('date');
  // A year or "n. d." is a date of a document too, so that text stands as it is.
  const date = typeof cell === 'number' ? (dateOfCell(cell) ?? String(cell)) : text('date');
  const fields = {
    title: text('title'),
    kind: text('kind'),
    holder: text('holder'),
    date,
    reference: text('reference'),
  };
  const access = choiceAt(row, 'access', 'access.', ACCESS, sheet, reading);
  const indicators = codes.flatMap((code) => indicatorOf(code, row, sheet, reading)?.id ?? []);
  const isEmpty = codes.length === 0 && Object.values(fields).every((one) => one === '');
  if (!isEmpty && fields.title === '') problems.tell(sheet, row.line, 'workbook.titleMissing');
  if (!isEmpty && codes.length === 0) problems.advise(sheet, row.line, 'workbook.evidenceUnlinked');
  return { indicators, fields, access };
}

function readEvidence({ sheet, rows }: Table, reading: Reading): WorkbookEvidence[] {
  const { origin, base } = reading.key;
  const taken = new Set<string>();
  return rows.flatMap((row): WorkbookEvidence[] => {
    if (EVIDENCE_COLUMNS.every((column) => row.text(column) === '')) return [];
    const piece = evidenceAt(row, sheet, reading);
    if (piece === null) return [];
    const given = row.text('id');
    // A copied row brings the id of the one it was copied from: it is another document.
    const own = given !== '' && !taken.has(given) && /^[\w.-]{1,64}$/.test(given);
    const id = own ? given : rowId(origin, JSON.stringify(piece.fields));
    taken.add(id);
    const isFilled = Object.values(piece.fields).some((text) => text !== '');
    const access = piece.access ?? (isFilled && !base.has(`evidence/${id}`) ? 'internal' : null);
    return [{ id, ...piece, access }];
  });
}

/** The lines of the first sheet on who stands behind the answers: label in one cell, what was entered in the next. */
function readEndorsement(sheets: readonly WorkbookSheet[], reading: Reading): Endorsement | null | undefined {
  const { key, problems } = reading;
  const fields = idsByWord(key.words, 'endorsement.');
  for (const { name, rows } of sheets) {
    const found = new Map<string, { line: number; cells: TableRow }>();
    rows.forEach((row, index) => {
      if (row.length === 0) return;
      const field = fields.get(foldWords(textOfCell(row[0])));
      if (field === undefined || found.has(field)) return;
      const cell = () => row[1] ?? null;
      const cells: TableRow = { line: index + 1, has: () => true, cell, text: () => textOfCell(row[1]) };
      found.set(field, { line: index + 1, cells });
    });
    if (!ENDORSEMENT_FIELDS.every((field) => found.has(field))) continue;
    const at = (field: string) => found.get(field)?.cells;
    const lineOf = (field: string) => found.get(field)?.line ?? 1;
    const state = at('state');
    if (state === undefined || ENDORSEMENT_FIELDS.every((field) => at(field)?.text('') === '')) return null;
    const chosen = choiceAt(state, '', 'state.', STATES, name, reading);
    const person = at('name')?.text('') ?? '';
    const role = at('function')?.text('') ?? '';
    const date = dateOfCell(at('date')?.cell('') ?? null);
    if (date === null) {
      problems.tell(name, lineOf('date'), 'workbook.badDate', { value: at('date')?.text('') ?? '' });
      return null;
    }
    if (chosen === null || role === '' || date === '') {
      problems.tell(name, lineOf('state'), 'workbook.endorsementIncomplete');
      return null;
    }
    return { state: chosen, function: role, date, ...(person === '' ? {} : { name: person }) };
  }
  return undefined;
}

/** A sheet that says that it belongs to another workbook: somebody put two together. */
function checkCodes(sheets: readonly WorkbookSheet[], key: WorkbookKey, problems: WorkbookProblems): void {
  const code = codeOfWorkbook(key.origin);
  for (const { name, rows } of sheets) {
    rows.slice(0, CODE_ROWS).forEach((row, index) => {
      const found = row.map(textOfCell).find((text) => text.startsWith(`${ANSWER_WORKBOOK_FORMAT} | `));
      if (found !== undefined && found !== code) problems.tell(name, index + 1, 'workbook.otherSheet', { code: found });
    });
  }
}

function refuse(...problems: Problem[]): Result<never> {
  return { ok: false, problems };
}

/**
 * What a workbook says that was filled in elsewhere, whole or not at all, with every problem at once, each with its sheet
 * and row. Words are those of the workbook's own key, levels also by digit and by their names in any language of the
 * framework; columns may stand in another order, and rows and sheets that were taken out change nothing. Codes:
 * `workbook.noKey`, `workbook.newerFormat`, `workbook.damagedKey`, `workbook.noAnswers`, `workbook.tooManyRows`,
 * `workbook.keyWord` (value, name), `workbook.otherSheet`, `workbook.codeMissing`, `workbook.unknownIndicator`, `workbook.twice`, `workbook.unknownWord`
 * (value, allowed), `workbook.unknownRequirement`, `workbook.titleMissing`, `workbook.badDate`, `workbook.tooLong`,
 * `workbook.endorsementIncomplete`; advice `workbook.reasonMissing`, `workbook.reasonWithoutAnswer`,
 * `workbook.requirementNotMet`, `workbook.levelFromRequirements`, `workbook.evidenceUnlinked`. docs/file-formats.md section 11.
 */
export function parseAnswerWorkbook(sheets: readonly WorkbookSheet[], framework: Framework): Result<ParsedWorkbook> {
  const key = findWorkbookKey(sheets);
  if (key === null) return refuse(problem('workbook.noKey', '', []));
  if (key.formatVersion > ANSWER_WORKBOOK_VERSION) {
    return refuse(problem('workbook.newerFormat', '', [], { supported: ANSWER_WORKBOOK_VERSION }));
  }
  const { origin } = key;
  if (!entryIdSchema.safeParse(origin.mark).success || !/^[^\s]{1,64}$/.test(origin.institution))
    return refuse(problem('workbook.damagedKey', key.sheet, []));
  const damaged = key.damagedLines.map((line) => ({ ...problem('workbook.damagedKey', key.sheet, []), line }));
  if (damaged.length > 0) return refuse(...damaged);
  const problems = new WorkbookProblems();
  const reading: Reading = { framework, key, problems };
  checkCodes(sheets, key, problems);
  const isComment = origin.mode === 'comment';
  const answers = findTable(sheets, key, 'answers', isComment ? ['code', 'comment'] : ['code', 'answer']);
  if (answers === null) problems.missing('workbook.noAnswers');
  const requirements = findTable(sheets, key, 'requirements', ['code', 'met']);
  const evidence = findTable(sheets, key, 'evidence', ['indicators', 'title']);
  for (const table of [answers, requirements, evidence]) {
    if (table !== null && table.rows.length > MAXIMUM_ANSWER_ROWS) {
      return refuse({
        ...problem('workbook.tooManyRows', table.sheet, [], { maximum: MAXIMUM_ANSWER_ROWS }),
        line: MAXIMUM_ANSWER_ROWS,
      });
    }
  }
  const rows = answers === null ? new Map<string, WorkbookRow>() : readAnswers(answers, reading);
  const met =
    requirements === null
      ? {
          requirements: new Map<string, boolean>(),
          requirementsOf: new Set<string>(),
          levelFromTicks: new Set<string>(),
        }
      : readRequirements(requirements, rows, reading);
  const pieces = evidence === null ? [] : readEvidence(evidence, reading);
  const endorsement = isComment ? undefined : readEndorsement(sheets, reading);
  const content: WorkbookContent = { rows, ...met, evidence: pieces, endorsement };
  const errors = problems.found.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return refuse(...errors);
  return { ok: true, value: { key, content }, advice: problems.found };
}
