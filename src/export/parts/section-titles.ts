import type { Localiser } from '../../i18n/localiser.ts';
import type { SectionId } from '../document/document.ts';

const SECTION_TITLES = {
  cover: 'report.section.cover',
  foreword: 'report.section.foreword',
  acknowledgements: 'report.section.acknowledgements',
  about: 'report.section.about',
  'how-to-read': 'report.section.howToRead',
  summary: 'report.section.summary',
  'second-summary': 'report.section.secondSummary',
  recommendations: 'report.section.recommendations',
  'key-figures': 'report.section.keyFigures',
  profile: 'report.section.profile',
  'heat-map': 'report.section.heatMap',
  gaps: 'report.section.gaps',
  domains: 'report.section.domains',
  'law-and-practice': 'report.section.lawAndPractice',
  differences: 'report.section.differences',
  priorities: 'report.section.priorities',
  plan: 'report.section.plan',
  comparison: 'report.section.comparison',
  subdomains: 'report.section.subdomains',
  crosswalk: 'report.section.crosswalk',
  'by-lens': 'report.section.byLens',
  'next-steps': 'report.section.nextSteps',
  methodology: 'report.section.methodology',
  evidence: 'report.section.evidence',
  indicators: 'report.section.indicators',
  reservations: 'report.section.reservations',
  comments: 'report.section.comments',
  instruments: 'report.section.instruments',
  'left-out': 'report.section.leftOut',
  record: 'report.section.record',
  glossary: 'report.section.glossary',
  'second-levels': 'report.section.secondLevels',
} as const satisfies Record<SectionId, string>;

/** The title of a part, as heading and in the contents. */
export function sectionTitle({ t }: Localiser, id: SectionId): string {
  return t(SECTION_TITLES[id]);
}
