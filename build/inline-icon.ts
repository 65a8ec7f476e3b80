import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const ICON_LINK = 'href="./icon.svg"';

/** Puts the icon inside the page: browsers ask for it anew with every title, and the portable file asks for nothing. */
export function inlineIcon(publicFolder: URL): Plugin {
  return {
    name: 'sextant-inline-icon',
    apply: 'build',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes(ICON_LINK)) throw new Error(`index.html must contain ${ICON_LINK}`);
        const icon = readFileSync(new URL('icon.svg', publicFolder), 'utf8').trim().replaceAll('"', "'");
        // Letters pack better than base64 does.
        const inAddress = icon.replace(/[#<>]/g, encodeURIComponent);
        return html.replace(ICON_LINK, () => `href="data:image/svg+xml,${inAddress}"`);
      },
    },
  };
}
