import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fitsName, isListedFile } from '../../../src/storage/listed-file.ts';

const SCRIPT = 'export const one = 1;';
const FILE = {
  url: 'assets/one.js',
  bytes: SCRIPT.length,
  sha256: createHash('sha256').update(SCRIPT).digest('hex'),
};

/** A response as a browser gives it for a request of the page's own server. */
function answer(body: BodyInit, changes: { status?: number; type?: string; redirected?: boolean; kind?: string } = {}) {
  const { status = 200, type = 'text/javascript', redirected = false, kind = 'basic' } = changes;
  const response = new Response(body, { status, headers: { 'content-type': type } });
  Object.defineProperties(response, { redirected: { value: redirected }, type: { value: kind } });
  return response;
}

describe('a file of the build', () => {
  it('is believed when type, length and hash are those of the list, and can still be read', async () => {
    const response = answer(SCRIPT);
    expect(await isListedFile(response, FILE)).toBe(true);
    expect(await response.text()).toBe(SCRIPT);
  });

  it.each([
    ['a page', answer('<h1>Sign in</h1>', { type: 'text/html' })],
    ['the right bytes as a page', answer(SCRIPT, { type: 'text/html' })],
    ['no type', answer(SCRIPT, { type: '' })],
    ['the first half', answer(SCRIPT.slice(0, 10))],
    ['other bytes of the same length', answer(SCRIPT.replace('1', '2'))],
    ['more behind it', answer(`${SCRIPT}\n`)],
    ['an answer sent on from elsewhere', answer(SCRIPT, { redirected: true })],
    ['an answer that may not be looked at', answer(SCRIPT, { kind: 'opaque' })],
    ['part of a range', answer(SCRIPT, { status: 206 })],
    ['an error', answer(SCRIPT, { status: 503 })],
    [
      'a body that breaks off',
      answer(new ReadableStream({ pull: (controller) => controller.error(new TypeError('broken off')) })),
    ],
  ])('is not believed when it is %s', async (_what, response) => {
    expect(await isListedFile(response, FILE)).toBe(false);
  });

  it.each([
    ['a/one.js', 'application/javascript', true],
    ['a/one.js?v=1', 'text/javascript; charset=utf-8', true],
    ['a/one.js', 'application/octet-stream', false],
    ['a/one.css', 'text/css', true],
    ['a/one.css', 'text/plain', false],
    ['index.html', 'text/html; charset=utf-8', true],
    ['index.html', 'text/plain', false],
    ['a/font.ttf', 'application/octet-stream', true],
    ['a/font.ttf', 'text/html', false],
    ['manifest.webmanifest', null, true],
  ])('%s as %s: %s', (name, type, fits) => {
    expect(fitsName(name, type)).toBe(fits);
  });
});
