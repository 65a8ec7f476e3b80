import type { Framework } from '../../domain/framework/framework.ts';
import { buildRegister } from '../../domain/registers/register-address.ts';
import { carryAssessment } from '../../domain/rounds/carry-assessment.ts';
import { makeFreshJournal } from '../../domain/rounds/make-initial-entries.ts';
import type { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { DerivedAssessment } from './copy-here.ts';
import { documentsFor, identityAfter } from './copy-here.ts';
import type { LibraryInput } from './library-input.ts';

/** An assessment as far as it says the same under a newer version of its framework (`carryAssessment`). */
export async function carriedOver(
  session: AssessmentSession,
  input: LibraryInput,
  framework: Framework,
  title: string,
): Promise<DerivedAssessment> {
  const identity = identityAfter(session, input);
  const register = buildRegister({ kind: 'round', field: 'title' });
  const { values } = carryAssessment(session, framework);
  const others = values.filter((one) => one.register !== register);
  const entries = makeFreshJournal(identity, framework, [...others, { register, value: title }], input.surroundings);
  return { identity, framework, entries, evidence: await documentsFor(entries, session.identity.id, input) };
}
