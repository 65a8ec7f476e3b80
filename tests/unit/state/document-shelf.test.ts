import { describe, expect, it } from 'vitest';
import { problem } from '../../../src/domain/problem.ts';
import { DocumentShelf } from '../../../src/state/library/document-shelf.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { FakeStore } from './fake-store.ts';
import { openSession } from './open-session.ts';
import { evidenceOf } from '../../../src/state/session/evidence-view.ts';
import { EvidenceDesk } from '../../../src/state/desks/evidence-desk.ts';

const FIELDS = { title: 'Decree', kind: null, holder: null, date: null, reference: null, access: 'public' } as const;
const decree = new File(['The decree'], 'decree.txt', { type: 'text/plain' });

function open() {
  const store = new FakeStore();
  const session = openSession(undefined, undefined, store);
  const shelf = new DocumentShelf(store as unknown as LibraryStore);
  return { store, session, shelf };
}

describe('a document that is attached to evidence', () => {
  it('is only read when it is chosen: cancelling leaves nothing on the computer', async () => {
    const { store, session, shelf } = open();
    const read = await shelf.read(session, decree);
    expect(read.ok && read.value.document.fileName).toBe('decree.txt');
    expect([store.evidence.size, store.entries.length]).toEqual([0, 0]);
  });

  it('is refused with the reason where the file is gone, and nothing is thrown', async () => {
    const { session, shelf } = open();
    const gone = { name: 'gone.txt', slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotReadable')) }) };
    const read = await shelf.read(session, gone as unknown as File);
    expect(read.ok ? [] : read.problems.map(({ code, params }) => [code, params])).toEqual([
      ['document.unreadable', { name: 'gone.txt' }],
    ]);
  });

  it('is refused with the reason where what is here already cannot be read', async () => {
    const { store, session, shelf } = open();
    store.failure = new StorageError(problem('storage.closed', '', []));
    const read = await shelf.read(session, decree);
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['storage.closed']);
  });

  it('is stored together with the evidence that names it', async () => {
    const { store, session, shelf } = open();
    const read = await shelf.read(session, decree);
    if (!read.ok) throw new Error('not read');
    expect(await new EvidenceDesk(session).save('IC-01', null, FIELDS, read.value)).toEqual([]);
    expect([...store.evidence.keys()]).toEqual([read.value.document.sha256]);
    expect(store.entries.map(({ register }) => register.split('/')[0])).toEqual(['evidence', 'evidence-link']);
    expect(evidenceOf(session, 'IC-01').map(({ document }) => document?.fileName)).toEqual(['decree.txt']);
  });

  it('and its evidence are not stored where there is no room: the reason is said, and it can be tried again', async () => {
    const { store, session, shelf } = open();
    const read = await shelf.read(session, decree);
    if (!read.ok) throw new Error('not read');
    store.failure = new StorageError(problem('storage.quotaExceeded', '', []));
    const problems = await new EvidenceDesk(session).save('IC-01', null, FIELDS, read.value);
    expect(problems.map(({ code }) => code)).toEqual(['storage.quotaExceeded']);
    expect([store.evidence.size, store.entries.length, evidenceOf(session, 'IC-01').length]).toEqual([0, 0, 0]);
    expect(session.status.state).toBe('saved');
    store.failure = null;
    expect(await new EvidenceDesk(session).save('IC-01', null, FIELDS, read.value)).toEqual([]);
    expect(evidenceOf(session, 'IC-01')).toHaveLength(1);
  });
});
