import { expect, test } from 'vitest';
import { writtenApart } from '../../../src/i18n/written-apart.ts';
import { loadLocaliser } from '../../../src/i18n/load-localiser.ts';

test('what is written in the other direction is kept apart from the sentence around it, in both directions', async () => {
  const [arabic, french] = [await loadLocaliser('ar'), await loadLocaliser('fr')];
  if (arabic === null || french === null) throw new Error('no messages');
  expect(writtenApart(arabic, 'No such body exists.')).toBe('\u2068No such body exists.\u2069');
  expect(writtenApart(french, 'لا توجد هيئة.')).toBe('\u2068لا توجد هيئة.\u2069');
  expect(writtenApart(arabic, 'لا توجد هيئة.')).toBe('لا توجد هيئة.');
  expect(writtenApart(french, 'Aucun organe.')).toBe('Aucun organe.');
});
