import type {
  FrameworkDraftHead,
  FrameworkDraftRow,
  FrameworkDraftStore,
  StoredFrameworkDraft,
} from './framework-draft-store.ts';
import { draftChanged, draftGone, draftOfRows } from './framework-draft-store.ts';

interface Held {
  head: FrameworkDraftHead;
  rows: readonly FrameworkDraftRow[];
}

/** The same as the database, in the memory of this page only. */
export class FrameworkDraftMemory implements FrameworkDraftStore {
  readonly #held = new Map<string, Held>();

  async list(): Promise<readonly FrameworkDraftHead[]> {
    return [...this.#held.values()].map(({ head }) => head);
  }

  async read(id: string): Promise<StoredFrameworkDraft | null> {
    const held = this.#held.get(id);
    return held === undefined ? null : draftOfRows(held.head, held.rows);
  }

  async create(head: FrameworkDraftHead, whole: unknown): Promise<void> {
    this.#held.set(head.id, { head, rows: [{ draft: head.id, step: 0, whole }] });
  }

  async append(head: FrameworkDraftHead, step: number, patch: unknown): Promise<void> {
    const held = this.#held.get(head.id);
    if (held === undefined) throw draftGone(head.id);
    if (held.rows.at(-1)?.step !== step - 1) throw draftChanged(head.id);
    this.#held.set(head.id, { head, rows: [...held.rows, { draft: head.id, step, patch }] });
  }

  async gather(id: string, step: number, whole: unknown): Promise<void> {
    const held = this.#held.get(id);
    if (held?.rows.some((row) => row.step === step) !== true) throw draftChanged(id);
    held.rows = [{ draft: id, step, whole }, ...held.rows.filter((row) => row.step > step)];
  }

  async remove(id: string): Promise<void> {
    this.#held.delete(id);
  }

  clear(): void {
    this.#held.clear();
  }
}
