import type { DatabaseConnection } from './database-connection.ts';
import type {
  FrameworkDraftHead,
  FrameworkDraftRow,
  FrameworkDraftStore,
  StoredFrameworkDraft,
} from './framework-draft-store.ts';
import { draftChanged, draftGone, draftOfRows } from './framework-draft-store.ts';
import { ofAssessment as ofDraft } from './rows-of-assessment.ts';

const STORES = ['frameworkDrafts', 'frameworkDraftSteps'] as const;

/** Frameworks that are being written, in the database. */
export class FrameworkDraftRows implements FrameworkDraftStore {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    this.#connection = connection;
  }

  list(): Promise<readonly FrameworkDraftHead[]> {
    return this.#connection.read((database) => database.getAll('frameworkDrafts'));
  }

  read(id: string): Promise<StoredFrameworkDraft | null> {
    return this.#connection.read(async (database) => {
      const transaction = database.transaction(STORES);
      const head = await transaction.objectStore('frameworkDrafts').get(id);
      if (head === undefined) return null;
      return draftOfRows(head, await transaction.objectStore('frameworkDraftSteps').getAll(ofDraft(id)));
    });
  }

  async create(head: FrameworkDraftHead, whole: unknown): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      await transaction.objectStore('frameworkDrafts').put(head);
      await transaction.objectStore('frameworkDraftSteps').put({ draft: head.id, step: 0, whole });
    });
  }

  async append(head: FrameworkDraftHead, step: number, patch: unknown): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      const steps = transaction.objectStore('frameworkDraftSteps');
      const last = (await steps.openKeyCursor(ofDraft(head.id), 'prev'))?.key[1];
      if (last === undefined) throw draftGone(head.id);
      if (last !== step - 1) throw draftChanged(head.id);
      await transaction.objectStore('frameworkDrafts').put(head);
      await steps.put({ draft: head.id, step, patch });
    });
  }

  async gather(id: string, step: number, whole: unknown): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      const steps = transaction.objectStore('frameworkDraftSteps');
      const known: FrameworkDraftRow | undefined = await steps.get([id, step]);
      if (known === undefined) throw draftChanged(id);
      await steps.delete(IDBKeyRange.bound([id], [id, step]));
      await steps.put({ draft: id, step, whole });
    });
  }

  async remove(id: string): Promise<void> {
    await this.#connection.write(STORES, async (transaction) => {
      await transaction.objectStore('frameworkDrafts').delete(id);
      await transaction.objectStore('frameworkDraftSteps').delete(ofDraft(id));
    });
  }
}
