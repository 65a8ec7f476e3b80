import { describe, expect, it } from 'vitest';
import { checkStructure } from '../../src/domain/framework/check-structure.ts';
import { scoreFramework } from '../../src/domain/scoring/score-framework.ts';
import { answersOf, frameworkOf } from '../unit/domain/framework-of.ts';
import { expectAsPublished } from './expect-as-published.ts';
import { loadScenarios, structureOfScenario } from './load-scenarios.ts';

for (const scenario of loadScenarios()) {
  describe(`${scenario.file}: ${scenario.method}${scenario.verified ? '' : ' (unverified)'}`, () => {
    if ('cases' in scenario) {
      const framework = frameworkOf(structureOfScenario(scenario));
      it('is written in a framework without errors', () => {
        const problems = checkStructure(framework.structure).filter(({ severity }) => severity === 'error');
        expect(problems).toEqual([]);
      });
      it.each(scenario.cases)('$name', (one) => {
        const answers = answersOf(one.answers);
        expectAsPublished(scoreFramework(framework, answers, { outOfScope: new Set(one.outOfScope) }), one);
      });
    } else {
      it('says that it cannot be expressed, and why', () => {
        expect(scenario.expressible).toBe(false);
        expect(scenario.reason).toContain('tests/unit/domain/scoring/gated-maturity.test.ts');
      });
    }
  });
}
