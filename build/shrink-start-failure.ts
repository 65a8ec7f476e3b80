import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { minifySync } from 'vite';

const NAME = 'start-failure.js';

/** Makes the script of the folder `public` that speaks where the app does not start smaller: every first visit fetches it. */
export function shrinkStartFailure(publicFolder: URL): Plugin {
  return {
    name: 'sextant-shrink-start-failure',
    apply: 'build',
    generateBundle() {
      const source = minifySync(NAME, readFileSync(new URL(NAME, publicFolder), 'utf8')).code;
      this.emitFile({ type: 'asset', fileName: NAME, source });
    },
  };
}
