import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../src/domain/journal/journal.ts';
import { journalOf, mergeJournals } from '../../../src/domain/journal/merge.ts';
import {
  MAXIMUM_DOCUMENT_BYTES,
  MAXIMUM_DOCUMENTS,
  MAXIMUM_DOCUMENTS_BYTES,
  MAXIMUM_JOURNAL_LINES,
} from '../../../src/domain/limits.ts';
import { sha256Hex } from '../../../src/domain/sha256.ts';
import { checkFileRoom } from '../../../src/file/check-file-room.ts';
import { DocumentShelf } from '../../../src/state/library/document-shelf.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { planMerge } from '../../../src/exchange/merge-plan.ts';
import type { ReadFile } from '../../../src/exchange/read-file.ts';
import { journalNaming } from '../../fixtures/journal-naming.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';

const NOW_MS = Date.UTC(2026, 11, 1);
const sample = sampleAssessment();
const shaOf = (name: string) => sha256Hex(new TextEncoder().encode(name));

const naming = (names: readonly string[]) => journalNaming(names.map(shaOf));
const sizesOfAll = (names: readonly string[], size: number) => new Map(names.map((name) => [shaOf(name), size]));
const numbered = (count: number) => Array.from({ length: count }, (_, n) => `d${n}`);

/** What is said where a document of so many bytes is chosen for an assessment with documents of these sizes. */
function shelfWith(names: readonly string[], sizes: ReadonlyMap<string, number>) {
  const store = { readEvidenceSizes: () => Promise.resolve(sizes) };
  const shelf = new DocumentShelf(store as unknown as LibraryStore);
  const session = { identity: sample.assessment, entries: naming(names).entries };
  return async (bytes: number) => {
    const read = await shelf.read(session, new File([new Uint8Array(bytes).fill(65)], 'a.txt'));
    return read.ok ? [] : read.problems.map(({ code, params }) => [code, params['left'] ?? params['maximum']]);
  };
}

describe('attaching a document', () => {
  it('is refused where the file of the assessment could not hold it, and says how much is left', async () => {
    const names = numbered(15);
    const left = 1000;
    const each = Math.floor((MAXIMUM_DOCUMENTS_BYTES - left) / names.length);
    const choose = shelfWith(names, sizesOfAll(names, each));
    const exact = MAXIMUM_DOCUMENTS_BYTES - each * names.length;
    expect(await choose(exact + 1)).toEqual([['document.noRoom', exact]]);
    expect(await choose(exact)).toEqual([]);
  });

  it('says the size of one that is too large, of which only the beginning is read', async () => {
    const shelf = new DocumentShelf({ readEvidenceSizes: () => Promise.resolve(new Map()) } as unknown as LibraryStore);
    const session = { identity: sample.assessment, entries: [] };
    const bytes = MAXIMUM_DOCUMENT_BYTES + 1_000_000;
    const read = await shelf.read(session, new File([new Uint8Array(bytes).fill(65)], 'a.txt'));
    expect(read.ok ? [] : read.problems.map(({ code, params }) => [code, params['bytes']])).toEqual([
      ['document.tooBig', bytes],
    ]);
  });

  it('never makes more documents of the greatest size than a file can hold', async () => {
    const most = Math.floor(MAXIMUM_DOCUMENTS_BYTES / MAXIMUM_DOCUMENT_BYTES);
    const full = numbered(most);
    expect(await shelfWith(full, sizesOfAll(full, MAXIMUM_DOCUMENT_BYTES))(MAXIMUM_DOCUMENT_BYTES)).toEqual([
      ['document.noRoom', MAXIMUM_DOCUMENTS_BYTES - most * MAXIMUM_DOCUMENT_BYTES],
    ]);
  });

  it('counts documents too, and only those that are used', async () => {
    const names = numbered(MAXIMUM_DOCUMENTS);
    expect(await shelfWith(names, sizesOfAll(names, 1))(10)).toEqual([['document.tooMany', MAXIMUM_DOCUMENTS]]);
    expect(await shelfWith([], sizesOfAll(names, MAXIMUM_DOCUMENT_BYTES))(10)).toEqual([]);
  });
});

describe('taking in files', () => {
  const document = (name: string) => new TextEncoder().encode(name);
  const returned = (fileName: string, journal: Journal, names: readonly string[] = []): ReadFile => ({
    fileName,
    problems: [],
    notices: [],
    side: { ...sample, journal },
    institution: null,
    intake: null,
    evidence: new Map(names.map((name) => [shaOf(name), document(name)])),
  });
  const planOf = (read: readonly ReadFile[], held: ReadonlyMap<string, number>, mine = sample.journal) =>
    planMerge({ mine: { ...sample, journal: mine }, nowMs: NOW_MS, held }, read);

  it('leaves out the file that would bring more documents than fit, with the reason, and takes the others', () => {
    const held = sizesOfAll(['big'], MAXIMUM_DOCUMENTS_BYTES - 3);
    const mine = mergeJournals(sample.journal, naming(['big']));
    const plan = planOf(
      [returned('no', naming(['long-name']), ['long-name']), returned('yes', naming(['abc']), ['abc'])],
      held,
      mine,
    );
    expect(plan.files.map(({ fileName, problems }) => [fileName, problems.map(({ code }) => code)])).toEqual([
      ['no', ['merge.noRoom']],
      ['yes', []],
    ]);
    expect([...plan.evidence.keys()]).toEqual([shaOf('abc')]);
    expect(plan.journal.entries.map(({ register }) => register)).not.toContain(
      `evidence/${shaOf('long-name').slice(0, 16)}`,
    );
  });

  it('leaves out the file with which the record would be longer than a file can hold', () => {
    const lines = Array.from({ length: MAXIMUM_JOURNAL_LINES }, (_, n) => `damaged ${n}`);
    const plan = planOf(
      [returned('no', journalOf(sample.journal.entries, lines)), returned('yes', naming(['x']))],
      new Map(),
    );
    expect(plan.files.map(({ problems }) => problems.map(({ code }) => code))).toEqual([['merge.tooManyEntries'], []]);
    expect(plan.journal.damagedLines).toEqual([]);
  });

  it('measures texts in bytes, not in letters', () => {
    const wide = Array.from({ length: 450 }, (_, n) => `${n} ${'界'.repeat(100_000)}`);
    expect(checkFileRoom(journalOf([], wide.slice(0, 440)), new Map())).toEqual([]);
    expect(checkFileRoom(journalOf([], wide), new Map())).toMatchObject([{ code: 'merge.tooManyEntries' }]);
  }, 120_000);
});
