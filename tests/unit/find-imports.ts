import { existsSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from './read-sources.ts';

/** `import ... from`, `export ... from` and bare imports; those of types alone are gone in the build. */
const STATIC = /^\s*(?:import|export)\s(?!type\s)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

/** What a source file imports statically, as written: `./problem.ts`, `zod/mini`. */
export function staticImports(text: string): string[] {
  return [...text.matchAll(STATIC)].map(([, specifier]) => specifier ?? '');
}

/** Every form of import: also of types alone, and those that are loaded later. */
const ANY = /(?:^\s*(?:import|export)\s(?:[^'"`;()]*?\sfrom\s+)?|\bimport\(\s*)['"]([^'"]+)['"]/gm;

/** An import of one file of ours by another. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** By `import()` in code: loaded when it is wanted. A type costs nothing and stands. */
  readonly isLater: boolean;
}

/** Every import of one of these files by another, types too. */
export function arrowsBetween(sources: readonly SourceFile[]): Arrow[] {
  const known = new Set(sources.map((source) => source.path));
  return sources.flatMap(({ path: from, text }) =>
    [...text.matchAll(ANY)].flatMap(([whole, specifier = '']) => {
      const to = path.posix.join(path.posix.dirname(from), specifier.split('?')[0] ?? '');
      return specifier.startsWith('.') && known.has(to) ? [{ from, to, isLater: whole.startsWith('import(') }] : [];
    }),
  );
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
