import { getContext, setContext } from 'svelte';
import type { Result } from '../domain/problem.ts';
import type { FileSaver } from '../storage/file-saver.ts';
import type { AppFile } from './device/app-file.ts';
import type { Library } from './library/library.svelte.ts';
import type { MishapWatch } from './device/mishap-watch.svelte.ts';
import type { OfflineCopy } from './device/offline-copy.svelte.ts';
import type { Preferences } from './device/preferences.svelte.ts';
import type { StorageWatch } from './device/storage-watch.svelte.ts';

/** What every screen may need, made once in main.ts and given by the shell. */
export interface AppContext {
  readonly preferences: Preferences;
  readonly library: Library;
  readonly storageWatch: StorageWatch;
  readonly mishaps: MishapWatch;
  readonly offlineCopy: OfflineCopy;
  /** Where files that the app makes go. */
  readonly files: FileSaver;
  readonly version: string;
  /** Where people get the app; '' where the build does not say. */
  readonly appAddress: string;
  /** Fetches the portable file; null where the page cannot, being that file. */
  readonly fetchApp: ((signal: AbortSignal) => Promise<Result<AppFile>>) | null;
  /** The build is one file opened from disk. */
  readonly portable: boolean;
  /** Everything stays in the memory of the page: "saved" means written to the file. */
  readonly keepsNothing: boolean;
  /** So because the browser keeps nothing, not because somebody chose it. */
  readonly refused: boolean;
}

const KEY = Symbol('app');

/** Gives the app's objects to every component below. */
export function provideApp(app: AppContext): void {
  setContext(KEY, app);
}

/** The app's objects; throws where none were provided. */
export function useApp(): AppContext {
  const app = getContext<AppContext | undefined>(KEY);
  if (app === undefined) throw new Error('no app context was provided above this component');
  return app;
}

/** What a person chose for this browser. */
export function usePreferences(): Preferences {
  return useApp().preferences;
}

/** Where what went wrong is said that has no sentence of its own. */
export function useMishaps(): MishapWatch {
  return useApp().mishaps;
}

/** The assessments and frameworks on this computer. */
export function useLibrary(): Library {
  return useApp().library;
}
