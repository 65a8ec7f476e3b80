import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { VitePWAOptions } from 'vite-plugin-pwa';
import type { ListedFile } from '../src/storage/listed-file.ts';

/** A file as it stands in the folder when everything else of the build is done. */
function listFile(folder: string, url: string): ListedFile {
  const content = readFileSync(path.join(folder, url));
  return { url, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** How the hosted build becomes an app that opens without a network: the worker of src/service-worker.ts. */
export const OFFLINE: Partial<VitePWAOptions> = {
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'service-worker.ts',
  // The app registers it itself, where that is allowed, and says so where it is not.
  injectRegister: false,
  injectManifest: {
    globPatterns: ['**/*'],
    // The portable file is fetched when somebody wants to pass it on (build/put-portable-beside.ts).
    globIgnores: ['**/*.map', '.vite/**', 'schema/**', 'service-worker.js', 'sextant.html*'],
    maximumFileSizeToCacheInBytes: 20_000_000,
    rollupFormat: 'iife',
    sourcemap: false,
  },
  integration: {
    beforeBuildServiceWorker({ injectManifest }) {
      // Every file is found in the folder: what the plugin would add are the same ones, without size and hash.
      injectManifest.additionalManifestEntries = [];
      injectManifest.manifestTransforms = [
        (entries) => ({
          manifest: entries.map(({ url, size }) => ({ size, ...listFile(injectManifest.globDirectory, url) })) as never,
        }),
      ];
    },
  },
  manifest: {
    name: 'Sextant',
    short_name: 'Sextant',
    description: 'Self-assessment of migration governance. Nothing you enter leaves this computer.',
    lang: 'en',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [
      { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
};
