import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import type { PortableData } from './portable-data.ts';

/** What speaks where the app has not started. */
const WAITING = '<div id="not-started" class="page until-started">';
const TITLE = '<title>Sextant</title>';
/** Scripts of the folder `public` that the page asks for. */
const CLASSIC_SCRIPT = /<script src="\.\/([^"]+)"><\/script>/g;
const MODULE_SCRIPT = /[ ]*<script type="module"[^>]*>[\s\S]*?<\/script>\n?/;

/**
 * Makes the page one file that stands alone: the small scripts and the words inside it, its version in the head,
 * `sextant.html` as its name, and a loud stop when the build would need a second file beside it. The app comes last, so that the page has words of its
 * own where the file was not copied whole. Runs after the scripts and styles were inlined.
 */
export function portablePage(publicFolder: URL, version: string, data: PortableData): Plugin {
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
        if (!html.includes(TITLE)) this.error(`index.html must contain ${TITLE}`);
        const [app] = MODULE_SCRIPT.exec(html) ?? this.error('index.html must contain the app as a script');
        if (!html.includes(WAITING)) this.error(`index.html must contain ${WAITING}`);
        const script = (name: string) => `<script>${readFileSync(new URL(name, publicFolder), 'utf8')}</script>`;
        page.source = html
          .replace(app, '')
          .replace(TITLE, `<meta name="generator" content="Sextant ${version}" />\n    ${TITLE}`)
          .replaceAll(CLASSIC_SCRIPT, (_, name: string) => script(name))
          .replace('</head>', () => `${script('start-words.js')}</head>`)
          .replace(WAITING, () => `${WAITING}<p class="opening"></p>${script('opening.js')}`)
          .replace('</body>', () => `${data.html()}${app}</body>`);
        page.fileName = 'sextant.html';
        const beside = Object.values(bundle).filter((file) => file !== page);
        const names = beside.map(({ fileName }) => fileName).join(', ');
        if (beside.length > 0) this.error(`the portable build must be one file, but would also need ${names}`);
      },
    },
  };
}
