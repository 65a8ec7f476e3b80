import { documentsInUse } from '../../domain/assessment/documents-in-use.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../../domain/journal/entry-schema.ts';
import { copyAssessment } from '../../domain/rounds/copy-assessment.ts';
import type { Evidence } from '../../storage/database-schema.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { LibraryInput } from './library-input.ts';

/** A new assessment that was made of another one. */
export interface DerivedAssessment {
  readonly identity: AssessmentIdentity;
  readonly framework: Framework;
  readonly entries: readonly Entry[];
  readonly evidence: Evidence;
}

/** Of the same round as the one it is made of: the two are not compared with each other. */
export function identityAfter({ identity }: AssessmentSession, { surroundings }: LibraryInput): AssessmentIdentity {
  return { id: surroundings.randomHex16(), round: identity.round, parent: identity.id };
}

/** The documents of an assessment that entries use. */
export async function documentsFor(entries: readonly Entry[], of: string, { store }: LibraryInput): Promise<Evidence> {
  const used = documentsInUse({ entries });
  return new Map([...(await store.readEvidence(of))].filter(([sha256]) => used.has(sha256)));
}

/** The same under a new id that names its parent: the two never merge. */
export async function copyHere(
  session: AssessmentSession,
  input: LibraryInput,
  title: string,
): Promise<DerivedAssessment> {
  const identity = identityAfter(session, input);
  const { framework } = session;
  const entries = copyAssessment({ identity, original: session, title, surroundings: input.surroundings });
  return { identity, framework, entries, evidence: await documentsFor(entries, session.identity.id, input) };
}
