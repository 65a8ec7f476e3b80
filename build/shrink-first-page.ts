import { readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { minifySync } from 'vite';

/** The one that speaks to old browsers keeps its old language. */
const SCRIPTS = { 'start-failure.js': {}, 'start-words.js': {}, 'old-browser.js': { compress: false } } as const;
const FIRST_SCRIPT = '<script src="./start-failure.js">';
/** What the page asks for in its own tags. */
const APP_SCRIPT = /<script type="module" crossorigin src="([^"]+)">/g;
const APP_STYLES = /<link rel="stylesheet" crossorigin href="([^"]+)">/g;
/** src/i18n/load-catalogue.ts asks for them first. */
const FIRST_WORDS = /\/messages\/([a-z-]+)\/app\.json\?first$/;

const found = (html: string, tag: RegExp) => [...html.matchAll(tag)].map(([, address]) => address ?? '');

/** The first words of each language: start-failure.js asks for those of the person, long before the app does. */
function firstWords(bundle: Rolldown.OutputBundle): string[] {
  return Object.values(bundle).flatMap((file) => {
    const [, code] = (file.type === 'chunk' && FIRST_WORDS.exec(file.facadeModuleId ?? '')) || [];
    return code === undefined ? [] : [`<link data-words="${code}" href="./${file.fileName}">`];
  });
}

/** The pieces between the first page and the first answer (build/pieces-of-build.ts), with their styles. */
const NEXT_PIECES = ['form', 'answer'];

function nextPieces(bundle: Rolldown.OutputBundle): string[] {
  const link = (how: string, fileName: string) => `<link data-next=${how} crossorigin href="./${fileName}">`;
  return NEXT_PIECES.flatMap((piece) => {
    const chunk = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === piece);
    if (chunk?.type !== 'chunk') throw new Error(`the build has no piece ${piece}`);
    const styles = [...(chunk.viteMetadata?.importedCss ?? [])];
    return [link('"modulepreload"', chunk.fileName), ...styles.map((name) => link('"preload" as="style"', name))];
  });
}

/**
 * Makes what the page of every first visit carries smaller: the scripts of the folder `public`, and its own lines. And
 * asks for the app before the script that speaks for it: behind a policy in the page a browser looks at no tag in advance,
 * and the app would wait for the answer to that script.
 */
export function shrinkFirstPage(publicFolder: URL): Plugin[] {
  return [
    {
      name: 'sextant-shrink-first-page',
      apply: 'build',
      transformIndexHtml: { order: 'pre', handler: (html) => html.replaceAll(/\n\s+/g, ' ') },
      generateBundle() {
        for (const [fileName, options] of Object.entries(SCRIPTS)) {
          const source = minifySync(fileName, readFileSync(new URL(fileName, publicFolder), 'utf8'), options).code;
          this.emitFile({ type: 'asset', fileName, source });
        }
      },
    },
    {
      name: 'sextant-ask-early',
      apply: 'build',
      transformIndexHtml: {
        order: 'post',
        handler(html, { bundle = {} }) {
          if (!html.includes(FIRST_SCRIPT)) throw new Error(`index.html must contain ${FIRST_SCRIPT}`);
          const early = [
            // First: where a network breaks off, what says so is here.
            '<link rel="preload" as="script" href="./start-failure.js">',
            ...found(html, APP_SCRIPT).map((address) => `<link rel="modulepreload" crossorigin href="${address}">`),
            ...found(html, APP_STYLES).map(
              (address) => `<link rel="preload" as="style" crossorigin href="${address}">`,
            ),
            ...firstWords(bundle),
            ...nextPieces(bundle),
          ];
          return html.replace(FIRST_SCRIPT, `${early.join('')}${FIRST_SCRIPT}`);
        },
      },
    },
  ];
}
