import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeWithoutWords } from '../../../../src/domain/framework/code-without-words.ts';
import { crosswalkSchema } from '../../../../src/domain/framework/crosswalk-schema.ts';

const FOLDER = 'indicators/crosswalks';
const crosswalks = readdirSync(FOLDER).map((name) =>
  crosswalkSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8'))),
);

describe('a code as it is printed', () => {
  it('stands where it reads alike in every language', () => {
    expect(['10.7', '3.c', '1a', 'P1', '§15'].map(codeWithoutWords)).toEqual(['10.7', '3.c', '1a', 'P1', '§15']);
  });

  it('is left to its title where it is a word', () => {
    expect(['gender', 'before-departure', 'ilo-c143'].map(codeWithoutWords)).toEqual(['', '', '']);
  });

  it('has a title in every language wherever it is left to it', () => {
    const left = crosswalks.flatMap(({ codes, texts }) =>
      codes
        .filter(({ code }) => codeWithoutWords(code) === '')
        .flatMap(({ code }) => Object.values(texts).map((own) => ({ code, title: own.codes[code] }))),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter(({ title }) => title === undefined)).toEqual([]);
  });
});
