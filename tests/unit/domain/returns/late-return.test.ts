import { describe, expect, it } from 'vitest';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import { makePack } from '../../../../src/domain/copies/make-pack.ts';
import type { Entry } from '../../../../src/domain/journal/entry-schema.ts';
import { isFull } from '../../../../src/domain/journal/entry-schema.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { journalOf, mergeJournals } from '../../../../src/domain/journal/merge.ts';
import type { MergeSide } from '../../../../src/domain/returns/preview-merge.ts';
import { MergesPlanner, previewMerges } from '../../../../src/domain/returns/preview-merges.ts';
import { recordMerge, undoMerge } from '../../../../src/domain/assessment/undo.ts';
import { returnedSide } from '../../../../src/exchange/returned-side.ts';
import type { Making } from '../../../fixtures/answer-workbooks.ts';
import { ASSESSMENT, edited, framework, MADE, sheetsOf } from '../../../fixtures/answer-workbooks.ts';
import { placeOf, random } from '../../../fixtures/returns.ts';
import { Copy, journal } from '../../../fixtures/working-copy.ts';

const NOW_MS = Date.UTC(2026, 10, 30, 16);
const LABOUR = 'rating/labour/A-1/1/answer';
const LIVING = 'rating/employment/A-1/1/answer';
const level = (id: string) => ({ level: id });

/** Labour was sent a workbook; then it became part of Employment. */
const joined = () =>
  new Copy(MADE).set('institution/employment/name', 'Ministry of Employment').join('labour', 'employment');

function drop(entries: readonly Entry[], side: MergeSide) {
  const mine = { assessment: ASSESSMENT, framework, journal: journalOf(entries) };
  const preview = previewMerges(mine, [side], NOW_MS, random);
  const merged = mergeJournals(mine.journal, preview.brought);
  return { ...preview, merged, state: fold(merged.entries), file: preview.files[0] };
}

async function workbook(
  entries: readonly Entry[],
  value: string,
  saved: string | null = '2026-11-29T10:00:00.000Z',
  making: Making = {},
) {
  const sheets = edited(await sheetsOf(making), [1, 'A-1', 'Your answer', value]);
  const content = { ok: true, value: { kind: 'workbook', sheets }, advice: [] } as const;
  const given = { fileName: 'x', content, facts: { saved, hash: `${value} ${making.institution}` } };
  const { side, problems } = returnedSide(given, placeOf(journalOf(entries), NOW_MS));
  if (side === null) throw new Error(JSON.stringify(problems));
  return side;
}

describe('a return of an institution that was joined with another', () => {
  it('finds the one that is left: a workbook that went out before', async () => {
    const { entries } = joined();
    const side = await workbook(entries, '3');
    const { state, conflicts, merged } = drop(entries, side);
    expect(state.registers.get(LIVING)?.value).toEqual(level('developed'));
    expect(conflicts).toEqual([]);
    const { returns, ratings } = readAssessment(state, framework);
    expect([...returns.values()].map(({ institution }) => institution)).toEqual(['employment']);
    expect(ratings.get('A-1')?.map(({ institution }) => institution)).toContain('employment');
    // What the workbook derives stays as released: under the id that it was made for.
    expect(side.journal.entries.map(({ register }) => register)).toContain(LABOUR);
    expect(merged.entries).toEqual(expect.arrayContaining([...side.journal.entries]));
  });

  it('finds it as a pack that went out before and knows nothing of the join', () => {
    const start = new Copy(MADE).set('institution/labour/pack', { mode: 'answer' });
    const pack = new Copy(makePack(journal(start), 'labour').entries);
    pack.write([{ register: LABOUR, value: level('mature') }], 'institution:labour');
    const here = new Copy(start.entries)
      .set('round/packs', { institutions: ['labour'] })
      .set('institution/employment/name', 'Ministry of Employment')
      .join('labour', 'employment');
    const file = { assessment: ASSESSMENT, framework, journal: journal(pack), evidence: new Map() };
    const content = { ok: true, value: { kind: 'assessment', file }, advice: [] } as const;
    const { side, institution } = returnedSide({ fileName: 'x', content }, placeOf(journal(here), NOW_MS));
    expect(institution).toBe('labour');
    const { state, conflicts } = drop(here.entries, side!);
    expect(state.registers.get(LIVING)?.value).toEqual(level('mature'));
    expect(conflicts).toEqual([]);
  });

  it('finds it as a code that was shown before, or a sheet that names it as it was called', () => {
    const { entries } = joined().write([{ register: LIVING, value: level('emerging') }], 'institution:employment');
    const answers = new Map([['A-1', { state: 'level', level: 'mature' }]] as const);
    const code = { kind: 'answers', form: 'qr', institution: 'labour', vote: 1, answers } as const;
    const text = 'indicator,answer,comment,institution\nA-1,mature,,Ministry of Labour';
    for (const value of [code, { kind: 'sheet', text } as const]) {
      const given = { fileName: '', content: { ok: true, value, advice: [] } } as const;
      const { side, institution } = returnedSide(given, placeOf(journalOf(entries), NOW_MS));
      expect(institution).toBe('employment');
      const { file, state, conflicts } = drop(entries, side!);
      expect(state.registers.get(LIVING)?.value).toEqual(level('mature'));
      expect(file?.settled?.replaced.map(({ register }) => register)).toEqual([LIVING]);
      expect(conflicts).toEqual([]);
    }
  });

  it('is looked at again where another file of the same drop joins it or no longer does', async () => {
    const { entries } = new Copy(MADE).write(
      [{ register: LIVING, value: level('emerging') }],
      'institution:employment',
    );
    const mine = { assessment: ASSESSMENT, framework, journal: journalOf(entries) };
    const late = await workbook(entries, '4');
    const joining = { assessment: ASSESSMENT, framework, journal: journal(joined()) };
    const planner = new MergesPlanner(mine, NOW_MS, null);
    for (const files of [[late], [joining, late], [late], [joining, late]]) {
      expect(planner.preview(files)).toEqual(previewMerges(mine, files, NOW_MS));
    }
    expect(planner.preview([joining, late]).files[1]?.conflictingRegisters).toEqual([LIVING]);
  });

  it('takes the place of what the same institution sent earlier under its other name', async () => {
    const { entries } = joined().write([{ register: LIVING, value: level('emerging') }], 'institution:employment');
    const { file, state } = drop(entries, await workbook(entries, '4'));
    expect(file?.settled?.replaced.map(({ register }) => register)).toEqual([LIVING]);
    expect(state.registers.get(LIVING)?.value).toEqual(level('mature'));
    expect(state.registers.get(LIVING)?.conflict).toBe(false);
  });

  it('takes the place of what it sent itself before it was joined, and gives way to what the other sends later', async () => {
    const settings = new Copy(MADE)
      .set('institution/employment/name', 'Ministry of Employment')
      .set('assignment/A-1/employment', 'contributor');
    const book = (from: readonly Entry[], institution: string, value: string, saved: string) =>
      workbook(from, value, saved, { institution, entries: settings.entries });
    const first = drop(settings.entries, await book(settings.entries, 'labour', '1', '2026-11-28T10:00:00.000Z'));
    const second = drop(
      first.merged.entries,
      await book(first.merged.entries, 'labour', '4', '2026-11-29T10:00:00.000Z'),
    );
    const { entries } = new Copy(second.merged.entries).join('labour', 'employment');
    const late = drop(entries, await book(entries, 'labour', '2', '2026-11-30T09:00:00.000Z'));
    expect([late.conflicts, late.state.registers.get(LIVING)?.value]).toEqual([[], level('emerging')]);
    const later = await book(late.merged.entries, 'employment', '3', '2026-11-30T10:00:00.000Z');
    const last = drop(late.merged.entries, later);
    expect([last.conflicts, last.state.registers.get(LIVING)?.value]).toEqual([[], level('developed')]);
    expect(last.file?.settled?.replaced.map(({ register }) => register)).toEqual([LIVING]);
  });

  it('leaves to a person what a person has written there since', async () => {
    const { entries } = joined().set(LIVING, level('emerging'));
    const { file, state } = drop(entries, await workbook(entries, '4'));
    expect(file?.settled?.open.map(({ register }) => register)).toEqual([LIVING]);
    expect(state.registers.get(LIVING)?.conflict).toBe(true);
  });

  it('takes nothing back of what only the other was asked', async () => {
    const other = 'rating/employment/B-2/1/answer';
    const { entries } = joined().write([{ register: other, value: level('mature') }], 'institution:employment');
    const first = drop(entries, await workbook(entries, '3'));
    const again = drop(first.merged.entries, await workbook(entries, '3', '2026-11-29T12:00:00.000Z'));
    expect(again.state.registers.get(other)?.value).toEqual(level('mature'));
    expect(again.file?.settled?.standing.map(({ register }) => register)).not.toContain(other);
  });

  it('is taken out again with the merge', async () => {
    const { entries } = joined();
    const { merged } = drop(entries, await workbook(entries, '3'));
    const undone = undoMerge(merged, recordMerge(journalOf(entries), merged));
    expect(undone.ok && undone.value.entries).toEqual(journalOf(entries).entries);
  });

  it('stays with the one that keeps the id where an institution was divided', async () => {
    const divided = new Copy(MADE)
      .set('institution/labour/name', 'Ministry of Labour and Skills')
      .set('institution/social/name', 'Ministry of Social Affairs');
    const { state } = drop(divided.entries, await workbook(divided.entries, '3'));
    expect(state.registers.get(LABOUR)?.value).toEqual(level('developed'));
  });

  it('goes to the successor with whom one that was taken off the list is joined', async () => {
    const gone = new Copy(MADE)
      .set('institution/social/name', 'Ministry of Social Affairs')
      .set('institution/labour/removed', true);
    const { merged } = drop(gone.entries, await workbook(gone.entries, '3'));
    const after = new Copy(merged.entries);
    expect(after.answersOf('social')).toEqual({});
    after.join('labour', 'social');
    expect(after.answersOf('social')['A-1']).toEqual({ state: 'level', level: 'developed' });
  });
});

describe('an institution that a file brings', () => {
  const brought = (name: string) => {
    const theirs = new Copy(MADE).set('institution/other/name', name).set('rating/other/A-1/1/answer', level('mature'));
    return { assessment: ASSESSMENT, framework, journal: journal(theirs) };
  };
  const mine = { assessment: ASSESSMENT, framework, journal: journalOf(MADE) };

  it.each([
    ['Ministry  of LABOUR', true],
    ['Labour Ministry', false],
    ['Ministry of Labor', false],
  ])('is asked about where its name is %s', (name, isSameName) => {
    const { newcomers, files } = previewMerges(mine, [brought(name)], NOW_MS, random);
    expect(newcomers).toEqual([{ id: 'other', name, other: 'labour', otherName: 'Ministry of Labour', isSameName }]);
    expect(files[0]?.notices.map(({ code }) => code)).toContain('merge.alikeInstitutions');
  });

  it('is not asked about where it is another, or is here', () => {
    expect(previewMerges(mine, [brought('Ministry of Health')], NOW_MS, random).newcomers).toEqual([]);
    const here = { ...mine, journal: brought('Labour Ministry').journal };
    expect(previewMerges(here, [brought('Labour Ministry')], NOW_MS, random).newcomers).toEqual([]);
  });

  it('is one with the other where a person says so, in the same write', () => {
    const same = new Map([['other', 'labour']]);
    const { brought: found } = previewMerges(mine, [brought('Labour Ministry')], NOW_MS, random, same);
    const merged = mergeJournals(mine.journal, found);
    const copy = new Copy(merged.entries);
    expect(copy.assessment.institutions.get('other')?.joinedInto).toBe('labour');
    expect(copy.answersOf('labour')['A-1']).toEqual({ state: 'level', level: 'mature' });
    const undone = undoMerge(merged, recordMerge(mine.journal, merged));
    expect(undone.ok && new Set(undone.value.entries.filter(isFull))).toEqual(new Set(MADE));
  });
});
