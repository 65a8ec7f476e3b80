import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root of the project, with slashes: `src/domain/problem.ts`. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript and Svelte file below a folder of the project, with its text. */
export function readSources(folder = 'src'): SourceFile[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name))
    .sort()
    .map((name) => ({
      path: path.posix.join(folder, ...name.split(path.sep)),
      text: readFileSync(path.join(ROOT, folder, name), 'utf8'),
    }));
}

/** A file of the project as text. */
export function readProjectFile(name: string): string {
  return readFileSync(path.join(ROOT, name), 'utf8');
}
