import type { Framework } from '../framework/framework.ts';
import type { OpenCell } from '../intake/open-cells.ts';
import { OpenCells } from '../intake/open-cells.ts';
import type { JsonValue } from '../journal/entry-schema.ts';
import type { WorkbookSheet } from '../intake/cells.ts';
import type { Problem } from '../problem.ts';
import type { RatingPart } from '../registers/all-registers.ts';
import { parseRegister } from '../registers/register-address.ts';
import type { AskedBy } from '../rounds/fits-newer.ts';
import { FitsNewer, isOlderVersion } from '../rounds/fits-newer.ts';
import type { ParsedWorkbook } from './parse-answer-workbook.ts';
import { findTable } from './read-workbook-cells.ts';
import type { WorkbookKey } from './workbook-key.ts';
import { ratingRegister } from './workbook-values.ts';

/** What could not be read because it is asked no more. */
const ASKED_NO_MORE = ['workbook.unknownIndicator', 'workbook.unknownRequirement'];

const GOES_WITH_ANSWER: readonly RatingPart[] = ['answer', 'requirements', 'under-way'];

/** What the version asked that a workbook was made on, as it says itself: its levels, and its rows of requirements. */
function askedIn(sheets: readonly WorkbookSheet[], key: WorkbookKey, mine: Framework): AskedBy {
  const table = findTable(sheets, key, 'requirements', new OpenCells());
  const all = table?.rows.map((row) =>
    row
      .text('code')
      .split('/')
      .map((part) => part.trim())
      .join('/'),
  );
  return (id) => {
    const scale = mine.indicatorById.get(id)?.scale;
    if (all === undefined || scale === undefined) return null;
    const prefix = `answer.${scale}.level:`;
    const levels = key.words.flatMap(([name]) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
    // Indicators with other answers beside the levels have a list of their own.
    return { scale, levels: [...new Set(levels)], requirements: all.filter((address) => address.startsWith(`${id}/`)) };
  };
}

/** A workbook that was made on an older version of the framework, as far as it says something of this one. */
export interface OnThisVersion {
  /** Whether what a register says is taken. */
  readonly takes: (register: string, value: JsonValue) => boolean;
  /** What could not be read, without what is asked no more. */
  readonly open: readonly OpenCell[];
  /** What became of its changes. Advice: `merge.olderFramework`. */
  readonly noticeOf: (changes: Iterable<readonly [register: string, value: JsonValue]>) => Problem[];
}

/**
 * What of a workbook says the same on this version of the framework (`FitsNewer`); all of one that was made on it. Ticks go
 * with their answer, and a level that they amount to counts where nothing else is asked of the indicator.
 */
export function onThisVersion(
  sheets: readonly WorkbookSheet[],
  { key, content, open }: ParsedWorkbook,
  values: ReadonlyMap<string, JsonValue>,
  mine: Framework,
): OnThisVersion {
  const theirs = key.origin.framework.version;
  if (!isOlderVersion(theirs, mine)) return { takes: () => true, open, noticeOf: () => [] };
  const newer = new FitsNewer(askedIn(sheets, key, mine), mine);
  const isAnswerTaken = (indicator: string): boolean => {
    const answer = ratingRegister(key.origin.institution, indicator, 'answer');
    const isLevelSaid = !content.levelFromTicks.has(indicator) || newer.asksTheSame(indicator, null);
    return isLevelSaid && newer.fits(answer, values.get(answer) ?? null);
  };
  const takes = (address: string, value: JsonValue): boolean => {
    const register = parseRegister(address);
    if (!newer.fits(address, value)) return false;
    const goesWithAnswer = register.kind === 'rating' && GOES_WITH_ANSWER.includes(register.part);
    return !goesWithAnswer || isAnswerTaken(register.indicator);
  };
  const isGone = ({ problem: { code } }: OpenCell) => ASKED_NO_MORE.includes(code);
  const noticeOf: OnThisVersion['noticeOf'] = (changes) => {
    for (const [register, value] of changes) newer.note(register, value, takes(register, value));
    for (const { problem } of open.filter(isGone)) {
      const [id = ''] = String(problem.params['indicator'] ?? problem.params['address']).split('/');
      newer.leave(id.trim());
    }
    return [newer.notice(theirs)];
  };
  return { takes, open: open.filter((cell) => !isGone(cell)), noticeOf };
}
