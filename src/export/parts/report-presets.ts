import type { DocumentOptions } from './document-context.ts';
import type { SectionId } from '../document/document.ts';
import { SECTION_IDS } from '../document/document.ts';

/** What to do next, which an assessment alone does not say. */
const ACTION_PARTS: readonly SectionId[] = ['gaps', 'priorities', 'plan'];
const FACE: readonly SectionId[] = ['cover', 'about', 'how-to-read', 'summary', 'second-summary'];

/** Ready choices of parts: the pack that goes up, with and without what to do next, and one for each kind of reader. */
export const REPORT_PRESETS = {
  summary: ['cover', 'how-to-read', 'summary', 'second-summary', 'profile'],
  assessment: SECTION_IDS.filter((id) => !ACTION_PARTS.includes(id)),
  full: SECTION_IDS,
  ministry: [...FACE, 'profile', 'heat-map', 'domains', 'differences', 'priorities', 'plan', 'next-steps'],
  iom: [...FACE, 'profile', 'heat-map', 'crosswalk', 'by-lens', 'methodology', 'evidence', 'left-out', 'second-levels'],
  donor: [...FACE, 'profile', 'domains', 'gaps', 'priorities', 'plan', 'methodology'],
  'treaty-body': [
    ...FACE,
    'profile',
    'by-lens',
    'law-and-practice',
    'methodology',
    'evidence',
    'instruments',
    'left-out',
  ],
} as const satisfies Record<string, readonly SectionId[]>;

export type ReportPreset = keyof typeof REPORT_PRESETS;

/** The order in which a kind of reader looks for things, where it is not that of the framework. */
export const PRESET_ORDERS: Readonly<Record<ReportPreset, Required<Pick<DocumentOptions, 'lens' | 'planOrder'>>>> = {
  summary: { lens: null, planOrder: 'plan' },
  assessment: { lens: null, planOrder: 'plan' },
  full: { lens: null, planOrder: 'plan' },
  ministry: { lens: null, planOrder: 'plan' },
  iom: { lens: 'mgi6', planOrder: 'plan' },
  donor: { lens: null, planOrder: 'funding' },
  'treaty-body': { lens: 'instruments', planOrder: 'plan' },
};
