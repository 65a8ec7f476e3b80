import type { FrameworkStructure, FrameworkTexts } from '../domain/framework/framework-schema.ts';
import { frameworkOf } from '../domain/framework/framework.ts';
import type { FrameworkCard, FrameworkCardWords, FrameworkSource } from './framework-source.ts';
import { joinTexts, startOf } from './join-texts.ts';

type Loaders<Value> = Record<string, () => Promise<Value>>;

// The parts are made, and each framework parsed, by build/framework-parts.ts.
const CARDS = import.meta.glob<FrameworkCard>('../../indicators/*/framework.json', {
  query: '?card',
  import: 'default',
  eager: true,
});
const CARD_WORDS = import.meta.glob(['../../indicators/*/??.json', '!../../indicators/crosswalks/*'], {
  query: '?card',
  import: 'default',
}) as Loaders<FrameworkCardWords>;
const STRUCTURES = import.meta.glob('../../indicators/*/framework.json', {
  import: 'default',
}) as Loaders<FrameworkStructure>;
const STRUCTURE_STARTS = import.meta.glob('../../indicators/*/framework.json', {
  query: '?start',
  import: 'default',
}) as Loaders<FrameworkStructure>;
const STARTS = import.meta.glob(['../../indicators/*/??.json', '!../../indicators/crosswalks/*'], {
  query: '?start',
  import: 'default',
}) as Loaders<FrameworkTexts>;
const RESTS = import.meta.glob(['../../indicators/*/??.json', '!../../indicators/crosswalks/*'], {
  query: '?rest',
  import: 'default',
}) as Loaders<Partial<FrameworkTexts>>;
const CROSSWALKS = import.meta.glob('../../indicators/crosswalks/*.json', { import: 'default' }) as Loaders<unknown>;

const cards = Object.values(CARDS);

function cardWith(id: string): FrameworkCard {
  const card = cards.find((one) => one.id === id);
  if (card === undefined) throw new Error(`there is no built-in framework ${id}`);
  return card;
}

/** `id/language`, in the source language where the framework has no other. */
function fileOfTexts({ id, languages, sourceLanguage }: FrameworkCard, wanted: string) {
  const language = languages.includes(wanted) ? wanted : sourceLanguage;
  return { language, file: `${id}/${language}` };
}

/** Reads one part of a framework; throws where the build has none. */
function load<Value>(loaders: Loaders<Value>, file: string): Promise<Value> {
  const loader = loaders[`../../indicators/${file}.json`];
  return loader === undefined ? Promise.reject(new Error(`there is no ${file}.json`)) : loader();
}

/** The frameworks and crosswalks of `indicators/`, in parts that are loaded when wanted. */
export const builtInFrameworks: FrameworkSource = {
  cards,
  crosswalkKeys: Object.keys(CROSSWALKS).flatMap((path) => /([^/]+)\.json$/.exec(path)?.[1] ?? []),
  loadCardWords: (id, language) => load(CARD_WORDS, fileOfTexts(cardWith(id), language).file),
  async loadFramework(id) {
    const { hash, languages } = cardWith(id);
    const textsIn = async (language: string) => {
      const file = `${id}/${language}`;
      return [language, joinTexts(...(await Promise.all([load(STARTS, file), load(RESTS, file)])))] as const;
    };
    const [structure, ...texts] = await Promise.all([load(STRUCTURES, `${id}/framework`), ...languages.map(textsIn)]);
    return frameworkOf(structure, Object.fromEntries(texts), hash);
  },
  async loadStart(id, wanted) {
    const card = cardWith(id);
    const { language, file } = fileOfTexts(card, wanted);
    const [structure, texts] = await Promise.all([load(STRUCTURE_STARTS, `${id}/framework`), load(STARTS, file)]);
    return startOf(structure, texts, { ...card, language });
  },
  loadCrosswalk: (key) => load(CROSSWALKS, `crosswalks/${key}`),
};
