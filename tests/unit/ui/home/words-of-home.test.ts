import { describe, expect, it } from 'vitest';
import { extentOf } from '../../../../src/i18n/message-parts.ts';
import { readSources } from '../../read-sources.ts';

/** It comes with all words. */
const LATER = 'src/ui/home/MinisterPage.svelte';

describe('the home of an assessment', () => {
  it('says nothing in words that come later than it does', () => {
    const late = readSources()
      .filter(({ path }) => path.startsWith('src/ui/home/') && path !== LATER)
      .flatMap(({ path, text }) =>
        [...text.matchAll(/\bt\(\s*['`](\w+)\./g)]
          .filter(([, namespace = '']) => extentOf(namespace) === 'whole')
          .map(([key]) => `${path}: ${key}`),
      );
    expect(late).toEqual([]);
  });
});
