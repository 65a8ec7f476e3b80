import { describe, expect, it, vi } from 'vitest';
import { problem } from '../../../src/domain/problem.ts';
import { MishapWatch } from '../../../src/state/device/mishap-watch.svelte.ts';
import { problemOfMishap } from '../../../src/state/session/problem-of-mishap.ts';
import { StorageError } from '../../../src/storage/storage-error.ts';
import { localiserOf } from '../ui/render-with-language.ts';
import { openSession } from './open-session.ts';

const rejected = (reason: unknown) => Object.assign(new Event('unhandledrejection'), { reason });
const thrown = (error: unknown) => Object.assign(new Event('error'), { error });

function open() {
  const target = new EventTarget();
  const onnote = vi.fn();
  const mishaps = new MishapWatch(onnote);
  mishaps.watch(target);
  return { target, mishaps, onnote };
}

describe('what is said of an error', () => {
  it.each([
    ['of the storage', new StorageError(problem('storage.deleted', '', [])), 'storage.deleted'],
    ['of the storage as the browser names it', new DOMException('full', 'QuotaExceededError'), 'storage.quotaExceeded'],
    [
      'of loading in Chromium',
      new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/a.js'),
      'mishap.notLoaded',
    ],
    ['of loading in Firefox', new TypeError('error loading dynamically imported module: x'), 'mishap.notLoaded'],
    ['of loading in Safari', new TypeError('Importing a module script failed.'), 'mishap.notLoaded'],
    ['of its styles', new Error('Unable to preload CSS for /a.css'), 'mishap.notLoaded'],
    ['of anything else', new RangeError('out of memory'), 'mishap.unknown'],
    ['that is no error', 'so', 'mishap.unknown'],
  ])('%s has words in every language', (_what, error, code) => {
    const found = problemOfMishap(error);
    expect(found.code).toBe(code);
    for (const language of ['en', 'fr'])
      expect(localiserOf(language).find(`errors.${code}`, found.params)).toBeTruthy();
  });
});

describe('MishapWatch', () => {
  it('notes a promise that nobody caught and an error that nobody caught, and has its words brought', () => {
    const { target, mishaps, onnote } = open();
    target.dispatchEvent(rejected(new Error('lost')));
    expect(mishaps.last).toMatchObject({ code: 'mishap.unknown', params: { reason: 'lost' } });
    expect(onnote).toHaveBeenCalledOnce();
    mishaps.dismiss();
    expect(mishaps.last).toBeNull();
    target.dispatchEvent(thrown(new Error('broken')));
    expect(mishaps.last?.params['reason']).toBe('broken');
  });

  it.each([
    [
      'a page that is drawn in two goes',
      thrown(new Error('ResizeObserver loop completed with undelivered notifications.')),
    ],
    ['a script of somebody else', thrown(null)],
    ['a picture that does not load', new Event('error')],
  ])('is silent about %s', (_what, event) => {
    const { target, mishaps } = open();
    target.dispatchEvent(event);
    expect(mishaps.last).toBeNull();
  });

  it('says whether what was attempted was done', async () => {
    const { mishaps } = open();
    expect(await mishaps.attempt(() => Promise.resolve(3))).toBe(true);
    expect(mishaps.last).toBeNull();
    const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    expect(await mishaps.attempt(full)).toBe(false);
    expect(mishaps.last?.code).toBe('storage.quotaExceeded');
  });

  it('knows whose work is on the screen, until it is left', () => {
    const { mishaps } = open();
    const [first, second] = [openSession(), openSession()];
    const leaveFirst = mishaps.enter(first);
    const leaveSecond = mishaps.enter(second);
    leaveFirst();
    expect(mishaps.session).toBe(second);
    leaveSecond();
    expect(mishaps.session).toBeNull();
  });
});
