import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WorkbookSheet } from '../../../src/domain/intake/cells.ts';
import { requirementsHeldAt } from '../../../src/domain/assessment/requirements.ts';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { officeParts, unescapeXml } from '../../fixtures/office-text.ts';
import type { Edit } from '../../fixtures/answer-workbooks.ts';
import {
  bytesOf,
  changes,
  edited,
  framework,
  openOf,
  SETTINGS,
  sheetsOf,
  take,
} from '../../fixtures/answer-workbooks.ts';

const REGISTER = 'rating/labour/B-1/1/under-way';
const met = (value: string | null): Edit => [2, 'B-1/emerging/a', 'Met?', value];

/** The workbook without what its key says that the cells said: then everything in it counts as filled in. */
const asFilledIn = (sheets: readonly WorkbookSheet[]) =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.filter(([first]) => first !== 'base') }));

/** As it was made before requirements could be under way. */
const asMadeBefore = (sheets: readonly WorkbookSheet[]) =>
  sheets.map(({ name, rows }) => ({ name, rows: rows.filter(([first]) => first !== 'word.met.under-way') }));

describe('a requirement that is under way, in a workbook', () => {
  it.each([
    ['en', ['Yes', 'No', 'Under way']],
    ['fr', ['Oui', 'Non', 'En cours']],
  ])('is the third word of the list (%s)', async (code, words) => {
    const parts = officeParts(await bytesOf({ code }));
    const [list = ''] = /<dataValidation type="list".*?<\/dataValidation>/.exec(
      parts.get('xl/worksheets/sheet3.xml')!,
    )!;
    const [, from, to] = /\$B\$(\d+):\$B\$(\d+)/.exec(unescapeXml(list))!.map(Number);
    const key = (await sheetsOf({ code })).at(-1)!;
    expect(key.rows.slice(from! - 1, to).map((row) => row[1])).toEqual(words);
  });

  it.each(['Under way', 'under way', ' UNDERWAY. ', 'en cours', 'in progress', 'Commencé', 'ongoing'])(
    'is read as people write it: %s',
    async (written) => {
      expect(changes(edited(await sheetsOf(), met(written)))).toEqual({ [REGISTER]: ['B-1/emerging/a'] });
    },
  );

  it('gives no level, and is taken back with the word', async () => {
    const entries = entriesOf([...SETTINGS, ['rating/labour/B-1/1/under-way', ['B-1/emerging/a']]]);
    const sheets = await sheetsOf({ entries });
    expect(changes(edited(sheets, met(null)))).toEqual({ [REGISTER]: null });
    expect(changes(edited(sheets, met('No')))).toEqual({ [REGISTER]: null });
    expect(changes(edited(sheets, met('Yes')))).toEqual({
      [REGISTER]: null,
      'rating/labour/B-1/1/requirements': ['B-1/emerging/a'],
      'rating/labour/B-1/1/answer': { level: 'emerging' },
    });
  });

  it('does not take the level that was chosen, and that is said', async () => {
    const taken = take(edited(await sheetsOf(), [1, 'B-1', 'Your answer', '2'], met('Under way')));
    expect(taken.ok && taken.advice.map(({ code }) => code)).toEqual(['workbook.requirementNotMet']);
  });

  it('comes back as it went out, whatever is met and under way, in every language', async () => {
    const all = requirementsHeldAt(framework, framework.indicatorById.get('B-1')!, 'mature');
    const some = fc.subarray([...all]);
    const answers = fc.constantFrom(null, 'nascent', 'emerging', 'developed', 'mature');
    await fc.assert(
      fc.asyncProperty(answers, some, some, fc.constantFrom('en', 'fr'), async (level, ticks, begun, code) => {
        const said: Setting[] = [
          ...(level === null ? [] : [['rating/labour/B-1/1/answer', { level }] as const]),
          ...(ticks.length === 0 ? [] : [['rating/labour/B-1/1/requirements', ticks] as const]),
          ...(begun.length === 0 ? [] : [[REGISTER, begun] as const]),
        ];
        const sheets = await sheetsOf({ code, entries: entriesOf([...SETTINGS, ...said]) });
        expect(changes(sheets)).toEqual({});
        const held = level === null ? [] : requirementsHeldAt(framework, framework.indicatorById.get('B-1')!, level);
        const shown = begun.filter((address) => !ticks.includes(address) && !held.includes(address)).sort();
        expect(changes(asFilledIn(sheets))[REGISTER]).toEqual(shown.length === 0 ? undefined : shown);
      }),
      { numRuns: 40 },
    );
  });

  it('says nothing of it in a workbook from before: what stands stays, and the word is asked about', async () => {
    const entries = entriesOf([...SETTINGS, ['rating/labour/B-1/1/under-way', ['B-1/emerging/a']]]);
    const before = asMadeBefore(await sheetsOf({ entries: entriesOf(SETTINGS) }));
    expect(changes(edited(before, met('No')))).toEqual({});
    expect(changes(edited(asMadeBefore(await sheetsOf({ entries })), met(null)))).toEqual({});
    expect(openOf(edited(before, met('Under way')))).toEqual([['workbook.unknownWord', 'Requirements', 9]]);
  });

  it('leaves what stands where a cell cannot be read, or its row was taken out', async () => {
    const entries = entriesOf([
      ...SETTINGS,
      ['rating/labour/B-1/1/requirements', ['B-1/mature/a']],
      [REGISTER, ['B-1/emerging/a']],
    ]);
    const sheets = await sheetsOf({ entries });
    expect(changes(edited(sheets, met('perhaps')))).toEqual({});
    const without = (address: string) =>
      sheets.map(({ name, rows }) => ({ name, rows: rows.filter(([first]) => first !== address) }));
    for (const address of ['B-1/emerging/a', 'B-1/mature/a']) {
      const taken = take(without(address));
      expect(taken.ok && taken.value.journal.entries).toEqual([]);
      expect(taken.ok && taken.advice.map(({ code, line }) => [code, line])).toEqual([
        ['workbook.requirementRowsMissing', 9],
      ]);
    }
    // Where nothing had been said, none is missed.
    const fresh = (await sheetsOf()).map(({ name, rows }) => ({
      name,
      rows: rows.filter(([first]) => first !== 'B-1/developed/a'),
    }));
    expect(changes(edited(fresh, met('Under way')))).toEqual({ [REGISTER]: ['B-1/emerging/a'] });
  });

  it('loses no other tick to one that cannot be read, where nothing was ticked before', async () => {
    const sheets = edited(
      await sheetsOf(),
      met('perhaps'),
      [2, 'B-1/developed/a', 'Met?', 'Yes'],
      [2, 'B-1/mature/a', 'Met?', 'Under way'],
    );
    expect(changes(sheets)).toEqual({
      'rating/labour/B-1/1/requirements': ['B-1/developed/a'],
      [REGISTER]: ['B-1/mature/a'],
    });
    const taken = take(sheets);
    expect(taken.ok && taken.advice.map(({ code, line }) => [code, line])).toEqual([['workbook.levelWaits', 9]]);
    expect(openOf(sheets)).toEqual([['workbook.unknownWord', 'Requirements', 9]]);
  });

  it('says that the others wait for it, where some were ticked before and others are now', async () => {
    const ticked = ['B-1/developed/a', 'B-1/emerging/a'];
    const entries = entriesOf([...SETTINGS, ['rating/labour/B-1/1/requirements', ticked]]);
    const adviceOf = (sheets: readonly WorkbookSheet[]) => {
      const taken = take(sheets);
      if (!taken.ok) throw new Error(JSON.stringify(taken.problems));
      expect(taken.value.journal.entries).toEqual([]);
      return taken.advice.map(({ code, line, params }) => [code, line, params['indicator']]);
    };
    const spoiled = edited(await sheetsOf({ entries }), met('perhaps'));
    expect(adviceOf(spoiled)).toEqual([]);
    expect(adviceOf(edited(spoiled, [2, 'B-1/mature/a', 'Met?', 'Yes']))).toContainEqual([
      'workbook.ticksLeft',
      9,
      'B-1',
    ]);
    expect(adviceOf(edited(spoiled, [2, 'B-1/developed/a', 'Met?', 'x?']))).toEqual([]);
  });
});
