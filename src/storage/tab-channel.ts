import { openBroadcastChannel } from './browser-storage.ts';

/** The number changes when the message does, so that pages of two releases do not misread each other. */
const CHANNEL_NAME = 'sextant-changes-2';

interface Message {
  readonly assessment: string;
  readonly ids: readonly string[] | null;
}

/** By hand: the first page does without schemas. */
function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('assessment' in data) || !('ids' in data)) return null;
  const { assessment, ids } = data;
  if (typeof assessment !== 'string') return null;
  if (ids === null) return { assessment, ids };
  return Array.isArray(ids) && ids.every((id) => typeof id === 'string') ? { assessment, ids } : null;
}

/** The part of BroadcastChannel that is used. */
export interface Channel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  close(): void;
}

/** The channel of this release, or null: then every tab works alone and the database joins them. */
export function openChannel(): Channel | null {
  return openBroadcastChannel(CHANNEL_NAME);
}

/**
 * Tells the other tabs that something in the database changed, and hears of theirs. A message says where to look and
 * nothing more: what is shown is read from the database, so that no message can show what is not there.
 */
export class TabChannel {
  readonly #channel: Channel | null;

  constructor(channel: Channel | null = openChannel()) {
    this.#channel = channel;
  }

  /**
   * Ids of entries that are durable now; null when more than entries changed: taken out, deleted, brought back. Never
   * throws: the other tabs read it when they open.
   */
  announce(assessmentId: string, ids: readonly string[] | null): void {
    try {
      this.#channel?.postMessage({ assessment: assessmentId, ids });
    } catch {
      // A closed channel costs the other tabs their news, never an entry.
    }
  }

  /** Calls the listener with where other tabs say that something changed. */
  onchange(listener: (assessmentId: string, ids: readonly string[] | null) => void): void {
    this.#channel?.addEventListener('message', ({ data }) => {
      const message = readMessage(data);
      if (message !== null) listener(message.assessment, message.ids);
    });
  }

  close(): void {
    this.#channel?.close();
  }
}
