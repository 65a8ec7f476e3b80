import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareVersions, FIRST_APP, oldestApp, READ_SINCE } from '../../../src/file/oldest-app.ts';
import { SEXTANT_FORMAT_VERSION } from '../../../src/file/sextant-file.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

describe('the oldest app that opens a file', () => {
  it('is known for every format that this app reads, and is none that is not there yet', () => {
    expect(Object.keys(READ_SINCE.assessment).map(Number)).toContain(SEXTANT_FORMAT_VERSION);
    expect(Object.keys(READ_SINCE.framework)).toEqual(['1', '2']);
    const all = Object.values(READ_SINCE).flatMap((since) => Object.values(since));
    expect(all.filter((one) => compareVersions(one, version) > 0 || compareVersions(one, FIRST_APP) < 0)).toEqual([]);
  });

  it('is that of the format which came last', () => {
    const framework = tinyFramework();
    expect(oldestApp(framework)).toBe(FIRST_APP);
    const since = { assessment: { 1: '0.2.0' }, framework: { [framework.structure.formatVersion]: '0.10.0' } };
    expect(oldestApp(framework, since)).toBe('0.10.0');
    expect(oldestApp(framework, { ...since, assessment: { 1: '1.0.0' } })).toBe('1.0.0');
  });
});
