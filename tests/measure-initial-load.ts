import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a first visit may fetch of scripts and styles, in bytes after gzip -9: some 30 seconds at 32 kbit/s. */
const INITIAL_LOAD_LIMIT_BYTES = 120_000;

/** Loaded when somebody asks for a chart or a file, never before. */
const LATER = /chart|pdf|docx|xlsx|pptx/i;

interface ManifestChunk {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export interface LoadedFile {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

export interface InitialLoad {
  readonly files: readonly LoadedFile[];
  readonly gzipBytes: number;
  /** What is wrong with it, one sentence each; empty when it is within the limit. */
  readonly faults: readonly string[];
}

function withImports(manifest: Record<string, ManifestChunk>, key: string, seen: Set<string>): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key]?.imports ?? []) withImports(manifest, imported, seen);
  return seen;
}

/**
 * Measures what a first visit loads, from the manifest of a build: the entry with everything it imports statically,
 * their styles, the messages of one language (the largest), and the small scripts that the page itself names.
 */
export function measureInitialLoad(folder: string): InitialLoad {
  const manifest = JSON.parse(readFileSync(path.join(folder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    ManifestChunk
  >;
  const measure = (file: string): LoadedFile => {
    const content = readFileSync(path.join(folder, file));
    return { file, bytes: content.length, gzipBytes: gzipSync(content, { level: 9 }).length };
  };
  const keys = new Set<string>();
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) withImports(manifest, key, keys);
  const chunks = [...keys].flatMap((key) => manifest[key] ?? []);
  const faults = chunks
    .filter(({ file, name }) => LATER.test(name ?? file))
    .map(({ file }) => `${file} is part of the first load; load it with import() where it is asked for.`);
  const languages = Object.values(manifest)
    .filter(({ name }) => name?.startsWith('messages-'))
    .map(({ file }) => measure(file));
  const largest = languages.sort((a, b) => b.gzipBytes - a.gzipBytes)[0];
  if (largest === undefined) faults.push('There is no chunk of messages (messages-<language>) in the build.');
  const names = new Set(chunks.flatMap(({ file, css }) => [file, ...(css ?? [])]));
  if (largest !== undefined) names.add(largest.file);
  const page = readFileSync(path.join(folder, 'index.html'), 'utf8');
  for (const [, script] of page.matchAll(/<script src="\.\/([^"]+)"/g)) names.add(script ?? '');
  const files = [...names].map(measure);
  const gzipBytes = files.reduce((sum, file) => sum + file.gzipBytes, 0);
  if (gzipBytes > INITIAL_LOAD_LIMIT_BYTES) {
    faults.push(`The first load is ${gzipBytes} bytes after gzip; at most ${INITIAL_LOAD_LIMIT_BYTES} are allowed.`);
  }
  return { files, gzipBytes, faults };
}

/** The load as a table of text. */
export function describeInitialLoad({ files, gzipBytes }: InitialLoad): string {
  const row = (name: string, bytes: number) => `  ${name.padEnd(48)}${(bytes / 1000).toFixed(1).padStart(8)} kB gzip`;
  return [
    ...files.map((file) => row(file.file, file.gzipBytes)),
    row(`in all, of ${INITIAL_LOAD_LIMIT_BYTES / 1000} kB`, gzipBytes),
  ].join('\n');
}
