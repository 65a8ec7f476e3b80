import * as z from 'zod/mini';
import { textSchema } from './common-values.ts';
import type { Sayings } from './define-register.ts';
import { defineRegister } from './define-register.ts';

export const evidenceSchema = z.object({
  title: textSchema,
  kind: z.optional(textSchema),
  holder: z.optional(textSchema),
  seenBy: z.optional(textSchema),
  date: z.optional(textSchema),
  reference: z.optional(textSchema),
  url: z.optional(textSchema),
  access: z.optional(z.enum(['public', 'internal', 'restricted'])),
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  fileName: z.optional(textSchema),
  mediaType: z.optional(textSchema),
  sizeBytes: z.optional(z.int().check(z.gte(0))),
});
const evidenceLinkSchema = z.object({ passage: z.optional(textSchema) });

export type Evidence = z.infer<typeof evidenceSchema>;
export type EvidenceLink = z.infer<typeof evidenceLinkSchema>;

const SHOWN: Sayings = {
  speaker: 'institution',
  contributor: 'any',
  pack: 'used-evidence',
  reviewCopy: 'always',
  nextRound: 'left',
  holdsIndicators: false,
  aroundReport: 'never',
};

/** Where the values of this family are put while an assessment is read. */
export interface EvidenceDraft {
  readonly evidence: Map<string, Evidence>;
  linkEvidence(
    place: { readonly indicator: string; readonly institution: string; readonly evidence: string },
    link: EvidenceLink,
  ): void;
}

export const evidenceRegister = defineRegister('evidence', 'evidence/{evidence}', {
  ...SHOWN,
  value: evidenceSchema,
  put: (draft: EvidenceDraft, { evidence }, value) => draft.evidence.set(evidence, value),
});

export const evidenceLinkRegister = defineRegister(
  'evidence-link',
  'evidence-link/{indicator}/{institution}/{evidence}',
  {
    ...SHOWN,
    contributor: 'own',
    pack: 'own',
    value: evidenceLinkSchema,
    put: (draft: EvidenceDraft, place, value) => draft.linkEvidence(place, value),
  },
);
