import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { requirementAddress } from '../../../../src/domain/framework/requirement-address.ts';
import { successorsOf } from '../../../../src/domain/framework/supersedes.ts';
import { readFramework } from '../../state/read-main-framework.ts';

const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as unknown;
const framework = readFramework();
const LEVELS = ['emerging', 'developed', 'mature'];

/** Number of requirements by level of every indicator of the released version 0.9.0. */
const released = read('tests/fixtures/files/migration-governance-0.9.0.json') as Record<string, number[]>;

const addressesOf = (id: string, counts: readonly number[]) =>
  counts.flatMap((count, level) =>
    Array.from({ length: count }, (_, index) => requirementAddress(id, LEVELS[level]!, index)),
  );
const old = new Set(Object.entries(released).flatMap(([id, counts]) => addressesOf(id, counts)));
const now = new Set(
  framework.indicators.flatMap(({ id }) =>
    addressesOf(
      id,
      LEVELS.map((level) => framework.texts['en']!.indicators[id]!.levels[level]!.length),
    ),
  ),
);
const { supersedes } = framework.structure;

describe('from migration-governance 0.9.0 to the version of today', () => {
  it('keeps every indicator, or says which ones took its place', () => {
    for (const id of Object.keys(released)) {
      expect(
        successorsOf(supersedes, id).every((next) => framework.indicatorById.has(next)),
        id,
      ).toBe(true);
    }
  });

  it('keeps every requirement, or says where it went, or that it is asked no more', () => {
    const lost = [...old].filter((address) => successorsOf(supersedes, address).some((next) => !now.has(next)));
    expect(lost).toEqual([]);
  });

  it('speaks only of requirements that there were', () => {
    expect(Object.keys(supersedes ?? {}).filter((name) => name.includes('/') && !old.has(name))).toEqual([]);
  });

  it('lets no two old requirements become the same one', () => {
    const nexts = [...old].flatMap((address) => successorsOf(supersedes, address));
    expect(nexts.filter((next, index) => nexts.indexOf(next) !== index)).toEqual([]);
  });
});
