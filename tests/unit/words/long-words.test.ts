import { describe, expect, it } from 'vitest';
import { hyphenateLongWords, softenLongWords } from '../../../src/words/long-words.ts';

describe('words that are longer than their line', () => {
  it('are parted with hyphens where a program would break them without one', () => {
    expect(hyphenateLongWords('an incomprehensibilities word', 10)).toBe('an incompreh-ensibilit-ies word');
    expect(hyphenateLongWords('anticonstitutionnellement', 24)).toBe('anticonstitutionnellem-ent');
  });

  it('may be broken by whoever sets the lines, and leave no letter or two alone', () => {
    expect(softenLongWords('a inspectorate', 8).replaceAll('\u00ad', '|')).toBe('a ins|p|e|c|t|o|r|ate');
  });

  it('keep every mark with its letter, whatever the form of the letter', () => {
    const letters = 'répétitivement'.normalize('NFD');
    expect(hyphenateLongWords(letters, 8).normalize()).toBe('répétit-ivement');
    expect(softenLongWords(letters, 8).normalize().replaceAll('\u00ad', '|')).toBe('rép|é|t|i|t|i|v|e|m|ent');
  });

  it.each([0, 1, 2, 3])('are parted also where a line holds %i letters', (letters) => {
    expect(hyphenateLongWords('inspectorate', letters)).toBe('ins-pec-tor-ate');
  });

  it.each([
    'Ministry of Labour, 30.10.2026',
    'https://www.example.org/implementation-of-the-plan',
    '123456789012345',
    'وزارة الداخلية والجماعات',
  ])('are none in %s', (text) => {
    expect(hyphenateLongWords(text, 14)).toBe(text);
    expect(softenLongWords(text, 14)).toBe(text);
  });
});
