import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { makePack } from '../../../../src/domain/copies/make-pack.ts';
import { withoutHistory } from '../../../../src/domain/copies/without-history.ts';
import { findTask } from '../../../../src/domain/institutions/find-task.ts';
import { listInstitutions } from '../../../../src/domain/institutions/list-institutions.ts';
import { meantInstitution } from '../../../../src/domain/institutions/meant-institution.ts';
import { previewJoin } from '../../../../src/domain/institutions/preview-join.ts';
import { foldMore } from '../../../../src/domain/registers/fold.ts';
import { nextRoundFrom } from '../../../../src/domain/rounds/next-round.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { Copy, answer, journal, level, merged, shownIn, started } from '../../../fixtures/working-copy.ts';

const framework = tinyFramework();

describe('two institutions that are joined', () => {
  it('are one: in lists, tasks, answers, evidence and what they are called', () => {
    const copy = started().join('a', 'b', { 'A-1': 'from' });
    const { assessment } = copy;
    expect(listInstitutions(assessment).map(({ id }) => id)).toEqual(['lead', 'b']);
    expect(assessment.institutions.get('a')).toMatchObject({
      name: 'Ministry of Labour',
      removed: true,
      joinedInto: 'b',
    });
    expect(assessment.institutions.get('b')).toMatchObject({
      name: 'Ministry of Employment',
      contact: 'a@example.org',
    });
    expect(copy.answersOf('b')).toEqual({ 'A-1': level('emerging'), 'B-1': level('nascent') });
    expect(assessment.assignments.get('A-1')).toEqual(new Map([['b', 'lead']]));
    expect(assessment.assignments.get('B-1')).toEqual(new Map([['b', 'contributor']]));
    expect(assessment.evidenceLinks.get('A-1')?.map(({ institution }) => institution)).toEqual(['b']);
    expect(assessment.ratings.get('A-1')?.[0]?.comment).toBe('In part.\n\nSince 2019.');
    expect(assessment.conflicts).toEqual([]);
  });

  it('are previewed: what each has, and what both answered', () => {
    expect(previewJoin(started().state, 'a', 'b', ['A-1', 'A-2', 'B-1'])).toEqual({
      from: { tasks: 2, answers: 2, documents: 1 },
      into: { tasks: 1, answers: 1, documents: 0 },
      both: [{ indicator: 'A-1', vote: 1, from: { level: 'emerging' }, into: { level: 'mature' } }],
      agreeing: 0,
    });
  });

  it('keep both answers as two versions where nobody chose', () => {
    const copy = started().join('a', 'b');
    expect(copy.assessment.conflicts.map(({ register }) => register)).toEqual([answer('b', 'A-1')]);
    expect(copy.assessment.ratings.get('A-1')).toHaveLength(1);
    copy.set(answer('b', 'A-1'), { level: 'developed' });
    expect(copy.assessment.conflicts).toEqual([]);
  });

  it('count an answer before "not ours", and who leads leads on', () => {
    const copy = started().set('mandate/b/B-1', { suggests: 'a' }).join('a', 'b', { 'A-1': 'into' });
    expect(copy.assessment.mandates.get('B-1')).toBeUndefined();
    expect(copy.answersOf('b')).toEqual({ 'A-1': level('mature'), 'B-1': level('nascent') });
    expect(copy.assessment.assignments.get('A-1')?.get('b')).toBe('lead');
  });

  it('read what names the former one as the living one: comments, plan, packs sent', () => {
    const copy = started()
      .set('comment/x', { indicator: 'A-1', institution: 'a', text: 'Why?' })
      .set('action/1/lead', 'a')
      .set('action/1/partners', ['a', 'b', 'Red Cross'])
      .set('measure/1/lead', 'a')
      .set('measure/1/partners', ['a', 'b', 'Red Cross'])
      .set('round/packs', { institutions: ['a', 'b'] })
      .join('a', 'b');
    const { assessment } = copy;
    expect(assessment.comments.get('x')?.institution).toBe('b');
    expect(assessment.actions.get('1')).toMatchObject({ lead: 'b', partners: ['b', 'Red Cross'] });
    expect(assessment.measures.get('1')).toMatchObject({ lead: 'b', partners: ['b', 'Red Cross'] });
    expect(assessment.round.packs).toEqual({ institutions: ['b'] });
  });

  it('have one pack, which brings the join along and nobody else', () => {
    const copy = started().set('institution/c/name', 'Other').set(answer('c', 'A-1'), { level: 'mature' });
    copy.set('institution/a/pack', { mode: 'answer' });
    copy.join('a', 'b', { 'A-1': 'from' }).set('institution/b/pack', { mode: 'answer' });
    const pack = new Copy(makePack(journal(copy), 'b').entries);
    expect(pack.answersOf('b')).toEqual(copy.answersOf('b'));
    expect(pack.answersOf('c')).toEqual({});
    expect(findTask(pack.assessment)?.institutions).toEqual(['b']);
    expect(shownIn(merged(copy, pack).state)).toEqual(shownIn(copy.state));
  });

  it('stay one in a copy without history and in the next round', () => {
    const copy = started().join('a', 'b', { 'A-1': 'into' });
    const clean = new Copy(withoutHistory(journal(copy)).entries);
    expect(shownIn(clean.state)).toEqual(shownIn(copy.state));
    const carried = new Copy().write(nextRoundFrom(copy.state, framework));
    expect(listInstitutions(carried.assessment).map(({ id }) => id)).toEqual(['lead', 'b']);
    expect(carried.assessment.assignments.get('A-1')).toEqual(new Map([['b', 'lead']]));
  });

  it('keep nothing from a program that does not know of joins: every word stands under the id it was said with', () => {
    const copy = started();
    const before = copy.entries;
    copy.join('a', 'b', { 'A-1': 'from' });
    expect(copy.entries.slice(0, before.length)).toEqual(before);
    const [mark] = copy.entries.slice(before.length);
    expect(mark).toMatchObject({ register: 'institution/a/joinedInto', value: 'b' });
  });

  it('are two again when they are separated, with what either had said', () => {
    for (const choice of ['from', 'into', 'both'] as const) {
      const before = started();
      const copy = started().join('a', 'b', { 'A-1': choice }).separate('a');
      expect(copy.answersOf('a')).toEqual(before.answersOf('a'));
      expect(copy.answersOf('b')).toEqual(before.answersOf('b'));
      expect(copy.assessment.conflicts).toEqual([]);
    }
  });

  it('leave with whom it was written for what was written since', () => {
    const copy = started()
      .join('a', 'b', { 'A-1': 'from' })
      .set(answer('b', 'A-1'), { level: 'developed' })
      .separate('a');
    expect(copy.answersOf('b')).toEqual({ 'A-1': level('developed') });
    expect(copy.answersOf('a')).toEqual({ 'A-1': level('emerging'), 'B-1': level('nascent') });
  });

  it('lose no answer when they are joined a second time', () => {
    const copy = started().join('a', 'b', { 'A-1': 'into' }).separate('a').join('a', 'b');
    const said = copy.state.registers.get(answer('b', 'A-1'))?.heads.map(({ value }) => value);
    expect(said).toEqual(expect.arrayContaining([{ level: 'emerging' }, { level: 'mature' }]));
  });
});

describe('joins that people made apart', () => {
  const living = (copy: Copy) => listInstitutions(copy.assessment).map(({ id }) => id);

  it('follow each other', () => {
    const one = started().set('institution/c/name', 'C');
    const here = new Copy(one.entries).join('a', 'b');
    const there = new Copy(one.entries).join('b', 'c');
    expect(living(merged(here, there))).toEqual(['lead', 'c']);
    expect(Object.keys(merged(here, there).answersOf('c')).sort()).toEqual(['A-1', 'B-1']);
  });

  it('in a circle leave the first in text order', () => {
    const one = started();
    const both = merged(new Copy(one.entries).join('a', 'b'), new Copy(one.entries).join('b', 'a'));
    expect(living(both)).toEqual(['lead', 'a']);
    expect(Object.keys(both.answersOf('a')).sort()).toEqual(['A-1', 'B-1']);
  });

  it('never take the lead institution away', () => {
    const copy = started().set('institution/lead/joinedInto', 'a');
    expect(living(copy)).toEqual(['lead', 'a', 'b']);
    expect(living(copy.join('a', 'lead'))).toEqual(['lead', 'b']);
  });

  it('leave one where somebody took the other off the list meanwhile', () => {
    const one = started();
    const gone = (id: string) => new Copy(one.entries).set(`institution/${id}/removed`, true);
    const joined = () => new Copy(one.entries).join('a', 'b', { 'A-1': 'from' });
    expect(living(merged(joined(), gone('a')))).toEqual(['lead', 'b']);
    expect(living(merged(joined(), gone('b')))).toEqual(['lead', 'a']);
    expect(Object.keys(merged(joined(), gone('b')).answersOf('a')).sort()).toEqual(['A-1', 'B-1']);
  });

  it.each(['', 7, 'a', '\ud800', null, { b: 'b' }])('are none where the mark says %j', (value) => {
    const copy = started();
    const state = foldMore(copy.state, [
      {
        id: '2027-01-01T00:00:00.000Z-0000-0000000000000000',
        at: '2027-01-01T00:00:00.000Z',
        actor: 'facilitator',
        register: 'institution/a/joinedInto',
        value,
        replaces: [],
      },
    ]);
    expect(listInstitutions(readAssessment(state, framework)).map(({ id }) => id)).toEqual(['lead', 'a', 'b']);
  });
});

describe('meantInstitution', () => {
  const copy = started()
    .set('institution/c/name', "Ministère de l'Intérieur")
    .set('institution/c/name', "Ministère de l'Intérieur et de la Sécurité")
    .join('a', 'b');
  it.each([
    ['b', 'b'],
    ['a', 'b'],
    ['Ministry of Labour', 'b'],
    ['MINISTRY of employment', 'b'],
    ['Ministère de l’Interieur', 'c'],
    ["Ministère de l'Intérieur et de la Sécurité", 'c'],
  ])('finds by %s the institution %s', (name, institution) => {
    expect(meantInstitution(copy.state, name)).toEqual({ state: 'one', institution });
  });

  it('asks where a name is near one, or two had it, and knows no other', () => {
    expect(meantInstitution(copy.state, 'Labour Ministry')).toEqual({ state: 'alike', institutions: ['b'] });
    expect(meantInstitution(copy.state, 'Ministry of Health')).toEqual({ state: 'unknown' });
    expect(meantInstitution(copy.state, '')).toEqual({ state: 'unknown' });
  });
});
