import type { Localiser } from '../../i18n/localiser.ts';

/** What every part of a Word file needs to know beside its block. */
export interface WordSetting {
  /** Of the document: runs that name no language of their own are in it. */
  readonly locale: string;
  readonly rightToLeft: boolean;
  /** Of a part that is whole in another language than the document. */
  readonly language?: string;
  readonly t: Localiser['t'];
  /** Twips between the margins of the section that is being written. */
  readonly width: number;
  /** Numbers of tables and figures, counted over the document. */
  readonly count: { table: number; figure: number };
  /** Title of the section that is being written: the caption of a figure that has none of its own. */
  readonly sectionTitle: string;
}

const TWIPS_PER_MM = 1440 / 25.4;

/** Twentieths of a point, as Word measures. */
export function twips(mm: number): number {
  return Math.round(mm * TWIPS_PER_MM);
}

/** A4 in twips; portrait and landscape. */
export const PAGE = { short: 11906, long: 16838 } as const;
/** mm. The content box is no lower than SUMMARY_MEASURES.page, so that the summary keeps to its page. */
export const MARGIN = { side: 20, top: 22, bottom: 21, furniture: 9 } as const;

/** Twips between the side margins. */
export function textWidth(orientation: 'portrait' | 'landscape'): number {
  return (orientation === 'landscape' ? PAGE.long : PAGE.short) - 2 * twips(MARGIN.side);
}

/** Name of the bookmark of a section: letters, digits and underscores. */
export function bookmarkOf(section: string): string {
  return `section_${section.replaceAll(/[^A-Za-z0-9]/g, '_')}`;
}
