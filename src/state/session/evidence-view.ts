import type { EvidenceDocument } from '../../domain/assessment/check-document.ts';
import { documentOf } from '../../domain/assessment/check-document.ts';
import type { Evidence } from '../../domain/registers/evidence.ts';

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

/** A piece of evidence as screens show it. */
export function viewEvidence(id: string, evidence: Evidence): EvidenceView {
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
