import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { cardOf, cardWordsOf } from '../src/content/framework-card.ts';
import type { Framework } from '../src/domain/framework/framework.ts';
import { listIndicators } from '../src/domain/framework/framework.ts';
import type { FrameworkStructure, FrameworkTexts } from '../src/domain/framework/framework-schema.ts';
import { parseFramework } from '../src/domain/framework/parse-framework.ts';
import { moduleOfData } from './module-of-data.ts';
import { PSEUDO_CODES, pseudoTexts } from './pseudo-language.ts';

/** `indicators/<framework>/<file>.json?<part>`: what src/content/built-in-frameworks.ts asks for. */
const PART = /\/indicators\/([^/]+)\/([^/]+)\.json\?(card|start|rest)$/;

/** Members of an indicator that answering does without. */
const LATER_MEMBERS = ['links', 'sources', 'basis', 'terms', 'competence', 'proposedFrom'] as const;

/** The structure as far as answering needs it: what it rests on and what it is linked with come with the whole. */
export function startOfStructure(structure: FrameworkStructure): FrameworkStructure {
  const isLater = (name: string) => (LATER_MEMBERS as readonly string[]).includes(name);
  const start = JSON.stringify(structure, (name, value: unknown) => (isLater(name) ? undefined : value));
  return JSON.parse(start) as FrameworkStructure;
}

/**
 * What the first answer needs of the texts of one language, and what comes after it: `start` has the words that the first
 * questions are answered by, the titles of their domain, and all that is said of the framework; `rest` what is left, so
 * that the two together are the file.
 */
export function splitTexts(
  { domains }: Pick<FrameworkStructure, 'domains'>,
  { indicators, glossary, readingRules, ...others }: FrameworkTexts,
): { start: FrameworkTexts; rest: Partial<FrameworkTexts> } {
  const ofFirstDomain = listIndicators({ domains: domains.slice(0, 1) });
  const inDomain = new Set(ofFirstDomain.map(({ id }) => id));
  const first = new Set(
    ofFirstDomain.flatMap(({ id, subdomain }) => (subdomain === ofFirstDomain[0]?.subdomain ? id : [])),
  );
  const split = Object.entries(indicators).map(([id, { title, short, question, levels, ...own }]) => {
    const names = { title, ...(short === undefined ? {} : { short }) };
    if (first.has(id)) return { id, start: { ...names, question, levels }, rest: own };
    const rest = { ...own, question, levels };
    const unread = { question: title, levels: {} };
    return inDomain.has(id)
      ? { id, start: { ...names, ...unread }, rest }
      : { id, start: { title: id, ...unread, question: id }, rest: { ...names, ...rest } };
  });
  const part = (which: 'start' | 'rest') =>
    Object.fromEntries(split.map((one) => [one.id, one[which]])) as FrameworkTexts['indicators'];
  return {
    start: { ...others, indicators: part('start') },
    rest: {
      indicators: part('rest'),
      ...(glossary === undefined ? {} : { glossary }),
      ...(readingRules === undefined ? {} : { readingRules }),
    },
  };
}

/**
 * Makes the parts of the frameworks in `indicators/` that the app fetches one by one. Each framework is parsed here, as
 * foreign ones are in the browser, and its hash is written down; one that does not hold together stops the build.
 * `pseudo`: some languages speak the pseudo-language instead.
 */
export function frameworkParts(options: { pseudo: boolean }): Plugin {
  const parsed = new Map<string, Framework>();
  const read = (folder: string, name: string): unknown =>
    JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
  const parse = (folder: string): Framework => {
    const known = parsed.get(folder);
    if (known !== undefined) return known;
    const structure = read(folder, 'framework') as { languages: string[] };
    const texts = Object.fromEntries(structure.languages.map((language) => [language, read(folder, language)]));
    const result = parseFramework({ structure, texts });
    if (!result.ok) throw new Error(`${folder}: ${JSON.stringify(result.problems)}`);
    const { texts: own } = result.value;
    const marked = options.pseudo ? PSEUDO_CODES.map((code) => [code, pseudoTexts(own['en'])]) : [];
    const framework = { ...result.value, texts: { ...own, ...Object.fromEntries(marked) } } as Framework;
    parsed.set(folder, framework);
    return framework;
  };
  const partOf = (framework: Framework, name: string, part: string): object => {
    if (name === 'framework') return part === 'card' ? cardOf(framework) : startOfStructure(framework.structure);
    const texts = framework.texts[name];
    if (texts === undefined) throw new Error(`${framework.id} has no texts in ${name}`);
    if (part === 'card') return cardWordsOf(texts);
    return splitTexts(framework.structure, texts)[part === 'start' ? 'start' : 'rest'];
  };
  return {
    name: 'sextant-framework-parts',
    enforce: 'pre',
    load(id) {
      const [, , name = '', part = ''] = PART.exec(id) ?? [];
      if (part === '') return null;
      const file = id.slice(0, id.lastIndexOf('?'));
      const folder = path.dirname(file);
      for (const one of new Set(['framework', name])) this.addWatchFile(path.join(folder, `${one}.json`));
      return moduleOfData(partOf(parse(folder), name, part));
    },
  };
}
