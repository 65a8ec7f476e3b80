import type { SectionId } from '../document/document.ts';
import { SECTION_IDS } from '../document/document.ts';
import type { DocumentOptions } from './document-context.ts';

/** What to do next, which an assessment alone does not say. */
const ACTION_PARTS: readonly SectionId[] = ['recommendations', 'gaps', 'priorities', 'plan'];
/** By whose codes else one may count: wanted by few, so only where it is asked for. */
const ON_DEMAND: readonly SectionId[] = ['crosswalk'];
const USUAL = SECTION_IDS.filter((id) => !ON_DEMAND.includes(id));
const FRONT: readonly SectionId[] = ['cover', 'foreword', 'acknowledgements', 'about', 'how-to-read'];
const SUMMARY: readonly SectionId[] = ['summary', 'second-summary', 'recommendations', 'key-figures'];
const FACE = [...FRONT, ...SUMMARY];

/** Parts, and the order in which a kind of reader looks for things, where it is not that of the framework and the plan. */
interface Preset extends Pick<DocumentOptions, 'lens' | 'planOrder'> {
  readonly parts: readonly SectionId[];
}

/** Ready choices of parts: the page for the minister, the pack that goes up, with and without what to do next, and one for each kind of reader. */
export const REPORT_PRESETS = {
  'one-page': { parts: ['summary'] },
  summary: { parts: ['cover', 'how-to-read', ...SUMMARY, 'profile'] },
  assessment: { parts: USUAL.filter((id) => !ACTION_PARTS.includes(id)) },
  full: { parts: USUAL },
  ministry: { parts: [...FACE, 'profile', 'heat-map', 'domains', 'differences', 'priorities', 'plan', 'next-steps'] },
  iom: {
    parts: [
      ...FACE,
      'profile',
      'heat-map',
      'crosswalk',
      'by-lens',
      'methodology',
      'evidence',
      'left-out',
      'second-levels',
    ],
    lens: 'mgi6',
  },
  donor: {
    parts: [...FACE, 'profile', 'domains', 'gaps', 'priorities', 'plan', 'methodology'],
    planOrder: 'funding',
  },
  'treaty-body': {
    parts: [...FACE, 'profile', 'by-lens', 'law-and-practice', 'methodology', 'evidence', 'instruments', 'left-out'],
    lens: 'instruments',
  },
} as const satisfies Record<string, Preset>;

export type ReportPreset = keyof typeof REPORT_PRESETS;

export const PRESET_IDS = Object.keys(REPORT_PRESETS) as ReportPreset[];

/** The ready choice that has just these parts; null where somebody chose their own. */
export function presetOf(chosen: ReadonlySet<SectionId>): ReportPreset | null {
  const found = PRESET_IDS.find((preset) => {
    const { parts }: Preset = REPORT_PRESETS[preset];
    return parts.length === chosen.size && parts.every((part) => chosen.has(part));
  });
  return found ?? null;
}

/** What a ready choice asks of the document. */
export function optionsOf(preset: ReportPreset): Pick<DocumentOptions, 'sections' | 'lens' | 'planOrder'> {
  const { parts, ...order }: Preset = REPORT_PRESETS[preset];
  return { sections: new Set(parts), ...order };
}
