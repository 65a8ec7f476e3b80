import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { filesOfDraft } from '../../domain/framework/draft/framework-draft.ts';
import { parseFramework } from '../../domain/framework/parse-framework.ts';
import type { Problem } from '../../domain/problem.ts';
import { problem } from '../../domain/problem.ts';
import { problemOfWrite } from '../session/problem-of-write.ts';
import type { FrameworkShelf } from './framework-shelf.svelte.ts';

/**
 * Puts what a draft says now among the frameworks of this computer; null when it is there, else why not. Codes: the first
 * of `parseFramework`, `framework.versionTaken` (id, version) where another text stands under the same version already.
 */
export async function putIntoUse(shelf: FrameworkShelf, draft: FrameworkDraft): Promise<Problem | null> {
  const parsed = parseFramework(filesOfDraft(draft));
  if (!parsed.ok) return parsed.problems[0] ?? null;
  const { id, version, hash } = parsed.value;
  const taken = (await shelf.choices()).some(
    ({ card }) => card.id === id && card.version === version && card.hash !== hash,
  );
  if (taken) return problem('framework.versionTaken', '', [], { id, version });
  return problemOfWrite(() => shelf.add(parsed.value));
}
