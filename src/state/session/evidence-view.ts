import type { EvidenceDocument } from '../../domain/assessment/check-document.ts';
import { documentOf } from '../../domain/assessment/check-document.ts';
import type { Evidence } from '../../domain/registers/evidence.ts';
import type { BesidesAnswers } from './assessment-view.svelte.ts';

/** A piece of evidence as a form edits it; null where nothing was entered. */
export interface EvidenceFields {
  readonly title: string;
  readonly kind: string | null;
  readonly holder: string | null;
  readonly date: string | null;
  readonly reference: string | null;
  readonly access: 'public' | 'internal' | 'restricted';
}

export interface EvidenceView extends EvidenceFields {
  readonly id: string;
  /** The document itself, where one is attached. */
  readonly document: EvidenceDocument | null;
}

/** What is read of an open assessment. */
interface Shown {
  readonly besidesAnswers: Pick<BesidesAnswers, 'evidence' | 'evidenceLinks'>;
}

function linkedTo({ besidesAnswers }: Shown, indicatorId: string): ReadonlySet<string> {
  return new Set((besidesAnswers.evidenceLinks.get(indicatorId) ?? []).map(({ evidence }) => evidence));
}

/** The pieces of evidence that are linked to an indicator, each once. */
export function evidenceOf(session: Shown, indicatorId: string): readonly EvidenceView[] {
  return [...linkedTo(session, indicatorId)].flatMap((id) => {
    const evidence = session.besidesAnswers.evidence.get(id);
    return evidence === undefined ? [] : viewEvidence(id, evidence);
  });
}

/** Those that are linked to others only. */
export function evidenceNotLinkedTo(session: Shown, indicatorId: string): readonly EvidenceView[] {
  const linked = linkedTo(session, indicatorId);
  const others = [...session.besidesAnswers.evidence].filter(([id]) => !linked.has(id));
  return others.map(([id, evidence]) => viewEvidence(id, evidence));
}

/** A piece of evidence as screens show it. */
function viewEvidence(id: string, evidence: Evidence): EvidenceView {
  return {
    id,
    title: evidence.title,
    kind: evidence.kind ?? null,
    holder: evidence.holder ?? null,
    date: evidence.date ?? null,
    reference: evidence.reference ?? evidence.url ?? null,
    access: evidence.access ?? 'internal',
    document: documentOf(evidence),
  };
}
