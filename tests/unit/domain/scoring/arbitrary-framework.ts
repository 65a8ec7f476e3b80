import * as fc from 'fast-check';
import type { Answer, Answers } from '../../../../src/domain/registers/answer.ts';
import type {
  Aggregate,
  DomainStructure,
  FrameworkStructure,
  IndicatorStructure,
  Method,
} from '../../../../src/domain/framework/framework-schema.ts';
import type { Framework } from '../../../../src/domain/framework/framework.ts';
import { frameworkOf, PLAIN_METHOD, structureOf } from '../framework-of.ts';

export interface Assessed {
  readonly framework: Framework;
  readonly answers: Answers;
  readonly outOfScope: ReadonlySet<string>;
}

interface Shape {
  readonly scale: string;
  readonly weight: number;
}

const weight = fc.integer({ min: 1, max: 9 });
const shapesOn = (...scales: string[]) =>
  fc.array(fc.record({ scale: fc.constantFrom(...scales), weight }), { minLength: 1, maxLength: 4 });

function toIndicators(prefix: string, shapes: readonly Shape[]): IndicatorStructure[] {
  return shapes.map((shape, index) => ({ id: `${prefix}-${index + 1}`, ...shape }));
}

/** Domains with indicators directly in them or in sub-domains, of random sizes and weights. */
function domainsOn(...scales: string[]): fc.Arbitrary<DomainStructure[]> {
  const groups = fc.array(fc.record({ weight, shapes: shapesOn(...scales) }), { minLength: 1, maxLength: 3 });
  const domain = fc.record({ weight, direct: fc.option(shapesOn(...scales)), groups });
  return fc.array(domain, { minLength: 1, maxLength: 3 }).map((all) =>
    all.map(({ weight: own, direct, groups: inner }, d) => {
      const head = { id: `d${d + 1}`, weight: own };
      if (direct !== null) return { ...head, indicators: toIndicators(`i${d + 1}`, direct) };
      const subdomains = inner.map((group, s) => {
        const id = `s${d + 1}-${s + 1}`;
        return { id, weight: group.weight, indicators: toIndicators(id, group.shapes) };
      });
      return { ...head, subdomains };
    }),
  );
}

const answerOn = (scale: { levels: readonly { id: string }[] }): fc.Arbitrary<Answer | undefined> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...scale.levels).map(({ id }): Answer => ({ state: 'level', level: id })) },
    { weight: 1, arbitrary: fc.constant<Answer>({ state: 'unknown' }) },
    { weight: 1, arbitrary: fc.constant<Answer>({ state: 'not-applicable', reason: 'No coast' }) },
    { weight: 2, arbitrary: fc.constant(undefined) },
  );

/** Frameworks with answers in all four states; `method` and `scales` as the law needs them. */
export function assessed(
  method: fc.Arbitrary<Partial<Method>>,
  scales = ['maturity', 'yes-no'],
): fc.Arbitrary<Assessed> {
  const structure: fc.Arbitrary<FrameworkStructure> = fc
    .record({ domains: domainsOn(...scales), method })
    .map((parts) => structureOf({ domains: parts.domains, method: { ...PLAIN_METHOD, ...parts.method } }));
  return structure.chain((made) => {
    const framework = frameworkOf(made);
    const answers = fc
      .tuple(...framework.indicators.map((indicator) => answerOn(made.scales[indicator.scale]!)))
      .map(
        (given) =>
          new Map(framework.indicators.flatMap(({ id }, i) => (given[i] === undefined ? [] : [[id, given[i]]]))),
      );
    const out = fc
      .subarray(
        framework.indicators.map(({ id }) => id),
        { maxLength: Math.min(2, framework.indicators.length) },
      )
      .map((ids) => new Set(ids));
    return fc.record({ framework: fc.constant(framework), answers, outOfScope: out });
  });
}

export const aggregateOf = (...kinds: Aggregate[]) => fc.constantFrom(...kinds).map((aggregate) => ({ aggregate }));

const sums = (children: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: 3 * children + 1 }, (_, more) => [children + more, `r${1 + (more % 4)}`]));

/** Any method there is, parameters included. */
export const anyMethod: fc.Arbitrary<Partial<Method>> = fc.record({
  aggregate: fc.constantFrom<Aggregate>(
    'mean',
    'geometric-mean',
    'harmonic-mean',
    'minimum',
    'none',
    'weakest-link-plus',
    'table',
    'sum-capped',
  ),
  missing: fc.constantFrom('exclude', 'zero', 'lowest'),
  notApplicable: fc.constantFrom('exclude', 'zero', 'forbid'),
  minimumCoverage: fc.constantFrom(0, 0.5, 0.75, 1),
  rounding: fc.constantFrom<Method['rounding']>({}, { indicator: 1, subdomain: 0, domain: 0, overall: 1 }),
  overall: fc.constantFrom('required', 'hidden', 'none'),
  bands: fc.constant([
    { id: 'low', from: 0 },
    { id: 'high', from: 50 },
  ]),
  rows: fc.constant({ 1: sums(1), 2: sums(2), 3: sums(3), 4: sums(4) }),
  results: fc.constant({ r1: 1, r2: 2, r3: 3, r4: 4 }),
  cap: fc.constantFrom(2, 10),
});
