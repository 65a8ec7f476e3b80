import { levelFromRequirements, requirementsHeldAt } from '../assessment/requirements.ts';
import { spelledYesOrNo } from '../intake/spellings.ts';
import { foldWords } from '../fold-words.ts';
import type { WorkbookContent, WorkbookRow } from './answer-workbook.ts';
import type { Table, TableRow } from './read-workbook-cells.ts';
import type { WorkbookKey } from './workbook-key.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { choiceAt, indicatorAt, isEmptyRow, textAt } from './workbook-reading.ts';
import { hashOfValue, ratingRegister, registersOfIndicator, ticksOf } from './workbook-values.ts';

type Requirements = Pick<WorkbookContent, 'requirements' | 'requirementsOf' | 'levelFromTicks'>;

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
    return null;
  }
  // A row that says nothing needs no place: workbooks made with an older version of the framework may list more.
  const isEmpty = isEmptyRow(row, ['met']);
  const [code = '', level = '', letter = ''] = written.split('/').map((part) => part.trim());
  const isThere = framework.indicators.some(({ id }) => foldWords(id) === foldWords(code));
  const indicator = isEmpty && !isThere ? null : indicatorAt(code, row, 'code', reading);
  if (indicator === null) return null;
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
  requirements: ReadonlyMap<string, boolean>,
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

/** Which requirements are met. Where one of an indicator cannot be read, the others do not decide its level. */
export function readRequirementRows(
  { rows }: Table,
  answers: ReadonlyMap<string, WorkbookRow>,
  reading: WorkbookReading,
): Requirements {
  const { framework, key, open, unread } = reading;
  const requirements = new Map<string, boolean>();
  const requirementsOf = new Set<string>();
  const withoutAnswer = new Map<string, TableRow>();
  for (const row of rows) {
    const found = requirementAt(row, reading);
    if (found === null) continue;
    const { address, indicator: id } = found;
    const { answer: answerRegisters, requirements: register } = registersOfIndicator(key.origin, id);
    requirementsOf.add(id);
    const met = choiceAt(row, 'met', 'met.', ['yes', 'no'], spelledYesOrNo, reading);
    const said = answers.get(id)?.said ?? null;
    if (met === undefined) {
      unread.add(register);
      if (said === null) answerRegisters.forEach((one) => unread.add(one));
    }
    if (met === undefined || met === null) continue;
    requirements.set(address, met === 'yes');
    const isOpen = unread.has(register);
    if (said === null && met === 'yes' && !isOpen) withoutAnswer.set(id, withoutAnswer.get(id) ?? row);
    const answer = said?.kind === 'answer' ? said.answer : null;
    const indicator = framework.indicatorById.get(id);
    const isNeeded =
      answer?.state === 'level' &&
      indicator !== undefined &&
      requirementsHeldAt(framework, indicator, answer.level).includes(address);
    if (met === 'no' && isNeeded) open.advise(row.place('met'), 'workbook.requirementNotMet', { address });
  }
  for (const id of withoutAnswer.keys()) {
    if (registersOfIndicator(key.origin, id).answer.some((one) => unread.has(one))) withoutAnswer.delete(id);
  }
  return { requirements, requirementsOf, levelFromTicks: findLevelFromTicks(requirements, withoutAnswer, reading) };
}
