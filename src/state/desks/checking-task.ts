import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { filesOfDraft } from '../../domain/framework/draft/framework-draft.ts';
import type { DraftPatch } from '../../domain/framework/draft/draft-patch.ts';
import { applyPatch } from '../../domain/framework/draft/draft-patch.ts';
import type { Neighbours } from '../../domain/framework/lint/check-as-author.ts';
import { checkAsAuthor } from '../../domain/framework/lint/check-as-author.ts';
import { rememberingLint } from '../../domain/framework/lint/lint-framework.ts';
import type { Problem } from '../../domain/problem.ts';

/** What is handed over: a draft as a whole, with what its ids may name, or what changed since; the number of the asking. */
export type ToChecking =
  | { readonly run: number; readonly draft: FrameworkDraft; readonly neighbours: Neighbours }
  | { readonly run: number; readonly patch: DraftPatch };

export interface FromChecking {
  readonly run: number;
  readonly problems: readonly Problem[];
}

/** Checks one draft again and again, in a worker or on the page: what it said of a text it knows the next time. */
export function checkingDraft(): (asked: ToChecking) => FromChecking {
  const remembering = rememberingLint();
  let [draft, neighbours]: [FrameworkDraft | null, Neighbours] = [null, {}];
  return (asked) => {
    if ('draft' in asked) [draft, neighbours] = [asked.draft, asked.neighbours];
    else if (draft !== null) draft = applyPatch(draft, asked.patch);
    return {
      run: asked.run,
      problems: draft === null ? [] : checkAsAuthor(filesOfDraft(draft), neighbours, remembering),
    };
  };
}
