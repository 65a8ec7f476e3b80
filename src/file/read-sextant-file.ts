import * as z from 'zod/mini';
import type { Framework } from '../domain/framework/framework.ts';
import { parseSingleFileFramework } from '../domain/framework/parse-framework.ts';
import type { AssessmentIdentity } from '../domain/journal/entry-schema.ts';
import { assessmentIdentitySchema } from '../domain/journal/entry-schema.ts';
import type { Journal } from '../domain/journal/journal.ts';
import { identityOfJournal, isSameAssessment } from '../domain/journal/journal.ts';
import { findJsonDanger } from '../domain/json-safety.ts';
import type { Problem, Result } from '../domain/problem.ts';
import { problem, problemsOfIssues } from '../domain/problem.ts';
import { sha256Hex } from '../domain/sha256.ts';
import { MAXIMUM_EVIDENCE_BYTES } from '../domain/limits.ts';
import { FrameworkMemory } from './framework-memory.ts';
import { readJournal } from './journal-lines.ts';
import { readZip } from './read-zip.ts';
import type { SextantFile } from './sextant-file.ts';
import {
  EVIDENCE_FOLDER,
  EVIDENCE_PART,
  FRAMEWORK_PART,
  JOURNAL_PART,
  limitOfPart,
  MANIFEST_PART,
  SEXTANT_FORMAT,
  SEXTANT_FORMAT_VERSION,
} from './sextant-file.ts';
import { decodeUtf8, withoutByteOrderMark } from './text-bytes.ts';

type Parts = ReadonlyMap<string, Uint8Array>;

/** Read before the rest of the manifest, so that a newer file is called newer and not wrong. */
const envelopeSchema = z.object({ format: z.literal(SEXTANT_FORMAT), formatVersion: z.int().check(z.gte(1)) });
const manifestSchema = z.strictObject({
  format: z.literal(SEXTANT_FORMAT),
  formatVersion: z.literal(SEXTANT_FORMAT_VERSION),
  assessment: assessmentIdentitySchema,
  framework: z.strictObject({ id: z.string(), version: z.string(), hash: z.string() }),
});
type Manifest = z.infer<typeof manifestSchema>;

function fail<Value>(...problems: Problem[]): Result<Value> {
  return { ok: false, problems };
}

function readJson(parts: Parts, name: string): Result<unknown> {
  const bytes = parts.get(name);
  if (bytes === undefined) return fail(problem('file.missingPart', name, [], { part: name }));
  const text = decodeUtf8(bytes);
  let value: unknown;
  try {
    value = text === null ? undefined : JSON.parse(withoutByteOrderMark(text));
  } catch {
    value = undefined;
  }
  if (value === undefined) return fail(problem('file.damaged', name, [], { part: name }));
  const danger = findJsonDanger(value);
  return danger === null ? { ok: true, value, advice: [] } : fail(problem(`json.${danger}`, name, []));
}

function readManifest(parts: Parts): Result<Manifest> {
  const json = readJson(parts, MANIFEST_PART);
  if (!json.ok) return json;
  const envelope = envelopeSchema.safeParse(json.value);
  if (!envelope.success) return fail(problem('file.notSextant', MANIFEST_PART, []));
  const { formatVersion } = envelope.data;
  if (formatVersion > SEXTANT_FORMAT_VERSION) {
    const params = { found: formatVersion, supported: SEXTANT_FORMAT_VERSION };
    return fail(problem('file.newerVersion', '', [], params));
  }
  const manifest = manifestSchema.safeParse(json.value);
  return manifest.success
    ? { ok: true, value: manifest.data, advice: [] }
    : fail(...problemsOfIssues(manifest.error.issues, MANIFEST_PART, json.value));
}

function parseFrameworkPart(parts: Parts, memory: FrameworkMemory): Result<Framework> {
  const bytes = parts.get(FRAMEWORK_PART);
  const known = bytes === undefined ? undefined : memory.find(bytes);
  if (known !== undefined) return { ok: true, value: known, advice: [] };
  const json = readJson(parts, FRAMEWORK_PART);
  if (!json.ok) return json;
  const framework = parseSingleFileFramework(json.value, FRAMEWORK_PART);
  if (framework.ok && bytes !== undefined) memory.remember(bytes, framework.value);
  return framework;
}

function readFramework(parts: Parts, manifest: Manifest | null, memory: FrameworkMemory): Result<Framework> {
  const framework = parseFrameworkPart(parts, memory);
  if (!framework.ok || manifest === null) return framework;
  const { id, version, hash } = framework.value;
  const named = manifest.framework;
  if (named.id === id && named.version === version && named.hash === hash) return { ...framework, advice: [] };
  const params = { named: `${named.id} ${named.version}`, found: `${id} ${version}` };
  return fail(problem('file.frameworkMismatch', FRAMEWORK_PART, [], params));
}

function checkEvidence(evidence: Parts, onshare: (share: number) => void): Problem[] {
  const total = [...evidence.values()].reduce((sum, { length }) => sum + length, 0);
  let done = 0;
  return [...evidence].flatMap(([sha256, bytes]) => {
    const part = `${EVIDENCE_FOLDER}${sha256}`;
    const found = sha256Hex(bytes) === sha256 ? [] : [problem('file.evidenceMismatch', part, [], { part })];
    done += bytes.length;
    onshare(done / total);
    return found;
  });
}

/** The first entry is the truth: a manifest that says otherwise was changed. */
function checkIdentity(named: AssessmentIdentity, journal: Journal): Problem[] {
  const found = identityOfJournal(journal);
  if (found === null || isSameAssessment(named, found)) return [];
  const words = ({ id, round, parent }: AssessmentIdentity) => [id, round, parent ?? '-'].join(' / ');
  const params = { named: words(named), found: words(found) };
  return [problem('file.assessmentMismatch', JOURNAL_PART, [], params)];
}

/** How the time of reading goes: unpacking, the journal, the documents. */
const SHARE_UNPACKED = 0.3;
const SHARE_ENTRIES = 0.6;

/** A newer format may have other parts: then its version is what there is to say, not their names. */
function findNewerVersion(bytes: Uint8Array, problems: readonly Problem[]): Result<never> | null {
  if (!problems.every(({ code }) => code === 'file.unknownPart')) return null;
  const zip = readZip(bytes, { limitOf: (name) => limitOfPart(name) ?? MAXIMUM_EVIDENCE_BYTES });
  const manifest = zip.ok ? readManifest(zip.value) : zip;
  const newer = manifest.ok ? [] : manifest.problems.filter(({ code }) => code === 'file.newerVersion');
  return newer.length > 0 ? { ok: false, problems: newer } : null;
}

/**
 * Reads a `.sextant` file, whole or not at all, with every problem at once; damaged journal lines are no refusal, they
 * are carried and named in the advice (`file.damagedLine`). Codes: those of `readZip`, `file.missingPart`,
 * `file.notSextant`, `file.newerVersion` (found, supported), `file.frameworkMismatch`, `file.assessmentMismatch`,
 * `file.evidenceMismatch`, `file.tooManyLines`, `json.tooDeep`, `json.unsafeKey`, `framework.*`, `schema.*`.
 * Give the same `memory` when reading several files; `onshare` hears how much is read, 0 to 1. Source:
 * docs/file-formats.md section 4.
 */
export function readSextantFile(
  bytes: Uint8Array,
  memory = new FrameworkMemory(),
  onshare: (share: number) => void = () => {},
): Result<SextantFile> {
  const zip = readZip(bytes, { limitOf: limitOfPart }, (share) => onshare(share * SHARE_UNPACKED));
  if (!zip.ok) return findNewerVersion(bytes, zip.problems) ?? zip;
  const parts = zip.value;
  const manifest = readManifest(parts);
  if (!manifest.ok && manifest.problems.some(({ code }) => code === 'file.newerVersion')) return manifest;
  const framework = readFramework(parts, manifest.ok ? manifest.value : null, memory);
  const journalBytes = parts.get(JOURNAL_PART);
  const read = readJournal(journalBytes ?? new Uint8Array(), JOURNAL_PART, (share) =>
    onshare(SHARE_UNPACKED + share * (SHARE_ENTRIES - SHARE_UNPACKED)),
  );
  if (!read.ok) return read;
  const { value: journal, advice } = read;
  onshare(SHARE_ENTRIES);
  const evidence = new Map(
    [...parts].flatMap(([name, content]) => {
      const sha256 = EVIDENCE_PART.exec(name)?.[1];
      return sha256 === undefined ? [] : [[sha256, content] as const];
    }),
  );
  const problems = [
    ...(manifest.ok ? [] : manifest.problems),
    ...(framework.ok ? [] : framework.problems),
    ...(journalBytes === undefined ? [problem('file.missingPart', JOURNAL_PART, [], { part: JOURNAL_PART })] : []),
    ...checkEvidence(evidence, (share) => onshare(SHARE_ENTRIES + share * (1 - SHARE_ENTRIES))),
    ...(manifest.ok ? checkIdentity(manifest.value.assessment, journal) : []),
  ];
  if (problems.length > 0 || !manifest.ok || !framework.ok) return fail(...problems);
  const { assessment } = manifest.value;
  return { ok: true, value: { assessment, framework: framework.value, journal, evidence }, advice };
}
