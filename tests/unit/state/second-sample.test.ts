import { beforeAll, describe, expect, it } from 'vitest';
import type { Sample } from '../../../src/content/load-sample.ts';
import { hasSample, loadSample } from '../../../src/content/load-sample.ts';
import { makeSample } from '../../../src/content/make-sample.ts';
import type { AssessmentState } from '../../../src/domain/registers/assessment-state.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { levelFromRequirements } from '../../../src/domain/assessment/requirements.ts';
import type { Entry, FullEntry } from '../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Report } from '../../../src/report/report.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { fakeSurroundings } from './fake-store.ts';
import { readFramework } from './read-main-framework.ts';

const CODES = LANGUAGES.map(({ code }) => code);

/** What each institution answers for, in the framework's words for competence. */
const REMIT: Readonly<Record<string, readonly string[]>> = {
  border: ['interior', 'border', 'maritime-rescue', 'transport', 'civil-protection'],
  justice: ['justice', 'asylum', 'human-rights', 'civil-registry', 'data-protection'],
  'social-affairs': ['social-affairs', 'health', 'labour', 'education', 'gender', 'child-protection'],
  'local-government': ['local-government'],
};

const framework = readFramework('mixed-movements');
const identity = { id: 'a1', round: 'r1', parent: null };
const make = (language: string) => makeSample({ identity, framework, language, surroundings: fakeSurroundings() });

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

/** Every path of a value, without what stands there. */
const pathsOf = (value: unknown): unknown =>
  value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, pathsOf(inner)]))
    : typeof value;

describe.each(CODES)('the sample of mixed movements in %s', (language) => {
  let entries: Entry[];
  let state: AssessmentState;
  let report: Report;
  let sample: Sample;

  beforeAll(async () => {
    entries = await make(language);
    state = readAssessment(fold(entries), framework);
    report = buildReport({ framework, state, identity });
    sample = await loadSample(framework.id, language);
  });

  it('reads back whole: nothing damaged, orphaned, unknown or set twice', () => {
    const { damaged, orphans, unknownRegisters, conflicts, withoutValue } = state;
    expect([damaged, orphans, unknownRegisters, conflicts, withoutValue].flat()).toEqual([]);
    expect(new Set(entries.map(({ register }) => register)).size).toBe(entries.length);
  });

  it('is another country than the first: five institutions at the posts, and stages that are left out of the round', async () => {
    const first = await loadSample('migration-governance', language);
    expect(sample.words.round.country).not.toBe(first.words.round.country);
    expect(state.round).toMatchObject({ fictional: true, scope: ['national', 'local'], reportLanguage: language });
    expect(report.institutions).toHaveLength(5);
    const outOfScope = new Set(state.round.outOfScope);
    expect(Object.keys(sample.structure.indicators)).toEqual(
      framework.indicators.flatMap(({ id }) => (outOfScope.has(id) ? [] : id)),
    );
  });

  it('leaves some open and some unsettled, and scores every stage', () => {
    expect(report.coverage).toEqual({
      total: 42,
      applicable: 42,
      answered: 39,
      unknown: 2,
      unanswered: 1,
      notApplicable: 0,
      documented: expect.any(Number),
      outOfScope: 7,
    });
    const levels = [1, 2, 3, 4].map((position) => report.indicators.filter((one) => one.position === position).length);
    expect(levels).toEqual([5, 17, 15, 2]);
    expect(report.domains.map(({ shown }) => shown).every((shown) => shown !== null)).toBe(true);
    expect(report.indicators.filter(({ agreed, answer }) => !agreed && answer !== null).length).toBeGreaterThan(2);
    const classes = report.indicators.map(({ agreement }) => agreement.class);
    expect(classes).toEqual(expect.arrayContaining(['to-discuss', 'information-gap', 'close', 'unanimous']));
  });

  it('asks only institutions that an indicator concerns, one of them as lead', () => {
    for (const { id, competence = [] } of framework.indicators) {
      const opinions = Object.keys(sample.structure.indicators[id]?.opinions ?? {});
      for (const institution of opinions) {
        if (institution === 'lead') continue;
        expect(competence, `${id} ${institution}`).toEqual(
          expect.arrayContaining([expect.toBeOneOf([...REMIT[institution]!])]),
        );
      }
      expect(opinions.length === 0 || opinions.length >= 2, id).toBe(true);
    }
  });

  it('ticks what each level holds, and something above it that does not make the next level', () => {
    let partial = 0;
    for (const { indicator: id, institution, answer, requirements } of [...state.ratings.values()].flat()) {
      if (answer?.state !== 'level' || requirements.length === 0) continue;
      const ticked = levelFromRequirements(framework, framework.indicatorById.get(id)!, new Set(requirements));
      expect(ticked.level, `${id} ${institution}`).toBe(answer.level);
      partial += Number(ticked.partial.length > 0);
    }
    expect(partial).toBeGreaterThan(10);
    expect(
      report.indicators.filter(({ gap, missingRequirements }) => gap! > 0 && missingRequirements.length === 0),
    ).toEqual([]);
  });

  it('gives a reason and a forum where positions differed and an answer was agreed', () => {
    const differing = report.indicators.filter(({ agreed, agreement }) => agreed && (agreement.range ?? 0) >= 2);
    for (const { id, rationale, forum } of [
      ...differing,
      ...report.indicators.filter(({ reservations }) => reservations.length > 0),
    ]) {
      expect(rationale, id).not.toBeNull();
      expect(forum?.date, id).toMatch(/^2026-09-(29|30)$/);
    }
    expect(Object.keys(sample.words.rationales)).toHaveLength(10);
  });

  it('has evidence of all three kinds of access, all of it used', () => {
    expect(report.evidence.filter(({ uses }) => uses.length === 0)).toEqual([]);
    expect(new Set(report.evidence.map(({ access }) => access))).toEqual(new Set(['public', 'internal', 'restricted']));
    expect([...state.evidenceLinks.values()].flat().filter(({ evidence }) => !state.evidence.has(evidence))).toEqual(
      [],
    );
  });

  it('has measures and a plan that point at open gaps', () => {
    expect(report.measures).toHaveLength(5);
    expect(report.plan).toHaveLength(9);
    expect(new Set(report.plan.map(({ status }) => status)).size).toBe(4);
    const gapOf = new Map(report.indicators.map(({ id, gap }) => [id, gap]));
    for (const { id, indicators, start, end } of report.plan) {
      expect(start! < end!, id).toBe(true);
      for (const indicator of indicators) expect(gapOf.get(indicator), `${id} ${indicator}`).toBeGreaterThan(0);
    }
  });

  it('uses every word it has, in the structure that the other languages have', async () => {
    const said = new Set(entries.flatMap((entry) => textsIn((entry as FullEntry).value)));
    expect([...new Set(textsIn({ ...sample.words, passages: {} }))].filter((text) => !said.has(text))).toEqual([]);
    const english = await loadSample(framework.id, 'en');
    expect(pathsOf(sample.words)).toEqual(pathsOf(english.words));
  });
});

describe('a framework without a sample', () => {
  it('says so', async () => {
    expect([hasSample('mixed-movements'), hasSample('sdg-10-7-2')]).toEqual([true, false]);
    await expect(loadSample('sdg-10-7-2', 'en')).rejects.toThrow(RangeError);
  });
});
