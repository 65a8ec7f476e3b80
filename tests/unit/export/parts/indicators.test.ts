import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { documentOf, plain } from '../document-of.ts';

/** The fields of the annex of R-1, by their labels. */
function fieldsOf(settings: readonly Setting[], language = 'en'): Record<string, string[]> {
  const { sections } = documentOf(settings, { language });
  const blocks = sections.find(({ id }) => id === 'indicators')?.blocks ?? [];
  const record = blocks.flatMap((block) => (block.kind === 'record' && block.code === 'R-1' ? [block] : []))[0]!;
  return Object.fromEntries(record.fields.map(({ label, values }) => [label, values.map(plain)]));
}

const opinion = (level: string): Setting[] => [
  ['rating/lead/R-1/1/answer', { level }],
  ['rating/lead/R-1/1/confidence', 'high'],
];
const forum: Setting = ['agreed/R-1/forum', { name: 'National workshop', date: '2026-11-03' }];

describe('the record of an indicator', () => {
  it('says where a level was agreed, and why only where somebody wrote why', () => {
    const agreed: Setting[] = [...opinion('developed'), ['agreed/R-1/answer', { level: 'developed' }], forum];
    expect(fieldsOf(agreed)).toMatchObject({ 'Agreed at': ['National workshop, 3 November 2026'] });
    expect(fieldsOf(agreed)).not.toHaveProperty('Why this level was agreed');

    const reasoned = fieldsOf([...agreed, ['agreed/R-1/rationale', 'Seen in two regions']]);
    expect(reasoned['Why this level was agreed']).toEqual([
      'Seen in two regions',
      'National workshop, 3 November 2026',
    ]);
    expect(reasoned).not.toHaveProperty('Agreed at');
  });

  it('says the day alone where no meeting is named', () => {
    const day: Setting = ['agreed/R-1/forum', { name: '', date: '2026-11-03' }];
    const agreed: Setting[] = [...opinion('developed'), ['agreed/R-1/answer', { level: 'developed' }], day];
    expect(fieldsOf(agreed)).toMatchObject({ 'Agreed on': ['3 November 2026'] });
  });

  it('speaks of no level, and of no confidence in one, where there is none', () => {
    const unknown = fieldsOf([...opinion('developed'), ['agreed/R-1/answer', { unknown: true }], forum]);
    expect(unknown).toMatchObject({ 'Decided at': ['National workshop, 3 November 2026'] });
    expect(unknown).not.toHaveProperty('Confidence');

    const out = fieldsOf([
      ['agreed/R-1/answer', { notApplicable: 'No coast' }],
      ['agreed/R-1/rationale', 'Landlocked'],
    ]);
    expect(out['Reason']).toEqual(['No coast', 'Landlocked']);
  });

  it('calls the sentences of the lowest level typical: they are examples', () => {
    expect(fieldsOf(opinion('nascent'))).toHaveProperty('Typical of this level');
    expect(fieldsOf(opinion('emerging'))).toHaveProperty('Level reached');
  });

  it('names the level that is missed in brackets after its number', () => {
    expect(Object.keys(fieldsOf(opinion('emerging'))).find((label) => label.startsWith('Missing'))).toMatch(
      /^Missing for level 3 \(.+\)$/,
    );
  });

  it.each([
    ['fr', 'Degré de certitude', 'élevé'],
    ['es', 'Grado de certeza', 'alto'],
  ])('says how sure in words that agree with their label, in %s', (language, label, word) => {
    expect(fieldsOf(opinion('developed'), language)).toMatchObject({ [label]: [word] });
  });
});
