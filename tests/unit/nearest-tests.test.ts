import { describe, expect, it } from 'vitest';
import { nearestTests } from '../nearest-tests.ts';

const sources = [
  { path: 'src/a.ts', text: '' },
  { path: 'src/b.ts', text: "import type { A } from './a.ts';" },
  { path: 'src/c.svelte', text: "const b = () => import('./b.ts');" },
  { path: 'tests/far.test.ts', text: "import C from '../src/c.svelte';" },
  { path: 'tests/near.test.ts', text: "import { a } from '../src/a.ts';" },
  { path: 'tests/other.test.ts', text: "import { x } from 'zod/mini';" },
];

describe('the tests nearest to a change', () => {
  it('come by the length of the way, through types and what is loaded later', () => {
    expect(nearestTests(['src/a.ts'], sources)).toEqual(['tests/near.test.ts', 'tests/far.test.ts']);
    expect(nearestTests(['src/b.ts'], sources)).toEqual(['tests/far.test.ts']);
  });

  it('are the changed ones themselves, and none of what no test knows', () => {
    expect(nearestTests(['tests/other.test.ts', 'docs/x.md'], sources)).toEqual(['tests/other.test.ts']);
  });

  it('end where imports go in a circle', () => {
    const circle = [
      { path: 'src/a.ts', text: "import type { B } from './b.ts';" },
      { path: 'src/b.ts', text: "import type { A } from './a.ts';" },
    ];
    expect(nearestTests(['src/a.ts'], circle)).toEqual([]);
  });
});
