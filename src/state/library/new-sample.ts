import { makeSample } from '../../content/make-sample.ts';
import type { Framework } from '../../domain/framework/framework.ts';
import type { AssessmentIdentity, Entry } from '../../domain/journal/entry-schema.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import type { FrameworkShelf } from './framework-shelf.svelte.ts';
import { MAIN_FRAMEWORK } from './framework-shelf.svelte.ts';

/** A new fictional assessment on a built-in framework, the main one unless told; null where the build lacks it. */
export async function newSample(
  frameworks: Pick<FrameworkShelf, 'find'>,
  surroundings: Surroundings,
  language: string,
  id = MAIN_FRAMEWORK,
): Promise<{ identity: AssessmentIdentity; framework: Framework; entries: Entry[] } | null> {
  const framework = await frameworks.find(id);
  if (framework === null) return null;
  const identity = { id: surroundings.randomHex16(), round: surroundings.randomHex16(), parent: null };
  return { identity, framework, entries: await makeSample({ identity, framework, language, surroundings }) };
}
