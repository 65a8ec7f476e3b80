import { levelFromRequirements, requirementsHeldAt } from '../assessment/requirements.ts';
import { indicatorOfCode } from '../intake/spelled-code.ts';
import { spelledRequirementState } from '../intake/spellings.ts';
import { valueOfAnswer } from '../registers/rating.ts';
import type { RequirementState, WorkbookContent, WorkbookRow } from './answer-workbook.ts';
import { REQUIREMENT_STATES } from './answer-workbook.ts';
import { requirementsOfIndicator } from './make-answer-workbook.ts';
import type { Table, TableRow } from './read-workbook-cells.ts';
import type { WorkbookKey } from './workbook-key.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { adviseRemark, choiceAt, indicatorAt, isEmptyRow, isOnThisVersion, textAt } from './workbook-reading.ts';
import { isOlderVersion } from '../rounds/fits-newer.ts';
import {
  hashOfValue,
  orNull,
  ratingRegister,
  registersOfIndicator,
  requirementsSaid,
  ticksOf,
} from './workbook-values.ts';

type Requirements = Pick<WorkbookContent, 'requirements' | 'saysUnderWay' | 'requirementsOf' | 'levelFromTicks'>;

/** Of a workbook whose sheet of requirements was taken out. */
export const NO_REQUIREMENTS: Requirements = {
  requirements: new Map(),
  saysUnderWay: false,
  requirementsOf: new Set(),
  levelFromTicks: new Set(),
};

/** Whether ticks speak for themselves: where an answer stood, an empty cell takes it back, whatever is still ticked. */
function areNewTicks(indicator: string, ticks: ReadonlySet<string>, { origin, base }: WorkbookKey): boolean {
  const hashAt = (part: 'answer' | 'requirements') =>
    base.get(ratingRegister(origin.institution, indicator, part))?.hash;
  return (hashAt('answer') ?? '') === '' && hashAt('requirements') !== hashOfValue([...ticks].sort());
}

/** Whose requirement a row is about; null where nobody can tell. */
function requirementAt(row: TableRow, reading: WorkbookReading): { address: string; indicator: string } | null {
  const { framework, open } = reading;
  const written = textAt(row, 'code', reading);
  if (written === undefined) return null;
  if (written === '') {
    if (!isEmptyRow(row, ['met'])) open.leave(row.place('code'), 'workbook.codeMissing', {}, { entry: 'text' });
    else adviseRemark(row, row.shown, reading);
    return null;
  }
  // A row that says nothing needs no place: workbooks made with an older version of the framework may list more.
  const isEmpty = isEmptyRow(row, ['met']);
  const [code = '', level = '', letter = ''] = written.split('/').map((part) => part.trim());
  const isOfNone = isEmpty && indicatorOfCode(code, framework) === undefined;
  const indicator = isOfNone ? null : indicatorAt(code, row, 'code', reading);
  if (indicator === null) {
    if (isOfNone && isOnThisVersion(reading)) adviseRemark(row, row.shown, reading);
    return null;
  }
  const address = `${indicator.id}/${level}/${letter}`;
  const known = requirementsHeldAt(framework, indicator, level).find(
    (one) => one.toLowerCase() === address.toLowerCase(),
  );
  if (known === undefined && !isEmpty)
    open.leave(row.place('code'), 'workbook.unknownRequirement', { address: written }, { entry: 'text' });
  return known === undefined ? null : { address: known, indicator: indicator.id };
}

/** Indicators of which requirements were ticked and no level was chosen: said once, with the level that they amount to. */
function findLevelFromTicks(
  requirements: Requirements['requirements'],
  withoutAnswer: ReadonlyMap<string, TableRow>,
  { framework, key, open }: WorkbookReading,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [id, row] of withoutAnswer) {
    const indicator = framework.indicatorById.get(id);
    const ticks = ticksOf({ requirements }, id);
    if (indicator === undefined || !areNewTicks(id, ticks, key)) continue;
    found.add(id);
    const { level } = levelFromRequirements(framework, indicator, ticks);
    const word = key.words.find(([name]) => name === `answer.${indicator.scale}.level:${level}`)?.[1] ?? level;
    open.advise(row.place('met'), 'workbook.levelFromRequirements', { indicator: id, level: word });
  }
  return found;
}

/**
 * Where rows of an indicator were taken out that said something, nobody can tell what is taken back and what is not there:
 * what stands stays, and that is said.
 */
function leaveWithoutRows(
  content: Pick<Requirements, 'requirements'>,
  rowsOf: ReadonlyMap<string, ReadonlyMap<string, TableRow>>,
  { framework, key, open, unread }: WorkbookReading,
): void {
  if (isOlderVersion(key.origin.framework.version, framework)) return;
  for (const [id, rows] of rowsOf) {
    const indicator = framework.indicatorById.get(id);
    const [first] = rows.values();
    if (indicator === undefined || first === undefined) continue;
    if (requirementsOfIndicator(framework, indicator).every((address) => rows.has(address))) continue;
    const registers = registersOfIndicator(key.origin, id);
    const said = { yes: registers.requirements, 'under-way': registers.underWay } as const;
    const changed = (['yes', 'under-way'] as const).filter((one) => {
      const before = key.base.get(said[one])?.hash ?? '';
      return before !== '' && before !== hashOfValue(orNull(requirementsSaid(content, id, one)));
    });
    changed.forEach((one) => unread.add(said[one]));
    if (changed.length > 0) open.advise(first.place('met'), 'workbook.requirementRowsMissing', { indicator: id });
  }
}

/** Whose row of answers was taken out after an answer was given: what was changed in its requirements waits, which is said. */
function adviseWithoutAnswerRow(
  content: Pick<Requirements, 'requirements'>,
  rowsOf: ReadonlyMap<string, ReadonlyMap<string, TableRow>>,
  answers: ReadonlyMap<string, WorkbookRow>,
  { key, open, unread }: WorkbookReading,
): void {
  for (const [id, rows] of rowsOf) {
    const { answer, requirements, underWay } = registersOfIndicator(key.origin, id);
    const hashAt = (register: string) => key.base.get(register)?.hash ?? '';
    const isOther = (register: string, wanted: RequirementState) =>
      !unread.has(register) && hashAt(register) !== hashOfValue(orNull(requirementsSaid(content, id, wanted)));
    const hadAnswer = answer.some((one) => hashAt(one) !== '');
    if (answers.has(id) || !hadAnswer || !(isOther(requirements, 'yes') || isOther(underWay, 'under-way'))) continue;
    const changed = [...rows].find(([address]) => content.requirements.get(address) !== 'yes') ?? [...rows][0];
    if (changed !== undefined) open.advise(changed[1].place('met'), 'workbook.answerRowMissing', { indicator: id });
  }
}

/**
 * The requirements whose mark was emptied though the level that was chosen before, and still is, needs them: a workbook
 * shows those of its level as met.
 */
function emptiedThoughNeeded(
  content: Pick<Requirements, 'requirements'>,
  id: string,
  rows: ReadonlyMap<string, TableRow>,
  said: WorkbookRow['said'],
  { framework, key }: WorkbookReading,
): string[] {
  const indicator = framework.indicatorById.get(id);
  if (indicator === undefined || said?.kind !== 'answer' || said.answer.state !== 'level') return [];
  const isAsBefore =
    key.base.get(ratingRegister(key.origin.institution, id, 'answer'))?.hash ===
    hashOfValue(valueOfAnswer(said.answer));
  if (!isAsBefore) return [];
  const held = requirementsHeldAt(framework, indicator, said.answer.level);
  return held.filter((address) => rows.has(address) && !content.requirements.has(address));
}

const MOST_UNREADABLE = 6;

/**
 * Where one tick of an indicator cannot be read and there were some before, nobody can tell what became of them all: what
 * stands stays, and that is said where others were changed.
 */
function adviseTicksLeft(
  content: Pick<Requirements, 'requirements'>,
  unreadable: ReadonlyMap<string, TableRow>,
  { key, open }: WorkbookReading,
): void {
  const byIndicator = new Map<string, string[]>();
  for (const address of unreadable.keys()) {
    const [id = ''] = address.split('/');
    byIndicator.set(id, [...(byIndicator.get(id) ?? []), address]);
  }
  for (const [id, addresses] of byIndicator) {
    const registers = registersOfIndicator(key.origin, id);
    const isOther = (register: string, wanted: RequirementState) => {
      const before = key.base.get(register)?.hash ?? '';
      // Whatever stands in the cells that cannot be read: with as many as anybody spoils.
      const could = addresses
        .slice(0, MOST_UNREADABLE)
        .reduce<string[][]>(
          (all, one) => [...all, ...all.map((said) => [...said, one])],
          [requirementsSaid(content, id, wanted)],
        );
      return before !== '' && could.every((said) => hashOfValue(orNull(said.sort())) !== before);
    };
    const row = unreadable.get(addresses[0] ?? '');
    if (row !== undefined && (isOther(registers.requirements, 'yes') || isOther(registers.underWay, 'under-way')))
      open.advise(row.place('met'), 'workbook.ticksLeft', { indicator: id });
  }
}

/** Which requirements are met, and which under way. Where one of an indicator cannot be read, the others do not decide its level. */
export function readRequirementRows(
  { rows }: Table,
  answers: ReadonlyMap<string, WorkbookRow>,
  reading: WorkbookReading,
): Requirements {
  const { framework, key, open, unread } = reading;
  // A workbook that was made before knows less.
  const saysUnderWay = key.words.some(([name]) => name === 'met.under-way');
  const states = REQUIREMENT_STATES.filter((one) => saysUnderWay || one !== 'under-way');
  const requirements = new Map<string, RequirementState>();
  const rowsOf = new Map<string, Map<string, TableRow>>();
  const withoutAnswer = new Map<string, TableRow>();
  const unreadable = new Map<string, TableRow>();
  for (const row of rows) {
    const found = requirementAt(row, reading);
    if (found === null) continue;
    const { address, indicator: id } = found;
    const { answer: answerRegisters, requirements: register, underWay } = registersOfIndicator(key.origin, id);
    rowsOf.set(id, (rowsOf.get(id) ?? new Map<string, TableRow>()).set(address, row));
    const met = choiceAt(row, 'met', 'met.', states, spelledRequirementState, reading);
    const said = answers.get(id)?.said ?? null;
    if (met === undefined) {
      unreadable.set(address, row);
      [register, underWay].forEach((one) => unread.add(one));
      if (said === null) answerRegisters.forEach((one) => unread.add(one));
    }
    if (met === undefined || met === null) continue;
    requirements.set(address, met);
    if (said === null && met === 'yes') withoutAnswer.set(id, withoutAnswer.get(id) ?? row);
    const answer = said?.kind === 'answer' ? said.answer : null;
    const indicator = framework.indicatorById.get(id);
    const isNeeded =
      answer?.state === 'level' &&
      indicator !== undefined &&
      requirementsHeldAt(framework, indicator, answer.level).includes(address);
    if (met !== 'yes' && isNeeded) open.advise(row.place('met'), 'workbook.requirementNotMet', { address });
  }
  for (const [id, own] of rowsOf) {
    const emptied = emptiedThoughNeeded({ requirements }, id, own, answers.get(id)?.said ?? null, reading);
    for (const address of emptied.filter((one) => !unreadable.has(one))) {
      const place = own.get(address)?.place('met');
      if (place !== undefined) open.advise(place, 'workbook.requirementNotMet', { address });
    }
  }
  leaveWithoutRows({ requirements }, rowsOf, reading);
  adviseWithoutAnswerRow({ requirements }, rowsOf, answers, reading);
  adviseTicksLeft({ requirements }, unreadable, reading);
  for (const id of withoutAnswer.keys()) {
    const { answer, requirements: register } = registersOfIndicator(key.origin, id);
    if (![...answer, register].some((one) => unread.has(one))) continue;
    withoutAnswer.delete(id);
    const row = [...unreadable].find(([address]) => address.startsWith(`${id}/`))?.[1];
    const hasNew = areNewTicks(id, ticksOf({ requirements }, id), key) && (key.base.get(register)?.hash ?? '') === '';
    if (row !== undefined && hasNew) open.advise(row.place('met'), 'workbook.levelWaits', { indicator: id });
  }
  const levelFromTicks = findLevelFromTicks(requirements, withoutAnswer, reading);
  return { requirements, saysUnderWay, requirementsOf: new Set(rowsOf.keys()), levelFromTicks };
}
