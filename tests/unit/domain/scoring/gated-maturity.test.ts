import { expect, it } from 'vitest';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import { answersOf, frameworkOf, PLAIN_METHOD, structureOf } from '../framework-of.ts';

const STAGES = [2, 3, 4, 5];
const QUARTERS = [0, 1, 2, 3, 4];

/** Published: help.traccsolution.com, 1 + s2 + s2 s3 + s2 s3 s4 + s2 s3 s4 s5. */
const maturityOf = (quarters: readonly number[]) =>
  quarters.reduce(
    (done, quarter) => ({ product: (done.product * quarter) / 4, sum: done.sum + (done.product * quarter) / 4 }),
    {
      product: 1,
      sum: 1,
    },
  ).sum;

it('holds the product form of TRACC only as a table of every combination', () => {
  // Points 1, 5, 25, 125 a quarter make every combination a sum of its own.
  const scales = Object.fromEntries(
    STAGES.map((stage, place) => [
      `stage-${stage}`,
      { levels: QUARTERS.map((quarter) => ({ id: `q${quarter}`, points: quarter * 5 ** place })) },
    ]),
  );
  const combinations = Array.from({ length: 5 ** STAGES.length }, (_, sum) => ({
    sum,
    result: maturityOf(STAGES.map((_stage, place) => Math.floor(sum / 5 ** place) % 5)),
  }));
  const framework = frameworkOf(
    structureOf({
      scales,
      method: {
        ...PLAIN_METHOD,
        aggregate: 'table',
        overall: 'none',
        rows: { 4: Object.fromEntries(combinations.map(({ sum }) => [sum, `m-${sum}`])) },
        results: Object.fromEntries(combinations.map(({ sum, result }) => [`m-${sum}`, result])),
      },
      domains: [
        { id: 'asset-care', indicators: STAGES.map((stage) => ({ id: `s${stage}`, scale: `stage-${stage}` })) },
      ],
    }),
  );
  const [domain] = scoreFramework(framework, answersOf({ s2: 'q3', s3: 'q2', s4: 'q2', s5: 'q1' })).domains;
  expect(combinations).toHaveLength(625);
  expect(domain!.score).toBeCloseTo((100 * 2.359375) / 5, 9);
});
