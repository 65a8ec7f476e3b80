import * as z from 'zod/mini';
import type { Entry } from '../domain/journal/entry-schema.ts';
import { parseEntry } from '../domain/journal/parse-entry.ts';

/** The number changes when the message does, so that pages of two releases do not misread each other. */
const CHANNEL_NAME = 'sextant-entries-1';
const messageSchema = z.object({ assessment: z.string(), entries: z.array(z.unknown()) });

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  close(): void;
}

/** A BroadcastChannel, or null where the browser has none: then every tab works alone and the database joins them. */
export function openChannel(): Channel | null {
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL_NAME);
}

/** Tells the other tabs of entries that are durable, and hears of theirs. */
export class TabChannel {
  readonly #channel: Channel | null;

  constructor(channel: Channel | null = openChannel()) {
    this.#channel = channel;
  }

  /** Never throws: the entries are stored, and the other tabs read them when they open. */
  announce(assessmentId: string, entries: readonly Entry[]): void {
    try {
      this.#channel?.postMessage({ assessment: assessmentId, entries });
    } catch {
      // A closed channel costs the other tabs their news, never an entry.
    }
  }

  /** Calls the listener with entries of other tabs that can be read as such. */
  onentries(listener: (assessmentId: string, entries: readonly Entry[]) => void): void {
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = messageSchema.safeParse(data);
      if (!message.success) return;
      const entries = message.data.entries.flatMap((value) => {
        const parsed = parseEntry(value);
        return parsed.ok ? [parsed.value] : [];
      });
      if (entries.length > 0) listener(message.data.assessment, entries);
    });
  }

  close(): void {
    this.#channel?.close();
  }
}
