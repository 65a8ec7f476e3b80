import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInFrameworks } from '../../../src/content/built-in-frameworks.ts';
import { cardOf, cardWordsOf } from '../../../src/content/framework-card.ts';
import { textsIn } from '../../../src/domain/framework/framework.ts';
import { parseFramework } from '../../../src/domain/framework/parse-framework.ts';
import { singleFileForm } from '../../../src/domain/framework/single-file-form.ts';

const folders = readdirSync('indicators', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'crosswalks')
  .map(({ name }) => name);

/** As foreign frameworks are read: every rule, and the hash computed. */
function parse(folder: string) {
  const read = (name: string) => JSON.parse(readFileSync(`indicators/${folder}/${name}.json`, 'utf8')) as unknown;
  const { languages } = read('framework') as { languages: string[] };
  const parsed = parseFramework({
    structure: read('framework'),
    texts: Object.fromEntries(languages.map((language) => [language, read(language)])),
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

describe('the frameworks that come with the app', () => {
  it('are those of the folder', () => {
    expect(builtInFrameworks.cards.map(({ id }) => id).sort()).toEqual([...folders].sort());
  });

  describe.each(folders)('%s', (id) => {
    const whole = parse(id);

    it('is, put together from its parts, what its files are when they are parsed and hashed', async () => {
      expect(await builtInFrameworks.loadFramework(id)).toEqual(whole);
      expect(builtInFrameworks.cards.find((card) => card.id === id)).toEqual(cardOf(whole));
      for (const language of whole.structure.languages) {
        expect(await builtInFrameworks.loadCardWords(id, language)).toEqual(cardWordsOf(textsIn(whole, language)));
      }
    });

    it.each(whole.structure.languages)(
      'starts in %s with the words of its first questions, none of them other',
      async (language) => {
        const start = await builtInFrameworks.loadStart(id, language);
        expect([start.hash, start.version, start.indicators.length]).toEqual([
          whole.hash,
          whole.version,
          whole.indicators.length,
        ]);
        const [early, all] = [textsIn(start, language), textsIn(whole, language)];
        expect({ ...all, ...early, indicators: all.indicators }).toEqual(all);
        const answerable = whole.indicators.filter(
          ({ id: one }) => Object.keys(early.indicators[one]!.levels).length > 0,
        );
        expect(answerable.map(({ id: one }) => one)).toContain(whole.indicators[0]!.id);
        for (const { id: one } of answerable) {
          expect(all.indicators[one]).toMatchObject({ ...early.indicators[one] });
        }
        expect(answerable.length).toBeLessThan(whole.indicators.length);
      },
    );

    it('counts and asks by the same structure from the start', async () => {
      const start = await builtInFrameworks.loadStart(id, 'en');
      const asked = ({ indicators }: typeof whole) =>
        indicators.map(({ id: one, domain, subdomain, scale, core, weight, contexts, scope }) => [
          ...[one, domain, subdomain, scale, core, weight, contexts, scope],
        ]);
      expect(asked(start)).toEqual(asked(whole));
      expect(start.structure.method).toEqual(whole.structure.method);
    });

    it('is neither stored nor sent before it is here as a whole', async () => {
      const start = await builtInFrameworks.loadStart(id, 'en');
      expect(() => singleFileForm(start)).toThrow('not here as a whole');
      expect(() => singleFileForm(whole)).not.toThrow();
    });
  });

  it('start in the source language for a reader of another', async () => {
    const start = await builtInFrameworks.loadStart(folders[0]!, 'pt');
    expect(textsIn(start, 'pt').title).toBe(textsIn(parse(folders[0]!), 'en').title);
  });
});
