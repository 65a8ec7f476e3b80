import { describe, expect, it } from 'vitest';
import { startingLevel } from '../../../../src/domain/assessment/starting-level.ts';
import { isSameStructure } from '../../../../src/domain/framework/frameworks-match.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import type { Answer, Answers } from '../../../../src/domain/registers/answer.ts';
import { readFramework } from '../../state/read-main-framework.ts';

const main = readFramework();
const mixed = readFramework('mixed-movements');
const sdg = readFramework('sdg-10-7-2');

const level = (id: string): Answer => ({ state: 'level', level: id });
const from = (answers: Record<string, Answer>, framework: Framework = main) => ({
  framework,
  answers: new Map(Object.entries(answers)) as Answers,
});
const indicator = (id: string) => mixed.indicatorById.get(id)!;

describe('a level proposed as a start', () => {
  it('is the lowest of those that the other assessment has for the indicators named, the nearest first', () => {
    expect(indicator('MX-15').proposedFrom).toEqual({ 'migration-governance': ['SO-28', 'SO-19'] });
    const source = from({ 'SO-28': level('developed'), 'SO-19': level('emerging'), 'IC-01': level('nascent') });
    expect(startingLevel(mixed, indicator('MX-15'), source)).toEqual({
      level: 'emerging',
      position: 2,
      from: [
        { indicator: 'SO-28', position: 3 },
        { indicator: 'SO-19', position: 2 },
      ],
    });
  });

  it('leaves out what is not known, does not apply or was not answered', () => {
    const source = from({ 'SO-28': { state: 'unknown' }, 'SO-19': level('mature') });
    expect(startingLevel(mixed, indicator('MX-15'), source)).toMatchObject({ level: 'mature' });
    const none = from({ 'SO-28': { state: 'not-applicable', reason: 'No coast' } });
    expect(startingLevel(mixed, indicator('MX-15'), none)).toBeNull();
  });

  it('comes from no other framework, and from no ladder of another length', () => {
    expect(startingLevel(mixed, indicator('MX-15'), from({ '3b': level('yes') }, sdg))).toBeNull();
    const onThree = { ...indicator('MX-15'), proposedFrom: { 'sdg-10-7-2': ['3b'] } };
    expect(startingLevel(mixed, onThree, from({ '3b': level('yes') }, sdg))).toBeNull();
  });
});

describe('what mixed movements take a start from', () => {
  it('names for each indicator some of the main instrument that there are', () => {
    const gone = mixed.indicators.flatMap(({ id, proposedFrom = {} }) => {
      const named = proposedFrom['migration-governance'] ?? [];
      return named.length > 0 && named.every((one) => main.indicatorById.has(one)) ? [] : [id];
    });
    expect(gone).toEqual([]);
  });

  it('changes nothing of what answers depend on', () => {
    const without = structuredClone(mixed.structure);
    for (const domain of without.domains) {
      for (const one of [...(domain.indicators ?? []), ...(domain.subdomains ?? []).flatMap((sub) => sub.indicators)]) {
        delete one.proposedFrom;
      }
    }
    expect(isSameStructure(mixed.structure, without)).toBe(true);
  });
});
