import { parse } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { findLanguage, withDates } from '../../../src/i18n/languages.ts';
import { shortDate } from '../../../src/i18n/short-date.ts';
import { createLocaliser, typographyOf } from '../../../src/i18n/localiser.ts';
import type { Catalogue, MessageKey } from '../../../src/i18n/message-key.ts';

const MESSAGES = {
  'test.plain': 'Plain words',
  'test.named': '{title} was saved',
  'test.count': '{count, plural, =0 {nothing} one {# entry} other {# entries}}',
  'test.choice': '{kind, select, law {a law} other {something else}}',
  'test.markup': 'a < b',
} as const;

/** Keys of these tests are not keys of the app. */
const key = (name: keyof typeof MESSAGES | 'test.absent') => name as unknown as MessageKey;
const localiserFor = (code: string, catalogue: Catalogue) => createLocaliser(findLanguage(code)!, catalogue);

const parsed: Catalogue = Object.fromEntries(
  Object.entries(MESSAGES).map(([name, message]) => [name, parse(message, { ignoreTag: true })]),
);

describe.each([
  ['as translators write them', MESSAGES as Catalogue],
  ['as the build compiles them', parsed],
])('messages %s', (_, catalogue) => {
  const { t } = localiserFor('en', catalogue);

  it('gives words without parameters as they stand', () => {
    expect(t(key('test.plain'))).toBe('Plain words');
    expect(t(key('test.markup'))).toBe('a < b');
  });

  it('fills in parameters, which are never read as syntax', () => {
    expect(t(key('test.named'), { title: '{count} <b>' })).toBe('{count} <b> was saved');
  });

  it.each([
    [0, 'nothing'],
    [1, '1 entry'],
    [2, '2 entries'],
    [1200, '1,200 entries'],
  ])('counts %i', (count, words) => {
    expect(t(key('test.count'), { count })).toBe(words);
  });

  it('chooses by a word', () => {
    expect(t(key('test.choice'), { kind: 'law' })).toBe('a law');
    expect(t(key('test.choice'), { kind: 'practice' })).toBe('something else');
  });
});

describe('what stands in a row', () => {
  it.each([
    ['en', 'Meridia, Round 2026'],
    ['ar', 'Meridia، Round 2026'],
  ])('has the comma of %s', (code, said) => {
    expect(createLocaliser(findLanguage(code)!, {}).row(['Meridia', 'Round 2026'])).toBe(said);
  });
});

describe('a key without a message', () => {
  const localiser = localiserFor('en', MESSAGES);

  it('shows itself, so that nothing is blank', () => {
    expect(localiser.t(key('test.absent'))).toBe('test.absent');
  });

  it('is undefined to whoever asks first', () => {
    expect(localiser.find('test.absent')).toBeUndefined();
    expect(localiser.find('test.plain')).toBe('Plain words');
  });
});

describe('English', () => {
  const en = localiserFor('en', {});

  it('writes numbers, shares, dates and lists', () => {
    expect(en.number(1234.56, 1)).toBe('1,234.6');
    expect(en.number(12, 1, true)).toBe('12.0');
    expect(en.number(12, 1)).toBe('12');
    expect(en.percent(0.753)).toBe('75%');
    expect(en.date('2026-03-15')).toBe('15 March 2026');
    expect(en.date('2026-12-31T23:30:00.000Z')).toBe('31 December 2026');
    expect(en.list(['law', 'policy', 'practice'])).toBe('law, policy and practice');
    expect(en.list(['law', 'policy'], 'disjunction')).toBe('law or policy');
  });

  it('writes dates as the country chosen does, and everything else as before', () => {
    const american = createLocaliser(withDates(findLanguage('en')!, { en: 'en-US' }), {});
    expect(american.date('2026-03-15')).toBe('March 15, 2026');
    expect(american.dateTime('2026-03-15T09:30:00.000Z')).toMatch(/^March 15, 2026/);
    expect(shortDate(american.language, '2026-03-15').replaceAll('\u00a0', ' ')).toBe('Mar 15, 2026');
    expect(american.number(1234.56, 1)).toBe('1,234.6');
  });

  it.each(['fr-FR', 'en-', 'en-12', 'en_US!', 'ar-JO-u-nu-latn', 'en-GB-x-'])(
    'takes no way of writing dates that it lacks: %s',
    (dates) => {
      expect(withDates(findLanguage('en')!, { en: dates })).toEqual(findLanguage('en'));
    },
  );

  it('sets the apostrophes of written text and leaves its spaces as they are', () => {
    expect(en.text("the State's plan ?")).toBe('the State’s plan ?');
  });
});

describe('French', () => {
  const fr = localiserFor('fr', { 'test.question': "C'est le plan « {title} » de l'État !" });

  it('writes numbers, shares, dates and lists', () => {
    expect(fr.number(1234.56, 1)).toBe('1\u202F234,6');
    expect(fr.percent(0.753)).toMatch(/^75[\u00A0\u202F]%$/);
    expect(fr.date('2026-03-15')).toBe('15 mars 2026');
    expect(fr.date('2026-03-01')).toBe('1er mars 2026');
    expect(fr.date('2026-03-11')).toBe('11 mars 2026');
    expect(fr.list(['loi', 'politique', 'pratique'])).toBe('loi, politique et pratique');
  });

  it('typesets messages with what was filled in, and text that people wrote', () => {
    expect(fr.t('test.question' as MessageKey, { title: "Plan d'action" })).toBe(
      'C’est le plan «\u202FPlan d’action\u202F» de l’État\u202F!',
    );
    expect(fr.text('Pays : Niger')).toBe('Pays\u00A0: Niger');
  });
});

describe('Arabic', () => {
  it('writes shares as the frameworks do, without marks of direction', () => {
    expect(localiserFor('ar', {}).percent(0.753)).toBe('75\u00a0%');
  });
});

it('gives back a date that cannot be read, so that a slip in a file stays visible', () => {
  expect(localiserFor('en', {}).date('mid-March')).toBe('mid-March');
});

describe('typographyOf', () => {
  it('sets a text in its own language, whatever stands beside it', () => {
    expect(typographyOf('fr')("l'appui, au moins 90 % ?")).toBe('l’appui, au moins 90\u202F%\u202F?');
    expect(typographyOf('ar')("l'appui")).toBe("l'appui");
    expect(typographyOf('es')('al menos el 75 % de')).toBe('al menos el 75\u00A0% de');
    expect(typographyOf('ar')('75 % على الأقل')).toBe('75\u00A0% على الأقل');
    expect(typographyOf('xx')("l'appui")).toBe("l'appui");
  });
});
