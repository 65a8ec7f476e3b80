import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import type { JsonValue } from '../../../src/domain/journal/entry-schema.ts';
import { journalOf } from '../../../src/domain/journal/merge.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { Library } from '../../../src/state/library/library.svelte.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { openTabs } from '../../../src/storage/open-tabs.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';
import { entriesOf } from '../../fixtures/assessment-of.ts';
import { MemoryFolder } from '../../fixtures/memory-folder.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';
import { NO_FRAMEWORKS } from '../../fixtures/no-frameworks.ts';
import { fakeSurroundings } from './fake-store.ts';

const framework = tinyFramework();
const IDENTITY = { id: 'shared', round: '2026', parent: null };

/** A tab on a storage that others share, in a browser without a channel between tabs: nobody tells it anything. */
function tab(store: MemoryStore): Library {
  return new Library({
    source: NO_FRAMEWORKS,
    store,
    files: { save: () => Promise.reject(new Error('nothing is saved here')) },
    tabs: { announce: () => {}, onchange: () => {} },
    preferences: createPreferenceStorage(null),
    surroundings: fakeSurroundings(),
    folders: new MemoryFolder(),
    openTabs: openTabs('1', undefined),
    fileWords: (key) => key,
    language: () => 'en',
  });
}

/** A file of the assessment in which the round has a title. */
function fileWith(title: string): File {
  const value: JsonValue = { framework: { ...referenceOf(framework) } };
  const [first, ...rest] = entriesOf([
    ['round/created', value],
    ['round/title', title],
  ]);
  const journal = journalOf([{ ...first!, assessment: IDENTITY }, ...rest]);
  const bytes = writeSextantFile({ assessment: IDENTITY, framework, journal, evidence: new Map() });
  return new File([bytes as BlobPart], 'shared.sextant');
}

/** What another tab does between the preview and "Take it in", by what the preview says. */
async function takenInAfter(
  before: (other: Library) => Promise<unknown>,
  meanwhile: (other: Library) => Promise<unknown>,
) {
  const store = new MemoryStore();
  const [here, other] = [tab(store), tab(store)];
  await before(other);
  await here.refresh();
  const file = fileWith('Round 2026');
  const shown = await here.previewFile(file);
  await meanwhile(other);
  const held = await store.readEntries(IDENTITY.id).catch(() => []);
  const refused = here.confirmFile(shown);
  await expect(refused).rejects.toThrow('storage.changedSince');
  expect(await store.readEntries(IDENTITY.id).catch(() => [])).toEqual(held);
  return { here, store, again: await here.previewFile(file) };
}

const takeIn = async (library: Library) =>
  library.confirmFile(await library.previewFile(fileWith('Round of the other tab')));
const nothing = () => Promise.resolve();

describe('a file just opened', () => {
  it('has no unsaved changes, and counts what is entered from then on', async () => {
    const library = tab(new MemoryStore());
    await library.confirmFile(await library.previewFile(fileWith('Round 2026')));
    const session = (await library.open(IDENTITY.id))!;
    expect(session.entries).toHaveLength(2);
    expect([library.files.changesSince(session), library.files.lastFileOf(IDENTITY.id)?.isOpened]).toEqual([0, true]);
    session.rate('A-1', { state: 'unknown' });
    expect(library.files.changesSince(session)).toBe(1);
  });

  it('no longer holds all when a requirement is ticked from which no other level follows', async () => {
    const library = tab(new MemoryStore());
    await library.confirmFile(await library.previewFile(fileWith('Round 2026')));
    const session = (await library.open(IDENTITY.id))!;
    session.rate('A-1', { state: 'level', level: 'emerging' });
    await library.files.noteSaved(IDENTITY.id, session.entries.length);
    expect(library.files.holdsAll(session)).toBe(true);
    session.tick('A-1', 'A-1/mature/a', true);
    expect([session.answerOf('A-1'), library.files.holdsAll(session)]).toEqual([
      { state: 'level', level: 'emerging' },
      false,
    ]);
  });

  it('says nothing of what was entered beside it: opened once more, that is still in no file', async () => {
    const library = tab(new MemoryStore());
    await library.confirmFile(await library.previewFile(fileWith('Round 2026')));
    const session = (await library.open(IDENTITY.id))!;
    session.rate('A-1', { state: 'unknown' });
    await expect.poll(() => session.status.state).toBe('saved');
    await library.confirmFile(await library.previewFile(fileWith('Round 2026')));
    expect(library.files.changesSince((await library.open(IDENTITY.id))!)).toBe(1);
  });
});

describe('a table of anybody', () => {
  it('is refused, and may be a framework', async () => {
    const csv = new File(['code;title;domain\nA-1;Policy;One'], 'framework.csv');
    expect(await tab(new MemoryStore()).previewFile(csv)).toMatchObject({ kind: 'refused', isTable: true });
    const letter = new File(['%PDF-1.7'], 'letter.pdf');
    expect(await tab(new MemoryStore()).previewFile(letter)).toMatchObject({ kind: 'refused', isTable: false });
  });
});

describe('a file that was looked at while another tab', () => {
  it('created the same assessment is no new one: it is merged, and that can be undone', async () => {
    const { here, again } = await takenInAfter(nothing, takeIn);
    expect(again.kind).toBe('merge');
    await here.confirmFile(again);
    expect(here.lastMerge?.assessment).toBe(IDENTITY.id);
  });

  it('deleted the assessment brings it back only when that was shown', async () => {
    const { here, store, again } = await takenInAfter(takeIn, (other) => other.remove(IDENTITY.id));
    expect(again).toMatchObject({ kind: 'new', isDeleted: true });
    expect(await store.readStanding(IDENTITY.id)).toBe('deleted');
    await here.confirmFile(again);
    expect(await store.readStanding(IDENTITY.id)).toBe('here');
  });

  it('brought a deleted assessment back is merged', async () => {
    const { again } = await takenInAfter(
      async (other) => (await takeIn(other), other.remove(IDENTITY.id)),
      (other) => other.bringBack(IDENTITY.id),
    );
    expect(again.kind).toBe('merge');
  });

  it('erased a deleted assessment makes a new one', async () => {
    const { again } = await takenInAfter(
      async (other) => (await takeIn(other), other.remove(IDENTITY.id)),
      (other) => other.eraseDeleted([IDENTITY.id]),
    );
    expect(again).toMatchObject({ kind: 'new', isDeleted: false });
  });
});

describe('what is typed outside of any assessment', () => {
  it('is not written anew where another tab erased everything in the moment before', async () => {
    const store = new MemoryStore();
    const [here, other] = [tab(store), tab(store)];
    here.typing.outside.keep('new/title', 'Half a wo');
    await other.eraseEverything();
    await here.noteErased();
    await here.typing.flush();
    expect(await store.listDrafts(null)).toEqual([]);
  });
});
