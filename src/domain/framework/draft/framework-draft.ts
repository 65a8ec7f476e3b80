import type * as z from 'zod/mini';
import type { ProblemPath, Result } from '../../problem.ts';
import { problem, problemsOfIssues } from '../../problem.ts';
import { listNewMembers } from '../format-2-members.ts';
import type { FrameworkStructure, FrameworkTexts } from '../framework-schema.ts';
import { FRAMEWORK_FORMAT, frameworkStructureSchema, frameworkTextsSchema } from '../framework-schema.ts';
import type { Framework } from '../framework.ts';
import { listIndicators } from '../framework.ts';
import type { FrameworkInput } from '../parse-framework.ts';
import { UNFINISHED } from '../parse-framework.ts';
import { valueAt } from './at-path.ts';
import { withDistinctIds } from './distinct-ids.ts';
import type { LeftOut } from './left-out.ts';

/**
 * A framework that is being written: framework.json and the texts by language, of the right shape, of which nothing
 * else need be true yet. A text that is not written is '' or absent; every language has room for every node.
 */
export interface FrameworkDraft {
  readonly structure: FrameworkStructure;
  readonly texts: Readonly<Record<string, FrameworkTexts>>;
  /** What the file with faults that it was made from said in a wrong way; absent where there was none. */
  readonly leftOut?: readonly LeftOut[];
}

/** A draft that says what a framework says. */
export function draftOf({ structure, texts }: Framework): FrameworkDraft {
  return { structure, texts };
}

/** The texts of a draft, changed in each language. */
export function inEachLanguage(
  { texts }: FrameworkDraft,
  change: (words: FrameworkTexts, language: string) => FrameworkTexts,
): FrameworkDraft['texts'] {
  return Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, change(words, language)]));
}

/** The smallest draft: a scale of four levels, nothing asked yet, one language (code). */
export function emptyDraft(id: string, language: string): FrameworkDraft {
  const levels = ['level-1', 'level-2', 'level-3', 'level-4'].map((level, points) => ({ id: level, points }));
  return {
    structure: {
      format: FRAMEWORK_FORMAT,
      formatVersion: 1,
      id,
      version: '0.1.0',
      languages: [language],
      sourceLanguage: language,
      scales: { levels: { levels } },
      method: {
        aggregate: 'mean',
        missing: 'exclude',
        notApplicable: 'exclude',
        minimumCoverage: 0.75,
        rounding: {},
        overall: 'none',
        bands: [],
      },
      domains: [],
    },
    texts: {
      [language]: { title: '', review: { status: 'draft' }, scales: { levels: {} }, domains: {}, indicators: {} },
    },
  };
}

type Words = FrameworkTexts['indicators'][string];

/** Room for the words of an indicator, and of anything else that has a title. */
export const NO_WORDS: Words = { title: '', question: '', levels: {} };
export const NO_TITLE: { title: string; summary?: string } = { title: '' };

/** Texts with room for the words of every node, so that each language holds the same. */
export function withRoom(structure: FrameworkStructure, texts: Partial<FrameworkTexts>): FrameworkTexts {
  const subdomains = structure.domains.flatMap((domain) => domain.subdomains ?? []);
  const room = <Text>(ids: readonly { id: string }[], empty: Text, given: Readonly<Record<string, Text>> = {}) => {
    const missing = ids.filter(({ id }) => !Object.hasOwn(given, id)).map(({ id }) => [id, empty] as const);
    const whole = Object.entries(given).map(([id, text]) => [id, { ...empty, ...text }] as const);
    const isWhole = missing.length === 0 && whole.every(([id, text]) => sameKeys(text, given[id]));
    return isWhole ? given : Object.fromEntries([...whole, ...missing]);
  };
  const ofSubdomains = room(subdomains, NO_TITLE, texts.subdomains);
  return {
    ...texts,
    title: texts.title ?? '',
    scales: texts.scales ?? {},
    domains: room(structure.domains, NO_TITLE, texts.domains),
    ...(Object.keys(ofSubdomains).length === 0 ? {} : { subdomains: ofSubdomains }),
    indicators: room(listIndicators(structure), NO_WORDS, texts.indicators),
  };
}

const sameKeys = (a: unknown, b: unknown) => Object.keys(a ?? {}).length === Object.keys(b ?? {}).length;

interface FileOfDraft {
  /** `framework.json`, or that of a language. */
  readonly file: string;
  readonly value: unknown;
  /** What stands in the way of its shape; a word that is not there yet is written in the editor, a number is not. */
  readonly issues: readonly z.core.$ZodIssue[];
}

/** The files that make a draft, each with what keeps it from being one. */
export function filesForDraft(input: FrameworkInput): readonly FileOfDraft[] {
  const files = [
    { file: 'framework.json', value: input.structure, parsed: frameworkStructureSchema.safeParse(input.structure) },
    ...Object.entries(input.texts).map(([language, value]) => ({
      file: `${language}.json`,
      value,
      parsed: frameworkTextsSchema.safeParse(value),
    })),
  ];
  return files.map(({ file, value, parsed }) => {
    const isToBeWritten = ({ code, path }: z.core.$ZodIssue) =>
      UNFINISHED.has(code) ||
      (code === 'invalid_type' && file !== 'framework.json' && valueAt(value, path.map(String)) === undefined);
    const issues = parsed.success ? [] : parsed.error.issues.filter((issue) => !isToBeWritten(issue));
    return { file, value, issues };
  });
}

/**
 * A draft from data that nobody vouches for, as that of a damaged row. Problems (`schema.*`) where its shape is not that
 * of a framework.
 */
export function readDraft(input: FrameworkInput): Result<FrameworkDraft> {
  const problems = filesForDraft(input).flatMap(({ file, value, issues }) => problemsOfIssues(issues, file, value));
  if (problems.length > 0) return { ok: false, problems };
  const draft = input as FrameworkDraft;
  const source = draft.structure.sourceLanguage;
  if (!Object.hasOwn(draft.texts, source)) {
    return { ok: false, problems: [problem('framework.languageMissing', `${source}.json`, [], { language: source })] };
  }
  const texts = inEachLanguage(draft, (words) => withRoom(draft.structure, words));
  return { ok: true, value: withDistinctIds({ structure: draft.structure, texts }), advice: [] };
}

/** Without texts that are not written, and without what holds nothing else; '' among several stays, to be found. */
function written(value: unknown): unknown {
  if (value === '') return undefined;
  if (Array.isArray(value)) return value.length > 0 && value.every((one) => one === '') ? undefined : value;
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value);
  const kept = members.map(([key, member]) => [key, written(member)] as const);
  if (kept.every(([, member], index) => member === members[index]?.[1])) return value;
  const there = kept.filter(([, member]) => member !== undefined);
  return there.length === 0 ? undefined : Object.fromEntries(there);
}

/** The texts that have to be there, as objects even where they hold nothing yet. */
const REQUIRED = ['scales', 'domains', 'indicators'] as const;

/** Without the words of an indicator of which nothing is written. */
function withoutRoom(texts: FrameworkTexts): FrameworkTexts {
  const entries = Object.entries(texts.indicators);
  const kept = entries.filter(
    ([, { title, question, levels, ...others }]) =>
      title !== '' || question !== '' || Object.keys(levels).length + Object.keys(others).length > 0,
  );
  return kept.length === entries.length ? texts : { ...texts, indicators: Object.fromEntries(kept) };
}

function writtenTexts(texts: FrameworkTexts): FrameworkTexts {
  const empty = Object.fromEntries(REQUIRED.map((member) => [member, {}]));
  const known = written(withoutRoom(texts)) as FrameworkTexts;
  return REQUIRED.every((member) => known?.[member] !== undefined) ? known : { ...empty, ...known };
}

/** The files that a draft would be, to be parsed, checked or saved: format version 2 where a member needs it. */
export function filesOfDraft({ structure, texts }: FrameworkDraft): FrameworkDraft {
  const own = Object.fromEntries(Object.entries(texts).map(([language, words]) => [language, writtenTexts(words)]));
  const formatVersion = listNewMembers(structure, own).length > 0 ? 2 : 1;
  return {
    structure: formatVersion === structure.formatVersion ? structure : { ...structure, formatVersion },
    texts: own,
  };
}

/** The draft in the single-file form. */
export function singleFileOfDraft(draft: FrameworkDraft): Record<string, unknown> {
  const { structure, texts } = filesOfDraft(draft);
  return { ...structure, texts };
}

/** Where a problem of files says it is, in the draft: `['structure', ...]` or `['texts', 'fr', ...]`. */
export function pathInDraft(file: string, path: ProblemPath): ProblemPath {
  return file === 'framework.json' ? ['structure', ...path] : ['texts', file.replace(/\.json$/, ''), ...path];
}
