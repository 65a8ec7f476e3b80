import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainStructure, FrameworkStructure } from '../../../../src/domain/framework/framework-schema.ts';
import { scaleOf } from '../../../../src/domain/framework/framework.ts';
import type { Engine } from '../../../../src/domain/scoring/engine.ts';
import { evaluateTree, evaluateWith } from '../../../../src/domain/scoring/evaluate-tree.ts';
import { scoreFramework } from '../../../../src/domain/scoring/score-framework.ts';
import type { ScoreNode, ScoreTree } from '../../../../src/domain/scoring/score-tree.ts';
import { frameworkOf } from '../framework-of.ts';
import type { Assessed } from './arbitrary-framework.ts';
import { aggregateOf, anyMethod, assessed } from './arbitrary-framework.ts';
import { lawRuns } from '../../../fixtures/law-runs.ts';

const RUNS = lawRuns(400);
const SLACK = 1e-9;
const score = ({ framework, answers, outOfScope }: Assessed) => scoreFramework(framework, answers, { outOfScope });
const nodesOf = (tree: ScoreTree): ScoreNode[] => [
  ...(tree.overall === null ? [] : [tree.overall]),
  ...tree.domains,
  ...tree.subdomains,
  ...tree.indicators,
];
const mean = fc.constant({ aggregate: 'mean' as const });

function mapDomains(assessment: Assessed, change: (domain: DomainStructure) => DomainStructure): Assessed {
  const { structure } = assessment.framework;
  const changed: FrameworkStructure = { ...structure, domains: structure.domains.map(change) };
  return { ...assessment, framework: frameworkOf(changed) };
}

describe('laws of scoring', () => {
  it('every score, low and high lies in 0-100 or is null, and counts add up', () => {
    fc.assert(
      fc.property(assessed(anyMethod), (assessment) => {
        for (const node of nodesOf(score(assessment))) {
          for (const value of [node.score, node.low, node.high]) {
            expect(value === null || (value >= 0 && value <= 100)).toBe(true);
          }
          expect(node.answered <= node.applicable && node.applicable <= node.total).toBe(true);
          expect(node.shown === null).toBe(node.score === null);
          expect(node.band !== null && node.between !== null).toBe(false);
          if (node.kind !== 'indicator') expect(node.status === 'scored').toBe(node.score !== null);
        }
      }),
      RUNS,
    );
  });

  it('another answer to one indicator, evaluated on its way only, gives the tree of all answers to the last digit', () => {
    fc.assert(
      fc.property(
        assessed(anyMethod),
        fc.nat(),
        fc.constantFrom(1, 2),
        ({ framework, answers, outOfScope }, at, engine) => {
          const indicator = framework.indicators[at % framework.indicators.length]!;
          const answer = { state: 'level', level: scaleOf(framework, indicator).levels.at(-1)!.id } as const;
          const whole = new Map(answers).set(indicator.id, answer);
          const options = { outOfScope, engine: engine as Engine };
          const changed = evaluateWith(
            framework,
            evaluateTree(framework, answers, options),
            indicator,
            answer,
            options.engine,
          );
          expect(changed).toEqual(evaluateTree(framework, whole, options));
        },
      ),
      RUNS,
    );
  });

  it('the score lies in its range where open answers are left out and nothing is withheld', () => {
    fc.assert(
      fc.property(assessed(aggregateOf('mean', 'minimum')), (assessment) => {
        for (const { score: value, low, high } of nodesOf(score(assessment))) {
          if (value === null) continue;
          expect(low! <= value + SLACK && value <= high! + SLACK).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it('the range closes on the score when nothing is open', () => {
    fc.assert(
      fc.property(assessed(anyMethod), (assessment) => {
        const closed = nodesOf(score(assessment)).filter((node) => node.answered === node.applicable);
        // A part without a score is left out of the score, and leaves the range open.
        for (const { low, high, score: own } of closed)
          expect([
            [own, own],
            [null, null],
          ]).toContainEqual([low, high]);
        expect(closed.every((node) => node.between === null)).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    ['mean', ['maturity', 'yes-no']],
    ['minimum', ['maturity', 'yes-no']],
    // Above 0 everywhere: a geometric mean has no value to compare at 0.
    ['geometric-mean', ['letters']],
  ] as const)('raising one level never lowers a %s', (kind, scales) => {
    fc.assert(
      fc.property(assessed(aggregateOf(kind), [...scales]), fc.nat(), (assessment, pick) => {
        const { framework, answers } = assessment;
        const rated = framework.indicators.filter(({ id }) => answers.get(id)?.state === 'level');
        fc.pre(rated.length > 0);
        const { id, scale } = rated[pick % rated.length]!;
        const { levels } = framework.structure.scales[scale]!;
        const answer = answers.get(id)!;
        const position = levels.findIndex((level) => answer.state === 'level' && level.id === answer.level);
        const raised = new Map(answers).set(id, {
          state: 'level',
          level: levels[Math.min(position + 1, levels.length - 1)]!.id,
        });
        const before = nodesOf(score(assessment));
        const after = nodesOf(score({ ...assessment, answers: raised }));
        before.forEach((node, index) => {
          if (node.score !== null) expect(after[index]!.score! >= node.score - SLACK).toBe(true);
        });
        expect(after).toHaveLength(before.length);
      }),
      RUNS,
    );
  });

  it('only the proportion of sibling weights matters', () => {
    fc.assert(
      fc.property(
        assessed(aggregateOf('mean', 'geometric-mean', 'harmonic-mean'), ['letters']),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (assessment, factor) => {
          const scale = <Item extends { weight?: number | undefined }>(item: Item) => ({
            ...item,
            weight: (item.weight ?? 1) * factor,
          });
          const scaled = mapDomains(assessment, (domain) => ({
            ...scale(domain),
            ...(domain.indicators === undefined ? {} : { indicators: domain.indicators.map(scale) }),
            ...(domain.subdomains === undefined ? {} : { subdomains: domain.subdomains.map(scale) }),
          }));
          const [plain, other] = [nodesOf(score(assessment)), nodesOf(score(scaled))];
          plain.forEach((node, index) => {
            if (node.score === null) expect(other[index]!.score).toBeNull();
            else expect(other[index]!.score).toBeCloseTo(node.score, 6);
          });
        },
      ),
      RUNS,
    );
  });

  it('the order of indicators does not matter to a mean', () => {
    fc.assert(
      fc.property(assessed(mean), (assessment) => {
        const turned = mapDomains(assessment, (domain) => ({
          ...domain,
          ...(domain.indicators === undefined ? {} : { indicators: [...domain.indicators].reverse() }),
          ...(domain.subdomains === undefined ? {} : { subdomains: [...domain.subdomains].reverse() }),
        }));
        const other = new Map(nodesOf(score(turned)).map((node) => [node.id, node]));
        for (const node of nodesOf(score(assessment))) {
          const twin = other.get(node.id)!;
          if (node.score === null) expect(twin.score).toBeNull();
          else expect(twin.score).toBeCloseTo(node.score, 9);
          expect(twin.status).toBe(node.status);
        }
      }),
      RUNS,
    );
  });

  it('is null and not applicable everywhere when nothing applies', () => {
    fc.assert(
      fc.property(assessed(anyMethod), ({ framework, outOfScope }) => {
        fc.pre(framework.structure.method.notApplicable === 'exclude');
        const none = new Map(
          framework.indicators.map(({ id }) => [id, { state: 'not-applicable' as const, reason: 'No coast' }]),
        );
        for (const node of nodesOf(scoreFramework(framework, none, { outOfScope }))) {
          expect(node).toMatchObject({ score: null, shown: null, band: null, low: null, high: null });
          expect(node.status).toBe('not-applicable');
        }
      }),
      RUNS,
    );
  });
});
