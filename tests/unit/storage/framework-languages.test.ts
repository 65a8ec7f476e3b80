import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { parseSingleFileFramework } from '../../../src/domain/framework/parse-framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';
import type { LibraryStore } from '../../../src/state/library/library-store.ts';
import { AssessmentDatabase } from '../../../src/storage/assessment-database.ts';
import { MemoryStore } from '../../../src/storage/memory-store.ts';
import { sampleAssessment } from '../../fixtures/sample-assessment.ts';
import { tinyFramework, tinyFrameworkJson } from '../../fixtures/tiny-framework.ts';

const { assessment, framework: thin, journal } = sampleAssessment();
const { en } = tinyFrameworkJson()['texts'] as { en: Record<string, unknown> };
const full = tinyFramework({ languages: ['en', 'fr'], texts: { en, fr: { ...en, title: 'Petit cadre' } } });
const reference = referenceOf(full);

/** Every way in which a framework comes to be stored. */
const WAYS: Readonly<Record<string, (store: LibraryStore, form: Record<string, unknown>) => Promise<unknown>>> = {
  'an import': (store, form) => store.putFramework(reference, form),
  'a file that comes back': (store, form) =>
    store.createAssessment(
      { ...assessment, id: 'returned', framework: reference, createdAt: '2026-11-21T09:30:00.000Z' },
      form,
      journal.entries,
    ),
};

const STORES: readonly [string, () => LibraryStore][] = [
  ['AssessmentDatabase', () => new AssessmentDatabase(new IDBFactory())],
  ['MemoryStore', () => new MemoryStore()],
];

describe.each(STORES)('%s', (_name, open) => {
  for (const [way, put] of Object.entries(WAYS)) {
    it(`keeps the languages of a framework when ${way} has fewer, and takes those that it has more`, async () => {
      expect(thin.hash).toBe(full.hash);
      for (const order of [
        [full, thin],
        [thin, full],
      ]) {
        const store = open();
        for (const framework of order) await put(store, singleFileForm(framework));
        const stored = parseSingleFileFramework(await store.readFramework(full.hash));
        expect(stored.ok && [stored.value.hash, stored.value.structure.languages]).toEqual([full.hash, ['en', 'fr']]);
        expect(stored.ok && stored.value.texts['fr']?.title).toBe('Petit cadre');
      }
    });
  }
});
