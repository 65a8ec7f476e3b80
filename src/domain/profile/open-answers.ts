import type { EvaluatedNode } from '../scoring/evaluate-tree.ts';
import type { CountedAs } from '../scoring/explain.ts';

/**
 * How the method counts the open answers (none, or don't know) below a node: as zero, as the lowest level, or null where
 * it leaves them out or nothing is open. Print says so wherever it is not null. docs/methodology.md section 4.
 */
export function openCountedAs(node: EvaluatedNode): CountedAs | null {
  if (node.scale !== null) {
    const open = node.status === 'unanswered' || node.status === 'unknown';
    return open && node.method.missing !== 'exclude' ? node.method.missing : null;
  }
  const below = node.children.map(openCountedAs);
  return below.find((counted) => counted === 'zero') ?? below.find((counted) => counted !== null) ?? null;
}

/** Every applicable indicator below the node is rated at a level. */
export function isComplete({ counts }: EvaluatedNode): boolean {
  return counts.answered === counts.applicable;
}
