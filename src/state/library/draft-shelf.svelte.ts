import { loadCrosswalksOf } from '../../content/load-crosswalks.ts';
import { hasSample } from '../../content/load-sample.ts';
import type { Crosswalk } from '../../domain/framework/crosswalk-schema.ts';
import type { FrameworkDraft } from '../../domain/framework/draft/framework-draft.ts';
import { readDraft } from '../../domain/framework/draft/framework-draft.ts';
import type { DraftPatch } from '../../domain/framework/draft/draft-patch.ts';
import { applyPatch } from '../../domain/framework/draft/draft-patch.ts';
import { withLeftOut } from '../../domain/framework/draft/still-left-out.ts';
import type { MethodPreset } from '../../domain/framework/method-preset.ts';
import type { Framework, FrameworkReference } from '../../domain/framework/framework.ts';
import { listIndicators } from '../../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../../domain/framework/parse-framework.ts';
import type { Result } from '../../domain/problem.ts';
import type {
  FrameworkDraftHead,
  FrameworkDraftStore,
  StoredFrameworkDraft,
} from '../../storage/framework-draft-store.ts';
import type { LibraryInput } from './library-input.ts';

export type { FrameworkDraftHead } from '../../storage/framework-draft-store.ts';

/** A draft as it was read, with what is needed to write on. */
export interface OpenedDraft {
  readonly head: FrameworkDraftHead;
  readonly draft: FrameworkDraft;
  /** Of the last change that is stored. */
  readonly step: number;
  readonly store: FrameworkDraftStore;
  /** UTC milliseconds. */
  nowMs(): number;
}

/** Of so many changes one whole is made when a draft is opened. */
const GATHER_FROM = 100;

/** What a list says of a draft; `before` is what it said. */
export function headOf(
  before: Pick<FrameworkDraftHead, 'id' | 'base'>,
  { structure, texts }: FrameworkDraft,
  changedAt: string,
): FrameworkDraftHead {
  const titles = Object.entries(texts).flatMap(([language, { title }]) => (title === '' ? [] : [[language, title]]));
  return {
    id: before.id,
    base: before.base,
    framework: structure.id,
    version: structure.version,
    titles: Object.fromEntries(titles),
    indicators: listIndicators(structure).length,
    changedAt,
  };
}

/** A draft from what is stored of it: a whole, and what was changed since. Problems (`schema.*`) where that is damaged. */
export function draftStored({ whole, patches }: StoredFrameworkDraft): Result<FrameworkDraft> {
  const read = readDraft(whole as FrameworkDraft);
  if (!read.ok) return read;
  const draft = withLeftOut(read.value, whole);
  return { ...read, value: patches.reduce<FrameworkDraft>((at, one) => applyPatch(at, one as DraftPatch), draft) };
}

/** The frameworks that are being written on this computer. */
export class DraftShelf {
  readonly #input: LibraryInput;
  readonly #store: FrameworkDraftStore;
  #heads: readonly FrameworkDraftHead[] = $state.raw([]);
  #removed: OpenedDraft | null = $state.raw(null);

  private constructor(input: LibraryInput, store: FrameworkDraftStore) {
    this.#input = input;
    this.#store = store;
  }

  static async open(input: LibraryInput): Promise<DraftShelf> {
    const shelf = new DraftShelf(input, await input.store.readFrameworkDrafts());
    await shelf.refresh();
    return shelf;
  }

  /** Whether there is an invented country for a built-in framework. */
  hasSample(framework: string): boolean {
    return hasSample(framework);
  }

  /** The one that was changed last in front. */
  get heads(): readonly FrameworkDraftHead[] {
    return this.#heads;
  }

  /** The one that was removed last by this page, while it can be brought back. */
  get removed(): FrameworkDraftHead | null {
    return this.#removed?.head ?? null;
  }

  async refresh(): Promise<void> {
    this.#heads = [...(await this.#store.list())].sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
  }

  /** Begins a draft; resolves with its id once it is durable. */
  async begin(draft: FrameworkDraft, base: FrameworkReference | null): Promise<string> {
    const { surroundings } = this.#input;
    const changedAt = new Date(surroundings.nowMs()).toISOString();
    const head = headOf({ id: surroundings.randomHex16(), base }, draft, changedAt);
    await this.#store.create(head, draft);
    await this.refresh();
    return head.id;
  }

  /** Null where it is not here; problems (`schema.*`) where what is stored is damaged. */
  async open(id: string): Promise<Result<OpenedDraft> | null> {
    const stored = await this.#store.read(id);
    if (stored === null) return null;
    const read = draftStored(stored);
    if (!read.ok) return read;
    const draft = read.value;
    if (stored.patches.length >= GATHER_FROM) {
      // It is there all the same: gathering is tried again when it is next opened.
      await this.#store.gather(id, stored.step, draft).catch(() => {});
    }
    const nowMs = () => this.#input.surroundings.nowMs();
    return { ok: true, advice: [], value: { head: stored.head, draft, step: stored.step, store: this.#store, nowMs } };
  }

  /** Removes a draft, which can be brought back as long as this page is open. */
  async remove(id: string): Promise<void> {
    const opened = await this.open(id);
    await this.#store.remove(id);
    this.#removed = opened?.ok === true ? opened.value : null;
    await this.refresh();
  }

  async bringBack(): Promise<void> {
    const removed = this.#removed;
    if (removed === null) return;
    await this.#store.create(removed.head, removed.draft);
    this.#removed = null;
    await this.refresh();
  }

  /** Takes an imported framework away; throws `storage.frameworkInUse` (count) while an assessment stands on it. */
  async removeFramework(hash: string): Promise<void> {
    await this.#input.store.deleteFramework(hash);
  }

  /** A framework as a whole by what it is named by; null where it is not on this computer. */
  async whole({ hash }: Pick<FrameworkReference, 'hash'>): Promise<Framework | null> {
    const { source, store } = this.#input;
    const card = source.cards.find((one) => one.hash === hash);
    if (card !== undefined) return source.loadFramework(card.id);
    const stored = await store.readFramework(hash);
    if (stored === undefined) return null;
    const parsed = parseSingleFileFramework(stored);
    return parsed.ok ? parsed.value : null;
  }

  /** Official ways of counting, by id. */
  async methodPresets(): Promise<ReadonlyMap<string, MethodPreset>> {
    return (await import('../../content/load-method-presets.ts')).loadMethodPresets();
  }

  /** Every crosswalk that this build has, by key. */
  crosswalks(): Promise<ReadonlyMap<string, Crosswalk>> {
    const { source } = this.#input;
    return loadCrosswalksOf(source, source.crosswalkKeys);
  }
}
