/**
 * Small settings of this browser, under one prefixed key because all local files of a machine share one storage.
 * A browser that refuses storage keeps them for the page only.
 */
const KEY = 'sextant-preferences';

export interface StoredPreferences {
  readonly language?: string;
}

export interface PreferenceStorage {
  read(): StoredPreferences;
  write(preferences: StoredPreferences): void;
  erase(): void;
}

/** Preferences in a Storage such as localStorage; unreadable content counts as none. */
export function createPreferenceStorage(storage: Storage | null): PreferenceStorage {
  return {
    read() {
      try {
        const parsed: unknown = JSON.parse(storage?.getItem(KEY) ?? '{}');
        const language = (parsed as { language?: unknown } | null)?.language;
        return typeof language === 'string' ? { language } : {};
      } catch {
        return {};
      }
    },
    write(preferences) {
      try {
        storage?.setItem(KEY, JSON.stringify(preferences));
      } catch {
        // A full or forbidden storage costs a preference, never an answer.
      }
    },
    erase: () => storage?.removeItem(KEY),
  };
}
