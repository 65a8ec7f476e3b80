import { arrowsBetween } from './unit/find-imports.ts';
import type { SourceFile } from './unit/read-sources.ts';

/**
 * The test files that a change of these files can reach, nearest first: a changed test, those that import a changed file,
 * those that import what imports it. Imports of types and those loaded later count. At one distance in the order of names.
 */
export function nearestTests(changed: readonly string[], sources: readonly SourceFile[]): string[] {
  const importers = new Map<string, string[]>();
  for (const { from, to } of arrowsBetween(sources)) importers.set(to, [...(importers.get(to) ?? []), from]);
  const reached = new Set<string>();
  for (let ring = sources.map(({ path }) => path).filter((path) => changed.includes(path)); ring.length > 0;) {
    for (const file of ring) reached.add(file);
    ring = [...new Set(ring.flatMap((file) => importers.get(file) ?? []))].filter((file) => !reached.has(file)).sort();
  }
  return [...reached].filter((file) => file.endsWith('.test.ts'));
}
