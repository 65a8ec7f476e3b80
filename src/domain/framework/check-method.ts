import type { Problem, ProblemPath } from '../problem.ts';
import { problem } from '../problem.ts';
import type { FrameworkStructure, Method, MethodOverride } from './framework-schema.ts';

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

function checkTable(method: MethodOverride, inherited: Method, path: ProblemPath): Problem[] {
  const rows = method.rows ?? inherited.rows;
  const results = method.results ?? inherited.results;
  if (rows === undefined || results === undefined) return [problem('framework.tableIncomplete', FILE, path)];
  return Object.entries(rows).flatMap(([count, row]) =>
    Object.entries(row)
      .filter(([, result]) => !Object.hasOwn(results, result))
      .map(([sum, result]) => problem('framework.tableUnknownResult', FILE, [...path, 'rows', count, sum], { result })),
  );
}

/** Problems of one method, or of the fields that a node replaces; `inherited` is the method of the whole framework. */
export function checkMethod(
  method: MethodOverride,
  path: ProblemPath,
  structure: FrameworkStructure,
  inherited: Method,
): Problem[] {
  const problems = checkBands(method, path);
  if (method.aggregate === 'table') problems.push(...checkTable(method, inherited, path));
  if (method.aggregate === 'sum-capped' && (method.cap ?? inherited.cap) === undefined) {
    problems.push(problem('framework.capMissing', FILE, path));
  }
  if (method.aggregate === 'geometric-mean' || method.aggregate === 'harmonic-mean') {
    const atZero = Object.entries(structure.scales).filter(([, scale]) => scale.levels[0]?.points === 0);
    for (const [scale] of atZero) {
      problems.push(problem('framework.undefinedAtZero', FILE, [...path, 'aggregate'], { scale }, 'advice'));
    }
  }
  return problems;
}
