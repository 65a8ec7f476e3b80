import { describe, expect, it } from 'vitest';
import { textsIn } from '../../../../src/domain/framework/framework.ts';
import { needExplanation } from '../../../../src/ui/gaps/need-explanation.ts';
import { distributionLines } from '../../../../src/ui/results/distribution-explanation.ts';
import { explainNode } from '../../../../src/ui/results/explain-node.ts';
import { explanationLines } from '../../../../src/ui/results/explanation-words.ts';
import { frameworkWords } from '../../../../src/words/framework-words.ts';
import { positionRemarks } from '../../../../src/ui/pictures/position-words.ts';
import type { Setting } from '../../../fixtures/assessment-of.ts';
import { pairedFramework } from '../../../fixtures/paired-framework.ts';
import { frameworkOf, PLAIN_METHOD, structureOf } from '../../domain/framework-of.ts';
import { localiserOf } from '../render-with-language.ts';
import { readingSession } from './reading-session.ts';

const rated = (id: string, level: string): Setting => [`rating/lead/${id}/1/answer`, { level }];
const english = localiserOf('en');
const framework = pairedFramework();
const words = frameworkWords(framework, textsIn(framework, 'en'), english);

describe('how a number was computed', () => {
  it('says of "n of N" and the median which levels they come from', () => {
    const session = readingSession(framework, [rated('R-1', 'mature'), rated('R-2', 'emerging')]);
    expect(distributionLines(session.report.domains[0]!, words, english).map(({ text }) => text)).toEqual([
      '1 of 3: the indicators at level 3 or above, of all that apply. Counted from the first level in the upper quarter of the scale. 0 at 1 Level nascent, 1 at 2 Level emerging, 0 at 3 Level developed, 1 at 4 Level mature and 1 unanswered.',
      'The 2 rated levels in order; the one in the middle is 2 Level emerging (of two middle ones the lower). What is open is left out.',
      'The targets of these indicators in order, the next level where nobody set one; the one in the middle is 3 Level developed.',
    ]);
  });

  it('multiplies need, places it, and ranks it by all three formulas', () => {
    const { report } = readingSession(framework, [
      rated('R-1', 'nascent'),
      ...[['target/R-1', { level: 'developed' }] as Setting, ['impact/R-1', 4] as Setting, ['ease/R-1', 3] as Setting],
    ]);
    const [first, second] = [report.indicators[0]!, report.indicators[1]!];
    const lines = needExplanation(first, 4, english, report, report.priorities[0]);
    expect(lines.slice(0, 3)).toEqual([
      'Gap 2 × impact 4 = need 8, of at most 12.',
      'Impact 4: high, for it is 3 or more; ease 3: easy, for it is 3 or more. So: Act first.',
      'Place 1 by impact; 1 by the product ((gap / greatest gap + impact / 4) / 2) × (ease / 4) = 0.63; 1 by the sum 5 × gap + 5 × impact + 4 × ease = 45.33, the gap brought to 0–4. In the first ten of all three: it stays among the first.',
    ]);
    expect(needExplanation(second, 4, english, report)).toEqual([]);
    // What was validated by engine 1 is explained by its rule.
    const before = needExplanation(first, 4, english, { engine: '1.0.0' }, report.priorities[0]);
    expect(before.slice(0, 2)).toEqual([
      'Gap 2 × impact 4 = need 8, of at most 12. From 6 on it is high.',
      'High need, ease 3: easy, for it is 3 or more. So: Act first.',
    ]);
    expect(before[2]).toMatch(/^Place 1 by need;/);
  });

  it('says why a position lies outside its range: a part is left out of the one and counts in the other', () => {
    // Two of four answered in the first part, at the top; all four of the second at the bottom: 6 of 8 are enough above.
    const indicators = (letter: string) =>
      ['1', '2', '3', '4'].map((place) => ({ id: `${letter}-${place}`, scale: 'maturity' }));
    const own = frameworkOf(
      structureOf({
        method: { ...PLAIN_METHOD, minimumCoverage: 0.75 },
        domains: [
          {
            id: 'd',
            subdomains: [
              { id: 'first', indicators: indicators('A') },
              { id: 'second', indicators: indicators('B') },
            ],
          },
        ],
      }),
    );
    const bottom = indicators('B').map(({ id }) => rated(id, 'nascent'));
    const session = readingSession(own, [rated('A-1', 'mature'), rated('A-2', 'mature'), ...bottom]);
    const [domain] = session.report.domains;
    expect([domain!.score, domain!.low, domain!.high]).toEqual([0, 25, 50]);
    const ownWords = frameworkWords(own, textsIn(own, 'en'), english);
    expect(positionRemarks(domain!, ownWords, english)).toContain(
      'outside its range: a part with too few answers is left out of the position and counts in the range',
    );
    const range = explanationLines(explainNode(session, 'd')!, english).find(({ key }) => key === 'range');
    expect(range?.text).toMatch(/^25 if every .* 50 if .*The score lies outside this range/);
  });
});
