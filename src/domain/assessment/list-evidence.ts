import type { Framework } from '../framework/framework.ts';
import type { AssessmentState } from '../registers/assessment-state.ts';
import type { Evidence } from '../registers/evidence.ts';

/** Where a piece of evidence is used. */
export interface EvidenceUse {
  readonly indicator: string;
  readonly institution: string;
  /** Article, page or section that shows it; null where nobody said. */
  readonly passage: string | null;
}

export interface NumberedEvidence {
  readonly id: string;
  /** From 1: E1, E2 ... in the annex. */
  readonly number: number;
  readonly evidence: Evidence;
  readonly uses: readonly EvidenceUse[];
}

/**
 * Every piece of evidence with its number, in the order of first use by the framework's indicators, then what only
 * indicators out of scope use, by id. Links to evidence that is not there are left out.
 */
export function listEvidence(
  state: AssessmentState,
  framework: Framework,
  outOfScope: ReadonlySet<string> = new Set(),
): NumberedEvidence[] {
  const uses = new Map<string, EvidenceUse[]>();
  for (const { id: indicator } of framework.indicators) {
    if (outOfScope.has(indicator)) continue;
    for (const { evidence, institution, passage } of state.evidenceLinks.get(indicator) ?? []) {
      if (!state.evidence.has(evidence)) continue;
      const own = uses.get(evidence) ?? [];
      own.push({ indicator, institution, passage: passage ?? null });
      uses.set(evidence, own);
    }
  }
  const unused = [...state.evidence.keys()].filter((id) => !uses.has(id)).sort();
  return [...uses.keys(), ...unused].flatMap((id, index) => {
    const evidence = state.evidence.get(id);
    return evidence === undefined ? [] : [{ id, number: index + 1, evidence, uses: uses.get(id) ?? [] }];
  });
}
