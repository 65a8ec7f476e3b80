import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { missingCategories, placeholdersOf } from '../../../build/check-translation.ts';
import { findLanguage, LANGUAGES } from '../../../src/i18n/languages.ts';
import { readProjectFile, readSources } from '../read-sources.ts';
import { findRawText } from './find-raw-text.ts';
import { listMessageLanguages, readCatalogue, readMessageFiles } from './read-catalogue.ts';

const SOURCE = 'en';
const catalogues = new Map(LANGUAGES.map(({ code }) => [code as string, readCatalogue(code)]));
const source = catalogues.get(SOURCE)!;
const translations = LANGUAGES.map(({ code }) => code as string).filter((code) => code !== SOURCE);

describe('the languages', () => {
  it('are those that have a folder of messages', () => {
    expect(LANGUAGES.map(({ code }) => code as string).sort()).toEqual(listMessageLanguages());
  });

  it('have the same files, all of them known to the type of keys', () => {
    const files = readMessageFiles(SOURCE).map(({ namespace }) => namespace);
    for (const code of translations) expect(readMessageFiles(code).map(({ namespace }) => namespace)).toEqual(files);
    const known = [...readProjectFile('src/i18n/message-key.ts').matchAll(/messages\/en\/([a-z-]+)\.json/g)];
    expect(known.map(([, namespace]) => namespace).sort()).toEqual(files);
  });

  it.each(translations)('have every key in %s and no other', (code) => {
    expect(Object.keys(catalogues.get(code)!).sort()).toEqual(Object.keys(source).sort());
  });

  it.each(translations)('have the same placeholders in %s', (code) => {
    const catalogue = catalogues.get(code)!;
    const different = Object.keys(source)
      .filter((key) => catalogue[key] !== undefined)
      .map((key) => ({ key, here: placeholdersOf(catalogue[key]!), source: placeholdersOf(source[key]!) }))
      .filter((entry) => entry.here.join() !== entry.source.join());
    expect(different).toEqual([]);
  });
});

describe.each(LANGUAGES.map(({ code }) => code as string))('messages in %s', (code) => {
  const messages = Object.entries(catalogues.get(code)!);
  const { locale } = findLanguage(code)!;

  it('begin their key with the name of their file', () => {
    const strays = readMessageFiles(code).flatMap(({ namespace, messages: own }) =>
      Object.keys(own).filter((key) => !key.startsWith(`${namespace}.`)),
    );
    expect(strays).toEqual([]);
  });

  it('are ICU MessageFormat', () => {
    const broken = messages.flatMap(([key, message]) => {
      try {
        parse(message, { ignoreTag: true });
        return [];
      } catch (error) {
        return [`${key}: ${String(error)}`];
      }
    });
    expect(broken).toEqual([]);
  });

  it('have every plural category that its counts need', () => {
    const incomplete = messages
      .map(([key, message]) => ({ key, missing: missingCategories(message, locale) }))
      .filter(({ missing }) => missing.length > 0);
    expect(incomplete).toEqual([]);
  });

  it('are not empty and have no space at an end, but for marks that stand between words', () => {
    const mark = /^\s*\p{P}/u;
    const stray = messages.filter(([, message]) => message.trim() !== message && !mark.test(message));
    expect([...stray, ...messages.filter(([, message]) => message.trim() === '')]).toEqual([]);
  });

  it('leave typesetting to the app: plain apostrophes, ordinary spaces', () => {
    expect(messages.filter(([, message]) => /[\u00A0\u202F]/.test(message))).toEqual([]);
    if (code === 'fr') expect(messages.filter(([, message]) => message.includes('’'))).toEqual([]);
  });
});

describe('keys and the source', () => {
  const sources = readSources().filter(({ path }) => !path.startsWith('src/i18n/'));
  const text = sources.map((file) => file.text).join('\n');
  const quoted = new Set([...text.matchAll(/['"`]([a-z]+(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key));
  /** Keys made at run time: `setup.review.${status}`, 'errors.' + code. */
  const prefixes = [...text.matchAll(/[`'"]([a-z]+\.(?:[\w-]+\.)*)(?:\$\{|['"]\s*\+)/g)].map(([, prefix]) => prefix!);

  it('have no message that nothing shows', () => {
    const unused = Object.keys(source).filter(
      (key) => !quoted.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('have words for every code of a problem', () => {
    const made = /\b(?:problem|report)\(\s*'([a-z]+(?:\.[A-Za-z]+)+)'|\bcode: '([a-z]+(?:\.[A-Za-z]+)+)'/g;
    const codes = new Set([...text.matchAll(made)].map(([, first, second]) => first ?? second));
    expect(codes.size).toBeGreaterThan(0);
    expect([...codes].filter((code) => source[`errors.${code}`] === undefined)).toEqual([]);
  });

  it('hold every word of the markup', () => {
    const raw = sources
      .filter(({ path }) => path.endsWith('.svelte'))
      .flatMap(({ path, text: component }) => findRawText(component).map((words) => `${path}: ${words}`));
    expect(raw).toEqual([]);
  });
});

describe('the search for words outside the messages', () => {
  it.each([
    ['<p>Save now</p>', ['Save now']],
    ['<button aria-label="Close it">×</button>', ['aria-label="Close it"']],
    ['{#if a}<img alt="A map of {b}" src="x.png" />{/if}', ['alt="A map of"']],
    ['<p class="wide card" id="summary">{t(key)} · 12 %</p>', []],
    ["<script>const a = 'Some words';</script><style>p { color: red; }</style><p>{a}</p>", []],
  ])('finds in %j %j', (component, found) => {
    expect(findRawText(component)).toEqual(found);
  });
});

describe('a page that a message sends somebody to', () => {
  it.each([
    ['errors.qr.notOurs', 'return'],
    ['evaluation.blank', 'report'],
    ['institutions.note.save', 'return'],
    ['qr.scan.how', 'return'],
    ['validation.review.saved', 'returns'],
    ['validation.matrix.back', 'validate'],
  ])('has in %s the name that the head gives it (%s), in every language', (key, page) => {
    for (const [language, messages] of catalogues) {
      const name = messages[`app.step.${page}`]!;
      expect([language, messages[key]]).toEqual([language, expect.stringMatching(new RegExp(`[“« ]${name}[”» ]`))]);
    }
  });
});
