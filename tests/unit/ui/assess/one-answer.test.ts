import { describe, expect, it } from 'vitest';
import { AssessmentReader } from '../../../../src/domain/assessment/assessment-reader.ts';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import type { Entry } from '../../../../src/domain/journal/entry-schema.ts';
import { fold, foldInto } from '../../../../src/domain/registers/fold.ts';
import type { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import { filterIndicators } from '../../../../src/ui/assess/filter-indicators.ts';
import { neighboursOf } from '../../../../src/ui/assess/neighbours-of.ts';
import { countOperations } from '../../../fixtures/count-operations.ts';
import { sampleAssessment } from '../../../fixtures/sample-assessment.ts';
import { framework, openSession } from '../../state/open-session.ts';

const FIRST = '2026-03-01T08:00:00.000Z';
const SCALE = framework.structure.scales[framework.indicators[0]!.scale]!;

/** The id of the nth entry of a journal that was written before. */
const idOf = (number: number) => {
  const at = new Date(Date.parse(FIRST) + Math.floor(number / 9000) * 1000).toISOString();
  return `${at}-${String(number % 9000).padStart(4, '0')}-${'a'.repeat(16)}`;
};

/** Answers of so many institutions to every indicator, each changed so often that there are so many entries in all. */
function answersOf(institutions: number, wanted: number): Entry[] {
  const entries: Entry[] = [];
  const newest = new Map<string, string>();
  for (let number = 0; entries.length < wanted; number += 1) {
    const { id: indicator } = framework.indicators[number % framework.indicators.length]!;
    const by = `i${Math.floor(number / framework.indicators.length) % institutions}`;
    const register = `rating/${by}/${indicator}/1/answer`;
    const id = idOf(number);
    const before = newest.get(register);
    newest.set(register, id);
    const level = SCALE.levels[number % SCALE.levels.length]!.id;
    const replaces = before === undefined ? [] : [before];
    entries.push({ id, at: FIRST, actor: `institution:${by}`, register, replaces, value: { level } });
  }
  return entries;
}

/** What the screen of a question reads of the session after an answer. */
function look(session: AssessmentSession): void {
  const indicator = framework.indicators[0]!;
  const filter = { search: '', onlyUnanswered: false, onlyCore: false };
  const matching = filterIndicators(session, 'en', filter);
  const isOpen = ({ id }: { id: string }) => session.answerOf(id) === undefined;
  neighboursOf(indicator, session.indicatorsInScope, matching, isOpen);
  for (const { id } of framework.structure.domains) session.progressOfDomain(id);
  for (const { id } of session.indicatorsInScope) session.answerOf(id);
  void [session.progress, session.task, session.steps, session.titleLines, session.status, session.canUndo];
  void [session.heldRequirements(indicator.id), session.isInConflict(indicator.id), session.changesAfter(1)];
  void [session.savedCommentOf(indicator.id), session.confidenceOf(indicator.id), session.dateInDoubt];
}

/** Of an answer that was given before, as every answer but the first of an indicator is. */
function costOfAnAnswer(entries: readonly Entry[]): number {
  const session = openSession(entries, Date.UTC(2026, 5, 1));
  const levels = SCALE.levels.map(({ id }) => id);
  const answer = (level: string) => session.rate(framework.indicators[0]!.id, { state: 'level', level });
  for (const level of [levels[0]!, levels[1]!]) {
    answer(level);
    look(session);
  }
  return countOperations(() => {
    answer(levels[2]!);
    look(session);
  });
}

describe('one answer costs one answer', () => {
  it('with a hundred entries as with a hundred thousand', () => {
    const [few, many] = [costOfAnAnswer(answersOf(1, 117)), costOfAnAnswer(answersOf(1, 100_000))];
    expect(few).toBeGreaterThan(100);
    expect(many).toBeLessThanOrEqual(few + 5);
  });

  it('with one institution as with two hundred, but for those that answered the same question', () => {
    const [one, many] = [costOfAnAnswer(answersOf(1, 23_400)), costOfAnAnswer(answersOf(200, 23_400))];
    // They stand in one list, which is gone through a fixed number of times.
    expect(many).toBeLessThanOrEqual(one + 200 * 12);
  });
});

describe('what is read after answers', () => {
  it('is what reading everything anew gives', () => {
    const { journal, framework: own } = sampleAssessment();
    const reader = new AssessmentReader();
    const half = Math.floor(journal.entries.length / 2);
    let state = fold(journal.entries.slice(0, half));
    reader.read(state, own, null);
    for (const entry of journal.entries.slice(half)) {
      const next = foldInto(state, [entry]);
      state = next.state;
      expect(reader.read(state, own, next.touched)).toEqual(readAssessment(state, own));
    }
  });
});
