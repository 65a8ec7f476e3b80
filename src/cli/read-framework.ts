import { basename, dirname, join, resolve } from 'node:path';
import { parseCrosswalk } from '../domain/framework/check-crosswalk.ts';
import type { CrosswalkCodes } from '../domain/framework/check-links.ts';
import type { Framework } from '../domain/framework/framework.ts';
import type { Neighbours } from '../domain/framework/lint/check-as-author.ts';
import { linkProblems } from '../domain/framework/lint/check-as-author.ts';
import type { Ladders } from '../domain/framework/check-starts.ts';
import { laddersOf } from '../domain/framework/check-starts.ts';
import { frameworkStructureSchema } from '../domain/framework/framework-schema.ts';
import { inSingleFile, parseFramework, parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { locateProblems } from '../file/locate-problems.ts';
import type { JsonFile } from '../file/read-json.ts';
import { readJson } from '../file/read-json.ts';
import { jsonFilesOf, kindOfPath, readBytes } from './read-path.ts';

export const FRAMEWORK_FILE = 'framework.json';
const CROSSWALKS = 'crosswalks';

/** The JSON value of a file at a path; problems name it by `name`. */
export function readJsonAt(path: string, name = path): Result<JsonFile> {
  const bytes = readBytes(path);
  return bytes.ok ? readJson(bytes.value, name) : bytes;
}

/** The codes of the crosswalks in the folder beside a framework; null where there is no such folder. */
function crosswalksBeside(folder: string): CrosswalkCodes | null {
  const crosswalks = join(dirname(resolve(folder)), CROSSWALKS);
  if (kindOfPath(crosswalks) !== 'folder') return null;
  return new Map(
    jsonFilesOf(crosswalks).map((name) => {
      const key = basename(name, '.json');
      const json = readJsonAt(join(crosswalks, name));
      const parsed = json.ok ? parseCrosswalk(json.value.value, key) : json;
      return [key, parsed.ok ? new Set(parsed.value.codes.map(({ code }) => code)) : null];
    }),
  );
}

/** The ladders of the frameworks that it takes starts from, as far as they stand beside it in folders of their names. */
function laddersBeside({ indicators }: Framework, folder: string): Ladders {
  const above = dirname(resolve(folder));
  const named = new Set(indicators.flatMap(({ proposedFrom = {} }) => Object.keys(proposedFrom)));
  const structures = [...named].flatMap((name) => {
    const json = readJsonAt(join(above, name, FRAMEWORK_FILE));
    const parsed = json.ok ? frameworkStructureSchema.safeParse(json.value.value) : null;
    return parsed?.success === true ? [parsed.data] : [];
  });
  return laddersOf(structures);
}

function linksBeside(structure: unknown, folder: string): Problem[] {
  const crosswalks = crosswalksBeside(folder);
  return crosswalks === null ? [] : linkProblems(structure, crosswalks);
}

function withLinks(result: Result<Framework>, links: readonly Problem[]): Result<Framework> {
  if (links.length === 0) return result;
  return { ok: false, problems: [...(result.ok ? result.advice : result.problems), ...links] };
}

/** What is added to the advice of a framework without errors: gets what parsing advised and gives back what remains. */
export type Lint = (framework: Framework, neighbours: Neighbours, advice: readonly Problem[]) => Problem[];

/** What stands beside the framework is read only where somebody asks. */
function linted(result: Result<Framework>, folder: string, lint: Lint | null): Result<Framework> {
  if (!result.ok || lint === null) return result;
  const neighbours = {
    crosswalks: crosswalksBeside(folder) ?? undefined,
    ladders: laddersBeside(result.value, folder),
  };
  return { ...result, advice: lint(result.value, neighbours, result.advice) };
}

function mapProblems(result: Result<Framework>, change: (found: readonly Problem[]) => Problem[]): Result<Framework> {
  return result.ok ? { ...result, advice: change(result.advice) } : { ok: false, problems: change(result.problems) };
}

/** A framework folder: framework.json and one file a language. */
function readFolder(folder: string, lint: Lint | null): Result<Framework> {
  const names = jsonFilesOf(folder);
  if (!names.includes(FRAMEWORK_FILE)) return { ok: false, problems: [problem('command.noFramework', folder, [])] };
  const files = names.map((name) => ({ name, json: readJsonAt(join(folder, name), name) }));
  const unread = files.flatMap(({ json }) => (json.ok ? [] : json.problems));
  const read = new Map(files.flatMap(({ name, json }) => (json.ok ? [[name, json.value] as const] : [])));
  const structure = read.get(FRAMEWORK_FILE)?.value;
  const texts = [...read].filter(([name]) => name !== FRAMEWORK_FILE);
  const parsed: Result<Framework> =
    structure === undefined
      ? { ok: false, problems: [] }
      : parseFramework({
          structure,
          texts: Object.fromEntries(texts.map(([name, { value }]) => [basename(name, '.json'), value])),
        });
  const whole = linted(withLinks(parsed, linksBeside(structure, folder)), folder, lint);
  const textOf = new Map([...read].map(([name, { text }]) => [name, text]));
  const broken = new Set(unread.map(({ file }) => file));
  const located = (found: readonly Problem[]) =>
    [
      ...unread,
      ...locateProblems(found, textOf).filter(
        ({ file, code }) => code !== 'framework.languageMissing' || !broken.has(file),
      ),
    ].map((one) => ({ ...one, file: join(folder, one.file) }));
  const result = mapProblems(whole, located);
  return result.ok && unread.length > 0 ? { ok: false, problems: result.advice } : result;
}

/** A framework in one file, with its texts inside. */
function readSingleFile(path: string, json: JsonFile, lint: Lint | null): Result<Framework> {
  const { texts, ...structure } = (json.value ?? {}) as Record<string, unknown>;
  const links = linksBeside(structure, path).map((found) => ({ ...found, file: path }));
  const textOf = new Map([[path, json.text]]);
  const whole = withLinks(parseSingleFileFramework(json.value, path), links);
  if (!whole.ok) return mapProblems(whole, (found) => locateProblems(found, textOf));
  // Silenced paths are those of the folder form, so the parts are looked at before their problems are moved.
  const parts = linted(parseFramework({ structure, texts: texts as Record<string, unknown> }), path, lint);
  return mapProblems(parts, (found) =>
    locateProblems(
      found.map((one) => inSingleFile(one, path)),
      textOf,
    ),
  );
}

const holdsTexts = ({ value }: JsonFile) => value !== null && typeof value === 'object' && 'texts' in value;

/**
 * A framework from a folder, its framework.json or one of its languages, or a single file, with every problem at once,
 * each with file and line; crosswalks beside it are looked up. Codes: `command.*`, `json.*`, `framework.*`, `schema.*`.
 */
export function readFrameworkAt(path: string, lint: Lint | null = null): Result<Framework> {
  if (kindOfPath(path) === 'folder') return readFolder(path, lint);
  const json = readJsonAt(path);
  if (!json.ok) return json;
  const folder = dirname(path);
  const isPart = !holdsTexts(json.value) && jsonFilesOf(folder).includes(FRAMEWORK_FILE);
  return isPart ? readFolder(folder, lint) : readSingleFile(path, json.value, lint);
}
