import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ICON_LINK = 'href="./icon.svg"';
const OLD_BROWSER = '<script src="./old-browser.js"></script>';

/**
 * Makes the page one file that stands alone: the icon inside it, `sextant.html` as its name, and a loud stop when the
 * build would need a second file beside it. Runs after the scripts and styles were inlined.
 */
export function portablePage(icon: URL, oldBrowser: URL): Plugin {
  return {
    name: 'sextant-portable-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_output, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') this.error('there is no index.html to make the portable file of');
        const html = String(page.source);
        if (!html.includes(ICON_LINK)) this.error(`index.html must contain ${ICON_LINK}`);
        const data = readFileSync(icon).toString('base64');
        if (!html.includes(OLD_BROWSER)) this.error(`index.html must contain ${OLD_BROWSER}`);
        const words = readFileSync(oldBrowser, 'utf8');
        page.source = html
          .replace(ICON_LINK, `href="data:image/svg+xml;base64,${data}"`)
          .replace(OLD_BROWSER, () => `<script>${words}</script>`);
        page.fileName = 'sextant.html';
        const beside = Object.values(bundle).filter((file) => file !== page);
        const names = beside.map(({ fileName }) => fileName).join(', ');
        if (beside.length > 0) this.error(`the portable build must be one file, but would also need ${names}`);
      },
    },
  };
}
