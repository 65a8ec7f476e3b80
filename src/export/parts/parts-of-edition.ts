import type { Report } from '../../report/report.ts';
import type { SectionId } from '../document/document.ts';
import { SECTION_IDS } from '../document/document.ts';

/** Who held which position, what was said, and the state of the record stay in the house. */
const NEVER_PUBLIC: ReadonlySet<SectionId> = new Set(['differences', 'reservations', 'comments', 'record']);

/** Parts that a decision to publish can name. */
export const PUBLISHABLE_PARTS: readonly SectionId[] = SECTION_IDS.filter((id) => !NEVER_PUBLIC.has(id));

/**
 * The parts that an edition may hold: all of the internal one; of the public one, those that the recorded decision
 * names. Before there is a decision it can be looked at whole, marked as not released.
 */
export function partsOfEdition({ edition, round }: Pick<Report, 'edition' | 'round'>): ReadonlySet<SectionId> {
  if (edition === 'internal') return new Set(SECTION_IDS);
  const { publication } = round;
  return new Set(PUBLISHABLE_PARTS.filter((id) => publication === null || publication.parts.includes(id)));
}
