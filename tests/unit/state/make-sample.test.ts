import { beforeAll, describe, expect, it } from 'vitest';
import { loadSample } from '../../../src/content/load-sample.ts';
import type { Sample } from '../../../src/content/load-sample.ts';
import type { AssessmentState } from '../../../src/domain/registers/assessment-state.ts';
import { readAssessment } from '../../../src/domain/assessment/read-assessment.ts';
import { levelFromRequirements } from '../../../src/domain/assessment/requirements.ts';
import type { Entry, FullEntry } from '../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../src/domain/registers/fold.ts';
import { buildReport } from '../../../src/report/build-report.ts';
import type { Report } from '../../../src/report/report.ts';
import { makeSample } from '../../../src/content/make-sample.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { fakeSurroundings } from './fake-store.ts';
import { readFramework } from './read-main-framework.ts';

const CODES = LANGUAGES.map(({ code }) => code);

/** What each institution answers for, in the framework's words for competence. */
const REMIT: Readonly<Record<string, readonly string[]>> = {
  interior: ['interior', 'border', 'asylum', 'civil-protection', 'civil-registry', 'maritime-rescue'],
  'foreign-affairs': ['foreign-affairs', 'diaspora'],
  labour: ['labour', 'social-security'],
  justice: ['justice', 'human-rights', 'data-protection'],
  'social-affairs': ['social-affairs', 'health', 'gender', 'child-protection'],
  planning: ['planning', 'finance', 'statistics', 'central-bank', 'public-audit'],
  'local-government': ['local-government', 'urban-planning', 'housing'],
};

const framework = readFramework();
const identity = { id: 'a1', round: 'r1', parent: null };
const make = (language: string, own = identity) =>
  makeSample({ identity: own, framework, language, surroundings: fakeSurroundings() });

/** Every path of a value, without what stands there. */
function shapeOf(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return typeof value;
  if (Array.isArray(value)) return value.map(shapeOf);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, shapeOf((value as Record<string, unknown>)[key])]),
  );
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

describe.each(CODES)('the sample in %s', (language) => {
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
    expect({ damaged, orphans, unknownRegisters, conflicts, withoutValue }).toEqual({
      damaged: [],
      orphans: [],
      unknownRegisters: [],
      conflicts: [],
      withoutValue: [],
    });
    expect(new Set(entries.map(({ register }) => register)).size).toBe(entries.length);
  });

  it('names pages and articles in its language', () => {
    const passages = report.evidence.flatMap(({ uses }) => uses.flatMap(({ passage }) => passage ?? []));
    const kinds = new Set(passages.map((passage) => passage.replace(/ \d+$/, '')));
    expect(kinds).toEqual(new Set(Object.values(sample.words.passages)));
  });

  it('says that it is fictional', () => {
    expect(state.round).toMatchObject({
      fictional: true,
      closingDate: '2026-10-30',
      contexts: ['transit', 'destination', 'origin'],
      outOfScope: [],
      reportLanguage: language,
    });
    expect(report.round.fictional).toBe(true);
  });

  it('covers every indicator, over all four levels', () => {
    expect(Object.keys(sample.structure.indicators)).toEqual(framework.indicators.map(({ id }) => id));
    expect(report.coverage).toEqual({
      total: 117,
      applicable: 114,
      answered: 109,
      unknown: 5,
      unanswered: 0,
      notApplicable: 3,
      documented: 77,
      outOfScope: 0,
    });
    const levels = [1, 2, 3, 4].map((position) => report.indicators.filter((one) => one.position === position).length);
    expect(levels).toEqual([20, 41, 35, 13]);
    expect(report.indicators.filter(({ answer }) => answer === null)).toEqual([]);
  });

  it('has a profile to look at: every domain scored, most room in labour migration', () => {
    expect(report.domains.map(({ id, shown, coverage }) => [id, shown, coverage.answered])).toEqual([
      ['institutional-capacity', 54, 24],
      ['migrant-rights', 40, 21],
      ['safe-orderly-migration', 45, 35],
      ['labour-migration', 24, 17],
      ['partnerships', 58, 12],
    ]);
    expect(report.mostRoom).toBe('labour-migration');
    expect(report.pairedTopics.lawHigher).toBeGreaterThan(report.pairedTopics.practiceHigher);
  });

  it('has two to five opinions an indicator, of institutions that it concerns', () => {
    for (const { id, competence = [] } of framework.indicators) {
      const opinions = Object.entries(sample.structure.indicators[id]!.opinions);
      const given = opinions.filter(([, answer]) => answer !== null);
      expect(given.length, id).toBeGreaterThanOrEqual(2);
      expect(given.length, id).toBeLessThanOrEqual(5);
      for (const [institution] of opinions) {
        if (institution === 'lead') continue;
        expect(competence, `${id} ${institution}`).toEqual(
          expect.arrayContaining([expect.toBeOneOf([...REMIT[institution]!])]),
        );
      }
    }
    const leads = report.indicators.map(({ leads: own }) => own.length);
    expect(new Set(leads)).toEqual(new Set([1]));
  });

  it('has differing positions, gaps in information and mostly agreement', () => {
    const classes = report.indicators.map(({ agreement }) => agreement.class);
    const count = (name: (typeof classes)[number]) => classes.filter((one) => one === name).length;
    expect({ divided: count('divided'), toDiscuss: count('to-discuss') }).toEqual({ divided: 3, toDiscuss: 8 });
    expect(count('information-gap')).toBe(8);
    expect(count('close') + count('unanimous')).toBeGreaterThan(80);
  });

  it('has an answer of the lead institution on the assess screen for all but six indicators', () => {
    const own = framework.indicators.filter(({ id }) =>
      (state.ratings.get(id) ?? []).some(({ institution, vote, answer }) => {
        return institution === 'lead' && vote === 1 && answer !== undefined;
      }),
    );
    expect(framework.indicators.length - own.length).toBe(6);
  });

  it('ticks what each level holds, and something above it that does not make the next level', () => {
    let partial = 0;
    for (const rating of [...state.ratings.values()].flat()) {
      if (rating.answer?.state !== 'level' || rating.requirements.length === 0) continue;
      const indicator = framework.indicatorById.get(rating.indicator)!;
      const ticked = levelFromRequirements(framework, indicator, new Set(rating.requirements));
      expect(ticked.level, `${rating.indicator} ${rating.institution}`).toBe(rating.answer.level);
      partial += Number(ticked.partial.length > 0);
    }
    expect(partial).toBeGreaterThan(30);
    expect(
      report.indicators.filter(({ gap, missingRequirements }) => gap! > 0 && missingRequirements.length === 0),
    ).toEqual([]);
  });

  it('says only of requirements that there are that they are met', () => {
    const counts = (id: string) => framework.texts[language]!.indicators[id]!.levels;
    const gone = Object.entries(sample.structure.indicators).flatMap(([id, { partial = [] }]) =>
      partial.filter((address) => {
        const [level, letter] = address.split('/') as [string, string];
        return 'abc'.indexOf(letter) >= counts(id)[level]!.length;
      }),
    );
    expect(gone).toEqual([]);
  });

  it('gives a reason and a forum where positions differed and an answer was agreed', () => {
    const differing = report.indicators.filter(({ agreed, agreement }) => agreed && (agreement.range ?? 0) >= 2);
    expect(differing.length).toBeGreaterThanOrEqual(9);
    for (const { id, rationale, forum } of differing) {
      expect(rationale, id).not.toBeNull();
      expect(forum?.date, id).toMatch(/^2026-10-0[678]$/);
    }
    expect(report.indicators.filter(({ agreed }) => agreed).length).toBeGreaterThan(85);
    expect(report.indicators.flatMap(({ reservations }) => reservations)).toHaveLength(2);
  });

  it('has evidence of all three kinds of access, all of it used', () => {
    expect(report.evidence.length).toBe(56);
    expect(report.evidence.filter(({ uses }) => uses.length === 0)).toEqual([]);
    expect(new Set(report.evidence.map(({ access }) => access))).toEqual(new Set(['public', 'internal', 'restricted']));
    const links = [...state.evidenceLinks.values()].flat();
    expect(links.filter(({ evidence }) => !state.evidence.has(evidence))).toEqual([]);
  });

  it('has targets, priorities in every quadrant and a plan that points at open gaps', () => {
    expect(report.indicators.filter(({ targetIsDefault, target }) => target !== null && !targetIsDefault)).toHaveLength(
      19,
    );
    expect(report.indicators.filter(({ noTargetReason }) => noTargetReason !== null)).toHaveLength(5);
    expect([state.impacts.size, state.eases.size]).toEqual([40, 40]);
    expect(new Set(report.indicators.flatMap(({ quadrant }) => quadrant ?? []))).toEqual(
      new Set(['act-first', 'major-reform', 'easy-improvement', 'later']),
    );
    expect(report.plan).toHaveLength(14);
    expect(new Set(report.plan.map(({ status }) => status)).size).toBe(4);
    expect(report.priorities[0]).toMatchObject({ pinReason: expect.any(String) });
    const gapOf = new Map(report.indicators.map(({ id, gap }) => [id, gap]));
    for (const { id, indicators, start, end } of report.plan) {
      expect(start! < end!, id).toBe(true);
      for (const indicator of indicators) expect(gapOf.get(indicator), `${id} ${indicator}`).toBeGreaterThan(0);
    }
  });

  it('uses every word it has, and no name twice', () => {
    const said = new Set(entries.flatMap((entry) => textsIn((entry as FullEntry).value)));
    expect([...new Set(textsIn({ ...sample.words, passages: {} }))].filter((text) => !said.has(text))).toEqual([]);
    expect(report.institutions.map(({ name }) => name)).toHaveLength(8);
    expect(new Set(Object.values(sample.words.evidence)).size).toBe(56);
    expect(Object.keys(sample.words.ratingComments)).toHaveLength(33);
    expect(state.comments.size).toBe(6);
  });
});

describe('makeSample', () => {
  it('makes the same sample but for its identity', async () => {
    const [one, other] = await Promise.all([make('en'), make('en', { id: 'a2', round: 'r2', parent: null })]);
    const anonymous = (entries: readonly Entry[]) => entries.map((entry) => ({ ...entry, assessment: undefined }));
    expect(anonymous(one)).toEqual(anonymous(other));
    expect(one[0]).toMatchObject({ assessment: identity });
  });

  it('has the same structure in both languages, and English for any other', async () => {
    const [english, french, other] = await Promise.all([make('en'), make('fr'), make('de')]);
    expect(other).toEqual(english);
    expect(french.map(({ register }) => register)).toEqual(english.map(({ register }) => register));
    const [en, fr] = await Promise.all(['en', 'fr'].map((language) => loadSample(framework.id, language)));
    expect(shapeOf(fr!.words)).toEqual(shapeOf(en!.words));
    expect(fr!.structure).toEqual(en!.structure);
  });

  it('leaves out what another version of the framework does not have', async () => {
    const shorter = { ...framework, indicators: framework.indicators.slice(1) };
    const entries = await makeSample({
      identity,
      framework: shorter,
      language: 'en',
      surroundings: fakeSurroundings(),
    });
    expect(entries.filter(({ register }) => register.split('/').includes('IC-01'))).toEqual([]);
  });
});
