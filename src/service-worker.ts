/**
 * Keeps the files of the build on this computer, so that the app opens without a network. Every build has a cache of
 * its own; which one is in use is written down, and changes only when a person says so: a new build is fetched in the
 * background and waits. It answers GETs of the build's own files and nothing else.
 */

export {};

interface BuildFile {
  readonly url: string;
  /** Null where the name holds a hash of the content. */
  readonly revision: string | null;
}

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface ServiceWorkerScope {
  readonly __WB_MANIFEST: readonly BuildFile[];
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(
    type: 'fetch',
    listener: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void,
  ): void;
  addEventListener(
    type: 'message',
    listener: (event: Extendable & { readonly data: unknown; readonly ports: readonly MessagePort[] }) => void,
  ): void;
}

declare const self: ServiceWorkerScope;

// The build puts the list of files in place of this name, which it must find exactly once.
const LISTED = self.__WB_MANIFEST;
/** Some are named both by the build and by the manifest. */
const FILES = [...new Map(LISTED.map((file) => [file.url, file])).values()];
const PREFIX = 'sextant-files-';
const CURRENT_CACHE = 'sextant-current';
const PAGE = 'index.html';
/** Fonts, charts and writers of files follow when the page is at rest; every screen is here from the first visit on. */
const LATER = /\.(ttf|otf|woff2?)$|(pdf|docx|xlsx|pptx|chart|age-)[^/]*$/i;

const addressOf = (file: string) => new URL(file, self.registration.scope).href;

/** FNV-1a over the list: another build has another name. */
function nameOfBuild(): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify(FILES)) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `${PREFIX}${hash.toString(16).padStart(8, '0')}`;
}

const OWN = nameOfBuild();
const currentAddress = addressOf('current-build');

async function readCurrent(): Promise<string | null> {
  // Never by open(), which would make a cache where everything was just erased.
  const written = await caches.match(currentAddress, { cacheName: CURRENT_CACHE });
  return written === undefined ? null : written.text();
}

async function useOwn(): Promise<void> {
  const cache = await caches.open(CURRENT_CACHE);
  await cache.put(currentAddress, new Response(OWN));
}

/** Fetches what is not there yet. A file with a hash in its name is taken over from an earlier build. */
async function keep(files: readonly BuildFile[]): Promise<void> {
  const cache = await caches.open(OWN);
  for (const { url, revision } of files) {
    const address = addressOf(url);
    if ((await cache.match(address)) !== undefined) continue;
    const known = revision === null ? await caches.match(address) : undefined;
    const response = known ?? (await fetch(address, { cache: revision === null ? 'default' : 'no-cache' }));
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    await cache.put(address, response);
  }
}

async function isComplete(): Promise<boolean> {
  const cache = await caches.open(OWN);
  return (await cache.keys()).length >= FILES.length;
}

async function start(): Promise<void> {
  const current = await readCurrent();
  const there = await caches.keys();
  if (current === null || !there.includes(current)) await useOwn();
  const kept = [OWN, await readCurrent()];
  const old = there.filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const isPage = request.mode === 'navigate';
  const address = isPage ? addressOf(PAGE) : request.url;
  const current = await readCurrent();
  const inUse = current === null ? undefined : await caches.match(address, { cacheName: current });
  // A page of an earlier build that is still open finds its own parts in the cache of that build.
  return inUse ?? (isPage ? undefined : await caches.match(address)) ?? fetch(request);
}

/** Pages of the app, by their address without the part after `#`. */
function isOurs({ method, url, mode }: Request): boolean {
  const { scope } = self.registration;
  const [plain = ''] = url.split(/[?#]/);
  if (method !== 'GET' || !plain.startsWith(scope)) return false;
  return mode !== 'navigate' || plain === scope || plain === addressOf(PAGE);
}

async function reply(question: unknown): Promise<object> {
  const kind = (question as { kind?: unknown } | null)?.kind;
  if (kind === 'use-newest') await useOwn();
  if (kind === 'keep-everything') await keep(FILES);
  return { newest: (await readCurrent()) === OWN, complete: await isComplete() };
}

self.addEventListener('install', (event) => {
  // It may take over at once, because it goes on answering from the build in use.
  event.waitUntil(keep(FILES.filter(({ url }) => !LATER.test(url))).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(start()));
self.addEventListener('fetch', (event) => {
  if (isOurs(event.request)) event.respondWith(answer(event.request));
});
self.addEventListener('message', (event) => {
  const [port] = event.ports;
  event.waitUntil(
    reply(event.data).then(
      (state) => port?.postMessage(state),
      () => port?.postMessage(null),
    ),
  );
});
