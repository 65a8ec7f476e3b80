import { describe, expect, it } from 'vitest';
import { cellsOf, documentOf, textsOf } from '../document-of.ts';

describe('the amounts of a plan', () => {
  it('stand by measure, then by lead and by year', () => {
    const document = documentOf([
      ['institution/interior/name', 'Ministry of the Interior'],
      ['action/p/indicators', ['R-1']],
      ['action/p/activity', 'Extend to all regions'],
      ['action/q/activity', 'Print the form'],
      ['round/currency', 'crowns'],
      ['measure/m/title', 'One counter'],
      ['measure/m/indicators', ['R-1']],
      ['action/a/indicators', ['R-1']],
      ['action/a/activity', 'Open it'],
      ['action/a/lead', 'interior'],
      ['action/a/start', '2027-02-01'],
      ['action/a/end', '2028-03-31'],
      ['action/a/costOnce', 40000],
      ['action/a/costYearly', 5000],
      ['action/b/activity', 'Publish'],
      ['action/b/costOnce', 700],
    ]);
    const [plan, costs] = document.sections
      .find(({ id }) => id === 'plan')!
      .blocks.filter((block) => block.kind === 'table');
    const groups = cellsOf(plan!).flatMap((row) => (row.length === 1 ? row[0]! : []));
    expect(groups[0]).toBe('1. One counter · at least 40,000 crowns once and 5,000 crowns a year');
    expect(groups[1]).toBe('2. Other actions · at least 700 crowns once');
    // Each action by its number in the measure, whatever its place in the plan.
    expect(cellsOf(plan!).map(([first]) => first?.[0])).toEqual([groups[0], '1.1', '1.2', groups[1], '2.1', '2.2']);
    expect(cellsOf(costs!).at(-3)?.slice(0, 3)).toEqual([['Together'], ['40,700'], ['5,000']]);
    expect(textsOf(document, 'plan').join('\n')).toContain('By year: 2027: 45,000; 2028: 5,000; without a date: 700.');
  });

  it('say of each action what is there and what is to find, before the words', () => {
    const document = documentOf([
      ['action/a/activity', 'Open it'],
      ['action/a/costOnce', 40000],
      ['action/a/costYearly', 5000],
      ['action/a/costThere', 41000],
      ['action/a/resourcesToFind', 'Two posts'],
      ['action/a/resourcesAvailable', 'The premises'],
    ]);
    const [plan, costs] = document.sections
      .find(({ id }) => id === 'plan')!
      .blocks.filter((block) => block.kind === 'table');
    expect(cellsOf(plan!)[0]).toContainEqual([
      '40,000 once + 5,000 a year',
      'To find: 4,000 a year',
      'Two posts',
      'Available: 41,000',
      'The premises',
    ]);
    expect(cellsOf(costs!).at(-1)).toEqual([['Together'], ['40,000'], ['5,000'], ['41,000'], ['0'], ['4,000']]);
  });
});
