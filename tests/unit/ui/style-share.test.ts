import { describe, expect, it } from 'vitest';
import { ACTION_STATUSES } from '../../../src/domain/plan/planned-action.ts';
import { readProjectFile, readSources } from '../read-sources.ts';

const STYLE = /<style>[\s\S]*?<\/style>/g;
const linesOf = (text: string) => text.split('\n').length - 1;

const components = readSources('src').filter(({ path }) => path.endsWith('.svelte'));
const shared = ['base', 'layout', 'print'].map((name) => readProjectFile(`src/styles/${name}.css`)).join('\n');

describe('the style of components', () => {
  it('is at most a fifth of their lines: what several say has its home in src/styles', () => {
    const all = components.reduce((sum, { text }) => sum + linesOf(text), 0);
    const scoped = components
      .flatMap(({ text }) => [...text.matchAll(STYLE)])
      .reduce((sum, [style]) => sum + linesOf(style), 0);
    expect(scoped).toBeGreaterThan(0);
    expect(scoped / all).toBeLessThanOrEqual(0.2);
  });

  it('reaches nothing outside its own elements', () => {
    const far = components.filter(({ text }) =>
      [...text.matchAll(STYLE)].some(([style]) => /^\s*:global/m.test(style)),
    );
    expect(far.map(({ path }) => path)).toEqual([]);
  });

  it('has no shared class named like a state: a bar of the timeline was hidden by the words of a page that does not start', () => {
    const classes = new Set([...shared.matchAll(/\.([a-z][a-z0-9-]*)/g)].map(([, name]) => name));
    expect(classes).toContain('stack');
    expect(ACTION_STATUSES.filter((status) => classes.has(status))).toEqual([]);
  });
});
