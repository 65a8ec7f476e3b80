import { beforeAll, describe, expect, it } from 'vitest';
import { readFonts } from '../../../../src/cli/read-fonts.ts';
import { makeSample } from '../../../../src/content/make-sample.ts';
import { readAssessment } from '../../../../src/domain/assessment/read-assessment.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import { LEVEL_MARKS } from '../../../../src/domain/profile/level-marks.ts';
import type { AssessmentState } from '../../../../src/domain/registers/assessment-state.ts';
import { fold } from '../../../../src/domain/registers/fold.ts';
import { PRESENT_ENGINE } from '../../../../src/domain/scoring/engine.ts';
import type { ReportDocument } from '../../../../src/export/document/document.ts';
import { PRINTED_FACE } from '../../../../src/export/document/text-face.ts';
import { buildDocument } from '../../../../src/export/parts/build-document.ts';
import { optionsOf } from '../../../../src/export/parts/report-presets.ts';
import { fontsFor } from '../../../../src/export/pdf/font-faces.ts';
import { Typesetter } from '../../../../src/export/pdf/font-metrics.ts';
import { layOutDocument } from '../../../../src/export/pdf/lay-out-document.ts';
import { MARGIN, MM } from '../../../../src/export/pdf/measures.ts';
import { metricsOf, openPdf } from '../../../../src/export/pdf/pdfkit-document.ts';
import { writePdf } from '../../../../src/export/pdf/write-pdf.ts';
import { SUMMARY_MEASURES } from '../../../../src/export/document/fit-summary.ts';
import { LANGUAGES } from '../../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../../src/i18n/localiser.ts';
import { shortDate } from '../../../../src/i18n/short-date.ts';
import { buildComparison } from '../../../../src/report/build-comparison.ts';
import { buildReport } from '../../../../src/report/build-report.ts';
import type { Report } from '../../../../src/report/report.ts';
import { markSigns } from '../../../../src/words/level-mark-words.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { assessmentOf } from '../../../fixtures/assessment-of.ts';
import { pageTexts, readPdf } from '../../../fixtures/read-pdf.ts';
import { readCatalogue } from '../../i18n/read-catalogue.ts';
import { fakeSurroundings } from '../../state/fake-store.ts';
import { readFramework } from '../../state/read-main-framework.ts';

const framework: Framework = readFramework();
const ids = framework.indicators.map(({ id }) => id);
const NAME =
  'Ministère délégué auprès du ministre de l’Intérieur, chargé de la gouvernance migratoire et des nationaux à l’étranger';
const TITLE = 'Mettre en place, dans chacune des régions et avec les collectivités, un guichet commun qui oriente';
const DIFFERING = 12;

/** Long names, eight costed measures, three long reservations, twelve indicators on which positions differ. */
function difficult(language: string): Setting[] {
  const point =
    'Inscrire les mesures au programme de travail du comité interministériel, avant la fin du mois de mars.';
  return [
    ['round/country', 'République fédérale et démocratique de Très-Longue-Désignation'],
    ['round/lead', NAME],
    ['round/currency', 'francs CFA'],
    ['round/closingDate', '2026-10-30'],
    ['round/decision', { [language]: { points: [point, point, point], factsHash: 'before' } }],
    ...['interior', 'labour', 'justice'].map((id): Setting => [`institution/${id}/name`, `${NAME} (${id})`]),
    ...ids.flatMap((id, place): Setting[] => [
      [`rating/interior/${id}/1/answer`, { level: 'nascent' }],
      [`rating/labour/${id}/1/answer`, { level: place < DIFFERING ? 'mature' : 'nascent' }],
      [`impact/${id}`, 4],
    ]),
    ...ids.slice(0, 3).map((id): Setting => [`reservation/labour/${id}`, `${TITLE}. `.repeat(5)]),
    ...ids.slice(0, 8).flatMap((id, place): Setting[] => [
      [`measure/m${place}/title`, `${TITLE} (${place + 1})`],
      [`measure/m${place}/indicators`, [id, ids[place + 20] ?? id]],
      [`measure/m${place}/lead`, 'interior'],
      [`measure/m${place}/partners`, ['labour', 'justice']],
      [`action/a${place}/indicators`, [id]],
      [`action/a${place}/end`, '2027-09-30'],
      [`action/a${place}/costOnce`, 123_456_789],
      [`action/a${place}/costYearly`, 9_876_543],
    ]),
  ];
}

/** Room in mm between the last line of text and what stands at the foot of the page: boxes to tick, or its margin. */
function freeAbove(document: ReportDocument): number {
  const fonts = readFonts(fontsFor(document));
  const pdf = openPdf(fonts, { title: '', language: 'en', created: new Date(0), producer: 'test' });
  const layout = layOutDocument(document, new Typesetter(metricsOf(pdf, fonts)));
  let step = layout.next();
  while (step.done !== true) step = layout.next();
  const [page] = step.value.pages;
  const bottom = (page?.height ?? 0) - MARGIN.bottom;
  const ends = (page?.contents ?? []).flatMap(({ marks }) =>
    marks.flatMap((mark) => (mark.kind === 'text' ? [mark.baseline] : [])),
  );
  const [block] = document.sections[0]?.blocks ?? [];
  const isSigned = block?.kind === 'summary' && block.page.approval !== null;
  const foot = isSigned ? bottom - SUMMARY_MEASURES.approval * MM : bottom;
  const above = ends.filter((end) => end < foot || end > bottom);
  return (foot - Math.max(...above)) / MM;
}

/** Every word of a document, in its order. */
function wordsIn(part: unknown): string {
  if (typeof part === 'string') return part;
  return typeof part === 'object' && part !== null ? Object.values(part).map(wordsIn).join('') : '';
}

describe.each(LANGUAGES.map(({ code }) => code))('the page for the minister as PDF, in %s', (code) => {
  const language = LANGUAGES.find((one) => one.code === code) ?? LANGUAGES[0];
  const localiser = createLocaliser(language, readCatalogue(language.code));
  let sample: Report;
  let state: AssessmentState;

  beforeAll(async () => {
    const identity = { id: 'a1', round: 'r1', parent: null };
    const entries = await makeSample({ identity, framework, language: code, surroundings: fakeSurroundings() });
    state = readAssessment(fold(entries), framework);
    sample = buildReport({ framework, state, identity });
  });

  const reportOf = (settings: readonly Setting[]) =>
    buildReport({ framework, state: assessmentOf(framework, settings), identity: null });

  const documentOf = (report: Report): ReportDocument => {
    const options = { ...optionsOf('one-page'), now: '2026-11-21', toolVersion: '0.1.0', face: PRINTED_FACE };
    return buildDocument(report, framework, localiser, options);
  };

  async function pagesOf(report: Report): Promise<string[]> {
    const document = documentOf(report);
    expect(freeAbove(document)).toBeGreaterThanOrEqual(0);
    const pages = pageTexts(readPdf(await writePdf(document, readFonts(fontsFor(document)))));
    // Letters that read from the right come back in the order in which they are drawn: what was laid out is looked at.
    return language.direction === 'rtl' ? pages.map(() => wordsIn(document.sections)) : pages;
  }
  /** As it is drawn: spaces and hyphens of one look are one. */
  const onPaper = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('\u2011', '-');

  it('is one page for the sample, and says what its report says', async () => {
    const pages = await pagesOf(sample);
    expect(pages).toHaveLength(1);
    const text = onPaper(pages[0] ?? '');
    const { grounds, measures, distributions } = sample;
    expect(text).toContain(localiser.t('report.grounds.agreed', { count: grounds.agreed }));
    expect(text).toContain(localiser.t('report.grounds.provisional', { count: grounds.provisional }));
    expect(text).toContain(onPaper(localiser.t('report.grounds.differing', { count: grounds.differing })));
    expect(text).toContain(String(distributions[0]?.atOrAbove.count));
    expect(measures.length).toBeGreaterThan(4);
    const dates = [localiser.date.bind(localiser), (end: string) => shortDate(language, end)].map((write) =>
      measures.flatMap(({ end }) => (end === null ? [] : [onPaper(write(end))])),
    );
    // With the months cut where they do not fit, and never in both ways.
    expect(dates.some((written) => written.every((date) => text.includes(date)))).toBe(true);
    expect(text).toContain(localiser.t('report.approval.signature'));
  });

  it('prints every reservation whole and leaves no room that a strength would take', async () => {
    const text = onPaper((await pagesOf(sample))[0] ?? '');
    const reserved = sample.indicators.flatMap(({ reservations }) => reservations);
    expect(reserved.length).toBeGreaterThan(1);
    for (const one of reserved) expect(text).toContain(onPaper(localiser.text(one.text)));
    expect(text).not.toContain('…');
    // Two strengths with their heading, how many more there are, and the space above the boxes.
    const { gap, heading, item, itemGap } = SUMMARY_MEASURES;
    expect(freeAbove(documentOf(sample))).toBeLessThan(2 * gap + heading + 2 * (item + itemGap) + item);
  });

  it('stays one page when a person writes sentences as long as any may be, and cuts no reservation for them', async () => {
    const [word = ''] = /\p{L}{4,}/u.exec(localiser.t('report.summary.nothingRated')) ?? [];
    const edited = { text: `${word} `.repeat(80).trim(), factsHash: '' };
    const sentences = sample.sentences.map((one) => (one.id.startsWith('summary.') ? { ...one, edited } : one));
    const pages = await pagesOf({ ...sample, sentences });
    expect(pages).toHaveLength(1);
    const text = onPaper(pages[0] ?? '');
    for (const { reservations } of sample.indicators) {
      for (const one of reservations) expect(text).toContain(onPaper(localiser.text(one.text)));
    }
    expect(text).toContain(onPaper(localiser.t('report.grounds.differing', { count: sample.grounds.differing })));
  });

  it('says on the same one page what changed since the round before, where there was one', async () => {
    const before = assessmentOf(
      framework,
      sample.indicators.flatMap(({ id, level }): Setting[] =>
        level === null ? [] : [[`agreed/${id}/answer`, { level: 'nascent' }]],
      ),
    );
    const previous = {
      framework,
      state: { ...before, round: { ...before.round, closingDate: '2023-12-31' } },
      identity: null,
    };
    const compared = { ...sample, comparison: buildComparison(previous, { framework, state }, PRESENT_ENGINE) };
    const pages = await pagesOf(compared);
    expect(pages).toHaveLength(1);
    const { moved } = compared.comparison;
    expect(moved.up).toBeGreaterThan(40);
    const when = localiser.date('2023-12-31');
    expect(onPaper(pages[0] ?? '')).toContain(onPaper(localiser.t('report.change', { ...moved, when })));
  });

  it('is one page for a round in which nothing was said', async () => {
    const pages = await pagesOf(reportOf([]));
    expect(pages).toHaveLength(1);
    expect(onPaper(pages[0] ?? '')).toContain(onPaper(localiser.t('report.measures.none')));
  });

  it('is one page for a difficult round, and never loses measures, differing positions, or a digit of an amount', async () => {
    const report = reportOf(difficult(code));
    expect(report.grounds.differing).toBe(DIFFERING);
    const pages = await pagesOf(report);
    expect(pages).toHaveLength(1);
    const text = onPaper(pages[0] ?? '');
    const from = `1${markSigns(language, LEVEL_MARKS)}`;
    expect(text.split(onPaper(localiser.t('report.gaps.fromTo', { from, to: '2' })))).toHaveLength(9);
    expect(text).toContain(onPaper(localiser.number(report.costs.once ?? 0)));
    expect(text.split(onPaper(localiser.number(123_456_789)))).toHaveLength(9);
    expect(text).toContain(onPaper(localiser.t('report.grounds.differing', { count: DIFFERING })));
    expect(text).toContain(localiser.t('report.decision.outdated').slice(0, 20));
  });
});
