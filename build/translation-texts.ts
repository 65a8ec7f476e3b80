import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, modify } from 'jsonc-parser';
import { isLong, translationFaults } from './check-translation.ts';

const SOURCE = 'en';
/** Fewer words may be the same in two languages: codes, names, short words. */
const FEWEST_WORDS = 3;
const INDICATORS = 'indicators';
const CROSSWALKS = `${INDICATORS}/crosswalks`;
const MESSAGES = 'src/i18n/messages';
const SAMPLE = 'src/content/sample';

/** What a language says of its own review, and lists of codes. */
const NO_TEXTS: readonly (string | number)[] = ['review', 'restated'];

type Path = readonly (string | number)[];

/** `missing`, `as in English`, `faulty`, `long`, else what the review of its file says, or `there` where it has none. */
export interface TranslationText {
  /** The file that holds the translation, from the root of the project. */
  readonly file: string;
  /** Where in it. */
  readonly path: Path;
  readonly source: string;
  /** Null where there is none. */
  readonly text: string | null;
  readonly state: string;
  readonly faults: readonly string[];
}

const readJson = (file: string): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

function stringsOf(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  const members: [string | number, unknown][] = Array.isArray(value)
    ? value.map((one: unknown, index) => [index, one])
    : Object.entries(value);
  return members.flatMap(([key, member]) => stringsOf(member, [...path, key]));
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (inner !== null && typeof inner === 'object' ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** A file of texts in one language: where the source and the translation stand. */
interface Place {
  readonly sourceFile: string;
  readonly file: string;
  /** Where the texts begin in a file that holds all languages. */
  readonly sourceRoot: Path;
  readonly root: Path;
}

function placesOf(language: string): Place[] {
  const beside = (folder: string, name: (code: string) => string): Place => ({
    ...{ sourceFile: `${folder}/${name(SOURCE)}`, file: `${folder}/${name(language)}` },
    ...{ sourceRoot: [], root: [] },
  });
  const frameworks = readdirSync(INDICATORS).filter((name) => existsSync(join(INDICATORS, name, `${SOURCE}.json`)));
  return [
    ...readdirSync(`${MESSAGES}/${SOURCE}`).map((name) => beside(MESSAGES, (code) => `${code}/${name}`)),
    ...frameworks.map((id) => beside(`${INDICATORS}/${id}`, (code) => `${code}.json`)),
    ...['meridia', 'taressia'].map((name) => beside(SAMPLE, (code) => `${name}.${code}.json`)),
    ...readdirSync(CROSSWALKS).map((name): Place => {
      const file = `${CROSSWALKS}/${name}`;
      return { sourceFile: file, file, sourceRoot: ['texts', SOURCE], root: ['texts', language] };
    }),
  ];
}

const isMessage = (file: string) => file.startsWith(MESSAGES);
const wordsOf = (text: string) => text.replaceAll(/\{\w+/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;

function stateOf(source: string, text: string | null, faults: readonly string[], review: unknown): string {
  if (text === null) return 'missing';
  if (faults.length > 0) return 'faulty';
  if (text === source && wordsOf(text) >= FEWEST_WORDS) return 'as in English';
  if (isLong(source, text)) return 'long';
  return typeof review === 'string' ? review : 'there';
}

/** Every text that a language needs, in the order of the files, with its English and its state. */
export function readTranslationTexts(language: string, locale: string): TranslationText[] {
  return placesOf(language).flatMap(({ sourceFile, file, sourceRoot, root }) => {
    const whole = readJson(file);
    const review = at(whole, ['review', 'status']);
    return stringsOf(at(readJson(sourceFile), sourceRoot))
      .filter(({ path }) => !path.some((key) => NO_TEXTS.includes(key)))
      .map(({ path, text: source }) => {
        const place = [...root, ...path];
        const found = at(whole, place);
        const text = typeof found === 'string' && found !== '' ? found : null;
        const faults = text === null ? [] : translationFaults(source, text, isMessage(file), locale);
        return { file, path: place, source, text, faults, state: stateOf(source, text, faults, review) };
      });
  });
}

/** The files with changed texts, by name: what stood around them stays as it was. */
export function withTexts(changed: readonly Pick<TranslationText, 'file' | 'path' | 'text'>[]): Map<string, string> {
  const files = new Map<string, string>();
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  for (const { file, path, text } of changed) {
    const content = files.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '{}\n');
    files.set(file, applyEdits(content, modify(content, [...path], text, { formattingOptions })));
  }
  return files;
}
