import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';

const BASE_POLICY = [
  "default-src 'none'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  // Chromium: no text becomes HTML or a script but by these two rules (src/trusted-scripts.ts, Svelte's own templates).
  "require-trusted-types-for 'script'",
  'trusted-types default svelte-trusted-html',
];

const META_ANCHOR = '<meta charset="utf-8" />';

/** The base64 SHA-256 source expressions of every inline block of one element name that a browser runs: none of plain text. */
function inlineHashes(html: string, element: 'script' | 'style'): string[] {
  // What scripts hold as text (sheets of other formats) is no block of the page.
  const page = element === 'style' ? html.replaceAll(/<script[\s\S]*?<\/script>/g, '') : html;
  const opening = `<${element}(?=[\\s>])(?![^>]*\\s(?:src=|type="text/plain"))[^>]*>`;
  const blocks = page.matchAll(new RegExp(`${opening}([\\s\\S]*?)</${element}>`, 'g'));
  return [...blocks].map(
    ([, body]) =>
      `'sha256-${createHash('sha256')
        .update(body ?? '')
        .digest('base64')}'`,
  );
}

/** Puts the policy first in the head; the portable file names its inline blocks by their hash and may ask for nothing. */
export function addContentSecurityPolicy(html: string, portable: boolean): string {
  const sources = (element: 'script' | 'style') => (portable ? inlineHashes(html, element).join(' ') : "'self'");
  const connections = `connect-src ${portable ? "'none'" : "'self'"}`;
  const policy = [...BASE_POLICY, connections, `script-src ${sources('script')}`, `style-src ${sources('style')}`].join(
    '; ',
  );
  if (!html.includes(META_ANCHOR)) throw new Error(`index.html must contain ${META_ANCHOR}`);
  return html.replace(
    META_ANCHOR,
    () => `${META_ANCHOR}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );
}

/** Runs after every other plugin has written the page, so that the hashes are those of the final text. */
export function contentSecurityPolicy(options: { portable: boolean }): Plugin {
  return {
    name: 'sextant-content-security-policy',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_output, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.html')) {
            file.source = addContentSecurityPolicy(String(file.source), options.portable);
          }
        }
      },
    },
  };
}
