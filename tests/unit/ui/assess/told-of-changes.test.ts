import { render } from '@testing-library/svelte';
import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Entry, JsonValue } from '../../../../src/domain/journal/entry-schema.ts';
import type { AssessmentSession } from '../../../../src/state/session/assessment-session.svelte.ts';
import { evidenceOf } from '../../../../src/state/session/evidence-view.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';
import { framework, openSession } from '../../state/open-session.ts';
import ReadWatcher from './ReadWatcher.svelte';

const INDICATORS = framework.indicators.slice(0, 3).map(({ id }) => id);

/** What the screen of a question shows, as a session has it after whatever happened to it. */
function shownBy(session: AssessmentSession) {
  const { assessment, task, steps, titleLines, progress, isReadOnly, besidesAnswers } = session;
  const { ratings, orphans, damaged, withoutValue, ...others } = assessment;
  return {
    all: { ratings, orphans, damaged, withoutValue, ...others },
    besides: Object.fromEntries(Object.keys(others).map((key) => [key, besidesAnswers[key as keyof typeof others]])),
    whole: { task, steps, titleLines, progress, isReadOnly, scope: session.indicatorsInScope.length },
    domains: framework.structure.domains.map(({ id }) => session.progressOfDomain(id)),
    questions: INDICATORS.map((id) => ({
      answer: session.answerOf(id),
      held: session.heldRequirements(id),
      underWay: session.underWayRequirements(id),
      confidence: session.confidenceOf(id),
      comment: session.savedCommentOf(id),
      isInConflict: session.isInConflict(id),
      evidence: evidenceOf(session, id),
    })),
  };
}

const [first = '', second = ''] = INDICATORS;
const REGISTERS = [
  ...['lead', 'labour', 'nobody'].flatMap((by) => [
    `rating/${by}/${first}/1/answer`,
    `rating/${by}/${second}/1/comment`,
  ]),
  `rating/lead/${first}/1/requirements`,
  'rating/lead/ZZ-99/1/answer',
  'institution/labour/name',
  'institution/labour/removed',
  'institution/labour/joinedInto',
  'round/country',
  'round/out-of-scope',
  `agreed/${first}/1`,
  `evidence-link/${first}/lead/e1`,
  'evidence/e1',
  'validation',
  'something/else',
];
const VALUES: readonly JsonValue[] = [
  null,
  { level: 'emerging' },
  { level: 'developed' },
  { state: 'unknown' },
  'Ministry of Labour',
  true,
  'lead',
  [first],
  { title: 'Decree 12' },
  {},
];

type Step =
  | { readonly kind: 'bring'; readonly register: string; readonly value: JsonValue; readonly replaces: boolean }
  | { readonly kind: 'rate'; readonly indicator: string; readonly level: string | null }
  | { readonly kind: 'undo' | 'again' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('bring' as const),
    register: fc.constantFrom(...REGISTERS),
    value: fc.constantFrom(...VALUES),
    replaces: fc.boolean(),
  }),
  // Beside the answer that stands, or instead of it.
  fc.record({
    kind: fc.constant('bring' as const),
    register: fc.constant(`rating/lead/${first}/1/answer`),
    value: fc.constantFrom({ level: 'emerging' }, { level: 'developed' }),
    replaces: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('rate' as const),
    indicator: fc.constantFrom(...INDICATORS),
    level: fc.constantFrom('nascent', 'emerging', 'developed', null),
  }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'again' as const) }),
);

function entryOf({ register, value, replaces }: Step & { kind: 'bring' }, n: number, known: readonly Entry[]): Entry {
  const at = new Date(Date.UTC(2026, 10, 22, 9, 0, n)).toISOString();
  const before = replaces ? known.filter((entry) => entry.register === register).map(({ id }) => id) : [];
  return { id: `${at}-0000-${'b'.repeat(16)}`, at, actor: 'institution:labour', register, value, replaces: before };
}

async function take(session: AssessmentSession, one: Step, n: number): Promise<void> {
  if (one.kind === 'bring') session.receive([entryOf(one, n, session.entries)]);
  else if (one.kind === 'rate') {
    session.rate(one.indicator, one.level === null ? null : { state: 'level', level: one.level });
  } else if (one.kind === 'undo') await session.undo(true);
  else {
    const { entries } = session;
    await session.startAfresh(() => Promise.resolve(entries));
  }
}

describe('what is shown of an open assessment', () => {
  it('is what its entries say, whatever was answered, brought, taken back and in conflict before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const session = openSession();
        for (const [n, one] of steps.entries()) {
          await take(session, one, n);
          expect(shownBy(session)).toEqual(shownBy(openSession(session.entries)));
        }
      }),
      lawRuns(200),
    );
  });

  it('is looked at again where the answer stands, and nowhere else', () => {
    const session = openSession();
    const domainOf = (id: string) => framework.indicatorById.get(id)?.domain ?? '';
    const otherDomain = framework.structure.domains.find(({ id }) => id !== domainOf(first))?.id ?? '';
    const read: string[] = [];
    const shown = {
      [first]: () => session.answerOf(first),
      [second]: () => session.answerOf(second),
      'its domain': () => session.progressOfDomain(domainOf(first)),
      'another domain': () => session.progressOfDomain(otherDomain),
      texts: () => session.textsIn('en'),
      'what was agreed': () => session.besidesAnswers.agreed.get(first),
      'round and task': () => [session.titleLines, session.task, session.steps, session.indicatorsInScope],
    };
    for (const [name, one] of Object.entries(shown)) {
      render(ReadWatcher, { read: one, onread: () => void read.push(name) });
    }
    read.length = 0;
    session.rate(first, { state: 'level', level: 'emerging' });
    flushSync();
    expect(read).toEqual([first, 'its domain']);
  });
});
