import { describe, expect, it } from 'vitest';
import { checkAsAuthor } from '../../../../../src/domain/framework/lint/check-as-author.ts';
import { rememberingLint } from '../../../../../src/domain/framework/lint/lint-framework.ts';
import { inputOf } from '../framework-draft.ts';

const NO_CROSSWALKS = new Map();
const set = (value: unknown, key: string, to: unknown) => Object.assign(value as object, { [key]: to });

/** A framework with something to say of: an avoided word in two places, and a link that leads nowhere. */
const faulty = (isSound: boolean) =>
  inputOf(({ structure, texts }) => {
    for (const id of ['A-1', 'A-2']) set(texts['en']!['indicators']![id], 'why', 'Illegal migrants wait.');
    if (!isSound) set(structure['domains']![1], 'id', 'institutions');
    set(structure['domains']![1]!['indicators']![0], 'links', { gcm: ['1'] });
  });

describe('the checks of an author', () => {
  it('say what is wrong, links too, where the framework cannot be read', () => {
    const codes = checkAsAuthor(faulty(false), { crosswalks: NO_CROSSWALKS }).map(({ code }) => code);
    expect(codes).toContain('framework.duplicateId');
    expect(codes).toContain('framework.unknownCrosswalk');
    expect(codes.filter((code) => code.startsWith('writing.'))).toEqual([]);
  });

  it('say how it is written where it can be, each text at its place', () => {
    const found = checkAsAuthor(faulty(true), { crosswalks: NO_CROSSWALKS });
    const words = found.filter(({ code, path }) => code === 'writing.avoidedWord' && path.at(-1) === 'why');
    expect(words.map(({ path }) => path.join('.'))).toEqual(['indicators.A-1.why', 'indicators.A-2.why']);
  });

  it('say the same where what was said of a text is remembered', () => {
    const remembering = rememberingLint();
    for (const isSound of [true, true, false]) {
      const input = faulty(isSound);
      expect(checkAsAuthor(input, { crosswalks: NO_CROSSWALKS }, remembering)).toEqual(
        checkAsAuthor(input, { crosswalks: NO_CROSSWALKS }),
      );
    }
  });
});
