import { describe, expect, it } from 'vitest';
import type { Setting } from '../../fixtures/assessment-of.ts';
import { buildPaper } from '../../../src/export/letters/build-paper.ts';
import { writerInput } from '../../fixtures/difficult-report.ts';
import { documentOf, paired } from './document-of.ts';

/** Everything that is said, joined. */
const said = (value: unknown): string => JSON.stringify(value);

const RATED: Setting = ['rating/lead/R-1/1/answer', { level: 'emerging' }];
const BEGUN: Setting = ['rating/lead/R-1/1/under-way', ['R-1/mature/a', 'R-1/emerging/a']];
const LABEL = { en: 'Requirements under way', fr: 'Exigences en cours' };

/** The lines of the annex that name what is under way. */
function fieldsOf(language: 'en' | 'fr', ...settings: Setting[]) {
  const { sections } = documentOf(settings, { language });
  const records = sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'record'));
  return records.flatMap(({ fields }) => fields.filter(({ label }) => label === LABEL[language]));
}

describe('what is under way', () => {
  it.each(['en', 'fr'] as const)('stands in the annex by its sentence, without what is met (%s)', (language) => {
    const fields = fieldsOf(language, RATED, BEGUN);
    expect(fields).toHaveLength(1);
    const texts = paired.texts[language] ?? paired.texts['en']!;
    const { mature, emerging } = texts.indicators['R-1']!.levels;
    expect(fields[0]!.values).toHaveLength(1);
    expect(said(fields)).toContain(mature![0]);
    expect(said(fields)).not.toContain(emerging![0]);
    expect(fieldsOf(language, RATED)).toEqual([]);
  });

  it('stays in the house: nobody agreed on it', () => {
    const printed = (edition: 'internal' | 'public') => said(documentOf([RATED, BEGUN], { edition }).sections);
    expect(printed('internal')).toContain(LABEL.en);
    expect(printed('public')).not.toContain(LABEL.en);
  });

  it('can be written on the questionnaire', () => {
    const { report, framework, localiser, state } = writerInput('en');
    const { assignments } = state;
    const input = { report, framework, localiser, assignments, now: '2026-11-21', toolVersion: '0.1.0' };
    expect(said(buildPaper('questionnaire', input).sections[0])).toContain('Write “under way” beside a requirement');
  });
});
