import type { Indicator } from '../framework/framework.ts';
import { scaleOf } from '../framework/framework.ts';
import { foldWords } from '../fold-words.ts';
import { numberOfLevel } from '../intake/read-level.ts';
import { spelledRequirementState } from '../intake/spellings.ts';
import type { TableRow } from './read-workbook-cells.ts';
import { answerNamesOf, levelOfName } from './read-workbook-cells.ts';
import type { WorkbookReading } from './workbook-reading.ts';
import { adviseRemark } from './workbook-reading.ts';

/** Letters and figures alone: typography differs by language, and requirements are lettered. */
const plain = (text: string) => foldWords(text.replace(/^[a-z]\)\s/, '')).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The level of an indicator that a column of levels is about; null where nobody can tell. */
function levelOfColumn(title: string, indicator: Indicator, { framework, key }: WorkbookReading): string | null {
  const number = numberOfLevel(title);
  if (number !== null) return scaleOf(framework, indicator).levels[number - 1]?.id ?? null;
  const [name = null, ...others] = answerNamesOf(title, framework, indicator, key);
  return others.length === 0 ? levelOfName(name, framework, indicator) : null;
}

/** What the app writes into the column of a level, in every language of the framework, line by line. */
function linesOf(level: string, indicator: Indicator, { framework, key }: WorkbookReading): ReadonlySet<string> {
  const texts = Object.values(framework.texts).flatMap((one) => one.indicators[indicator.id]?.levels[level] ?? []);
  const names = key.words.flatMap(([name, word]) => (name.endsWith(`.level:${level}`) ? [word] : []));
  return new Set([...texts.flatMap((text) => text.split('\n')), ...names].map(plain));
}

/** Levels in whose columns people put a cross or a tick in the place of its words. */
export function markedLevels(row: TableRow, indicator: Indicator, reading: WorkbookReading): readonly string[] {
  return row.levels.flatMap(({ title, text, isStruck }) => {
    if (isStruck || spelledRequirementState(text) !== 'yes') return [];
    const level = levelOfColumn(title, indicator, reading);
    return level === null || linesOf(level, indicator, reading).has(plain(text)) ? [] : [level];
  });
}

/**
 * Says what people crossed out in the columns of levels, and what else they wrote there, as far as what stood there is known:
 * of the same framework.
 */
export function adviseLevelRemarks(row: TableRow, indicator: Indicator, reading: WorkbookReading): void {
  const { framework, key, open } = reading;
  for (const { text, isStruck } of row.levels) {
    const [shown = ''] = text.split('\n').filter((line) => plain(line) !== '');
    if (isStruck) open.advise(row.place(''), 'intake.struckBeside', { shown });
  }
  if (key.origin.framework.hash !== framework.hash) return;
  for (const { title, text, isStruck } of row.levels) {
    if (isStruck) continue;
    const level = levelOfColumn(title, indicator, reading);
    if (level === null || text === '' || spelledRequirementState(text) === 'yes') continue;
    const known = linesOf(level, indicator, reading);
    const lines = text.split('\n').filter((line) => plain(line) !== '');
    // A line may be a lead of ours; where none is ours, or the last is not, somebody wrote it.
    const last = lines.at(-1) ?? '';
    if (known.size > 0 && last !== '' && !known.has(plain(last))) adviseRemark(row, last, reading);
  }
}
