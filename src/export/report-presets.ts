import type { SectionId } from './document.ts';
import { SECTION_IDS } from './document.ts';

/** Ready choices of parts: the pack that goes up, the assessment without what to do next, and everything. */
export const REPORT_PRESETS = {
  summary: ['cover', 'how-to-read', 'summary', 'profile'],
  assessment: SECTION_IDS.filter((id) => id !== 'gaps'),
  full: SECTION_IDS,
} as const satisfies Record<string, readonly SectionId[]>;

export type ReportPreset = keyof typeof REPORT_PRESETS;
