import type { Framework } from '../domain/framework/framework.ts';
import type { Localiser } from '../i18n/localiser.ts';
import type { Report } from '../report/report.ts';
import { aboutBlocks } from './blocks/about.ts';
import { coverBlocks, reportTitle, statusWords } from './blocks/cover.ts';
import { evidenceBlocks } from './blocks/evidence.ts';
import { gapBlocks } from './blocks/gaps.ts';
import { heatMapBlocks } from './blocks/heat-map.ts';
import { howToReadBlocks } from './blocks/how-to-read.ts';
import { indicatorBlocks } from './blocks/indicators.ts';
import { instrumentBlocks } from './blocks/instruments.ts';
import { lawAndPracticeBlocks } from './blocks/law-and-practice.ts';
import { leftOutBlocks } from './blocks/left-out.ts';
import { methodologyBlocks } from './blocks/methodology.ts';
import { profileBlocks } from './blocks/profile.ts';
import { summaryBlocks } from './blocks/summary.ts';
import { clampText } from './clamp-text.ts';
import type { DocumentContext, DocumentOptions } from './document-context.ts';
import { makeContext } from './document-context.ts';
import type { Block, ReportDocument, Section, SectionId } from './document.ts';
import { SECTION_IDS } from './document.ts';
import { sectionTitle } from './section-titles.ts';

const BUILDERS: Readonly<Record<SectionId, (context: DocumentContext) => Block[]>> = {
  cover: coverBlocks,
  about: aboutBlocks,
  'how-to-read': howToReadBlocks,
  summary: summaryBlocks,
  profile: profileBlocks,
  'heat-map': heatMapBlocks,
  gaps: gapBlocks,
  'law-and-practice': lawAndPracticeBlocks,
  methodology: methodologyBlocks,
  evidence: evidenceBlocks,
  indicators: indicatorBlocks,
  instruments: instrumentBlocks,
  'left-out': leftOutBlocks,
};

const LANDSCAPE: ReadonlySet<SectionId> = new Set(['gaps', 'law-and-practice']);

/** Characters that the head of a page holds on one line, for each of its three parts and for the marking. */
const HEAD_CHARACTERS = 30;
const MARKING_CHARACTERS = 42;

function buildSection(context: DocumentContext, id: SectionId): Section {
  return {
    id,
    number: context.sectionNumbers.get(id) ?? null,
    title: sectionTitle(context.localiser, id),
    orientation: LANDSCAPE.has(id) ? 'landscape' : 'portrait',
    blocks: BUILDERS[id](context),
  };
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
  // A register of commitments that nobody began is no part of the report.
  const wanted = SECTION_IDS.filter(
    (id) => options.sections.has(id) && (id !== 'instruments' || report.instruments.length > 0),
  );
  const context = makeContext(report, framework, localiser, { ...options, sections: new Set(wanted) });
  const { round } = report;
  const given = (text: string | null) => (text === null || text.trim() === '' ? [] : [localiser.text(text.trim())]);
  const parts = [given(round.country), [reportTitle(context)], given(round.title)].map((part) => part.join(''));
  const joined = (titles: readonly string[]) => titles.filter((part) => part !== '').join(' · ');
  const marking = [statusWords(context), ...given(round.marking)].join(' · ');
  return {
    language: localiser.language.code,
    direction: localiser.language.direction,
    title: joined(parts),
    head: joined(parts.map((part) => clampText(part, HEAD_CHARACTERS))),
    marking: clampText(marking, MARKING_CHARACTERS),
    foot: localiser.t('report.foot'),
    watermark: round.fictional ? localiser.t('report.fictional.watermark') : null,
    sections: wanted.map((id) => buildSection(context, id)),
  };
}

/** Every part that a report can have, with its title, in print order. */
export function listParts(localiser: Localiser): { id: SectionId; title: string }[] {
  return SECTION_IDS.map((id) => ({ id, title: sectionTitle(localiser, id) }));
}
