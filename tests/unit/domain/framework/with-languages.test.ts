import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../src/domain/canonical-json.ts';
import { parseSingleFileFramework } from '../../../../src/domain/framework/parse-framework.ts';
import { singleFileForm } from '../../../../src/domain/framework/single-file-form.ts';
import { withLanguages } from '../../../../src/domain/framework/with-languages.ts';
import { tinyFramework, tinyFrameworkJson } from '../../../fixtures/tiny-framework.ts';

const { en } = tinyFrameworkJson()['texts'] as { en: Record<string, unknown> };
const framework = tinyFramework({ languages: ['en', 'fr', 'es'], texts: { en, fr: en, es: en } });

describe('a framework in some of its languages', () => {
  it('is the very same where all are wanted, in any order', () => {
    expect(withLanguages(framework, ['es', 'fr', 'en'])).toBe(framework);
  });

  it.each([
    [['fr'], ['en', 'fr']],
    [
      ['es', 'ar'],
      ['en', 'es'],
    ],
    [[], ['en']],
  ])('keeps its source, its hash and every indicator with %j', (codes, languages) => {
    const fewer = withLanguages(framework, codes);
    expect(fewer.structure.languages).toEqual(languages);
    expect(Object.keys(fewer.texts)).toEqual(languages);
    const read = parseSingleFileFramework(JSON.parse(canonicalJson(singleFileForm(fewer))));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    expect(read.value.hash).toBe(framework.hash);
    expect(read.value.indicators).toEqual(framework.indicators);
  });
});
