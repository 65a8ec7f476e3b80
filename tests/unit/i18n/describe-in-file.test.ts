import { problem } from '../../../src/domain/problem.ts';
import { describe, expect, it } from 'vitest';
import { describeInFile } from '../../../src/i18n/describe-in-file.ts';
import { describeProblem } from '../../../src/i18n/describe-problem.ts';
import { localiserOf } from '../ui/render-with-language.ts';

const cell = { code: 'intake.cellError', file: 'Answers', path: [], line: 5, params: { shown: '#NAME?' } };
const merged = { ...cell, code: 'intake.cellMerged', params: { shown: 'none' } };

describe('what stood in a file', () => {
  it('keeps its direction in words from right to left, and places are parted as that language parts them', () => {
    expect(describeInFile(localiserOf('ar'), cell)).toMatch(
      /^\u2068Answers\u2069، السطر 5: [^]*\(\u2068#NAME\?\u2069\)/,
    );
    expect(describeInFile(localiserOf('ar'), merged)).not.toMatch(/none|\u2068\u2069/);
  });

  it('is named by its place in a file of JSON too: programs write that on one line', () => {
    const wrong = { code: 'framework.noWeight', file: 'mine.json', path: ['domains', 0], line: 1, params: {} };
    expect(describeInFile(localiserOf('en'), wrong)).toMatch(/^mine\.json, line 1, domains\[0\]: /);
  });

  it.each(['en', 'fr', 'es'])('is said as any other problem elsewhere: %s', (code) => {
    for (const found of [cell, merged, { ...cell, file: '' }, { code: 'x', file: '', path: [], params: {} }])
      expect(describeInFile(localiserOf(code), found)).toBe(describeProblem(localiserOf(code), found));
  });

  it('is named once where the words name the part of the file themselves', () => {
    const part = 'xl/sharedStrings.xml';
    const found = problem('file.partTooBig', part, [], { part, bytes: 70_000_000, maximum: 67_000_000 });
    expect(describeInFile(localiserOf('en'), found).split(part)).toHaveLength(2);
  });
});
