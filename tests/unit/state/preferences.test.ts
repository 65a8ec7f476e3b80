import { describe, expect, it } from 'vitest';
import { InterfaceLanguage } from '../../../src/i18n/interface-language.svelte.ts';
import { DEFAULT_LANGUAGE } from '../../../src/i18n/languages.ts';
import { createLocaliser } from '../../../src/i18n/localiser.ts';
import type { Extent } from '../../../src/i18n/message-parts.ts';
import { Preferences } from '../../../src/state/device/preferences.svelte.ts';
import { createPreferenceStorage } from '../../../src/storage/preference-storage.ts';

/** Words that come when the test says so: each says in which language and as far as what it was loaded. */
function open() {
  const asked: { readonly what: string; readonly arrive: () => void; readonly fail: () => void }[] = [];
  const load = (code: string, extent: Extent) =>
    new Promise<Record<string, string>>((resolve, reject) => {
      const what = `${code} ${extent}`;
      asked.push({ what, arrive: () => resolve({ 'app.title': what }), fail: () => reject(new Error(what)) });
    });
  const language = new InterfaceLanguage(createLocaliser(DEFAULT_LANGUAGE, { 'app.title': 'en first' }));
  const preferences = new Preferences(language, createPreferenceStorage(null), load, () => {});
  return {
    preferences,
    asked,
    spoken: () => language.t('app.title'),
    date: (day: string) => language.localiser.date(day),
  };
}

describe('the words of a screen', () => {
  it('come as far as they are asked for, each extent once', async () => {
    const { preferences, asked, spoken } = open();
    await preferences.loadWords('first');
    const twice = [preferences.loadWords('answering'), preferences.loadWords('answering')];
    expect(asked.map(({ what }) => what)).toEqual(['en answering']);
    asked[0]!.arrive();
    await Promise.all(twice);
    expect(spoken()).toBe('en answering');
  });

  it('are there for whoever waits for fewer, though more were asked for meanwhile; and never become fewer', async () => {
    const { preferences, asked, spoken } = open();
    const [some, all] = [preferences.loadWords('answering'), preferences.loadWords('whole')];
    asked[0]!.arrive();
    await some;
    expect(spoken()).toBe('en answering');
    asked[1]!.arrive();
    await all;
    expect(spoken()).toBe('en whole');
    const other = open();
    const [fewer, more] = [other.preferences.loadWords('answering'), other.preferences.loadWords('whole')];
    other.asked[1]!.arrive();
    await more;
    other.asked[0]!.arrive();
    await fewer;
    expect(other.spoken()).toBe('en whole');
  });

  it('are asked for again where the network failed once', async () => {
    const { preferences, asked, spoken } = open();
    const failing = preferences.loadWords();
    asked[0]!.fail();
    await expect(failing).rejects.toThrow('en whole');
    const again = preferences.loadWords();
    asked[1]!.arrive();
    await again;
    expect(spoken()).toBe('en whole');
  });

  it('come as far in the language that was chosen meanwhile', async () => {
    const { preferences, asked, spoken } = open();
    const waiting = preferences.loadWords('whole');
    const changing = preferences.changeLanguage('fr');
    expect(asked.map(({ what }) => what)).toEqual(['en whole', 'fr whole']);
    asked[1]!.arrive();
    await changing;
    expect(spoken()).toBe('fr whole');
    asked[0]!.arrive();
    await waiting;
    expect(spoken()).toBe('fr whole');
  });
});

describe('how dates are written', () => {
  it('is kept for the language that is spoken, at once and when it is spoken again', async () => {
    const { preferences, asked, date } = open();
    const answer = (at: number) => asked[at]!.arrive();
    preferences.choose({ dates: { en: 'en-US' } });
    const writing = preferences.changeLanguage('en');
    answer(0);
    await writing;
    expect(date('2026-03-15')).toBe('March 15, 2026');
    for (const [at, code] of ['fr', 'en'].entries()) {
      const changing = preferences.changeLanguage(code);
      answer(at + 1);
      await changing;
    }
    expect(date('2026-03-15')).toBe('March 15, 2026');
    expect(preferences.chosen.dates).toEqual({ en: 'en-US' });
  });
});
