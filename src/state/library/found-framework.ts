import type { Framework, FrameworkReference } from '../../domain/framework/framework.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';

/** A framework in a chosen file, beside those that are on this computer. */
export interface FoundFramework {
  readonly framework: Framework;
  /** It is here already, word for word. */
  readonly isKnown: boolean;
  /** What is to be said of its file, and that another of its name and version is here. */
  readonly advice: readonly Problem[];
}

/**
 * A framework that was read, and whether it is among those that are here. Advice `framework.sameVersion` (id, version).
 */
export function foundFramework(
  framework: Framework,
  known: readonly FrameworkReference[],
  advice: readonly Problem[],
): FoundFramework {
  const { id, version, hash } = framework;
  const isKnown = known.some((one) => one.hash === hash);
  const isTaken = !isKnown && known.some((one) => one.id === id && one.version === version);
  const sameVersion = isTaken ? [problem('framework.sameVersion', '', [], { id, version }, 'advice')] : [];
  return { framework, isKnown, advice: [...sameVersion, ...advice] };
}
