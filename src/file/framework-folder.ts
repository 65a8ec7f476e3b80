import { zipSync } from 'fflate';
import type { FrameworkInput } from '../domain/framework/parse-framework.ts';
import { parseFramework } from '../domain/framework/parse-framework.ts';
import { MAXIMUM_FRAMEWORK_BYTES } from '../domain/limits.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { Result } from '../domain/problem.ts';
import { fileKind, isLeftBeside } from './file-kind.ts';
import { locateProblems } from './locate-problems.ts';
import { readJson } from './read-json.ts';
import { readParts } from './read-zip.ts';
import { MANIFEST_PART } from './sextant-file.ts';
import { encodeUtf8 } from './text-bytes.ts';
import { readDirectory } from './zip-directory.ts';

const STRUCTURE = 'framework.json';
const nameIn = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** A value as a person reads it, with a line break at the end. */
export function frameworkText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The files of a framework in its folder form. */
export interface FrameworkFiles {
  readonly input: FrameworkInput;
  /** What was parsed, by file name, to find lines in. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * A framework folder in a zip: its `framework.json` and one file a language beside it; what else lies in the zip is left out.
 * Null where the zip holds no framework folder, or several. Codes: those of `readParts` and `readJson`.
 */
export function readFrameworkFolder(bytes: Uint8Array): Result<FrameworkFiles> | null {
  const directory = readDirectory(bytes);
  if ('problem' in directory || fileKind(bytes) !== 'zip') return null;
  const names = directory.parts.map(({ name }) => name).filter((name) => !isLeftBeside(name));
  const [structure, ...others] = names.filter((name) => nameIn(name) === STRUCTURE);
  if (structure === undefined || others.length > 0) return null;
  const folder = structure.slice(0, structure.length - STRUCTURE.length);
  // A file of an assessment that somebody unpacked holds one too.
  if (names.includes(`${folder}${MANIFEST_PART}`)) return null;
  const isWanted = (name: string) => name.startsWith(folder) && /^[^/]+\.json$/.test(name.slice(folder.length));
  const read = readParts(bytes, {
    limitOf: () => MAXIMUM_FRAMEWORK_BYTES,
    isWanted: (name) => !isLeftBeside(name) && isWanted(name),
    maximumBytes: MAXIMUM_FRAMEWORK_BYTES,
  });
  if (!read.ok) return read;
  if (read.value.bad.length > 0) return { ok: false, problems: read.value.bad };
  const files = [...read.value.whole].map(([name, part]) => [nameIn(name), readJson(part, nameIn(name))] as const);
  const problems = files.flatMap(([, json]) => (json.ok ? [] : json.problems));
  if (problems.length > 0) return { ok: false, problems };
  const sound = files.flatMap(([name, json]) => (json.ok ? [[name, json.value] as const] : []));
  const languages = sound.filter(([name]) => name !== STRUCTURE);
  return {
    ok: true,
    advice: [],
    value: {
      input: {
        structure: sound.find(([name]) => name === STRUCTURE)?.[1].value,
        texts: Object.fromEntries(languages.map(([name, { value }]) => [name.replace(/\.json$/, ''), value])),
      },
      texts: new Map(sound.map(([name, { text }]) => [name, text])),
    },
  };
}

/** The framework in a folder form that was read: every problem at once, each with its file and line. */
export function parseFrameworkFiles({ input, texts }: FrameworkFiles): Result<Framework> {
  const parsed = parseFramework(input);
  return parsed.ok
    ? { ...parsed, advice: locateProblems(parsed.advice, texts) }
    : { ok: false, problems: locateProblems(parsed.problems, texts) };
}

/** A framework as a folder in a zip (docs/file-formats.md section 1). The same framework gives the same bytes. */
export function writeFrameworkFolder({ structure, texts }: FrameworkInput, folder: string): Uint8Array {
  const mtime = new Date(1980, 0, 1);
  const files = [
    [STRUCTURE, structure] as const,
    ...Object.entries(texts).map(([language, own]) => [`${language}.json`, own] as const),
  ];
  return zipSync(
    Object.fromEntries(
      files.map(([name, value]) => [`${folder}/${name}`, [encodeUtf8(frameworkText(value)), { mtime, level: 6 }]]),
    ),
  );
}
