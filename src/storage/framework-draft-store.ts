import type { FrameworkReference } from '../domain/framework/framework.ts';
import { problem } from '../domain/problem.ts';
import { StorageError } from './storage-error.ts';

/** What a list of frameworks that are being written says of one. */
export interface FrameworkDraftHead {
  /** 64 random bits. */
  readonly id: string;
  /** As framework.json says it. */
  readonly framework: string;
  readonly version: string;
  /** By language, as far as it is written. */
  readonly titles: Readonly<Record<string, string>>;
  /** How many. */
  readonly indicators: number;
  /** The framework that it was made from; null where there was none. */
  readonly base: FrameworkReference | null;
  /** ISO instant. */
  readonly changedAt: string;
}

/** A draft as it is stored: as a whole at some step, and what was changed since, in order. */
export interface StoredFrameworkDraft {
  readonly head: FrameworkDraftHead;
  readonly whole: unknown;
  readonly patches: readonly unknown[];
  /** Of the last patch, or of the whole where there is none. */
  readonly step: number;
}

/** One row: what a draft was at a step, or what was changed with it. */
export interface FrameworkDraftRow {
  readonly draft: string;
  readonly step: number;
  readonly whole?: unknown;
  readonly patch?: unknown;
}

/**
 * Where frameworks that are being written are kept. Every write is one transaction with strict durability. Throws
 * StorageError: `storage.draftChanged` for a step that another tab has written, `storage.draftGone` for a draft that is not
 * here any more.
 */
export interface FrameworkDraftStore {
  list(): Promise<readonly FrameworkDraftHead[]>;
  /** Null where it is not here. */
  read(id: string): Promise<StoredFrameworkDraft | null>;
  create(head: FrameworkDraftHead, whole: unknown): Promise<void>;
  /** Adds what was changed; `step` is the one after the last that is known. */
  append(head: FrameworkDraftHead, step: number, patch: unknown): Promise<void>;
  /** Puts the whole in the place of the steps up to it. */
  gather(id: string, step: number, whole: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

export const draftChanged = (id: string) => new StorageError(problem('storage.draftChanged', '', [], { id }));
export const draftGone = (id: string) => new StorageError(problem('storage.draftGone', '', [], { id }));

/** A draft from its rows in the order of their steps; null where they hold no whole. */
export function draftOfRows(head: FrameworkDraftHead, rows: readonly FrameworkDraftRow[]): StoredFrameworkDraft | null {
  const last = rows.findLastIndex(({ whole }) => whole !== undefined);
  const [first, ...later] = last === -1 ? [] : rows.slice(last);
  if (first === undefined) return null;
  return {
    head,
    whole: first.whole,
    patches: later.map(({ patch }) => patch),
    step: later.at(-1)?.step ?? first.step,
  };
}
