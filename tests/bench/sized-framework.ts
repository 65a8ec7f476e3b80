import type { Answers } from '../../src/domain/registers/answer.ts';
import type { Framework } from '../../src/domain/framework/framework.ts';
import { answersOf, frameworkOf, PLAIN_METHOD, structureOf } from '../unit/domain/framework-of.ts';

const LEVELS = ['nascent', 'emerging', 'developed', 'mature'] as const;

/** The shape of the main instrument (five domains of five sub-domains), with as many indicators as wanted, and bands. */
export function sizedFramework(indicators: number): Framework {
  const range = (length: number) => Array.from({ length }, (_, index) => index);
  return frameworkOf(
    structureOf({
      method: { ...PLAIN_METHOD, minimumCoverage: 0.75, bands: LEVELS.map((id, index) => ({ id, from: 25 * index })) },
      domains: range(5).map((d) => ({
        id: `d${d}`,
        subdomains: range(5).map((s) => ({
          id: `s${d}-${s}`,
          indicators: range(indicators / 25).map((i) => ({ id: `i${d}-${s}-${i}`, scale: 'maturity' })),
        })),
      })),
    }),
  );
}

/** An answer to every indicator, the levels spread by a fixed rule. */
export function everyAnswer(framework: Framework): Answers {
  const levelOf = (index: number) => LEVELS[(index * 7 + (index >> 3)) % LEVELS.length] ?? 'nascent';
  return answersOf(Object.fromEntries(framework.indicators.map(({ id }, index) => [id, levelOf(index)])));
}
