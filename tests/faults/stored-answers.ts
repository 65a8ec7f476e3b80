import type { Page } from '@playwright/test';
import type { Entry } from '../../src/domain/journal/entry-schema.ts';
import { isStub } from '../../src/domain/journal/entry-schema.ts';
import { fold } from '../../src/domain/registers/fold.ts';
import { DATABASE_NAME } from '../../src/storage/database-schema.ts';

const ANSWER = /^rating\/lead\/([^/]+)\/1\/answer$/;

/** Every level that was ever answered, by indicator, in the order of the entries. */
export type AnswersInOrder = ReadonlyMap<string, readonly string[]>;

/** Runs in the page: the rows of an assessment in one store, read past the app's own code. */
export function readRowsInPage({ name, store, assessment }: { name: string; store: string; assessment: string }) {
  return new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error ?? new Error('open'));
    opening.onsuccess = () => {
      const database = opening.result;
      const asking = database
        .transaction(store)
        .objectStore(store)
        .getAll(IDBKeyRange.bound([assessment], [assessment, []]));
      asking.onerror = () => reject(asking.error ?? new Error('read'));
      asking.onsuccess = () => {
        database.close();
        resolve(asking.result);
      };
    };
  });
}

/** The entries of an assessment as the browser holds them. */
export async function readStoredEntries(page: Page, assessment: string): Promise<Entry[]> {
  const rows = await page.evaluate(readRowsInPage, { name: DATABASE_NAME, store: 'entries', assessment });
  return rows.map((row) => (row as { entry: Entry }).entry);
}

/** The levels that a journal holds, by indicator, oldest first. */
export function answersOf(entries: readonly Entry[]): AnswersInOrder {
  const answers = new Map<string, readonly string[]>();
  for (const { register, history } of fold(entries).registers.values()) {
    const [, indicator] = ANSWER.exec(register) ?? [];
    if (indicator === undefined) continue;
    const oldestFirst = [...history].sort((a, b) => (a.id < b.id ? -1 : 1));
    answers.set(
      indicator,
      oldestFirst.flatMap((entry) => (isStub(entry) ? [] : [(entry.value as { level?: string } | null)?.level ?? ''])),
    );
  }
  return answers;
}

/** Answers that were shown as saved and do not stand in the journal, in their order. */
export function findLost(shownAsSaved: AnswersInOrder, stored: AnswersInOrder): string[] {
  return [...shownAsSaved].flatMap(([indicator, levels]) => {
    const kept = stored.get(indicator) ?? [];
    return levels.flatMap((level, index) =>
      kept[index] === level
        ? []
        : [`${indicator}, answer ${index + 1}: ${level} was shown as saved, ${kept[index]} is there`],
    );
  });
}
