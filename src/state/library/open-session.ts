import type { FrameworkSource } from '../../content/framework-source.ts';
import type { Framework, FrameworkReference } from '../../domain/framework/framework.ts';
import { referenceOf } from '../../domain/framework/framework.ts';
import { singleFileForm } from '../../domain/framework/single-file-form.ts';
import { problem } from '../../domain/problem.ts';
import type { Surroundings } from '../../domain/surroundings.ts';
import { StorageError } from '../../storage/storage-error.ts';
import { AssessmentSession } from '../session/assessment-session.svelte.ts';
import type { LibraryStore, StoredAssessment, TabAnnouncer } from './library-store.ts';
import type { TypingShelf } from './typing-shelf.ts';

export interface OpeningInput {
  readonly source: FrameworkSource;
  readonly store: LibraryStore;
  readonly tabs: TabAnnouncer;
  readonly surroundings: Surroundings;
  readonly typing: TypingShelf;
  /** Of the screen: the texts that come first. */
  readonly language: string;
  /** What can wait until the first question is there. */
  readonly afterwards: (session: AssessmentSession) => void;
}

/**
 * The framework that an assessment was started on, whatever the built-in one is by now. Where it was started on a
 * built-in one whose texts were not all there yet, that one, its first texts first. Throws `storage.frameworkNotHere`.
 */
async function openFramework(
  { source, store, language }: OpeningInput,
  { id, version, hash }: FrameworkReference,
): Promise<Framework> {
  const stored = await store.readFramework(hash);
  if (stored !== undefined) {
    const { parseSingleFileFramework } = await import('../../domain/framework/parse-framework.ts');
    const parsed = parseSingleFileFramework(stored);
    if (!parsed.ok) throw new Error(parsed.problems.map(({ code }) => code).join(', '));
    return parsed.value;
  }
  const card = source.cards.find((one) => one.hash === hash);
  if (card === undefined) throw new StorageError(problem('storage.frameworkNotHere', '', [], { id, version }));
  return source.loadStart(card.id, language);
}

/** Loads a built-in framework as a whole and keeps it for the assessments that stand on it. */
export async function completeFramework(
  { source, store }: Pick<OpeningInput, 'source' | 'store'>,
  id: string,
): Promise<Framework> {
  const framework = await source.loadFramework(id);
  // A storage that refuses says so where answers are written. The file can be saved all the same, and the next start
  // tries again.
  await store.putFramework(referenceOf(framework), singleFileForm(framework)).catch(() => undefined);
  return framework;
}

/** Opens an assessment that is on this computer. What its first question does without comes by `session.complete`. */
export async function openSession(input: OpeningInput, stored: StoredAssessment): Promise<AssessmentSession> {
  const { source, store, tabs, surroundings, typing, afterwards } = input;
  const start = await openFramework(input, stored.framework);
  const session: AssessmentSession = new AssessmentSession({
    identity: { id: stored.id, round: stored.round, parent: stored.parent },
    framework: start,
    rest: async () => {
      const [framework, reporting, { loadCrosswalks }] = await Promise.all([
        start.isStart === true ? completeFramework(input, start.id) : start,
        import('../session/reporting.ts'),
        import('../../content/load-crosswalks.ts'),
      ]);
      const crosswalks = await loadCrosswalks(source, framework);
      afterwards(session);
      return { framework, crosswalks, reporting };
    },
    entries: await store.readEntries(stored.id),
    damagedLines: await store.listDamagedLines(stored.id),
    tab: typing.tab,
    drafts: await typing.leftIn(stored.id),
    store,
    surroundings,
    onwritten: (written) =>
      tabs.announce(
        stored.id,
        written.map(({ id }) => id),
      ),
  });
  typing.add(session.typing);
  return session;
}
