import { expect, it } from 'vitest';
import { standsIn } from '../../../../src/export/parts/glossary.ts';

it('finds an abbreviation as a word, whatever signs a translator writes it with', () => {
  expect(standsIn('two NGOs met', 'NGO')).toBe(true);
  expect(standsIn('the NGOX met', 'NGO')).toBe(false);
  for (const term of ['⟦GCM\u00A0⟧', 'ILO-IOM', 'R&D', 'O.N.U.', '«م.ع»', 'a/b', 'c++']) {
    expect(standsIn(`here ${term} stands`, term), term).toBe(true);
  }
  expect(standsIn('ONNU', 'O.NU')).toBe(false);
});
