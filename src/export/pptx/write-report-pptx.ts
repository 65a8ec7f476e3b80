import type { Framework } from '../../domain/framework/framework.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import { markingWords, reportTitle, statusWords } from '../parts/cover.ts';
import { officeLanguage } from '../office/office-language.ts';
import { packOfficeFile } from '../office/pack-office-file.ts';
import { printableText } from '../document/printable-text.ts';
import { clampText } from '../document/clamp-text.ts';
import type { DocumentOptions } from '../parts/document-context.ts';
import { makeContext } from '../parts/document-context.ts';
import { countCharts, finishPart } from './finish-slides.ts';
import { makeDeck } from './slide-deck.ts';
import { decisionsSlide, methodSlide } from './slides/closing.ts';
import { costsSlide } from './slides/costs.ts';
import { listsSlide, measuresSlide, planSlide, prioritiesSlide } from './slides/next-steps.ts';
import { coverSlide, standingSlide } from './slides/opening.ts';
import { heatMapSlides, profileSlides } from './slides/profile.ts';

const HEAD_CHARACTERS = 76;
const MARKING_CHARACTERS = 40;

/**
 * The report as slides for the meeting: seven to twelve of them for a framework of usual size, in text, tables and charts that
 * can be edited, with notes for whoever speaks. Counts, no ranking, and no figure of 0-100; the same report and time give the same
 * bytes. docs/file-formats.md section 8.
 */
export async function writeReportPptx(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
): Promise<Uint8Array> {
  const context = makeContext(report, framework, localiser, options);
  const parts = [report.round.country, reportTitle(context), report.round.title].filter(
    (part) => part !== null && part !== '',
  );
  const marking = [statusWords(context), markingWords(context)].filter((part) => part !== null && part !== '');
  const deck = makeDeck(context, {
    title: parts.join(' · '),
    head: clampText(parts.join(' · '), HEAD_CHARACTERS),
    marking: clampText(marking.join(' · '), MARKING_CHARACTERS),
    watermark: report.round.fictional ? localiser.t('report.fictional.watermark') : null,
  });
  coverSlide(deck);
  standingSlide(deck);
  profileSlides(deck);
  heatMapSlides(deck);
  listsSlide(deck);
  if (context.sectionNumbers.has('gaps')) {
    prioritiesSlide(deck);
    measuresSlide(deck);
    planSlide(deck);
    costsSlide(deck);
  }
  decisionsSlide(deck);
  methodSlide(deck);
  const written = await deck.file.write({ outputType: 'uint8array', compression: true });
  const { code } = localiser.language;
  const properties = { title: printableText(parts.join(' · ')), author: 'Sextant', language: code, now: options.now };
  const { look, rightToLeft } = deck;
  return packOfficeFile(written as Uint8Array, properties, {
    rename: countCharts,
    edit: (name, xml) => finishPart(name, xml, look, { language: officeLanguage(code), rightToLeft }),
  });
}
