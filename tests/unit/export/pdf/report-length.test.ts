import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { readCrosswalks } from '../../../../src/cli/read-crosswalks.ts';
import { makeSample } from '../../../../src/content/make-sample.ts';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import type { ReportDocument, SectionId } from '../../../../src/export/document/document.ts';
import { PRINTED_FACE } from '../../../../src/export/document/text-face.ts';
import { buildDocument } from '../../../../src/export/parts/build-document.ts';
import { optionsOf } from '../../../../src/export/parts/report-presets.ts';
import { fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import { Typesetter } from '../../../../src/export/pdf/font-metrics.ts';
import type { LaidDocument } from '../../../../src/export/pdf/lay-out-document.ts';
import { layOutDocument } from '../../../../src/export/pdf/lay-out-document.ts';
import { metricsOf, openPdf } from '../../../../src/export/pdf/pdfkit-document.ts';
import { findLanguage } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { buildReport, robustnessOf } from '../../../../src/report/build-report.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';
import { fakeSurroundings } from '../../state/fake-store.ts';
import { readFramework } from '../../state/read-main-framework.ts';

const framework: Framework = readFramework();
/** What is read through; what follows it is looked up. */
const FIRST_ANNEX: SectionId = 'methodology';
const crosswalks = readCrosswalks(framework);

function layOut(document: ReportDocument): LaidDocument {
  const fonts = readFonts(fontsFor(document));
  const pdf = openPdf(fonts, { title: '', language: 'en', created: new Date(0), producer: 'test' });
  const layout = layOutDocument(document, new Typesetter(metricsOf(pdf, fonts)));
  for (let step = layout.next(); ; step = layout.next()) if (step.done === true) return step.value;
}

/** Pages of the sample, body and whole, by language: what a reader gets through in one evening, and what a printer holds. */
const MOST = {
  en: { body: 25, whole: 90 },
  fr: { body: 28, whole: 94 },
  es: { body: 28, whole: 94 },
  ar: { body: 28, whole: 94 },
} as const;

describe.each(['en', 'fr', 'es', 'ar'] as const)('the whole report of the sample, in %s', (code) => {
  const language = findLanguage(code)!;
  const localiser = createLocaliser(language, readCatalogue(code));
  let laid: LaidDocument;

  beforeAll(async () => {
    const identity = { id: 'a1', round: 'r1', parent: null };
    const entries = await makeSample({ identity, framework, language: code, surroundings: fakeSurroundings() });
    const state = readAssessment(fold(entries), framework);
    const report = buildReport({
      framework,
      state,
      identity,
      robustness: robustnessOf({ framework, state, identity }),
    });
    const options = { ...optionsOf('full'), now: '2026-11-21', toolVersion: '0.1.0', face: PRINTED_FACE, crosswalks };
    laid = layOut(buildDocument(report, framework, localiser, options));
  });

  it('has a body that is read through', () => {
    const bodyPages = (laid.sectionPages.get(FIRST_ANNEX) ?? 0) - 1;
    expect(bodyPages).toBeGreaterThan(10);
    expect(bodyPages).toBeLessThanOrEqual(MOST[code].body);
    expect(laid.pages.length).toBeLessThanOrEqual(MOST[code].whole);
  });

  it('leads from every part, code and address that it names to its place', () => {
    const places = new Set(laid.pages.flatMap(({ destinations }) => destinations.map(({ name }) => name)));
    const body = (laid.sectionPages.get(FIRST_ANNEX) ?? 0) - 1;
    const links = laid.pages.map((page) => page.links.map(({ target, contents }) => ({ target, contents })));
    const inBody = links.slice(0, body).flat();
    for (const { target, contents } of links.flat()) {
      if (target.startsWith('https:')) expect(target).toContain(contents.replace(/\u2010$/, ''));
      else expect(places).toContain(target);
    }
    // The summary names where the rest stands, chapters name indicators and documents.
    expect(inBody.filter(({ target }) => target === 'at-IC-07').map(({ contents }) => contents)).toContain('IC-07');
    expect(inBody.some(({ target }) => target === 'at-E4')).toBe(true);
    expect(
      inBody.some(
        ({ target, contents }) =>
          target === 'plan' && contents.includes(localiser.t('report.seeSection', { number: '' }).trim().slice(0, 8)),
      ),
    ).toBe(true);
  });
});
