import { describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { readFrameworkAt } from '../../../../src/cli/read-framework.ts';
import { buildDocument } from '../../../../src/export/parts/build-document.ts';
import { fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import { writePdf } from '../../../../src/export/pdf/write-pdf.ts';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { deepFreeze } from '../../../fixtures/deep-freeze.ts';
import { pageTexts, readPdf } from '../../../fixtures/read-pdf.ts';
import { projectPath } from '../../cli/run-collected.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';

const read = readFrameworkAt(projectPath('indicators/migration-governance'));
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const framework = deepFreeze(read.value);

/** Names of ministries as long as they are in official gazettes. */
const MINISTRY =
  'Ministère délégué auprès du ministre de l’Intérieur, chargé de la gouvernance migratoire et des nationaux à l’étranger';
const SENTENCE = `${'Le comité interministériel a examiné chaque indicateur avec les pièces que les ministères ont déposées, et '.repeat(20)}conclut.`;

/** The longest titles of a language are the strengths and the aspects to strengthen; all else is as long as it gets. */
function longestIn(language: string): Setting[] {
  const titleOf = (id: string) => framework.texts[language]?.indicators[id]?.title ?? '';
  const byLength = framework.indicators.map(({ id }) => id).sort((a, b) => titleOf(b).length - titleOf(a).length);
  const levelOf = (place: number) => (place < 5 ? 'mature' : place < 20 ? 'nascent' : 'emerging');
  return [
    ['round/lead', MINISTRY],
    ['institution/lead/name', MINISTRY],
    ['institution/other/name', MINISTRY],
    ...byLength.flatMap((id, place): Setting[] => [
      [`rating/lead/${id}/1/answer`, { level: levelOf(place) }],
      ...(place < 5 || place >= 20
        ? []
        : ([
            [`impact/${id}`, 4],
            [`ease/${id}`, 3],
            [`action/${id}/indicators`, [id]],
            [`action/${id}/activity`, SENTENCE],
            [`action/${id}/lead`, MINISTRY],
            [`action/${id}/end`, '2027-09-30'],
          ] satisfies Setting[])),
    ]),
    ...['levels', 'pairs', 'mostRoom', 'rated', 'own-1', 'own-2'].map((id): Setting => [
      `round/sentence-summary.${id}`,
      { text: SENTENCE, factsHash: 'before' },
    ]),
  ];
}

describe.each(LANGUAGES.map(({ code }) => code))('the summary of the main instrument in %s', (code) => {
  const localiserOf = (language: (typeof LANGUAGES)[number]) => createLocaliser(language, readCatalogue(language.code));
  const language = LANGUAGES.find((one) => one.code === code) ?? LANGUAGES[0];
  const second = LANGUAGES.find((one) => one.code !== code) ?? LANGUAGES[0];

  it('is one page with the longest texts there can be, and one more in a second language', async () => {
    const report = buildReport({ framework, state: assessmentOf(framework, longestIn(code)), identity: null });
    const document = buildDocument(report, framework, localiserOf(language), {
      sections: new Set(['summary', 'second-summary', 'gaps']),
      now: '2026-11-21',
      toolVersion: '0.1.0',
      second: localiserOf(second),
    });
    const pages = document.sections.filter(({ id }) => id !== 'gaps');
    expect(pages.map(({ id }) => id)).toEqual(['summary', 'second-summary']);
    const texts = pageTexts(
      readPdf(await writePdf({ ...document, sections: pages }, readFonts(fontsFor({ ...document, sections: pages })))),
    );
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('…');
    // Drawn from the left, whichever way it reads.
    expect(texts[0]).toMatch(language.direction === 'rtl' ? /2\s←\s/ : /1\*° → 2/);
  });
});
