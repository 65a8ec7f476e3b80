import { describe, expect, it } from 'vitest';
import { withWordsHere } from '../../../src/content/local-terms.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { readFramework } from '../state/read-main-framework.ts';
import { documentOf, textsOf } from './document-of.ts';

const HERE: Readonly<Record<string, string>> = {
  en: 'Directorate of National Security',
  fr: 'Sûreté nationale',
  es: 'Dirección de Seguridad Nacional',
  ar: 'المديرية العامة للأمن الوطني',
};
/** What stands behind a sentence; French has its no-break space before the colon. */
const BEHIND: Readonly<Record<string, string>> = {
  en: '[here: police = Directorate of National Security]',
  fr: '[ici\u00a0: police = Sûreté nationale]',
  es: '[aquí: policía = Dirección de Seguridad Nacional]',
  ar: '[هنا: الشرطة = المديرية العامة للأمن الوطني]',
};
const CODES = LANGUAGES.map(({ code }) => code as string);
const framework = withWordsHere(readFramework(), { police: HERE });
/** Its question names the police in every language, and so does its next step. */
const SETTINGS = [['rating/lead/MR-03/1/answer', { level: 'nascent' }]] as const;

describe.each(CODES)('what an institution is called in the country, in the report in %s', (language) => {
  const other = language === 'ar' ? 'fr' : 'ar';
  const document = documentOf(SETTINGS, { framework, language, second: other });

  it('stands behind the question and the next step, in the order in which it is written', () => {
    const said = textsOf(document, 'indicators').filter((text) => text.includes(HERE[language]!));
    expect(said.length).toBeGreaterThanOrEqual(2);
    for (const text of said) expect(text).toContain(BEHIND[language]);
  });

  it('is said in the words of its own language only, in a report of two as well', () => {
    const said = textsOf(document, 'indicators').join('\n');
    for (const code of CODES.filter((code) => code !== language)) expect(said).not.toContain(HERE[code]);
  });
});
