import type { Localiser } from '../i18n/localiser.ts';
import type { SectionId } from './document.ts';

const SECTION_TITLES = {
  cover: 'report.section.cover',
  about: 'report.section.about',
  'how-to-read': 'report.section.howToRead',
  summary: 'report.section.summary',
  profile: 'report.section.profile',
  'heat-map': 'report.section.heatMap',
  gaps: 'report.section.gaps',
  'law-and-practice': 'report.section.lawAndPractice',
  methodology: 'report.section.methodology',
  evidence: 'report.section.evidence',
  indicators: 'report.section.indicators',
  instruments: 'report.section.instruments',
  'left-out': 'report.section.leftOut',
} as const satisfies Record<SectionId, string>;

/** The title of a part, as heading and in the contents. */
export function sectionTitle({ t }: Localiser, id: SectionId): string {
  return t(SECTION_TITLES[id]);
}
