import type { Problem, ProblemPath } from '../../problem.ts';
import type { FrameworkInput } from '../parse-framework.ts';
import { valueAt } from './at-path.ts';
import type { DraftNode } from './draft-nodes.ts';
import { TEXTS_OF } from './draft-nodes.ts';
import type { SECTIONS } from './left-out.ts';

export type DraftSection = (typeof SECTIONS)[number];

/** What is edited at once: a node, or one of the sections. */
export type DraftPart = DraftNode | { readonly kind: 'section'; readonly id: DraftSection };

/** Where something stands for whoever writes: the part, the language (null: in framework.json), the path from there. */
export interface DraftPlace {
  readonly part: DraftPart;
  readonly language: string | null;
  readonly field: ProblemPath;
}

const section = (id: DraftSection): DraftPart => ({ kind: 'section', id });

const SECTION_OF: Readonly<Record<string, DraftSection>> = {
  scales: 'levels',
  method: 'method',
  bands: 'method',
  results: 'method',
  institutionTypes: 'lists',
  readingRules: 'lists',
  glossary: 'lists',
  sources: 'lists',
  supersedes: 'lists',
  silenced: 'lists',
};

const STEPS = { domains: 'domain', subdomains: 'subdomain', indicators: 'indicator' } as const;
const isStep = (key: unknown): key is keyof typeof STEPS => typeof key === 'string' && Object.hasOwn(STEPS, key);

/** The deepest node that a path of framework.json names by positions, and the rest of it. */
function placeInStructure(structure: unknown, path: ProblemPath): DraftPlace {
  let part: DraftPart | null = null;
  let taken = 0;
  for (let at = 0; at + 1 < path.length && isStep(path[at]); at += 2) {
    const id = valueAt(structure, [...path.slice(0, at + 2), 'id']);
    if (typeof id !== 'string') break;
    part = { kind: STEPS[path[at] as keyof typeof STEPS], id };
    taken = at + 2;
  }
  if (part !== null) return { part, language: null, field: path.slice(taken) };
  return { part: section(SECTION_OF[String(path[0])] ?? 'about'), language: null, field: path };
}

function placeInTexts(language: string, path: ProblemPath): DraftPlace {
  const [member, id, ...field] = path;
  if (isStep(member) && id !== undefined) return { part: { kind: STEPS[member], id: String(id) }, language, field };
  return { part: section(SECTION_OF[String(member)] ?? 'about'), language, field: path };
}

/** Where a problem of the files of a draft is for whoever writes it. */
export function placeOfProblem(
  { structure }: FrameworkInput,
  { file, path }: Pick<Problem, 'file' | 'path'>,
): DraftPlace {
  return file === 'framework.json'
    ? placeInStructure(structure, path)
    : placeInTexts(file.replace(/\.json$/, ''), path);
}

/** The path of a part in the texts of a language; that of a section is the file itself. */
export function textPathOf(part: DraftPart): ProblemPath {
  return part.kind === 'section' ? [] : [TEXTS_OF[part.kind], part.id];
}
