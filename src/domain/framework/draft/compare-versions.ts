import { canonicalJson } from '../../canonical-json.ts';
import type { FrameworkTexts, IndicatorTexts } from '../framework-schema.ts';
import { isSameStructure } from '../frameworks-match.ts';
import { successorsOf } from '../supersedes.ts';
import { valueAt } from './at-path.ts';
import type { DraftNode } from './draft-nodes.ts';
import { locateNodes } from './draft-nodes.ts';
import type { FrameworkDraft } from './framework-draft.ts';

/** One thing that two versions of a framework differ in, for a sentence. */
export type VersionChange =
  | { readonly kind: 'added' | 'removed'; readonly node: DraftNode }
  | { readonly kind: 'replaced'; readonly node: DraftNode; readonly by: readonly string[] }
  | { readonly kind: 'moved'; readonly node: DraftNode; readonly to: DraftNode | null }
  /** What a node holds stands in another order. */
  | { readonly kind: 'order'; readonly node: DraftNode | null }
  /** Members of framework.json, by name: of a node, or (null) of the framework. */
  | { readonly kind: 'settings'; readonly node: DraftNode | null; readonly members: readonly string[] }
  /** A level has more or fewer sentences. */
  | {
      readonly kind: 'sentences';
      readonly indicator: string;
      readonly level: string;
      readonly from: number;
      readonly to: number;
    }
  /** A question (level null) or a sentence of a level reads otherwise in the source language. */
  | {
      readonly kind: 'asked';
      readonly indicator: string;
      readonly level: string | null;
      readonly index: number;
      readonly before: string;
      readonly after: string;
    }
  /** Other words, in the source language or a translation; the node null: of the framework. */
  | { readonly kind: 'wording'; readonly node: DraftNode | null; readonly languages: readonly string[] }
  | { readonly kind: 'language'; readonly language: string; readonly isAdded: boolean };

export type KindOfVersion = 'same' | 'patch' | 'minor' | 'major';

const same = (a: unknown, b: unknown) => a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);
const named = ({ kind, id }: DraftNode) => `${kind}/${id}`;

/** The node that holds each node, null for the framework, by `named`. */
function parentsIn({ structure }: FrameworkDraft): ReadonlyMap<string, DraftNode | null> {
  const located = locateNodes(structure);
  const byPath = new Map(located.map(({ node, path }) => [path.join('.'), node]));
  return new Map(located.map(({ node, path }) => [named(node), byPath.get(path.slice(0, -2).join('.')) ?? null]));
}

/** Members of both that differ, without those that are told otherwise. */
function differing(before: object, after: object, told: readonly string[]): string[] {
  const members = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...members].filter(
    (member) => !told.includes(member) && !same(valueAt(before, [member]), valueAt(after, [member])),
  );
}

const TOLD_OF_NODE = ['id', 'indicators', 'subdomains'];
const TOLD_OF_FRAMEWORK = ['$schema', 'format', 'formatVersion', 'version', 'languages', 'domains'];

function compareNodes(before: FrameworkDraft, after: FrameworkDraft): VersionChange[] {
  const [old, now] = [locateNodes(before.structure), locateNodes(after.structure)];
  const oldBy = new Map(old.map((one) => [named(one.node), one]));
  const nowBy = new Map(now.map((one) => [named(one.node), one]));
  const added = now.filter(({ node }) => !oldBy.has(named(node))).map(({ node }) => ({ kind: 'added', node }) as const);
  const gone = old
    .filter(({ node }) => !nowBy.has(named(node)))
    .map(({ node }): VersionChange => {
      const heirs = node.kind === 'indicator' ? successorsOf(after.structure.supersedes, node.id) : [];
      const by = heirs.filter((id) => id !== node.id && nowBy.has(`indicator/${id}`));
      return by.length > 0 ? { kind: 'replaced', node, by } : { kind: 'removed', node };
    });
  const [parentsBefore, parentsAfter] = [parentsIn(before), parentsIn(after)];
  const stayed = now.filter(({ node }) => oldBy.has(named(node)));
  const others = stayed.flatMap(({ node, path }): VersionChange[] => {
    const was = oldBy.get(named(node));
    if (was === undefined) return [];
    const [own = null, parent = null] = [parentsAfter.get(named(node)), parentsBefore.get(named(node))];
    const item = (draft: FrameworkDraft, at: typeof path) => valueAt(draft.structure, at) as object;
    const members = differing(item(before, was.path), item(after, path), TOLD_OF_NODE);
    return [
      ...(own?.id === parent?.id && own?.kind === parent?.kind ? [] : [{ kind: 'moved', node, to: own } as const]),
      ...(members.length === 0 ? [] : [{ kind: 'settings', node, members } as const]),
    ];
  });
  return [...added, ...gone, ...others, ...compareOrder(before, after)];
}

/** Parents whose children, as far as both versions have them there, stand in another order. */
function compareOrder(before: FrameworkDraft, after: FrameworkDraft): VersionChange[] {
  const childrenOf = (draft: FrameworkDraft) => {
    const lists = new Map<string, string[]>();
    for (const [child, parent] of parentsIn(draft)) {
      const key = parent === null ? '' : named(parent);
      const list = lists.get(key) ?? [];
      list.push(child);
      lists.set(key, list);
    }
    return lists;
  };
  const [old, now] = [childrenOf(before), childrenOf(after)];
  return [...now].flatMap(([key, list]): VersionChange[] => {
    const [was, is] = [new Set(old.get(key)), new Set(list)];
    if (list.filter((one) => was.has(one)).join() === [...was].filter((one) => is.has(one)).join()) return [];
    const [kind, id] = key.split('/');
    return [{ kind: 'order', node: key === '' ? null : ({ kind, id } as DraftNode) }];
  });
}

function compareAsked(id: string, before: IndicatorTexts, after: IndicatorTexts): VersionChange[] {
  const question: VersionChange[] =
    before.question === after.question
      ? []
      : [{ kind: 'asked', indicator: id, level: null, index: 0, before: before.question, after: after.question }];
  const levels = new Set([...Object.keys(before.levels), ...Object.keys(after.levels)]);
  const sentences = [...levels].flatMap((level): VersionChange[] => {
    const [old, now] = [before.levels[level] ?? [], after.levels[level] ?? []];
    const reworded = now.flatMap((text, index): VersionChange[] => {
      const was = old[index];
      if (was === undefined || was === text) return [];
      return [{ kind: 'asked', indicator: id, level, index, before: was, after: text }];
    });
    const isOther = old.length !== now.length;
    const count = { kind: 'sentences', indicator: id, level, from: old.length, to: now.length } as const;
    return isOther ? [count, ...reworded] : reworded;
  });
  return [...question, ...sentences];
}

/** Which nodes read otherwise in which languages, beside what is asked in the source language. */
function compareWording(before: FrameworkDraft, after: FrameworkDraft): VersionChange[] {
  const source = after.structure.sourceLanguage;
  const languages = after.structure.languages.filter((language) => before.texts[language] !== undefined);
  const differ = (member: 'domains' | 'subdomains' | 'indicators', kind: DraftNode['kind']): VersionChange[] => {
    const ids = Object.keys(after.texts[source]?.[member] ?? {});
    return ids.flatMap((id): VersionChange[] => {
      const found = languages.filter((language) => {
        const [old, now] = [before, after].map(({ texts }) => texts[language]?.[member]?.[id]);
        if (old === undefined || now === undefined || old === now) return false;
        const told = language === source && kind === 'indicator' ? ['question', 'levels'] : [];
        return differing(old, now, told).length > 0;
      });
      return found.length === 0 ? [] : [{ kind: 'wording', node: { kind, id }, languages: found }];
    });
  };
  const ofFramework = languages.filter((language) => {
    const [old, now] = [before.texts[language], after.texts[language]] as [FrameworkTexts, FrameworkTexts];
    return differing(old, now, ['$schema', 'domains', 'subdomains', 'indicators']).length > 0;
  });
  return [
    ...(ofFramework.length === 0 ? [] : [{ kind: 'wording', node: null, languages: ofFramework } as const]),
    ...differ('domains', 'domain'),
    ...differ('subdomains', 'subdomain'),
    ...differ('indicators', 'indicator'),
  ];
}

/** Everything in which a version differs from the one before it: what stands where first, then what is asked, then words. */
export function compareVersions(before: FrameworkDraft, after: FrameworkDraft): VersionChange[] {
  const members = differing(before.structure, after.structure, TOLD_OF_FRAMEWORK);
  const [old, now] = [before.structure.languages, after.structure.languages];
  const source = after.structure.sourceLanguage;
  const asked = Object.entries(after.texts[source]?.indicators ?? {}).flatMap(([id, words]) => {
    const was = before.texts[source]?.indicators[id];
    return was === undefined || was === words ? [] : compareAsked(id, was, words);
  });
  return [
    ...compareNodes(before, after),
    ...(members.length === 0 ? [] : [{ kind: 'settings', node: null, members } as const]),
    ...asked,
    ...compareWording(before, after),
    ...now
      .filter((one) => !old.includes(one))
      .map((language) => ({ kind: 'language', language, isAdded: true }) as const),
    ...old
      .filter((one) => !now.includes(one))
      .map((language) => ({ kind: 'language', language, isAdded: false }) as const),
  ];
}

/** With fewer of its indicators left it is another instrument under the same name. */
const LEAST_LEFT = 1 / 2;

/**
 * What kind of version comes after `before` (docs/framework-authors.md section 4): `major` where less than half of what was
 * asked is still asked or was replaced, `minor` where the structure or the number of requirements differs, `patch` where
 * only words do. `changes`: of `compareVersions`, where they are at hand.
 */
export function kindOfVersion(
  before: FrameworkDraft,
  after: FrameworkDraft,
  changes: readonly VersionChange[] = compareVersions(before, after),
): KindOfVersion {
  if (changes.length === 0) return 'same';
  const isOfIndicator = (kind: VersionChange['kind']) =>
    changes.filter((change) => change.kind === kind && 'node' in change && change.node?.kind === 'indicator').length;
  const asked = locateNodes(before.structure).filter(({ node }) => node.kind === 'indicator').length;
  if (asked > 0 && asked - isOfIndicator('removed') < asked * LEAST_LEFT) return 'major';
  const isCounted = changes.some(({ kind }) => kind === 'sentences');
  return isCounted || !isSameStructure(before.structure, after.structure) ? 'minor' : 'patch';
}

/** The version (`major.minor.patch`) after a change of some kind. */
export function versionAfter(version: string, kind: KindOfVersion): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  switch (kind) {
    case 'same':
      return version;
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'major':
      return `${major + 1}.0.0`;
  }
}
