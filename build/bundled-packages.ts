import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** One package of the build: what it is called, and under which words it may be passed on. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Its licence by name (`MIT`). */
  readonly licence: string;
  /** Everything that it says of its licence, in full. */
  readonly text: string;
}

const NOTICE_FILE = /^(licen[cs]e|copying|notice|unlicen[cs]e)/i;
/** Icons come as modules without a file: `~icons/<set>/<name>`. */
const ICON_MODULE = /^~icons\/([^/]+)\//;
/** What the bundler adds of itself: `\0vite/preload-helper.js`, `\0rolldown/runtime.js`. */
const HELPER_MODULE = /^\0(vite|rolldown)\//;

/** What a tool says of the parts that it is built from; of those, nothing is in our build. */
const OF_ITS_OWN_PARTS = /^#+ Licenses of bundled dependencies$/m;

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string | { readonly type?: string };
}

const readManifest = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;

/** `.../node_modules/name` or `.../node_modules/@scope/name`, the innermost: a package may hold others. */
const PACKAGE_FOLDER = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** The folders of the packages that modules of a build come from, each once; `root` holds node_modules. */
export function packageFolders(moduleIds: Iterable<string>, root: string): string[] {
  const folders = new Set<string>();
  for (const id of moduleIds) {
    const [, icons] = ICON_MODULE.exec(id) ?? [];
    const [, helper] = HELPER_MODULE.exec(id) ?? [];
    const named = icons === undefined ? helper : `@iconify-json/${icons}`;
    if (named !== undefined) folders.add(path.join(root, 'node_modules', named));
    // A plugin that takes a module over marks it by a zero and adds questions of its own.
    const file = id.replace(/^\0/, '').split('?')[0] ?? '';
    const [folder] = PACKAGE_FOLDER.exec(file) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  return [...folders].sort();
}

/** What a package says of itself; `texts` are licences by package name for those that come without a file of their own. */
export function readPackage(folder: string, texts: Readonly<Record<string, string>>): BundledPackage | null {
  const { name = '', version = '', license } = readManifest(folder);
  const files = readdirSync(folder).filter((file) => NOTICE_FILE.test(file) && !/\.(c?js|ts|html)$/.test(file));
  const own = files
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').split(OF_ITS_OWN_PARTS)[0]?.trim());
  const text = own.length > 0 ? own.join('\n\n') : texts[name];
  if (text === undefined) return null;
  return { name, version, licence: (typeof license === 'object' ? license.type : license) ?? '', text };
}
