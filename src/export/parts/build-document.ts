import type { Framework } from '../../domain/framework/framework.ts';
import { marksAmong } from '../../domain/profile/level-marks.ts';
import type { Localiser } from '../../i18n/localiser.ts';
import type { Report } from '../../report/report.ts';
import { markLegend } from '../../words/level-mark-words.ts';
import { aboutBlocks } from './about.ts';
import { commentBlocks, recordBlocks, reservationBlocks } from './annexes.ts';
import { byLensBlocks } from './by-lens.ts';
import { coverBlocks, markingWords, reportTitle, statusWords } from './cover.ts';
import { comparisonBlocks } from './comparison.ts';
import { crosswalkBlocks } from './crosswalk.ts';
import { differenceBlocks } from './differences.ts';
import { domainBlocks } from './domains.ts';
import { evidenceBlocks } from './evidence.ts';
import { gapBlocks } from './gaps.ts';
import { glossaryBlocks } from './glossary.ts';
import { heatMapBlocks } from './heat-map.ts';
import { howToReadBlocks } from './how-to-read.ts';
import { indicatorBlocks } from './indicators.ts';
import { instrumentBlocks } from './instruments.ts';
import { lawAndPracticeBlocks } from './law-and-practice.ts';
import { leftOutBlocks } from './left-out.ts';
import { methodologyBlocks } from './methodology.ts';
import { acknowledgementBlocks, forewordBlocks, keyFigureBlocks, recommendationBlocks } from './narrative.ts';
import { nextStepBlocks } from './next-steps.ts';
import { planBlocks } from './plan.ts';
import { priorityBlocks } from './priorities.ts';
import { profileBlocks, subdomainBlocks } from './profile.ts';
import { secondLevelBlocks } from './second-levels.ts';
import { summaryBlocks } from './summary.ts';
import { clampText } from '../document/clamp-text.ts';
import type { DocumentContext, DocumentOptions } from './document-context.ts';
import { makeContext } from './document-context.ts';
import type { Block, ReportDocument, Section, SectionId } from '../document/document.ts';
import { FIRST_ANNEX, SECTION_IDS } from '../document/document.ts';
import { isOnePage } from '../document/one-page.ts';
import { partsOfEdition } from './parts-of-edition.ts';
import { printedTitle } from './printed-title.ts';
import { sectionTitle } from './section-titles.ts';

const BUILDERS: Readonly<Record<SectionId, (context: DocumentContext) => Block[]>> = {
  cover: coverBlocks,
  foreword: forewordBlocks,
  acknowledgements: acknowledgementBlocks,
  about: aboutBlocks,
  'how-to-read': howToReadBlocks,
  summary: summaryBlocks,
  'second-summary': ({ second }) => (second === null ? [] : summaryBlocks(second)),
  recommendations: recommendationBlocks,
  'key-figures': keyFigureBlocks,
  profile: profileBlocks,
  'heat-map': heatMapBlocks,
  gaps: gapBlocks,
  domains: domainBlocks,
  'law-and-practice': lawAndPracticeBlocks,
  differences: differenceBlocks,
  priorities: priorityBlocks,
  plan: planBlocks,
  comparison: comparisonBlocks,
  'by-lens': byLensBlocks,
  'next-steps': nextStepBlocks,
  methodology: methodologyBlocks,
  crosswalk: crosswalkBlocks,
  subdomains: subdomainBlocks,
  evidence: evidenceBlocks,
  indicators: indicatorBlocks,
  reservations: reservationBlocks,
  comments: commentBlocks,
  instruments: instrumentBlocks,
  'left-out': leftOutBlocks,
  record: recordBlocks,
  glossary: (context) => glossaryBlocks(context),
  'second-levels': secondLevelBlocks,
};

const LANDSCAPE: ReadonlySet<SectionId> = new Set(['law-and-practice', 'plan']);
/** Parts that always say something. */
const ALWAYS: ReadonlySet<SectionId> = new Set([
  'cover',
  'about',
  'how-to-read',
  'summary',
  'profile',
  'methodology',
  'glossary',
]);

/** Characters that the head of a page holds on one line: marking and all, and each of the three parts beside it. */
const LINE_CHARACTERS = 130;
const MARKING_CHARACTERS = 54;
const HEAD_CHARACTERS = 30;
const HEAD_PARTS = 3;

function isLandscape({ options }: DocumentContext, id: SectionId): boolean {
  return LANDSCAPE.has(id) || (id === 'gaps' && options.gapTable === 'full');
}

/** What is short begins below its like, and what is told domain by domain below the last of what is told of all. */
const BELOW: Partial<Record<SectionId, SectionId>> = {
  domains: 'gaps',
  acknowledgements: 'foreword',
  'key-figures': 'recommendations',
};

/** An annex begins below the one before it; the first has a page of its own. */
function runsOn(context: DocumentContext, id: SectionId, before: SectionId | undefined): boolean {
  if (before !== undefined && BELOW[id] === before) return isLandscape(context, id) === isLandscape(context, before);
  const first = SECTION_IDS.indexOf(FIRST_ANNEX);
  return SECTION_IDS.indexOf(id) > first && before !== undefined && SECTION_IDS.indexOf(before) >= first;
}

function buildSection(context: DocumentContext, id: SectionId, before: SectionId | undefined): Section {
  return {
    id,
    number: context.sectionNumbers.get(id) ?? null,
    title: printedTitle(context, id),
    orientation: isLandscape(context, id) ? 'landscape' : 'portrait',
    ...(id === 'second-summary' && context.second !== null
      ? {
          language: context.second.localiser.language.code,
          direction: context.second.localiser.language.direction,
        }
      : {}),
    ...(runsOn(context, id, before) ? { runsOn: true } : {}),
    blocks: BUILDERS[id](context),
  };
}

/** The parts that are wanted, may be shown in this edition, and have something to say, in print order. */
function choosePrinted(context: DocumentContext, wanted: readonly SectionId[]): SectionId[] {
  return wanted.filter((id) => ALWAYS.has(id) || BUILDERS[id](context).length > 0);
}

/**
 * The report as a document in one language: the wanted parts in print order, all words and numbers as text. Pure: the
 * same report, framework, language and options give the same document. docs/architecture.md section 3.
 */
export function buildDocument(
  report: Report,
  framework: Framework,
  localiser: Localiser,
  options: DocumentOptions,
): ReportDocument {
  const allowed = partsOfEdition(report);
  const wanted = SECTION_IDS.filter((id) => options.sections.has(id) && allowed.has(id));
  const given: DocumentOptions = { ...options, sections: new Set(wanted) };
  const printed = choosePrinted(makeContext(report, framework, localiser, given), wanted);
  const context = makeContext(report, framework, localiser, given, new Set(printed));
  const sections = printed.map((id, place) => buildSection(context, id, printed[place - 1]));
  const others = sections.filter(({ id }) => id !== 'glossary');
  const { round } = report;
  const write = (text: string | null) => (text === null || text.trim() === '' ? [] : [localiser.text(text.trim())]);
  const parts = [write(round.country), [reportTitle(context)], write(round.title)].map((part) => part.join(''));
  const joined = (titles: readonly string[]) => titles.filter((part) => part !== '').join(' · ');
  const marks = marksAmong(report.indicators);
  const marked = markingWords(context);
  const marking = clampText(joined([statusWords(context), marked ?? '']), MARKING_CHARACTERS);
  const room = Math.min(HEAD_CHARACTERS, Math.floor((LINE_CHARACTERS - marking.length) / HEAD_PARTS));
  return {
    language: localiser.language.code,
    direction: localiser.language.direction,
    title: joined(parts),
    author: [...write(round.lead), ...write(round.country)][0] ?? '',
    head: joined(parts.map((part) => clampText(part, room))),
    marking,
    // The page that stands alone explains its signs itself.
    foot:
      isOnePage(given.sections) || marks.length === 0
        ? localiser.t('report.notice.selfAssessment')
        : localiser.t('report.foot', { marks: markLegend(localiser, marks) }),
    watermark: round.fictional ? localiser.t('report.fictional.watermark') : null,
    sections: sections.map((section) =>
      section.id === 'glossary' ? { ...section, blocks: glossaryBlocks(context, others) } : section,
    ),
  };
}

/** Every part that a report can have, with its title, in print order. */
export function listParts(localiser: Localiser): { id: SectionId; title: string }[] {
  return SECTION_IDS.map((id) => ({ id, title: sectionTitle(localiser, id) }));
}
