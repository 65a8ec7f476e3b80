import { createHash } from 'node:crypto';
import { gzipSync, strToU8 } from 'fflate';
import type { Plugin } from 'vite';
import { parseAst } from 'vite';

/** What is data, or code of a worker, in the one script of the portable file. */
const DATA = /\.json(\?|$)|\?worker&inline$|\?url$/;
/** What is shorter costs more to find than to read. */
const LONG = 10_000;

interface Text {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

function longTexts(node: unknown): Text[] {
  if (typeof node !== 'object' || node === null) return [];
  const { type, value, start, end } = node as Record<string, unknown>;
  if (type === 'Literal' && typeof value === 'string' && value.length >= LONG) {
    return [{ start: start as number, end: end as number, value }];
  }
  return Object.values(node).flatMap(longTexts);
}

const READER = 'virtual:portable-text';
const READER_CODE = `import { gunzipSync, strFromU8, strToU8 } from 'fflate';
export const portableText = (id) => strFromU8(gunzipSync(strToU8(atob(document.getElementById(id).textContent), true)));`;

/** Of the text alone: modules are met in another order in every build. */
const idOf = (text: string) => `data-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
/** By the packer of the app, without the time: that of Node is another one on another machine. */
const pack = (text: string) => Buffer.from(gzipSync(strToU8(text), { level: 9, mtime: 0 })).toString('base64');

/**
 * Takes long texts out of the script of the portable file: words, frameworks, fonts, workers. Each stands packed in the page,
 * in a block that no browser runs, and is unpacked when it is wanted: the file is half as large, and two thirds of the rest
 * need not be gone through as code before the first page.
 */
export class PortableData {
  /** By id. */
  readonly #texts = new Map<string, string>();

  /** Replaces texts in the modules; after whatever makes them. */
  readonly plugin: Plugin = {
    name: 'sextant-portable-data',
    apply: 'build',
    enforce: 'post',
    resolveId: (id) => (id === READER ? `\0${READER}` : null),
    load: (id) => (id === `\0${READER}` ? READER_CODE : null),
    transform: (code, id) => {
      if (!DATA.test(id) || code.length < LONG) return null;
      const found = longTexts(parseAst(code)).sort((a, b) => b.start - a.start);
      if (found.length === 0) return null;
      const changed = found.reduce((text, { start, end, value }) => {
        const name = idOf(value);
        this.#texts.set(name, value);
        return `${text.slice(0, start)}portableText("${name}")${text.slice(end)}`;
      }, code);
      return { code: `import { portableText } from '${READER}';\n${changed}`, map: null };
    },
  };

  /** The blocks, for the page; the same texts give the same blocks, byte for byte. */
  html(): string {
    return [...this.#texts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, text]) => `<script type="text/plain" id="${name}">${pack(text)}</script>`)
      .join('\n');
  }
}
