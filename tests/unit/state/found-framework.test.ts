import { describe, expect, it } from 'vitest';
import { referenceOf } from '../../../src/domain/framework/framework.ts';
import { problem } from '../../../src/domain/problem.ts';
import { foundFramework } from '../../../src/state/library/found-framework.ts';
import { tinyFramework } from '../../fixtures/tiny-framework.ts';

const framework = tinyFramework();
const { id, version } = framework;
const ADVICE = [problem('framework.later', '', [], {}, 'advice')];

describe('a framework in a chosen file', () => {
  it('is one to add where none of its name is here, with what its file advises', () => {
    expect(foundFramework(framework, [], ADVICE)).toEqual({ framework, isKnown: false, advice: ADVICE });
  });

  it('is known where it is here word for word', () => {
    expect(foundFramework(framework, [referenceOf(framework)], [])).toMatchObject({ isKnown: true, advice: [] });
  });

  it('is told from another of its name and version', () => {
    const other = { ...referenceOf(framework), hash: '0'.repeat(64) };
    const { isKnown, advice } = foundFramework(framework, [other], ADVICE);
    expect([isKnown, advice.map(({ code }) => code)]).toEqual([false, ['framework.sameVersion', 'framework.later']]);
    expect(advice[0]).toMatchObject({ severity: 'advice', params: { id, version } });
  });
});
