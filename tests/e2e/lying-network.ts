import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Interference } from './serve-build.ts';

const LOGIN_PAGE = '<!doctype html><title>Hotel</title><h1>Please sign in to the network</h1>';

/** What a network gives in place of a file; browsers may keep it for an hour. */
const LIES: Readonly<Record<string, Interference>> = {
  'a login page': (_path, _file, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'max-age=3600' }).end(LOGIN_PAGE);
    return true;
  },
  'a login page elsewhere on the server': (pathname, file, response) => {
    if (pathname === '/login') return LIES['a login page']?.(pathname, file, response) ?? false;
    response.writeHead(302, { location: '/login' }).end();
    return true;
  },
  'a login page of another server': (_path, _file, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:9/login' }).end();
    return true;
  },
  'the first half of every file': (_path, file, response) => {
    if (file === null) return false;
    const content = readFileSync(file);
    response.writeHead(200, { ...typeOf(file), 'cache-control': 'max-age=3600' });
    response.end(content.subarray(0, content.length / 2));
    return true;
  },
  'other bytes of the same length': (_path, file, response) => {
    if (file === null) return false;
    response.writeHead(200, { ...typeOf(file), 'cache-control': 'max-age=3600' });
    response.end(Buffer.alloc(readFileSync(file).length, ' '));
    return true;
  },
};
export const KINDS_OF_LIE = Object.keys(LIES);

function typeOf(file: string): { 'content-type'?: string } {
  const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };
  const type = types[path.extname(file)];
  return type === undefined ? {} : { 'content-type': type };
}

/** A network that tells the truth for a number of requests and lies from then on, until it is mended. */
export class LyingNetwork {
  #truthsLeft = Infinity;
  #lie: Interference = () => false;
  /** How many lies it has told. */
  #about = /./;
  told = 0;

  /** Lies after so many more true answers, of what is asked for under such addresses. */
  lieAfter(truths: number, kind: string, about = /./): void {
    this.#truthsLeft = truths;
    this.#about = about;
    this.#lie = LIES[kind] ?? this.#lie;
    this.told = 0;
  }

  mend(): void {
    this.#truthsLeft = Infinity;
  }

  readonly interfere: Interference = (pathname, file, response) => {
    if (this.#truthsLeft-- > 0 || !this.#about.test(pathname)) return false;
    const lied = this.#lie(pathname, file, response);
    if (lied) this.told++;
    return lied;
  };
}

/** Numbers from 0 to `below`, the same for the same seed (Park and Miller). */
export function randomMoments(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 0x7fffffff;
    return state % below;
  };
}

/** Makes the next release of a build: every script and the page differ, and the worker's list says how. */
export function makeNextRelease(folder: string): void {
  const change = (file: string, edit: (text: string) => string) =>
    writeFileSync(path.join(folder, file), edit(readFileSync(path.join(folder, file), 'utf8')));
  const scripts = readdirSync(path.join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  for (const name of scripts) change(`assets/${name}`, (text) => `${text}\n/* next */`);
  change('index.html', (html) => html.replace('<title>', '<meta name="release" content="next" /><title>'));
  change('service-worker.js', (worker) =>
    worker.replaceAll(/\{"bytes":\d+,"sha256":"[0-9a-f]{64}","url":"([^"]+)"\}/g, (_entry, url: string) => {
      const content = readFileSync(path.join(folder, url));
      const sha256 = createHash('sha256').update(content).digest('hex');
      return JSON.stringify({ bytes: content.length, sha256, url });
    }),
  );
}
