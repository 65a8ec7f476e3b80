import { isRecord } from '../domain/is-record.ts';
import type { Framework } from '../domain/framework/framework.ts';
import { FRAMEWORK_FORMAT } from '../domain/framework/framework-schema.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { FrameworkDraft } from '../domain/framework/draft/framework-draft.ts';
import { readFaultyDraft } from '../domain/framework/draft/read-faulty-draft.ts';
import type { FrameworkInput } from '../domain/framework/parse-framework.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem } from '../domain/problem.ts';
import { fileKind } from './file-kind.ts';
import { parseFrameworkFiles, readFrameworkFolder } from './framework-folder.ts';
import { locateProblems } from './locate-problems.ts';
import type { JsonFile } from './read-json.ts';
import { readJson } from './read-json.ts';

/** Whether somebody meant it as a framework: it says so, or it says nothing and has what only a framework has. */
function isMeantAsFramework(value: unknown): boolean {
  if (!isRecord(value)) return false;
  if ('format' in value) return value.format === FRAMEWORK_FORMAT;
  return 'texts' in value || 'domains' in value;
}

/** The files of a single-file framework; where its texts are none, without any. */
function partsOf(value: unknown): FrameworkInput {
  const { texts, ...structure } = isRecord(value) ? value : {};
  return { structure, texts: isRecord(texts) ? texts : {} };
}

/** Of the time that a large one takes: the rest is checked. */
const SHARE_OF_READING = 0.3;

/** A framework, or one that is not sound and can be mended: a draft of it, and what is wrong. */
export type FrameworkToWrite =
  | { readonly kind: 'framework'; readonly framework: Framework }
  | { readonly kind: 'draft'; readonly draft: FrameworkDraft; readonly problems: readonly Problem[] };

/**
 * A framework in the single-file form from the bytes of a file: every problem at once, each with the line where it
 * stands. Codes: those of `readJson`, `file.isOtherJson`, `framework.*`, `schema.*`. Source: docs/file-formats.md section 1.
 */
export function parseFrameworkFile(bytes: Uint8Array, file = 'framework.json'): Result<Framework> {
  const json = readJson(bytes, file);
  return json.ok ? frameworkOfJson(json.value, file) : json;
}

function frameworkOfJson({ value, text }: JsonFile, file: string): Result<Framework> {
  if (!isMeantAsFramework(value)) return { ok: false, problems: [problem('file.isOtherJson', file, [])] };
  const framework = parseSingleFileFramework(value, file);
  const texts = new Map([[file, text]]);
  return framework.ok
    ? { ...framework, advice: locateProblems(framework.advice, texts) }
    : { ok: false, problems: locateProblems(framework.problems, texts) };
}

/**
 * The same for whoever wants to write on: a framework with faults is a draft of what is right in it, as long as that asks
 * anything. A folder in a zip is read too. `onshare` hears how much is done, 0 to 1.
 */
export function readFrameworkToWrite(
  bytes: Uint8Array,
  file: string,
  onshare: (share: number) => void = () => {},
): Result<FrameworkToWrite> {
  const folder = readFrameworkFolder(bytes);
  // Of a zip with no framework or several nobody is told that it is no text.
  if (folder === null && fileKind(bytes, file) === 'zip') {
    return { ok: false, problems: [problem('framework.notOneFolder', file, [])] };
  }
  const read = folder ?? readJson(bytes, file);
  if (!read.ok) return read;
  onshare(SHARE_OF_READING);
  const found = read.value;
  const sound = 'input' in found ? parseFrameworkFiles(found) : frameworkOfJson(found, file);
  if (sound.ok) return { ...sound, value: { kind: 'framework', framework: sound.value } };
  const single = 'input' in found ? null : found.value;
  const input = 'input' in found ? found.input : isMeantAsFramework(single) ? partsOf(single) : null;
  const isNewer = sound.problems.some(({ code }) => code === 'framework.newerFormat');
  const draft = input === null || isNewer ? null : readFaultyDraft(input);
  return draft === null ? sound : { ok: true, advice: [], value: { kind: 'draft', draft, problems: sound.problems } };
}
