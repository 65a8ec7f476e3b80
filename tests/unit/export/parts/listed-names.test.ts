import { describe, expect, it } from 'vitest';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { blockOf, documentOf } from '../document-of.ts';

const NAMES = ['وزارة الداخلية', 'وزارة العدل'] as const;
const settings: Setting[] = [
  ['institution/interior/name', NAMES[0]],
  ['institution/justice/name', NAMES[1]],
  ['rating/interior/R-1/1/answer', { level: 'nascent' }],
  ['action/a/activity', 'Open a counter'],
  ['action/a/indicators', ['R-1']],
  ['action/a/lead', 'interior'],
  ['action/a/partners', ['justice', 'interior']],
  ['action/b/activity', 'Train'],
  ['action/b/indicators', ['R-1']],
  ['action/b/lead', 'justice'],
];

/** The stretches of a row that keep a direction of their own. */
const apartIn = (part: 'plan' | 'gaps' | 'indicators') => {
  const document = documentOf(settings);
  const texts =
    part === 'indicators'
      ? blockOf(document, 'indicators', 'record').fields.flatMap(({ values }) => values)
      : blockOf(document, part, 'table').rows.flatMap((row) => ('cells' in row ? row.cells.flat() : []));
  return texts
    .filter((text) => typeof text !== 'string')
    .map((text) => text.flatMap((run) => ('text' in run && run.apart === true ? [run.text] : [])))
    .filter((names) => names.length > 1);
};

describe('names of a list', () => {
  it('keep it below the measures of the page for the minister, where they may be cut', () => {
    const { page } = blockOf(documentOf([...settings, ['impact/R-1', 4]]), 'summary', 'summary');
    const under = page.measures?.rows[0]?.under?.text ?? [];
    const apart = typeof under === 'string' ? [] : under.filter((run) => 'text' in run && run.apart === true);
    expect(apart.map((run) => ('text' in run ? run.text : ''))).toEqual(expect.arrayContaining([...NAMES]));
  });

  it.each(['plan', 'gaps', 'indicators'] as const)('keep each its own direction in the %s', (part) => {
    expect(apartIn(part)[0]?.slice(0, 2)).toEqual(NAMES);
  });
});
