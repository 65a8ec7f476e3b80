interface Weighted {
  /** 0-100 */
  readonly value: number;
  /** Above 0, relative to the others. */
  readonly weight: number;
}

/** Weighted mean of f(value) taken back by its inverse. No mean leaves the span of its children, not by a last digit. */
function meanOf(
  children: readonly Weighted[],
  transform: (value: number) => number,
  inverse: (value: number) => number,
): number {
  const total = children.reduce((sum, child) => sum + child.weight, 0);
  const mean = inverse(children.reduce((sum, child) => sum + child.weight * transform(child.value), 0) / total);
  const values = children.map((child) => child.value);
  return Math.min(Math.max(mean, Math.min(...values)), Math.max(...values));
}

const hasZero = (children: readonly Weighted[]) => children.some((child) => child.value <= 0);
const same = (value: number) => value;
const reciprocal = (value: number) => 1 / value;

/** Weighted arithmetic mean: full compensation between children. docs/methodology.md section 2; COINr `a_amean`. */
export function arithmeticMean(children: readonly Weighted[]): number {
  return meanOf(children, same, same);
}

/** Weighted geometric mean, or null with a child at 0. docs/methodology.md section 2; COINr `a_gmean`. */
export function geometricMean(children: readonly Weighted[]): number | null {
  return hasZero(children) ? null : meanOf(children, Math.log, Math.exp);
}

/** Weighted harmonic mean, or null with a child at 0. docs/methodology.md section 2; COINr `a_hmean`. */
export function harmonicMean(children: readonly Weighted[]): number | null {
  return hasZero(children) ? null : meanOf(children, reciprocal, reciprocal);
}
