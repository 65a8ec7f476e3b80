import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { choiceWords } from '../../../../src/ui/returns/choice-words.ts';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { tinyFramework } from '../../../fixtures/tiny-framework.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';

const framework = tinyFramework();

/** What the choices of a cell with this code are called. */
function wordsIn(code: string, options: readonly string[], indicator?: string) {
  const params = { value: 'yes, in part', ...(indicator === undefined ? {} : { indicator }) };
  const cell = {
    id: 'x',
    problem: { code, severity: 'error', file: '', path: [], params },
    options,
    entry: null,
  } as const;
  return LANGUAGES.map((language) => {
    const localiser = createLocaliser(language, readCatalogue(language.code));
    const words = frameworkWords(framework, framework.texts['en']!, localiser);
    return options.map((option) => choiceWords(option, cell, { framework, words }, localiser));
  });
}

describe('the choices in the place of an answer that could not be read', () => {
  it('are called as on the screen, in every language', () => {
    const options = ['developed', 'unknown', 'n/a', 'none'];
    for (const code of ['sheet.unknownAnswer', 'sheet.unknownTarget', 'intake.whichLevel']) {
      const [english, ...others] = wordsIn(code, options, 'A-1');
      expect(english).toEqual(['3 developed', 'Don’t know', 'Not applicable', 'No target this round']);
      for (const called of others) expect(called.slice(1).some((word) => english!.includes(word))).toBe(false);
    }
    expect(wordsIn('intake.whichLevel', ['developed'])).toEqual(wordsIn('intake.whichLevel', ['developed'], 'A-1'));
  });

  it('stay as they are where they are the words of the sheet, or figures', () => {
    expect(
      wordsIn('sheet.notOneToFour', ['1', '2'], 'A-1')
        .flat()
        .every((word) => word === undefined),
    ).toBe(true);
    expect(
      wordsIn('sheet.unknownInstitution', ['developed'])
        .flat()
        .every((word) => word === undefined),
    ).toBe(true);
  });
});
