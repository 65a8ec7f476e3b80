import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const FILE_NAME = 'OFL.txt';

/**
 * Ships the licence of the fonts that the PDF file is set in, as that licence asks: a file beside the hosted app, a
 * comment at the end of the portable one. Goes before the plugin that closes the portable file.
 */
export function fontLicence(licence: URL, { portable }: { portable: boolean }): Plugin {
  return {
    name: 'sextant-font-licence',
    apply: 'build',
    ...(portable
      ? {
          transformIndexHtml: {
            order: 'post',
            // Two hyphens in a row would end the comment.
            handler: (html) => `${html}\n<!--\n${readFileSync(licence, 'utf8').replaceAll(/-{2,}/g, '-')}-->\n`,
          },
        }
      : {
          generateBundle() {
            this.emitFile({ type: 'asset', fileName: FILE_NAME, source: readFileSync(licence, 'utf8') });
          },
        }),
  };
}
