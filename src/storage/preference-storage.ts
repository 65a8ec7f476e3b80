/**
 * Small settings of this browser, under one prefixed key because all local files of a machine share one storage.
 * A browser that refuses storage keeps them for the page only.
 */
const KEY = 'sextant-preferences';

export interface StoredPreferences {
  readonly language?: string | undefined;
  /** Keys of one character: see src/ui/habits/single-keys.ts. */
  readonly keys?: string | undefined;
  /** `light` or `dark`; as the system where it is missing. public/start-failure.js reads it before the first paint. */
  readonly theme?: string | undefined;
  /** Where the tour of the sample is: see src/ui/tour/tour-steps.ts. */
  readonly tour?: string | undefined;
  /** The language that stands beside the first one in the room. */
  readonly roomLanguage?: string | undefined;
  /** By language: whose dates it writes, see src/ui/settings/LookSection.svelte. */
  readonly dates?: Readonly<Record<string, string>>;
  /** The browser was asked once to keep what is stored. */
  readonly askedToPersist?: boolean;
  /** By assessment: the newest entry that was there when its plan was last looked at in this browser. */
  readonly planMarks?: Readonly<Record<string, string>>;
  /** By assessment: the day (ISO 8601, of this place) on which nobody wants to be reminded of its file again. */
  readonly quietDays?: Readonly<Record<string, string>>;
  /** By assessment: the one that levels are proposed from, '' for none. */
  readonly startSources?: Readonly<Record<string, string>>;
  /** By the titles of a table: which column is which (`textOfMap`). */
  readonly columnMaps?: Readonly<Record<string, string>>;
  /** By assessment: the indicators whose proposal was declined, with spaces between. */
  readonly declinedStarts?: Readonly<Record<string, string>>;
}

/** Texts by name: of an assessment, or of what is said there. */
const MARKS = ['planMarks', 'quietDays', 'startSources', 'declinedStarts', 'columnMaps'] as const;

function textsOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
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
        const members = (parsed ?? {}) as Record<string, unknown>;
        const { language, keys, theme, tour, roomLanguage } = textsOf(parsed);
        const marks = MARKS.map((name) => [name, textsOf(members[name])] as const);
        return {
          language,
          keys,
          theme,
          tour,
          roomLanguage,
          dates: textsOf(members['dates']),
          ...(members['askedToPersist'] === true ? { askedToPersist: true } : {}),
          ...Object.fromEntries(marks.filter(([, texts]) => Object.keys(texts).length > 0)),
        };
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
    erase() {
      try {
        storage?.removeItem(KEY);
      } catch {
        // What the browser refuses to touch, it has not kept for this page either.
      }
    },
  };
}
