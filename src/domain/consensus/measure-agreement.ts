import type { Answer } from '../registers/answer.ts';
import type { Scale } from '../framework/framework-schema.ts';
import { levelAt } from '../framework/framework.ts';
import type { Engine } from '../scoring/engine.ts';
import { PRESENT_ENGINE } from '../scoring/engine.ts';
import { withoutNoise } from '../without-noise.ts';
import type { Opinion } from './opinion.ts';
import { lowerMedian, ratedPositions } from './opinion.ts';
import { provisionalLevel } from './provisional-level.ts';
import { AGREEMENT_TOLERANCE, agreementA } from './van-der-eijk.ts';

/** Positions this many steps apart or more ask for a reason why a level was agreed. */
export const RANGE_TO_EXPLAIN = 2;

/** In the order of the meeting: what needs it most comes first. */
export const AGREEMENT_CLASSES = [
  'divided',
  'to-discuss',
  'information-gap',
  'to-confirm',
  'close',
  'unanimous',
] as const;
export type AgreementClass = (typeof AGREEMENT_CLASSES)[number];

/** A describes a handful of ratings badly: it is measured always and printed from this many on. */
export const PRINT_A_FROM = 5;

export interface Agreement {
  /** Ratings that are levels. */
  readonly n: number;
  /** Level id, the lower of two middle ones; null when n = 0. */
  readonly median: string | null;
  /** Distance of the highest from the lowest rating in whole steps; null when n = 0. */
  readonly range: number | null;
  /** Van der Eijk's A, -1 to 1; null when n = 0. */
  readonly a: number | null;
  readonly class: AgreementClass | null;
  /** What stands until a level is agreed; null where nobody answered. */
  readonly provisional: Answer | null;
}

/** Whether opinions lie so far apart that a level says little without them; false where nobody may read the class. */
export const positionsDiffer = ({ class: found }: { readonly class: AgreementClass | null }): boolean =>
  found === 'divided' || found === 'to-discuss';

function isInformationGap(opinions: readonly Opinion[]): boolean {
  const answers = opinions.flatMap(({ answer }) => answer ?? []);
  const unknown = answers.filter(({ state }) => state === 'unknown').length;
  return opinions.some(({ isLead, answer }) => isLead && answer === null) || 3 * unknown >= answers.length;
}

/** On two levels any split is a step of the whole scale: to discuss, and divided from a minority of a third on. */
function classOfSplit(counts: readonly number[], range: number, a: number): 'divided' | 'to-discuss' | null {
  if (counts.length === 2) {
    if (range === 0) return null;
    const total = counts.reduce((sum, count) => sum + count, 0);
    return 3 * Math.min(...counts) >= total ? 'divided' : 'to-discuss';
  }
  if (range < 2) return null;
  return a <= AGREEMENT_TOLERANCE ? 'divided' : 'to-discuss';
}

/**
 * Agreement of the institutions on one indicator: number of ratings, median, range, van der Eijk's A, class of the
 * agenda and the provisional answer. Without a single level there is no class. docs/methodology.md section 5.
 */
export function measureAgreement(
  scale: Scale,
  opinions: readonly Opinion[],
  engine: Engine = PRESENT_ENGINE,
): Agreement {
  const provisional = provisionalLevel(scale, opinions);
  const rising = ratedPositions(scale, opinions);
  const [lowest, highest, middle] = [rising.at(0), rising.at(-1), lowerMedian(rising)];
  const counts = scale.levels.map((_, index) => rising.filter((position) => position === index + 1).length);
  const measured = agreementA(counts);
  const a = measured === null || engine === 1 ? measured : withoutNoise(measured);
  if (lowest === undefined || highest === undefined || middle === undefined || a === null) {
    return { n: 0, median: null, range: null, a: null, class: null, provisional };
  }
  const n = rising.length;
  const range = highest - lowest;
  const rest = (): AgreementClass => {
    if (isInformationGap(opinions)) return 'information-gap';
    if (n === 1) return 'to-confirm';
    return range === 0 ? 'unanimous' : 'close';
  };
  const median = levelAt(scale, middle)?.id ?? null;
  return { n, median, range, a, class: classOfSplit(counts, range, a) ?? rest(), provisional };
}
