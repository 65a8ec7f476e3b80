/**
 * Keeps the files of the build on this computer, so that the app opens without a network. Every build has a cache of
 * its own; which one is in use is written down, and changes only when a person says so, or when the one in use is
 * broken: a new build is fetched in the background and waits. It answers GETs of the build's own files and nothing
 * else, and believes nothing: each file is compared with the list of its build when it is kept and when it is given.
 */
import type { ListedFile } from './storage/listed-file.ts';
import { fitsName, isListedFile } from './storage/listed-file.ts';

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface ServiceWorkerScope {
  readonly __WB_MANIFEST: readonly ListedFile[];
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

type FileList = ReadonlyMap<string, ListedFile>;

const { scope } = self.registration;
const addressOf = (file: string) => new URL(file, scope).href;
const listOf = (files: readonly ListedFile[]): FileList => new Map(files.map((file) => [addressOf(file.url), file]));

// The build puts the list of files in place of this name, which it must find exactly once.
const FILES = listOf(self.__WB_MANIFEST);
/** Fonts, charts and writers of files follow when the page is at rest; every screen is here from the first visit on. */
const LATER = /\.(ttf|otf|woff2?)$|(pdf|docx|xlsx|pptx|chart|age-)[^/]*$/i;
/** Another folder of the same server may hold another Sextant. As in public/start-failure.js. */
const PREFIX = `sextant-build ${scope} `;
/** The first release kept no list with its files, which may hold anything that a network answered. */
const WITHOUT_LIST = 'sextant-files-';
const CURRENT_CACHE = 'sextant-current';
const PAGE = addressOf('index.html');
const LIST = addressOf('list-of-build');
const CURRENT = addressOf('current-build');
/** A page of a build without a list was given, and has not said yet that it runs. */
const UNHEARD = addressOf('unheard-build');

/** FNV-1a over the list: another build has another name. */
function nameOfBuild(): string {
  let hash = 0x811c9dc5;
  for (const character of JSON.stringify([...FILES.values()])) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  }
  return `${PREFIX}${hash.toString(16).padStart(8, '0')}`;
}

const OWN = nameOfBuild();

/** Never by open(), which would make a cache where everything was just erased. */
const lookUp = (cacheName: string, address: string) => caches.match(address, { cacheName });
const note = async (address: string, text: string) =>
  (await caches.open(CURRENT_CACHE)).put(address, new Response(text));
const useOwn = () => note(CURRENT, OWN);

async function readCurrent(): Promise<string> {
  return (await (await lookUp(CURRENT_CACHE, CURRENT))?.text()) ?? OWN;
}

async function listBuilds(): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) || name.startsWith(WITHOUT_LIST));
}

const lists = new Map<string, FileList>([[OWN, FILES]]);
/** The list that a build was kept with; null for one of the first release. */
async function readList(build: string): Promise<FileList | null> {
  const written = lists.has(build) ? undefined : await lookUp(build, LIST);
  if (written !== undefined) lists.set(build, listOf((await written.json()) as ListedFile[]));
  return lists.get(build) ?? null;
}

/** Without a list no more can be asked than that it is no page for a script, and that the page is ours. */
async function looksRight(response: Response, address: string): Promise<boolean> {
  if (!fitsName(address, response.headers.get('content-type'))) return false;
  return address !== PAGE || (await response.clone().text()).includes('<div id="app">');
}

/** A file as a build keeps it. What does not pass the check is dropped, and counts as not there. */
async function readKept(build: string, address: string): Promise<Response | undefined> {
  const response = await lookUp(build, address);
  if (response === undefined) return undefined;
  const list = await readList(build);
  const file = list?.get(address);
  const right =
    list === null ? await looksRight(response, address) : file !== undefined && (await isListedFile(response, file));
  if (right) return response;
  await (await caches.open(build)).delete(address);
  return undefined;
}

/**
 * Looks into the browser's own cache, which the page has just filled, and then asks the network past it: a wrong answer
 * that is kept there would meet the page at its next visit, before this worker has the file to give.
 */
async function fetchListed(address: string, file: ListedFile): Promise<Response | undefined> {
  for (const cache of ['only-if-cached', 'no-store'] as const) {
    const asked = fetch(address, { cache, mode: 'same-origin', redirect: 'error' });
    const response = await asked.catch(() => undefined);
    if (response !== undefined && (await isListedFile(response, file))) return response;
  }
  return undefined;
}

async function takeOver(address: string, file: ListedFile): Promise<Response | undefined> {
  for (const build of await listBuilds()) {
    const response = await lookUp(build, address);
    if (response !== undefined && (await isListedFile(response, file))) return response;
  }
  return undefined;
}

/** So many files are asked for at a time: most of it is waiting. */
const FETCHED_TOGETHER = 4;

/** Fetches what is not there yet; the same file is taken over from another build. Throws when one cannot be had. */
async function keep(wanted: (url: string) => boolean): Promise<void> {
  const cache = await caches.open(OWN);
  await cache.put(LIST, new Response(JSON.stringify([...FILES.values()])));
  const queue = [...FILES].filter(([, { url }]) => wanted(url));
  const keepNext = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [address, file] = next;
      if ((await readKept(OWN, address)) !== undefined) continue;
      const response = (await takeOver(address, file)) ?? (await fetchListed(address, file));
      if (response === undefined) throw new Error(`${address} is not the file of this build`);
      await cache.put(address, response);
    }
  };
  await Promise.all(Array.from({ length: FETCHED_TOGETHER }, keepNext));
}

const isScreen = (url: string) => !LATER.test(url);
const keepScreens = () => keep(isScreen);

async function isThere(build: string, list: FileList, wanted: (url: string) => boolean): Promise<boolean> {
  for (const [address, { url }] of list) {
    if (wanted(url) && (await readKept(build, address)) === undefined) return false;
  }
  return true;
}

async function canStart(build: string): Promise<boolean> {
  const list = await readList(build);
  if (list !== null) return isThere(build, list, isScreen);
  if ((await lookUp(build, PAGE)) === undefined) return false;
  const kept = await (await caches.open(build)).keys();
  const found = await Promise.all(kept.map(({ url }) => readKept(build, url)));
  return found.every((response) => response !== undefined);
}

/** Leaves the build in use where it cannot start any more: then there is no page on which a person could say so. */
async function settle(): Promise<void> {
  const current = await readCurrent();
  if (current !== OWN && !(await canStart(current))) await useOwn();
}

async function start(): Promise<void> {
  const before = await readCurrent();
  await settle();
  const current = await readCurrent();
  await note(CURRENT, current);
  // Pages that are still open go on with the parts of the build that they began with.
  const kept = [OWN, before, current];
  await Promise.all((await listBuilds()).filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The page of the build in use. One without a list that was given before and never spoke is left. */
async function answerPage(request: Request): Promise<Response> {
  const current = await readCurrent();
  if ((await readList(current)) === null) {
    const unheard = (await lookUp(CURRENT_CACHE, UNHEARD)) !== undefined;
    await (unheard || !(await canStart(current)) ? useOwn() : note(UNHEARD, ''));
  }
  const kept = await readKept(await readCurrent(), PAGE);
  if (kept !== undefined) return kept;
  await settle();
  // Where nothing sound is kept the network answers for itself: it may want somebody to sign in.
  return (await readKept(await readCurrent(), PAGE)) ?? fetch(request);
}

async function answerPart(request: Request): Promise<Response> {
  const current = await readCurrent();
  // A page of an earlier build that is still open finds its own parts in the cache of that build.
  for (const build of new Set([current, OWN, ...(await listBuilds())])) {
    const kept = await readKept(build, request.url);
    if (kept !== undefined) return kept;
  }
  const build = (await readList(current))?.has(request.url) === true ? current : OWN;
  const file = (await readList(build))?.get(request.url);
  if (file === undefined) {
    const response = await fetch(request);
    return fitsName(request.url, response.headers.get('content-type')) ? response : Response.error();
  }
  const fetched = await fetchListed(request.url, file);
  if (fetched === undefined) return Response.error();
  if (await caches.has(build)) await (await caches.open(build)).put(request.url, fetched.clone());
  return fetched;
}

/** Pages of the app, by their address without the part after `#`. What asks to pass all caches passes this one too. */
function isOurs({ method, url, mode, cache }: Request): boolean {
  const [plain = ''] = url.split(/[?#]/);
  if (method !== 'GET' || !plain.startsWith(scope)) return false;
  return mode === 'navigate' ? plain === scope || plain === PAGE : cache !== 'reload' && cache !== 'no-store';
}

async function answer(request: Request): Promise<Response> {
  try {
    return await (request.mode === 'navigate' ? answerPage(request) : answerPart(request));
  } catch {
    // A browser whose caches fail still has the network.
    return fetch(request);
  }
}

async function reply(question: unknown): Promise<object> {
  const kind = (question as { kind?: unknown } | null)?.kind;
  if (await caches.has(CURRENT_CACHE)) await (await caches.open(CURRENT_CACHE)).delete(UNHEARD);
  if (kind === 'use-newest') await keepScreens().then(useOwn);
  if (kind === 'keep-everything') await keep(() => true);
  await settle();
  return { newest: (await readCurrent()) === OWN, complete: await isThere(OWN, FILES, () => true) };
}

self.addEventListener('install', (event) => {
  // It may take over at once, because it goes on answering from the build in use.
  event.waitUntil(keepScreens().then(() => self.skipWaiting()));
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
