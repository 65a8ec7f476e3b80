/** A is compared with 0 and counts with "nothing" by this: (3, 0, 4, 0) is exactly 0. */
export const AGREEMENT_TOLERANCE = 1e-9;

/** Agreement of one layer: every level is either in it (true) or not. -1 to 1. */
function agreementOfPattern(pattern: readonly boolean[]): number {
  const levels = pattern.length;
  const size = pattern.filter(Boolean).length;
  if (size === 1) return 1;
  let unimodal = 0;
  let bimodal = 0;
  for (let i = 0; i < levels; i += 1) {
    for (let j = i + 1; j < levels; j += 1) {
      for (let m = j + 1; m < levels; m += 1) {
        const [first, middle, last] = [pattern[i], pattern[j], pattern[m]];
        if (middle === true && first !== last) unimodal += 1;
        if (first === true && middle === false && last === true) bimodal += 1;
      }
    }
  }
  const triples = unimodal + bimodal;
  if (triples === 0) return 0;
  const unimodality = ((levels - 2) * unimodal - (levels - 1) * bimodal) / ((levels - 2) * triples);
  return unimodality * (1 - (size - 1) / (levels - 1));
}

/**
 * Van der Eijk's measure of agreement A of ratings on an ordered scale: 1 unanimity, 0 evenly spread, -1 half and half
 * at the extremes; null without ratings. `frequencies` are counts (or shares) per level from the lowest, two levels or
 * more. docs/methodology.md section 5; van der Eijk 2001 (doi 10.1023/A:1010374114305), R package agrmt.
 */
export function agreementA(frequencies: readonly number[]): number | null {
  const total = frequencies.reduce((sum, count) => sum + count, 0);
  if (total <= AGREEMENT_TOLERANCE) return null;
  let rest = [...frequencies];
  let agreement = 0;
  for (;;) {
    const pattern = rest.map((count) => count > AGREEMENT_TOLERANCE);
    const present = rest.filter((_, level) => pattern[level]);
    if (present.length === 0) return agreement;
    const thickness = Math.min(...present);
    agreement += ((thickness * present.length) / total) * agreementOfPattern(pattern);
    rest = rest.map((count, level) => (pattern[level] === true ? count - thickness : 0));
  }
}
