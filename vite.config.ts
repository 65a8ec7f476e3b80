import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import icons from 'unplugin-icons/vite';
import { VitePWA } from 'vite-plugin-pwa';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';
import { announceAddress } from './build/announce-address.ts';
import { readAppAddress } from './build/app-address.ts';
import { compileMessages } from './build/compile-messages.ts';
import { contentSecurityPolicy } from './build/content-security-policy.ts';
import { fontLicence } from './build/font-licence.ts';
import { OFFLINE } from './build/offline.ts';
import { frameworkParts } from './build/framework-parts.ts';
import { inlineIcon } from './build/inline-icon.ts';
import { jsonSchemas } from './build/json-schemas.ts';
import { licences } from './build/licences.ts';
import { piecesOfBuild } from './build/pieces-of-build.ts';
import { pseudoContent } from './build/pseudo-language.ts';
import { PortableData } from './build/portable-data.ts';
import { portablePage } from './build/portable-page.ts';
import { shrinkFirstPage } from './build/shrink-first-page.ts';
import manifest from './package.json' with { type: 'json' };

const PUBLIC = new URL('./public/', import.meta.url);

const noParser = fileURLToPath(
  new URL('./node_modules/@formatjs/icu-messageformat-parser/no-parser.js', import.meta.url),
);

const fileInBuild = (name: string) => fileURLToPath(new URL(`./build/${name}`, import.meta.url));

export default defineConfig(({ mode }) => {
  const portable = mode === 'portable';
  // docs/translators.md section 2.
  const pseudo = mode === 'pseudo';
  const testing = process.env['VITEST'] !== undefined;
  const data = new PortableData();
  const notices = licences({ portable });
  return {
    base: './',
    plugins: [
      compileMessages({ pseudo }),
      frameworkParts({ pseudo }),
      ...(pseudo ? [pseudoContent()] : []),
      svelte({ configFile: false, compilerOptions: { runes: true } }),
      icons({ compiler: 'svelte' }),
      inlineIcon(PUBLIC),
      ...(portable
        ? [viteSingleFile({ removeViteModuleLoader: true }), data.plugin, portablePage(PUBLIC, manifest.version, data)]
        : [jsonSchemas(), shrinkFirstPage(PUBLIC), VitePWA(OFFLINE)]),
      fontLicence(new URL('./src/export/pdf/fonts/OFL.txt', import.meta.url), { portable }),
      notices.page,
      contentSecurityPolicy({ portable }),
      announceAddress(),
    ],
    worker: { plugins: () => [notices.worker()] },
    define: {
      __PORTABLE__: JSON.stringify(portable),
      __VERSION__: JSON.stringify(manifest.version),
      __APP_ADDRESS__: JSON.stringify(readAppAddress(process.env)),
    },
    // Under test the messages are plain text, so the parser stays; without the browser condition effects never run.
    resolve: testing
      ? { conditions: ['browser'] }
      : {
          alias: [
            { find: '@formatjs/icu-messageformat-parser', replacement: noParser },
            { find: /^brotli\/decompress(\.js)?$/, replacement: fileInBuild('no-brotli.ts') },
            // The portable file carries its workers inside.
            ...(portable ? [{ find: /^(.*-worker\.ts)\?worker$/, replacement: '$1?worker&inline' }] : []),
          ],
        },
    build: {
      target: ['chrome109', 'firefox115'],
      outDir: portable ? 'dist-portable' : pseudo ? 'dist-pseudo' : 'dist',
      manifest: !portable,
      modulePreload: { polyfill: false },
      ...(portable
        ? { copyPublicDir: false }
        : { rolldownOptions: { output: { codeSplitting: { groups: piecesOfBuild() } } } }),
    },
    preview: { host: '127.0.0.1', port: 4173, strictPort: false },
    test: {
      expect: { requireAssertions: true },
      // Every core, or on two of them one file would run after the other.
      maxWorkers: '100%',
      // A patience, not a promise: whole files are made and read on machines that do other work too.
      testTimeout: 30_000,
      hookTimeout: 30_000,
      env: { TZ: 'UTC' },
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            // Pure code in a module world for each file takes three times as long; `npm run test:all` makes them all the same.
            isolate: process.env['TEST_ALL'] !== undefined,
            include: ['tests/unit/**/*.test.ts', 'tests/scenarios/**/*.test.ts'],
            exclude: ['tests/unit/ui/**'],
          },
        },
        {
          extends: true,
          test: {
            name: 'screen',
            environment: 'jsdom',
            include: ['tests/unit/ui/**/*.test.ts'],
            setupFiles: ['tests/unit/ui/setup.ts'],
          },
        },
      ],
    },
  };
});
