import type { DraftHistory } from '../../domain/framework/draft/draft-history.ts';
import { historyOf, redo, step, undo } from '../../domain/framework/draft/draft-history.ts';
import { applyPatch, patchBetween, patchesMeet } from '../../domain/framework/draft/draft-patch.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import type { Problem } from '../../domain/problem.ts';
import type { FrameworkDraftHead, StoredFrameworkDraft } from '../../storage/framework-draft-store.ts';
import { storageErrorOf } from '../../storage/storage-error.ts';
import { waitForStorage } from '../../storage/storage-patience.ts';
import type { OpenedDraft } from '../library/draft-shelf.svelte.ts';
import { draftStored, headOf } from '../library/draft-shelf.svelte.ts';

/**
 * A framework that is being written in this tab: every change is in memory at once and goes to the storage as what it
 * changed. What another tab writes meanwhile is taken in; where both changed the same place, its words stand and those of
 * this tab are shown (`refused`).
 */
export class FrameworkDesk {
  readonly #opened: OpenedDraft;
  #history: DraftHistory = $state.raw({ past: [], present: {} as FrameworkDraft, future: [] });
  #problem: Problem | null = $state.raw(null);
  #isSaved = $state(true);
  #refused: readonly string[] = $state.raw([]);
  /** What is stored, and the step with which it was. */
  #stored: FrameworkDraft;
  #step: number;
  #writing: Promise<void> | null = null;

  constructor(opened: OpenedDraft) {
    this.#opened = opened;
    this.#history = historyOf(opened.draft);
    this.#stored = opened.draft;
    this.#step = opened.step;
  }

  get id(): string {
    return this.#opened.head.id;
  }

  get base(): FrameworkDraftHead['base'] {
    return this.#opened.head.base;
  }

  get draft(): FrameworkDraft {
    return this.#history.present;
  }

  get canUndo(): boolean {
    return this.#history.past.length > 0;
  }

  get canRedo(): boolean {
    return this.#history.future.length > 0;
  }

  /** Everything is durable. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  /** Why the last change is not stored; null when everything is, or will be in a moment. */
  get problem(): Problem | null {
    return this.#problem;
  }

  /** Words of this tab that gave way to those of another one. */
  get refused(): readonly string[] {
    return this.#refused;
  }

  edit(change: (draft: FrameworkDraft) => FrameworkDraft): void {
    const { present } = this.#history;
    const next = change(present);
    // Edits make structure and texts; what was left out goes along until it is said to be seen to.
    const isLost = present.leftOut !== undefined && next.leftOut === undefined;
    this.#go(step(this.#history, isLost ? { ...next, leftOut: present.leftOut } : next));
  }

  undo(): void {
    this.#go(undo(this.#history));
  }

  redo(): void {
    this.#go(redo(this.#history));
  }

  /** Those words were seen. */
  dismissRefused(): void {
    this.#refused = [];
    this.#problem = null;
  }

  /** Stores what is not stored yet; resolves when it is, or when it cannot be (`problem`). */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => (this.#writing = null));
    return this.#writing;
  }

  /** Takes in what another tab has written, as when this one is looked at again. */
  async catchUp(): Promise<void> {
    await this.flush();
    // What cannot be read now is read at the next look; what is written here is not touched by it.
    const stored = await this.#opened.store.read(this.id).catch(() => null);
    if (stored !== null && stored.step !== this.#step && this.#isSaved) this.#takeIn(stored);
  }

  #go(next: DraftHistory): void {
    if (next.present === this.#history.present) return;
    this.#history = next;
    this.#isSaved = false;
    void this.flush();
  }

  async #write(): Promise<void> {
    const { store, head, nowMs } = this.#opened;
    while (this.#stored !== this.draft) {
      const draft = this.draft;
      const patch = patchBetween(this.#stored, draft);
      if (patch.length === 0) {
        this.#stored = draft;
        break;
      }
      const next = headOf(head, draft, new Date(nowMs()).toISOString());
      try {
        await waitForStorage(store.append(next, this.#step + 1, patch), (found) => (this.#problem = found));
        this.#step += 1;
        this.#stored = draft;
        if (this.#refused.length === 0) this.#problem = null;
      } catch (error) {
        const { problem } = storageErrorOf(error);
        if (problem.code !== 'storage.draftChanged' || !(await this.#joinOther())) {
          this.#problem = problem;
          return;
        }
      }
    }
    this.#isSaved = true;
  }

  /** What another tab wrote, with what this one has besides; false where it cannot be read. */
  async #joinOther(): Promise<boolean> {
    // Then the problem that led here stands.
    const stored = await this.#opened.store.read(this.id).catch(() => null);
    return stored !== null && this.#takeIn(stored);
  }

  #takeIn(stored: StoredFrameworkDraft): boolean {
    const read = draftStored(stored);
    if (!read.ok) return false;
    const theirs = read.value;
    const [change, own] = [patchBetween(this.#stored, theirs), patchBetween(this.#stored, this.draft)];
    const meets = patchesMeet(change, own);
    if (meets) {
      this.#refused = own.flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []));
      this.#problem = { code: 'storage.draftChanged', severity: 'error', file: '', path: [], params: {} };
    }
    const { past, present, future } = this.#history;
    const joined = (draft: FrameworkDraft) => applyPatch(draft, change);
    this.#history = meets
      ? historyOf(theirs)
      : { past: past.map(joined), present: joined(present), future: future.map(joined) };
    this.#stored = theirs;
    this.#step = stored.step;
    return true;
  }
}
