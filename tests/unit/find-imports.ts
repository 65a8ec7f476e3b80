import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from './read-sources.ts';

/** `import ... from`, `export ... from` and bare imports; those of types alone are gone in the build. */
const STATIC = /^\s*(?:import|export)\s(?!type\s)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

/** What a source file imports statically, as written: `./problem.ts`, `zod/mini`. */
export function staticImports(text: string): string[] {
  return [...text.matchAll(STATIC)].map(([, specifier]) => specifier ?? '');
}

/**
 * Everything that loads with one source file: the files and packages it imports statically, and theirs. Each comes with
 * the chain of files that brings it in.
 */
export function findStaticClosure(entry: string, sources: readonly SourceFile[]): Map<string, readonly string[]> {
  const byPath = new Map(sources.map((source) => [source.path, source.text]));
  const reached = new Map<string, readonly string[]>([[entry, [entry]]]);
  for (const [file, chain] of reached) {
    for (const specifier of staticImports(byPath.get(file) ?? '')) {
      const bare = specifier.split('?')[0] ?? '';
      const target = bare.startsWith('.') ? path.posix.join(path.posix.dirname(file), bare) : bare;
      if (!reached.has(target)) reached.set(target, [...chain, target]);
    }
  }
  return reached;
}

export const isInProject = (file: string): boolean => existsSync(path.resolve(import.meta.dirname, '../..', file));
