import { MEGABYTE } from '../../domain/limits.ts';
import { ENGINE_VERSION } from '../../domain/scoring/engine.ts';
import { DATABASE_VERSION } from '../../storage/database-schema.ts';
import { SEXTANT_FORMAT_VERSION } from '../../file/sextant-file.ts';
import type { StorageHealth } from './library-store.ts';
import type { OfflineState } from '../device/offline-copy.svelte.ts';

/** What the page is told of the browser it runs in. */
export interface BrowserFacts {
  readonly userAgent: string;
  readonly languages: readonly string[];
  /** `https:`, `http:` or `file:`; never the address, which may name a server. */
  readonly protocol: string;
  readonly secure: boolean;
  readonly screen: string;
  /** By name, whether the browser has it. */
  readonly features: Readonly<Record<string, boolean>>;
}

export interface TechnicalFacts {
  readonly version: string;
  readonly portable: boolean;
  readonly keepsNothing: boolean;
  readonly language: string;
  readonly offline: OfflineState;
  readonly health: StorageHealth | null;
  readonly browser: BrowserFacts;
}

const megabytes = (bytes: number | null | undefined) =>
  bytes === null || bytes === undefined ? 'not said' : `${Math.round(bytes / MEGABYTE)} MB`;
const yesOrNo = (value: boolean) => (value ? 'yes' : 'no');

/**
 * What somebody who helps must know, in lines to be copied: versions, browser and storage, in English whatever the
 * language. No title, no name, no answer and no address is in it.
 */
export function technicalDetails(facts: TechnicalFacts): string {
  const { browser, health } = facts;
  const features = Object.entries(browser.features).map(([name, has]) => `${name} ${yesOrNo(has)}`);
  return [
    `Sextant ${facts.version}, ${facts.portable ? 'portable file' : 'hosted'}`,
    `Engine ${ENGINE_VERSION}, file format ${SEXTANT_FORMAT_VERSION}, database ${DATABASE_VERSION}`,
    `Language of the screen: ${facts.language}; of the browser: ${browser.languages.join(', ')}`,
    `Browser: ${browser.userAgent}`,
    `Opened over ${browser.protocol.replace(':', '')}, secure: ${yesOrNo(browser.secure)}`,
    `Screen: ${browser.screen}`,
    `Keeps nothing: ${yesOrNo(facts.keepsNothing)}; without a network: ${facts.offline}`,
    `Storage: promised ${yesOrNo(health?.persisted ?? false)}, used ${megabytes(health?.usedBytes)}, quota ${megabytes(health?.quotaBytes)}`,
    `Browser has: ${features.join(', ')}`,
  ].join('\n');
}

/** The same facts from a browser. */
export function readBrowserFacts(scope: Window): BrowserFacts {
  const { navigator, location, screen, devicePixelRatio } = scope;
  return {
    userAgent: navigator.userAgent,
    languages: navigator.languages,
    protocol: location.protocol,
    secure: scope.isSecureContext,
    screen: `${screen.width} x ${screen.height} at ${devicePixelRatio}, window ${scope.innerWidth} x ${scope.innerHeight}`,
    features: {
      indexedDB: 'indexedDB' in scope,
      serviceWorker: 'serviceWorker' in navigator,
      locks: 'locks' in navigator,
      saveDialogue: 'showSaveFilePicker' in scope,
      sharedFolder: 'showDirectoryPicker' in scope,
      trustedTypes: 'trustedTypes' in scope,
    },
  };
}
