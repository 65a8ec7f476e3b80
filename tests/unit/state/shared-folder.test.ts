import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import { writeSextantFile } from '../../../src/file/write-sextant-file.ts';
import { Library } from '../../../src/state/library/library.svelte.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { openTabs } from '../../../src/storage/open-tabs.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';
import { MemoryFolder } from '../../fixtures/memory-folder.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { NO_FRAMEWORKS } from '../../fixtures/no-frameworks.ts';
import { fakeSurroundings } from './fake-store.ts';

const SAMPLE = sampleAssessment();

/** A library on a computer of its own, with the sample open. */
async function open(access: MemoryFolder, store = new MemoryStore(), tab = '1', hasDocuments = true) {
  let draws = 0;
  const library = new Library({
    source: NO_FRAMEWORKS,
    store,
    files: { save: async () => ({ kind: 'written', handle: {} }) },
    tabs: { announce: () => {}, onchange: () => {} },
    preferences: createPreferenceStorage(null),
    surroundings: { ...fakeSurroundings(), randomHex16: () => `${tab}${(++draws).toString(16)}`.padStart(16, '0') },
    folders: access,
    openTabs: openTabs(tab, undefined),
    fileWords: (key) => key,
    language: () => 'en',
  });
  const { assessment, framework, journal } = SAMPLE;
  const stored = { ...assessment, framework: referenceOf(framework), createdAt: '2026-11-21T09:30:00.000Z' };
  await store.createAssessment(stored, singleFileForm(framework), journal.entries);
  for (const bytes of hasDocuments ? SAMPLE.evidence.values() : []) await store.putEvidence(assessment.id, bytes);
  const session = (await library.open(assessment.id))!;
  return { library, session, store, folder: await library.folders.of(session) };
}

describe('SharedFolder', () => {
  it('writes nothing before the person agrees, and then counts as a place where files are kept', async () => {
    const access = new MemoryFolder();
    const { folder, library, session } = await open(access);
    expect(folder.state).toBe('none');
    await folder.choose('Border office');
    expect([folder.state, access.writes]).toEqual(['chosen', []]);
    expect(folder.fileName).toMatch(/^Border-office-[0-9a-f]{8}\.sextant$/);
    expect(library.files.changesSince(session)).toBeGreaterThan(0);
    await folder.join();
    expect([folder.state, access.writes]).toEqual(['joined', [folder.fileName]]);
    expect(library.files.changesSince(session)).toBe(0);
    expect(folder.exchangedAt).not.toBeNull();
  });

  it('is no place where files are kept as long as a document that is used is on no computer of the folder', async () => {
    const access = new MemoryFolder();
    const { folder, library, session, store } = await open(access, new MemoryStore(), '1', false);
    await folder.choose('A');
    await folder.join();
    expect([folder.complete, library.files.changesSince(session) > 0]).toEqual([false, true]);
    expect(library.files.missingFrom(session.identity.id)).toHaveLength(1);
    for (const bytes of SAMPLE.evidence.values()) await store.putEvidence(session.identity.id, bytes);
    await folder.exchange();
    expect([folder.complete, library.files.changesSince(session)]).toEqual([true, 0]);
    expect(library.files.missingFrom(session.identity.id)).toEqual([]);
  });

  it('stays with none when the person changes their mind', async () => {
    const access = new MemoryFolder();
    access.chosen = null;
    const { folder } = await open(access);
    await folder.choose('Border office');
    expect(folder.state).toBe('none');
  });

  it('takes in what others wrote, and their documents', async () => {
    const access = new MemoryFolder();
    access.put('others.sextant', writeSextantFile(SAMPLE));
    const { folder, session, store } = await open(access, new MemoryStore(), '1', false);
    await folder.choose('A');
    expect(folder.lines).toEqual([{ name: 'others.sextant', state: 'waiting', problems: [] }]);
    await folder.join();
    expect(folder.lines).toContainEqual({ name: 'others.sextant', state: 'read', problems: [] });
    expect([...(await store.readEvidence(session.identity.id)).keys()]).toEqual([...SAMPLE.evidence.keys()]);
  });

  it('goes on after a restart with the same file, once the browser is allowed again', async () => {
    const access = new MemoryFolder();
    const store = new MemoryStore();
    const before = await open(access, store);
    await before.folder.choose('A');
    await before.folder.join();
    access.allowed = false;
    const after = await open(access, store, '2');
    expect([after.folder.state, after.folder.fileName]).toEqual(['paused', before.folder.fileName]);
    after.session.rate('A-2', { state: 'level', level: 'mature' });
    await after.folder.exchange();
    expect(access.writes).toHaveLength(1);
    await after.folder.allow();
    expect(after.folder.state).toBe('joined');
    expect(access.writes).toEqual([before.folder.fileName, before.folder.fileName]);
  });

  it('says what is wrong with the folder, keeps the work, and goes on when it is back', async () => {
    const access = new MemoryFolder();
    const { folder, session } = await open(access);
    await folder.choose('A');
    await folder.join();
    for (const [name, code] of [
      ['NotFoundError', 'folder.unreachable'],
      ['NoModificationAllowedError', 'folder.locked'],
      ['QuotaExceededError', 'folder.full'],
      ['DataError', 'folder.failed'],
    ] as const) {
      access.failure = new DOMException('x', name);
      await folder.exchange();
      expect([folder.problem?.code, folder.state]).toEqual([code, 'joined']);
    }
    session.rate('A-2', { state: 'level', level: 'mature' });
    access.failure = null;
    await folder.exchange();
    expect(folder.problem).toBeNull();
    expect(access.writes).toHaveLength(2);
    access.failure = new DOMException('x', 'NotAllowedError');
    await folder.exchange();
    expect([folder.problem?.code, folder.state]).toEqual(['folder.notAllowed', 'paused']);
  });

  it('forgets the folder when it is left, and leaves its files there', async () => {
    const access = new MemoryFolder();
    const { folder, session, store } = await open(access);
    await folder.choose('A');
    await folder.join();
    const files = [...access.files.keys()];
    await folder.leave();
    await folder.exchange();
    expect([folder.state, await store.readFolder(session.identity.id)]).toEqual(['none', null]);
    expect([...access.files.keys()]).toEqual(files);
  });
});
