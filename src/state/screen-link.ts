/** The number changes when the message does. */
const CHANNEL_NAME = 'sextant-workshop-1';

interface Message {
  readonly assessment: string;
  readonly item: string;
}

function isMessage(data: unknown): data is Message {
  return data !== null && typeof data === 'object' && 'assessment' in data && 'item' in data;
}

/** Tells the window with the notes which indicator the projector shows. Without the channel each window goes alone. */
export class ScreenLink {
  readonly #assessment: string;
  readonly #channel: BroadcastChannel | null;

  constructor(assessment: string) {
    this.#assessment = assessment;
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL_NAME);
  }

  show(item: string): void {
    this.#channel?.postMessage({ assessment: this.#assessment, item } satisfies Message);
  }

  onshow(listener: (item: string) => void): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isMessage(data) && data.assessment === this.#assessment) listener(String(data.item));
    });
  }

  close(): void {
    this.#channel?.close();
  }
}
