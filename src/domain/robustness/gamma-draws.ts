import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { exponential, naturalLogarithm } from './elementary-functions.ts';
import { drawExponential } from './exponential-draws.ts';

const TWO_TO_32 = 4294967296;

/** Draws from gamma distributions of scale 1. */
export interface GammaDraws {
  /** One draw; `shape` is above 0. */
  draw(shape: number): number;
}

/**
 * Gamma draws from a generator of pure-rand: shape 1 as an exponential, others by G. Marsaglia and W. W. Tsang, "A simple
 * method for generating gamma variables", ACM Transactions on Mathematical Software 26 (2000), with the normals of
 * Marsaglia's polar method; below 1 a draw of shape + 1 times u^(1/shape), where -ln u is an
 * exponential draw. Gammas over their sum are a Dirichlet draw.
 * docs/methodology.md section 11.
 */
export function gammaDraws(generator: RandomGenerator): GammaDraws {
  const nextInt32 = (): number => generator.next();
  /** Strictly between 0 and 1. */
  const uniform = (): number => ((nextInt32() >>> 0) + 0.5) / TWO_TO_32;

  /** The polar method makes normals in pairs. */
  let spare = NaN;
  function normal(): number {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = NaN;
      return kept;
    }
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * naturalLogarithm(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  }

  function fromOneOn(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const t = 1 + c * x;
      if (t <= 0) continue;
      const v = t * t * t;
      const u = uniform();
      // The paper's squeeze: nearly always this spares both logarithms.
      if (u < 1 - 0.0331 * x * x * x * x) return d * v;
      if (naturalLogarithm(u) < 0.5 * x * x + d - d * v + d * naturalLogarithm(v)) return d * v;
    }
  }

  return {
    draw(shape) {
      if (shape === 1) return drawExponential(nextInt32);
      if (shape > 1) return fromOneOn(shape);
      return fromOneOn(shape + 1) * exponential(-drawExponential(nextInt32) / shape);
    },
  };
}
