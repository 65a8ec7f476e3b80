/** What the browser's storage says while the app is open; the screen shows the words of the code. */
export type StorageNotice = 'storage.blocked' | 'storage.newerDatabase' | 'storage.closed';

/** Holds the last thing that the storage had to say, for the banner above every screen. */
export class StorageWatch {
  #notice: StorageNotice | null = $state.raw(null);

  get notice(): StorageNotice | null {
    return this.#notice;
  }

  say(notice: StorageNotice): void {
    this.#notice = notice;
  }

  /** Takes back a notice that no longer holds; another one stays. */
  retract(notice: StorageNotice): void {
    if (this.#notice === notice) this.#notice = null;
  }
}
