import { describe, expect, it } from 'vitest';
import { TEXT_EXAMPLES } from './text-examples.ts';
import { lintWith } from './written-framework.ts';

describe.each(TEXT_EXAMPLES)('writing.%s in %s at %s', (code, file, path, failing, passing, params) => {
  const change = (text: string) => lintWith([[`${file}:${path}`, text]]);

  it(`speaks of: ${failing}`, () => {
    expect(change(failing)).toEqual([
      {
        code: `writing.${code}`,
        severity: 'advice',
        file,
        path: path.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)),
        params,
      },
    ]);
  });

  it(`is silent about: ${passing}`, () => {
    expect(change(passing)).toEqual([]);
  });
});
