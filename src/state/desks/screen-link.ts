import { openBroadcastChannel } from '../../storage/browser-storage.ts';

/** The number changes when the messages do. */
const CHANNEL_NAME = 'sextant-workshop-3';

/** `shows`: the projector shows this indicator; `asks`: what does it show?; `show`: show this one. */
export type ScreenMessage =
  | { readonly kind: 'shows'; readonly item: string }
  | { readonly kind: 'asks' }
  | { readonly kind: 'show'; readonly item: string };

function readMessage(data: unknown, assessment: string): ScreenMessage | null {
  if (data === null || typeof data !== 'object' || !('assessment' in data) || data.assessment !== assessment) {
    return null;
  }
  if (!('kind' in data)) return null;
  if (data.kind === 'asks') return { kind: 'asks' };
  if ((data.kind === 'shows' || data.kind === 'show') && 'item' in data && typeof data.item === 'string') {
    return { kind: data.kind, item: data.item };
  }
  return null;
}

/** Ties the window with the notes to the one on the projector. Without the channel each window goes alone. */
export class ScreenLink {
  readonly #assessment: string;
  readonly #channel: BroadcastChannel | null;

  constructor(assessment: string) {
    this.#assessment = assessment;
    this.#channel = openBroadcastChannel(CHANNEL_NAME);
  }

  send(message: ScreenMessage): void {
    this.#channel?.postMessage({ assessment: this.#assessment, ...message });
  }

  onmessage(listener: (message: ScreenMessage) => void): void {
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const message = readMessage(data, this.#assessment);
      if (message !== null) listener(message);
    });
  }

  close(): void {
    this.#channel?.close();
  }
}
