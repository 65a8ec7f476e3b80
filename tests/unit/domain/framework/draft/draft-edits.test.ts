import { describe, expect, it } from 'vitest';
import { setAt } from '../../../../../src/domain/framework/draft/at-path.ts';
import { addLanguage, removeNamed, setPair } from '../../../../../src/domain/framework/draft/draft-lists.ts';
import { addLevel, removeLevel, removeScale } from '../../../../../src/domain/framework/draft/draft-levels.ts';
import {
  addNode,
  locateNodes,
  parentOf,
  proposeId,
  removeNode,
  renameNode,
  stepNode,
} from '../../../../../src/domain/framework/draft/draft-nodes.ts';
import { placeOfProblem } from '../../../../../src/domain/framework/draft/draft-places.ts';
import { arrangeSentences, setSentence } from '../../../../../src/domain/framework/draft/draft-requirements.ts';
import type { FrameworkDraft } from '../../../../../src/domain/framework/draft/framework-draft.ts';
import { emptyDraft, filesOfDraft, readDraft } from '../../../../../src/domain/framework/draft/framework-draft.ts';
import { outlineNodes, outlineOf } from '../../../../../src/domain/framework/draft/outline-draft.ts';
import { parseFramework } from '../../../../../src/domain/framework/parse-framework.ts';
import { soundDraft } from './draft-edits.ts';

const draft = soundDraft();
const indicator = (id: string) => ({ kind: 'indicator', id }) as const;
const idsOf = ({ structure }: FrameworkDraft) => locateNodes(structure).map(({ node }) => node.id);
const codesOf = (of: FrameworkDraft) => {
  const parsed = parseFramework(filesOfDraft(of));
  return (parsed.ok ? parsed.advice : parsed.problems).map(({ code, path }) => `${code} ${path.join('.')}`);
};

describe('editing a draft', () => {
  it('begins with a sound framework of these parts', () => {
    expect(idsOf(draft)).toEqual(['institutions', 'strategy', 'A-1', 'A-2', 'rights', 'B-1']);
    expect(codesOf(draft)).toEqual([]);
  });

  it('proposes the id that goes on as those beside it, and none that was used before', () => {
    expect(proposeId(draft, 'indicator', { kind: 'subdomain', id: 'strategy' })).toBe('A-3');
    expect(proposeId(draft, 'indicator', { kind: 'domain', id: 'rights' })).toBe('B-2');
    const since = setAt(draft, ['structure', 'supersedes', 'B-7'], 'B-1');
    expect(proposeId(since, 'indicator', { kind: 'domain', id: 'rights' })).toBe('B-8');
    expect(proposeId(emptyDraft('own', 'en'), 'indicator', null)).toBe('Q-01');
  });

  it('steps an indicator past the end of its part into the next one', () => {
    const down = stepNode(draft, indicator('A-2'), 1);
    expect(idsOf(down)).toEqual(['institutions', 'strategy', 'A-1', 'rights', 'A-2', 'B-1']);
    expect(stepNode(down, indicator('A-2'), -1)).toEqual(draft);
    expect(stepNode(draft, indicator('B-1'), 1)).toBe(draft);
    expect(stepNode(draft, { kind: 'domain', id: 'rights' }, 1)).toBe(draft);
  });

  it('leaves a domain without its list when the last indicator goes', () => {
    const without = removeNode(draft, indicator('B-1'));
    expect(without.structure.domains[1]).toEqual({ id: 'rights', weight: 2 });
    expect(codesOf(without)).toEqual(['framework.domainContent domains.1']);
  });

  it('takes what a domain holds into its first sub-domain', () => {
    const divided = addNode(draft, { kind: 'subdomain', id: 'access' }, { kind: 'domain', id: 'rights' });
    expect(idsOf(divided).slice(-3)).toEqual(['rights', 'access', 'B-1']);
    expect(parentOf(divided.structure, indicator('B-1'))).toEqual({ kind: 'subdomain', id: 'access' });
  });

  it('lets go of the twin of what goes, and renames it with what is renamed', () => {
    const pairOf = (of: FrameworkDraft, id: string) =>
      of.structure.domains[0]?.subdomains?.[0]?.indicators.find((one) => one.id === id)?.pair;
    expect(pairOf(removeNode(draft, indicator('A-1')), 'A-2')).toBeUndefined();
    const renamed = renameNode(draft, indicator('A-1'), 'A-9');
    expect(pairOf(renamed, 'A-2')).toBe('A-9');
    expect(renamed.structure.supersedes).toEqual({ 'OLD-1': 'OLD-2', 'OLD-2': 'A-9' });
    expect(Object.keys(renamed.texts['fr']?.indicators ?? {})).toEqual(['A-9', 'A-2', 'B-1']);
    expect(codesOf(renamed)).toEqual([]);
    expect(renameNode(renamed, indicator('A-9'), 'A-1')).toEqual(draft);
    expect(renameNode(draft, indicator('A-1'), 'A-2')).toBe(draft);
  });

  it('gives a pair to two, and takes it from those that had one of them', () => {
    const paired = setPair(draft, 'A-1', 'B-1');
    const pairs = Object.fromEntries(
      [paired.structure.domains[0]?.subdomains?.[0]?.indicators ?? [], paired.structure.domains[1]?.indicators ?? []]
        .flat()
        .map(({ id, pair }) => [id, pair]),
    );
    expect(pairs).toEqual({ 'A-1': 'B-1', 'A-2': undefined, 'B-1': 'A-1' });
    expect(setPair(draft, 'A-1', 'A-1')).toBe(draft);
    expect(setPair(draft, 'A-1', 'no-such')).toBe(draft);
  });

  it('adds and moves a sentence in every language, with what it rests on', () => {
    const at = { indicator: 'A-1', level: 'mature' };
    const based = setAt(draft, ['structure', 'domains', 0, 'subdomains', 0, 'indicators', 0, 'basis'], {
      'mature/a': ['ilo-c143#9'],
    });
    const more = arrangeSentences(based, at, [0, null]);
    expect(more.texts['fr']?.indicators['A-1']?.levels['mature']?.length).toBe(2);
    expect(codesOf(setSentence(more, 'en', at, 1, 'A second one.'))).toContain(
      'schema.wrongFormat indicators.A-1.levels.mature.1',
    );
    const turned = arrangeSentences(more, at, [1, 0]);
    expect(turned.texts['en']?.indicators['A-1']?.levels['mature']?.[1]).toBe(
      draft.texts['en']?.indicators['A-1']?.levels['mature']?.[0],
    );
    expect(turned.structure.domains[0]?.subdomains?.[0]?.indicators[0]?.basis).toEqual({ 'mature/b': ['ilo-c143#9'] });
  });

  it('takes a level out of every indicator that has it, and a list entry out of every indicator that names it', () => {
    expect(codesOf(removeLevel(draft, 'maturity', 'mature'))).toEqual([]);
    expect(codesOf(addLevel(draft, 'maturity', 'top')).filter((code) => !code.includes('top'))).toEqual([]);
    expect(removeScale(draft, 'maturity')).toBe(draft);
    expect(codesOf(removeNamed(draft, 'institutionTypes', 'interior'))).toEqual([]);
  });

  it('says what a new language lacks, and nothing of the others', () => {
    const codes = codesOf(addLanguage(draft, 'es'));
    expect(codes).toContain('schema.missing title');
    expect(codes).toContain('framework.textMissing indicators.A-1');
    const named = codesOf(setAt(addLanguage(draft, 'es'), ['texts', 'es', 'title'], 'Marco'));
    expect(named).toContain('framework.textMissing indicators.A-1');
    expect(named.every((code) => code.startsWith('framework.textMissing'))).toBe(true);
  });

  it('keeps the second of two with one id under an id of its own, with what it says', () => {
    const { domains, scales, method } = draft.structure;
    const twice = readDraft({
      structure: {
        ...draft.structure,
        languages: ['en', 'fr', 'en'],
        scales: { maturity: { levels: [...scales['maturity']!.levels, { id: 'mature', points: 9 }] } },
        method: {
          ...method,
          bands: [
            { id: 'low', from: 0 },
            { id: 'low', from: 50 },
          ],
        },
        domains: [...domains, domains[1]!, domains[0]!],
      },
      texts: draft.texts,
    });
    if (!twice.ok) throw new Error('it is refused');
    const { structure, texts } = twice.value;
    expect(idsOf(twice.value)).toEqual([
      ...idsOf(draft),
      ...['rights-2', 'B-1-2', 'institutions-2', 'strategy-2', 'A-1-2', 'A-2-2'],
    ]);
    expect(structure.languages).toEqual(['en', 'fr']);
    expect(structure.scales['maturity']?.levels.map(({ id }) => id).slice(-2)).toEqual(['mature', 'mature-2']);
    expect(structure.method.bands.map(({ id }) => id)).toEqual(['low', 'low-2']);
    expect(texts['en']?.indicators['B-1-2']).toEqual(draft.texts['en']?.indicators['B-1']);
    expect(codesOf(twice.value).filter((code) => code.startsWith('framework.duplicateId'))).toEqual([]);
  });

  it('passes by ids that are there when it gives those of their own, however many there are', () => {
    const [first] = draft.structure.domains;
    const named = ['a', 'a-2', ...Array.from({ length: 20_000 }, () => 'a')];
    const many = readDraft({
      structure: { ...draft.structure, domains: named.map((id) => ({ ...first!, id, indicators: [] })) },
      texts: draft.texts,
    });
    const ids = many.ok ? many.value.structure.domains.map(({ id }) => id) : [];
    expect(ids.slice(0, 4)).toEqual(['a', 'a-2', 'a-3', 'a-4']);
    expect(new Set(ids).size).toBe(named.length);
  });

  it('is refused where the shape of what was stored is not that of a framework', () => {
    const wrong = readDraft({ structure: { ...draft.structure, domains: 'none' }, texts: draft.texts });
    expect(wrong.ok ? [] : wrong.problems.map(({ code }) => code)).toEqual(['schema.wrongType']);
    const without = readDraft({ structure: draft.structure, texts: { fr: draft.texts['fr'] } });
    expect(without.ok ? [] : without.problems.map(({ code }) => code)).toEqual(['framework.languageMissing']);
  });
});

describe('where a problem is', () => {
  it.each([
    ['framework.json', ['domains', 0, 'subdomains', 0, 'indicators', 1, 'pair'], indicator('A-2'), null, ['pair']],
    ['framework.json', ['domains', 1, 'weight'], { kind: 'domain', id: 'rights' }, null, ['weight']],
    ['framework.json', ['scales', 'maturity', 'levels', 0], { kind: 'section', id: 'levels' }, null, undefined],
    ['framework.json', ['version'], { kind: 'section', id: 'about' }, null, ['version']],
    ['fr.json', ['indicators', 'B-1', 'levels', 'mature', 0], indicator('B-1'), 'fr', ['levels', 'mature', 0]],
    ['fr.json', ['bands', 'low'], { kind: 'section', id: 'method' }, 'fr', ['bands', 'low']],
    ['en.json', ['title'], { kind: 'section', id: 'about' }, 'en', ['title']],
  ] as const)('%s %j', (file, path, part, language, field) => {
    expect(placeOfProblem(draft, { file, path })).toEqual({ part, language, field: field ?? path });
  });
});

describe('the outline', () => {
  const nodes = outlineNodes(draft.structure);
  const lines = (folded: string[], matches: Parameters<typeof outlineOf>[2] = null) =>
    outlineOf(nodes, new Set(folded), matches).map(({ part, depth }) => `${depth} ${part.id}`);

  it('shows sections and nodes in order, without what is folded', () => {
    expect(lines([]).slice(4)).toEqual(['1 institutions', '2 strategy', '3 A-1', '3 A-2', '1 rights', '2 B-1']);
    expect(lines(['domain/institutions']).slice(4)).toEqual(['1 institutions', '1 rights', '2 B-1']);
  });

  it('shows what matches under what holds it, whatever is folded', () => {
    const isWanted = (index: number) => nodes[index]?.part.id === 'A-2';
    expect(lines(['domain/institutions'], isWanted)).toEqual(['1 institutions', '2 strategy', '3 A-2']);
  });
});
