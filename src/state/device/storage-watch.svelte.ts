/** What the browser's storage says while the app is open; the screen shows the words of the code. */
export type StorageNotice = 'storage.blocked' | 'storage.newerDatabase' | 'storage.erasedElsewhere' | 'storage.closed';

/** Holds the last thing that the storage had to say, for the banner above every screen. */
export class StorageWatch {
  readonly #onsay: () => void;
  #notice: StorageNotice | null = $state.raw(null);

  /** `onsay` prepares the words that the banner will need. */
  constructor(onsay: () => void = () => {}) {
    this.#onsay = onsay;
  }

  get notice(): StorageNotice | null {
    return this.#notice;
  }

  say(notice: StorageNotice): void {
    this.#notice = notice;
    this.#onsay();
  }

  /** Takes back a notice that no longer holds; another one stays. */
  retract(notice: StorageNotice): void {
    if (this.#notice === notice) this.#notice = null;
  }
}
