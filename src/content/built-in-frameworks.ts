import type { FrameworkSource } from './framework-source.ts';

type JsonModule = () => Promise<unknown>;

const FRAMEWORK_FILES = import.meta.glob('../../indicators/*/*.json', { import: 'default' }) as Record<
  string,
  JsonModule
>;
const FRAMEWORK_FILE = /\/indicators\/([^/]+)\/([^/]+)\.json$/;
const CROSSWALKS = 'crosswalks';

const files = Object.entries(FRAMEWORK_FILES).flatMap(([path, load]) => {
  const [, folder, name] = FRAMEWORK_FILE.exec(path) ?? [];
  return folder === undefined || name === undefined ? [] : [{ folder, name, load }];
});

/** The frameworks and crosswalks of `indicators/`, each file a chunk of the build that is loaded when wanted. */
export const builtInFrameworks: FrameworkSource = {
  ids: files.filter(({ name }) => name === 'framework').map(({ folder }) => folder),
  crosswalkKeys: files.filter(({ folder }) => folder === CROSSWALKS).map(({ name }) => name),
  async loadFramework(id) {
    const own = files.filter(({ folder }) => folder === id);
    const loaded = await Promise.all(own.map(async ({ name, load }) => [name, await load()] as const));
    const { framework: structure, ...texts } = Object.fromEntries(loaded);
    return { structure, texts };
  },
  async loadCrosswalk(key) {
    return files.find(({ folder, name }) => folder === CROSSWALKS && name === key)?.load();
  },
};
