import { mount, unmount } from 'svelte';
import App from './App.svelte';
import { builtInFrameworks } from './content/built-in-frameworks.ts';
import { problem } from './domain/problem.ts';
import { InterfaceLanguage } from './i18n/interface-language.svelte.ts';
import type { Language } from './i18n/languages.ts';
import { chooseLanguage, withDates } from './i18n/languages.ts';
import { loadCatalogue } from './i18n/load-catalogue.ts';
import { createLocaliser } from './i18n/localiser.ts';
import { isKeepingNothing } from './state/device/keep-nothing.ts';
import { Library } from './state/library/library.svelte.ts';
import { MishapWatch } from './state/device/mishap-watch.svelte.ts';
import { OfflineCopy } from './state/device/offline-copy.svelte.ts';
import { Preferences } from './state/device/preferences.svelte.ts';
import { StorageWatch } from './state/device/storage-watch.svelte.ts';
import { BrowserFileSaver, savingBrowser } from './storage/file-saver.ts';
import { browserFolders } from './storage/folder-access.ts';
import { openTabs } from './storage/open-tabs.ts';
import { findBrowserStorage } from './storage/browser-storage.ts';
import { openStore } from './storage/open-store.ts';
import { createPreferenceStorage } from './storage/preference-storage.ts';
import { AssessmentDatabase } from './storage/assessment-database.ts';
import { openChannel, TabChannel } from './storage/tab-channel.ts';
import { StorageError } from './storage/storage-error.ts';
import { STORAGE_PATIENCE_MS } from './storage/storage-patience.ts';
import { allowOwnScripts } from './trusted-scripts.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/print.css';

declare const __PORTABLE__: boolean;
declare const __VERSION__: string;
declare const __APP_ADDRESS__: string;

function showLanguage({ code, direction }: Language): void {
  document.documentElement.lang = code;
  document.documentElement.dir = direction;
}

/** crypto.getRandomValues works on plain HTTP too, where randomUUID is withheld. */
function randomHex16(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const files = new BrowserFileSaver(savingBrowser(window));

/** The composition root: the only place that wires the outside world to the app. */
async function start(): Promise<void> {
  const asked = isKeepingNothing(location.search);
  const browser = findBrowserStorage(window);
  const preferenceStorage = createPreferenceStorage(asked ? null : (browser.localStorage ?? null));
  const { language: spoken = '', dates } = preferenceStorage.read();
  const language = chooseLanguage([spoken, ...navigator.languages]);
  showLanguage(language);
  const firstWords = await loadCatalogue(language.code, 'first');
  const interfaceLanguage = new InterfaceLanguage(createLocaliser(withDates(language, dates), firstWords));
  const preferences = new Preferences(interfaceLanguage, preferenceStorage, loadCatalogue, showLanguage);
  /** Where they cannot be had there are fewer words, and the screen goes on. */
  const loadWords = () => preferences.loadWords().catch(() => undefined);
  const storageWatch = new StorageWatch(() => void loadWords());
  const mishaps = new MishapWatch(() => void loadWords());
  mishaps.watch(window);
  const target = document.getElementById('app');
  if (target === null) throw new Error('index.html has no #app');
  // The page's own words, for when the app does not start (index.html).
  const started = () => document.getElementById('not-started')?.remove();
  /** Says once that the storage does not answer. One that answers late is as good as any: the start goes on then. */
  let patience: ReturnType<typeof setTimeout> | undefined;
  const showFailure = async (error: unknown): Promise<object> => {
    clearTimeout(patience);
    const before = waiting;
    const { default: StartFailure } = await import('./ui/shell/StartFailure.svelte');
    await loadWords();
    if (before !== null) await unmount(await before);
    const shown = mount(StartFailure, { target, props: { error, language: interfaceLanguage } });
    started();
    return shown;
  };
  let starting = true;
  let waiting: Promise<object> | null = null;
  const sayNoAnswer = () => {
    const seconds = STORAGE_PATIENCE_MS / 1000;
    waiting ??= showFailure(new StorageError(problem('storage.noAnswer', '', [], { seconds })));
  };
  if (!asked) patience = setTimeout(sayNoAnswer, STORAGE_PATIENCE_MS);
  const openDatabase = () =>
    new AssessmentDatabase(browser.indexedDB, {
      storageManager: browser.manager,
      onblocked: () => {
        storageWatch.say('storage.blocked');
        // There is no screen yet to say it on, and the start waits until the other tab is closed.
        if (starting) waiting ??= showFailure(new StorageError(problem('storage.blocked', '', [])));
      },
      onopened: () => storageWatch.retract('storage.blocked'),
      onsuperseded: () => storageWatch.say('storage.newerDatabase'),
      onterminated: () => storageWatch.say('storage.closed'),
      onerased: () => {
        storageWatch.say('storage.erasedElsewhere');
        void library.noteErased();
      },
    });
  const opened = await openStore(asked ? null : openDatabase()).catch(
    async (error: unknown) => void (await showFailure(error)),
  );
  if (opened === undefined) return;
  const { store, refused } = opened;
  const keepsNothing = asked || refused;
  if (refused) await loadWords();
  const offlineCopy = new OfflineCopy({
    portable: __PORTABLE__,
    secure: window.isSecureContext,
    workers: keepsNothing ? undefined : browser.workers,
    folder: new URL('./', location.href).href,
    caches: browser.caches,
    reload: () => location.reload(),
  });
  const tabsOpen = openTabs(randomHex16(), keepsNothing ? undefined : browser.locks);
  const library: Library = new Library({
    source: builtInFrameworks,
    store,
    files,
    tabs: new TabChannel(keepsNothing ? null : openChannel()),
    preferences: preferenceStorage,
    folders: browserFolders(window, browser.locks),
    surroundings: { nowMs: () => Date.now(), randomHex16 },
    openTabs: tabsOpen,
    fileWords: (key) => interfaceLanguage.t(key),
    language: () => interfaceLanguage.code,
  });
  try {
    await library.refresh();
    await library.typing.start();
  } catch (error) {
    // What is wrong can be said, and what is kept stays as it is.
    await showFailure(error);
    return;
  }
  clearTimeout(patience);
  starting = false;
  const storeTyping = () => void library.typing.flush();
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && storeTyping());
  document.addEventListener('freeze', storeTyping);
  window.addEventListener('pagehide', storeTyping);
  // A start that cannot be counted is counted the next time.
  void library.countStart().catch(() => {});
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  whenIdle(() => {
    void library.documents.countStart(tabsOpen).catch(() => {});
    // What cannot be fetched now is fetched at another start, or when the assessment is opened.
    void library.completeFrameworks().catch(() => {});
  });
  void offlineCopy.start();
  if (waiting !== null) await unmount(await waiting);
  mount(App, {
    target,
    props: {
      app: {
        preferences,
        library,
        storageWatch,
        mishaps,
        offlineCopy,
        files,
        version: __VERSION__,
        appAddress: __APP_ADDRESS__,
        fetchApp: __PORTABLE__
          ? null
          : async (signal) => {
              const { fetchAppFile } = await import('./state/device/app-file.ts');
              return fetchAppFile(
                new URL('./', location.href).href,
                (address, wanted) => fetch(address, wanted),
                signal,
              );
            },
        portable: __PORTABLE__,
        keepsNothing,
        refused,
      },
      language: interfaceLanguage,
    },
  });
  started();
}

// A wrong answer in place of a part may stand in the browser's own cache, where each reload would meet it again.
window.addEventListener('vite:preloadError', ({ payload }) => {
  const [address] = /(https?:\/)?\/\S+/.exec(payload.message) ?? [];
  if (address !== undefined) void fetch(address, { cache: 'reload', mode: 'same-origin' }).catch(() => undefined);
});
allowOwnScripts();
void start();
