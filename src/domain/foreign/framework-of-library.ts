import * as z from 'zod/mini';
import { findJsonDanger } from '../json-safety.ts';
import type { Problem } from '../problem.ts';
import { problem, problemsOfIssues } from '../problem.ts';
import type { ForeignIndicator, ForeignResult } from './foreign-framework.ts';

const MOST_LEVELS = 11;
const MOST_SENTENCES = 3;
const TITLE_LETTERS = 120;

const textSchema = z.optional(z.nullable(z.string()));
const codeSchema = z.optional(z.nullable(z.union([z.string(), z.number()])));
const nodeSchema = z.object({
  urn: z.string(),
  parent_urn: textSchema,
  ref_id: codeSchema,
  name: textSchema,
  description: textSchema,
  annotation: textSchema,
  assessable: z.optional(z.nullable(z.boolean())),
  weight: z.optional(z.nullable(z.number())),
});
const frameworkSchema = z.object({
  name: textSchema,
  description: textSchema,
  scores_definition: z.optional(
    z.nullable(z.array(z.object({ score: z.number(), name: codeSchema, description: textSchema }))),
  ),
  requirement_nodes: z.array(nodeSchema),
});
/** Of the library format only what makes a framework; other members say nothing here. */
const librarySchema = z.object({
  urn: z.string(),
  locale: textSchema,
  ref_id: codeSchema,
  name: textSchema,
  description: textSchema,
  copyright: textSchema,
  version: codeSchema,
  provider: textSchema,
  objects: z.object({
    framework: z.optional(z.nullable(frameworkSchema)),
    frameworks: z.optional(z.nullable(z.array(frameworkSchema))),
  }),
});

type Library = z.infer<typeof librarySchema>;
type Node = z.infer<typeof nodeSchema>;
type Score = NonNullable<z.infer<typeof frameworkSchema>['scores_definition']>[number];

const given = (text: string | number | null | undefined) => String(text ?? '').trim();
const linesOf = (text: string) =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What a node is called: its name, else the beginning of what it says, cut at a word. */
function titleOf({ name, description, ref_id }: Node): string {
  const [first = ''] = linesOf(given(description));
  const text = given(name) || first || given(ref_id);
  if (text.length <= TITLE_LETTERS) return text;
  return `${text.slice(0, TITLE_LETTERS - 1).replace(/\s+\S*$/, '')}…`;
}

/** Nodes from the root down to one; null where a parent is missing or the way leads in a circle. */
function wayTo(node: Node, byUrn: ReadonlyMap<string, Node>): readonly Node[] | null {
  const way = [node];
  for (let next = node; given(next.parent_urn) !== '';) {
    const parent = byUrn.get(given(next.parent_urn));
    if (parent === undefined || way.includes(parent)) return null;
    way.unshift(parent);
    next = parent;
  }
  return way;
}

/** `Level 2: ...` on lines of a description, which some libraries write there. */
const OWN_LEVEL = /^(?:level|niveau|nivel|stufe|livello)\s*(\d+(?:[.,]\d+)?)\s*[:.–-]\s*(.*)$/i;

/** What a description asks, and what it says of each level where it says something of every one. */
function readDescription(text: string, scores: readonly Score[]) {
  const lines = linesOf(text);
  const starts = lines.map((line) => OWN_LEVEL.exec(line));
  const first = starts.findIndex((start) => start !== null);
  const own = scores.map(({ score }) => {
    const from = starts.findIndex((start) => start !== null && Number(start[1]?.replace(',', '.')) === score);
    if (from === -1) return null;
    const next = starts.findIndex((start, line) => line > from && start !== null);
    const rest = lines.slice(from + 1, next === -1 ? undefined : next);
    return [starts[from]?.[2] ?? '', ...rest].join(' ').trim();
  });
  const isWhole = own.every((level) => level !== null && level !== '');
  return isWhole
    ? { question: lines.slice(0, first).join('\n'), levels: own.map((level) => [level ?? '']) }
    : { question: lines.join('\n'), levels: null };
}

const sentencesOf = ({ name, score, description }: Score) => {
  const lines = linesOf(given(description));
  if (lines.length === 0) return [given(name) || String(score)];
  return lines.length <= MOST_SENTENCES ? lines : [lines.join(' ')];
};

function indicatorOf(node: Node, way: readonly Node[], scores: readonly Score[], title: string): ForeignIndicator {
  const { question, levels } = readDescription(given(node.description), scores);
  const [domain, subdomain, ...between] = way.slice(0, -1);
  const above = between.map((one) => [given(one.ref_id), titleOf(one)].filter((part) => part !== '').join(' '));
  const note = [...above, given(node.annotation)].filter((part) => part !== '').join('\n');
  const own = given(node.name) || linesOf(question)[0] || '';
  return {
    domain: domain === undefined ? title : titleOf(domain),
    subdomain: subdomain === undefined ? '' : titleOf(subdomain),
    code: given(node.ref_id),
    title: titleOf({ ...node, name: own }),
    question: question === '' ? titleOf(node) : question,
    levels: levels ?? scores.map(sentencesOf),
    ...(note === '' ? {} : { note }),
    ...(typeof node.weight === 'number' ? { weight: node.weight } : {}),
  };
}

/** A whole number is a major version, as the libraries count. */
function versionOf(version: string): string {
  const [major = '1', minor = '0', patch = '0'] = version.split('.');
  const parts = [major, minor, patch].map((part) => (/^\d+$/.test(part) ? String(Number(part)) : '0'));
  return parts.join('.');
}

const languageOf = (locale: string) => (/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(locale) ? locale : 'en');

/**
 * The framework in a library of CISO Assistant (the value of its YAML), in the language of the library. Levels are the
 * scores that it defines; what a question says of its own levels goes before what the scale says. Codes: `json.tooDeep`,
 * `json.unsafeKey`, `schema.*`, `library.noFramework`, `library.severalFrameworks` (count), `library.noScale`,
 * `library.tooManyLevels` (found, maximum), `library.brokenTree` (urn), `library.noQuestions`, `library.noWords`
 * (urn).
 */
export function frameworkOfLibrary(value: unknown, file: string): ForeignResult {
  const danger = findJsonDanger(value);
  if (danger !== null) return { ok: false, problems: [problem(`json.${danger}`, file, [])] };
  const isLibrary = value !== null && typeof value === 'object' && 'objects' in value;
  if (!isLibrary) return { ok: false, problems: [problem('library.noFramework', file, [])] };
  const parsed = librarySchema.safeParse(value);
  if (!parsed.success) return { ok: false, problems: problemsOfIssues(parsed.error.issues, file, value) };
  return frameworkOf(parsed.data, file);
}

function frameworkOf(library: Library, file: string): ForeignResult {
  const refuse = (code: string, params: Problem['params'] = {}): ForeignResult => ({
    ok: false,
    problems: [problem(code, file, [], params)],
  });
  const { framework, frameworks } = library.objects;
  const all = [...(framework ? [framework] : []), ...(frameworks ?? [])];
  const [own] = all;
  if (own === undefined) return refuse('library.noFramework');
  if (all.length > 1) return refuse('library.severalFrameworks', { count: all.length });
  const scores = [...(own.scores_definition ?? [])].sort((a, b) => a.score - b.score);
  if (scores.length < 2) return refuse('library.noScale');
  if (scores.length > MOST_LEVELS)
    return refuse('library.tooManyLevels', { found: scores.length, maximum: MOST_LEVELS });
  const byUrn = new Map(own.requirement_nodes.map((node) => [node.urn, node]));
  const title = given(own.name) || given(library.name) || library.urn;
  const asked = own.requirement_nodes.filter(({ assessable }) => assessable === true);
  if (asked.length === 0) return refuse('library.noQuestions');
  const ways = asked.map((node) => ({ node, way: wayTo(node, byUrn) }));
  const broken = ways.find(({ way }) => way === null);
  if (broken !== undefined) return refuse('library.brokenTree', { urn: broken.node.urn });
  const indicators = ways.map(({ node, way }) => indicatorOf(node, way ?? [], scores, title));
  const silent = asked.find((_, index) => indicators[index]?.title === '');
  if (silent !== undefined) return refuse('library.noWords', { urn: silent.urn });
  const description = given(own.description) || given(library.description);
  const rights = [given(library.provider), given(library.copyright), library.urn].filter((part) => part !== '');
  const lowest = scores[0]?.score ?? 0;
  return {
    ok: true,
    value: {
      id: given(library.ref_id) || title,
      version: versionOf(given(library.version)),
      language: languageOf(given(library.locale)),
      title,
      ...(description === '' ? {} : { description }),
      attribution: [...new Set(rights)].join('. '),
      levels: scores.map(({ score, name }) => ({
        name: given(name) || String(score),
        points: lowest < 0 ? score - lowest : score,
        symbol: String(score),
      })),
      indicators,
    },
    advice: [],
  };
}
