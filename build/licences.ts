import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import type { BundledPackage } from './bundled-packages.ts';
import { packageFolders, readPackage } from './bundled-packages.ts';
import { LICENCES_WITHOUT_FILE } from './licences-without-file.ts';

export const LICENCES_FILE = 'licences.txt';
/** Where the portable file keeps the text: as in src/ui/settings/LicencesSection.svelte. */
const ELEMENT_ID = 'licences';
const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** Packages with the same words under one another, then the words. */
export function writeNotices(own: string, packages: readonly BundledPackage[]): string {
  const byText = new Map<string, BundledPackage[]>();
  for (const one of packages) byText.set(one.text, [...(byText.get(one.text) ?? []), one]);
  const parts = [...byText].map(([text, same]) => {
    const heads = same.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return `${heads.join('\n')}\n\n${text}`;
  });
  return [`Sextant\n\n${own.trim()}`, ...parts].join(`\n\n${'-'.repeat(72)}\n\n`) + '\n';
}

/**
 * The licences of every package whose code is in the build, workers included, with their words: a file beside the hosted
 * app, a text inside the portable one. Stops the build where a package says nothing of its licence.
 */
export function licences({ portable }: { portable: boolean }): { page: Plugin; worker: () => Plugin } {
  const modules = new Set<string>();
  const collect: Pick<Plugin, 'apply' | 'buildEnd'> = {
    apply: 'build',
    buildEnd() {
      for (const id of this.getModuleIds()) modules.add(id);
    },
  };
  const notices = () => {
    const read = packageFolders(modules, ROOT).map((folder) => ({
      folder,
      found: readPackage(folder, LICENCES_WITHOUT_FILE),
    }));
    const silent = read.filter(({ found }) => found === null).map(({ folder }) => folder);
    if (silent.length > 0) throw new Error(`no licence in ${silent.join(', ')}: name it in licences-without-file.ts`);
    const own = readFileSync(new URL('../LICENSE', import.meta.url), 'utf8');
    return writeNotices(
      own,
      read.flatMap(({ found }) => found ?? []),
    );
  };
  return {
    worker: () => ({ name: 'sextant-licences-of-worker', ...collect }),
    page: {
      name: 'sextant-licences',
      ...collect,
      ...(portable
        ? {
            transformIndexHtml: {
              order: 'post',
              // The end of the element must not stand in the text.
              handler: (html) =>
                `${html}\n<script type="text/plain" id="${ELEMENT_ID}">\n${notices().replaceAll('</', '< /')}</script>\n`,
            },
          }
        : {
            generateBundle() {
              this.emitFile({ type: 'asset', fileName: LICENCES_FILE, source: notices() });
            },
          }),
    },
  };
}
