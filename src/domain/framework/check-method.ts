import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import { roundHalfUp, SCORE_TOLERANCE } from '../round-half-up.ts';
import type { FrameworkStructure, MethodOverride } from './framework-schema.ts';
import type { PlacedMethod } from './methods-of.ts';

const FILE = 'framework.json';

function checkBands(method: MethodOverride, path: ProblemPath): Problem[] {
  const bands = method.bands ?? [];
  const seen = new Set<string>();
  return bands.flatMap((band, b) => {
    const below = bands[b - 1];
    const problems: Problem[] = [];
    if (b === 0 && band.from !== 0)
      problems.push(problem('framework.bandsStartAtZero', FILE, [...path, 'bands', 0, 'from']));
    if (below !== undefined && band.from <= below.from) {
      problems.push(problem('framework.bandsNotRising', FILE, [...path, 'bands', b, 'from'], { id: band.id }));
    }
    if (seen.has(band.id)) {
      problems.push(
        problem('framework.duplicateId', FILE, [...path, 'bands', b, 'id'], { id: band.id, what: 'band', first: '' }),
      );
    }
    seen.add(band.id);
    return problems;
  });
}

/** The table in force, where it is the rule here and the node changes any part of it. */
function checkTable({ own, effective, path }: PlacedMethod): Problem[] {
  if (effective.aggregate !== 'table') return [];
  if (own.aggregate === undefined && own.rows === undefined && own.results === undefined) return [];
  const { rows, results } = effective;
  if (rows === undefined || results === undefined) return [problem('framework.tableIncomplete', FILE, path)];
  return Object.entries(rows).flatMap(([count, row]) =>
    Object.entries(row)
      .filter(([, result]) => !Object.hasOwn(results, result))
      .map(([sum, result]) => {
        const place = own.rows === undefined ? path : [...path, 'rows', count, sum];
        return problem('framework.tableUnknownResult', FILE, place, { result });
      }),
  );
}

/** Shares with up to so many parts are those that people mean: a half, thirds, quarters, sixths. */
const MOST_PARTS = 6;
const WRITTEN_DECIMALS = [2, 3, 4, 5, 6];

/** A share that rounding up put just above what is meant: 0.67 leaves out two of three. */
function checkCoverage({ own, path }: PlacedMethod): Problem[] {
  const { minimumCoverage } = own;
  if (minimumCoverage === undefined) return [];
  for (let total = 2; total <= MOST_PARTS; total += 1) {
    for (let answered = 1; answered < total; answered += 1) {
      const share = answered / total;
      const isMeant = WRITTEN_DECIMALS.some((decimals) => roundHalfUp(share, decimals) === minimumCoverage);
      if (isMeant && minimumCoverage > share + SCORE_TOLERANCE) {
        const params = { coverage: minimumCoverage, answered, total };
        return [problem('framework.coverageJustAbove', FILE, [...path, 'minimumCoverage'], params, 'advice')];
      }
    }
  }
  return [];
}

/**
 * Problems of the method that one node names, with what it inherits. Errors: `framework.bands*`,
 * `framework.duplicateId`, `framework.table*`, `framework.capMissing`. Advice: `framework.undefinedAtZero`,
 * `framework.coverageJustAbove`.
 */
export function checkMethod(placed: PlacedMethod, structure: FrameworkStructure): Problem[] {
  const { own, effective, path } = placed;
  const problems = [...checkBands(own, path), ...checkTable(placed), ...checkCoverage(placed)];
  if (own.aggregate === 'sum-capped' && effective.cap === undefined) {
    problems.push(problem('framework.capMissing', FILE, path));
  }
  if (own.aggregate === 'geometric-mean' || own.aggregate === 'harmonic-mean') {
    const atZero = Object.entries(structure.scales).filter(([, scale]) => scale.levels[0]?.points === 0);
    for (const [scale] of atZero) {
      problems.push(problem('framework.undefinedAtZero', FILE, [...path, 'aggregate'], { scale }, 'advice'));
    }
  }
  return problems;
}
