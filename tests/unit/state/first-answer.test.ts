import { describe, expect, it } from 'vitest';
import { builtInFrameworks } from '../../../src/content/built-in-frameworks.ts';
import type { FrameworkSource } from '../../../src/content/framework-source.ts';
import { readSextantFile } from '../../../src/file/read-sextant-file.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { MAIN_FRAMEWORK } from '../../../src/state/library/framework-shelf.svelte.ts';
import { Library } from '../../../src/state/library/library.svelte.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { openTabs } from '../../../src/storage/open-tabs.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';
import { MemoryFolder } from '../../fixtures/memory-folder.ts';
import { NO_FRAMEWORKS } from '../../fixtures/no-frameworks.ts';
import { fakeSurroundings } from './fake-store.ts';

const ALL = { route: 'all', domain: null } as const;
const ROUND = { country: 'Meridia' };

function openLibrary(store: MemoryStore, source: FrameworkSource = builtInFrameworks): Library {
  return new Library({
    source,
    store,
    files: { save: () => Promise.reject(new Error('nothing is saved here')) },
    tabs: { announce: () => {}, onchange: () => {} },
    preferences: createPreferenceStorage(null),
    surroundings: fakeSurroundings(),
    folders: new MemoryFolder(),
    openTabs: openTabs('1', undefined),
    fileWords: (key) => key,
    language: () => 'fr',
  });
}

/** An assessment on the main instrument, begun before more than the first texts of it were here. */
async function begin(store: MemoryStore, source?: FrameworkSource) {
  const library = openLibrary(store, source);
  const [main] = await library.frameworks.choices();
  const start = await main!.open('fr');
  const id = await library.create(start, ROUND, ALL);
  return { library, id, hash: start.hash };
}

describe('an assessment that is begun with the first texts of its framework', () => {
  it('is open for the first answer, in the language of the screen, before the rest is here', async () => {
    const { library, id } = await begin(new MemoryStore());
    const session = (await library.openAtOnce(id))!;
    const [first, last] = [session.framework.indicators[0]!, session.framework.indicators.at(-1)!];
    expect([session.isComplete, session.hasWordsOf(first), session.hasWordsOf(last)]).toEqual([false, true, false]);
    expect(session.languageOfTexts('fr')).toBe('fr');
    session.rate(first.id, { state: 'unknown' });
    expect(session.answerOf(first.id)).toEqual({ state: 'unknown' });
    await session.complete();
    expect([session.isComplete, session.hasWordsOf(last)]).toEqual([true, true]);
    expect(session.answerOf(first.id)).toEqual({ state: 'unknown' });
    expect(session.framework).toEqual(await builtInFrameworks.loadFramework(MAIN_FRAMEWORK));
  });

  it('keeps its framework once it is here as a whole, whatever the app brings later', async () => {
    const store = new MemoryStore();
    const { library, id, hash } = await begin(store);
    expect(await store.readFramework(hash)).toBeUndefined();
    await (await library.openAtOnce(id))!.complete();
    expect(await store.readFramework(hash)).toBeDefined();
    const later = (await openLibrary(store, NO_FRAMEWORKS).open(id))!;
    expect(later.framework.hash).toBe(hash);
  });

  it('gets it at the next start, where the page was closed before', async () => {
    const store = new MemoryStore();
    const { hash } = await begin(store);
    const next = openLibrary(store);
    await next.refresh();
    expect(next.assessments[0]?.frameworkTitles['fr']).toMatch(/migra/i);
    await next.completeFrameworks();
    expect(await store.readFramework(hash)).toBeDefined();
  });

  it('says so where the app no longer brings that version, and is open again once its framework is taken in', async () => {
    const store = new MemoryStore();
    const { id } = await begin(store);
    const other = openLibrary(store, NO_FRAMEWORKS);
    await other.refresh();
    await expect(other.openAtOnce(id)).rejects.toThrow('storage.frameworkNotHere');
    await other.frameworks.add(await builtInFrameworks.loadFramework(MAIN_FRAMEWORK));
    expect((await other.open(id))?.framework.id).toBe(MAIN_FRAMEWORK);
  });

  it('goes into a file with its framework as a whole', async () => {
    const { library, id } = await begin(new MemoryStore());
    const session = (await library.openAtOnce(id))!;
    const read = readSextantFile(writeSextantFile(await library.files.contentOf(session)));
    expect(read.ok && read.value.framework).toEqual(await builtInFrameworks.loadFramework(MAIN_FRAMEWORK));
  });

  it('goes on without the rest while the network fails, and asks again', async () => {
    let fails = true;
    const source = {
      ...builtInFrameworks,
      loadFramework: (id: string) =>
        fails ? Promise.reject(new Error('no network')) : builtInFrameworks.loadFramework(id),
    };
    const { library, id } = await begin(new MemoryStore(), source);
    const session = (await library.openAtOnce(id))!;
    await expect(session.complete()).rejects.toThrow('no network');
    await expect(library.open(id)).rejects.toThrow('no network');
    await session.rate('IC-01', { state: 'unknown' });
    fails = false;
    await session.complete();
    expect([session.isComplete, session.answerOf('IC-01')]).toEqual([true, { state: 'unknown' }]);
  });
});
