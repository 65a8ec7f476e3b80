import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { minifySync } from 'vite';

/** The one that speaks to old browsers keeps its old language. */
const SCRIPTS = { 'start-failure.js': {}, 'start-words.js': {}, 'old-browser.js': { compress: false } } as const;

/** Makes what the page of every first visit carries smaller: the scripts of the folder `public`, and its own lines. */
export function shrinkFirstPage(publicFolder: URL): Plugin {
  return {
    name: 'sextant-shrink-first-page',
    apply: 'build',
    transformIndexHtml: { order: 'pre', handler: (html) => html.replaceAll(/\n\s+/g, ' ') },
    generateBundle() {
      for (const [fileName, options] of Object.entries(SCRIPTS)) {
        const source = minifySync(fileName, readFileSync(new URL(fileName, publicFolder), 'utf8'), options).code;
        this.emitFile({ type: 'asset', fileName, source });
      }
    },
  };
}
