import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printableText, splitByScript } from '../../../../src/export/document/printable-text.ts';

describe('printableText', () => {
  it.each([
    ['plain\n\ttext', 'plain\n\ttext'],
    ['a\u0000b\u0007c\u001Fd\uFFFFe', 'abcde'],
    ['half \uD83D and \uDE00 but \u{1F600}', 'half  and  but \u{1F600}'],
  ])('makes of %j %j', (text, printable) => {
    expect(printableText(text)).toBe(printable);
  });
});

describe('splitByScript', () => {
  it('keeps an Arabic name whole in a French line, with its signs', () => {
    expect(splitByScript('Ministère (وزارة الداخلية), 2026', 'ltr')).toEqual([
      { text: 'Ministère (', rightToLeft: false },
      { text: 'وزارة الداخلية', rightToLeft: true },
      { text: '), 2026', rightToLeft: false },
    ]);
  });

  it('gives signs between two directions to the line', () => {
    expect(splitByScript('وزارة: OIM', 'rtl')).toEqual([
      { text: 'وزارة: ', rightToLeft: true },
      { text: 'OIM', rightToLeft: false },
    ]);
  });

  it('lets an arrow lead on from right to left, with a number on each side', () => {
    expect(splitByScript('1* ← 3', 'rtl').map(({ text, rightToLeft }) => [text, rightToLeft])).toEqual([
      ['1', false],
      ['* ← ', true],
      ['3', false],
    ]);
  });

  it('begins anew at a mark of direction, so that a number is no part of the reference before it', () => {
    expect(splitByScript('SIM/2025، \u200f27 مارس', 'rtl').map(({ text }) => text)).toEqual([
      'SIM/2025',
      '، \u200f',
      '27',
      ' مارس',
    ]);
  });

  it('lets a sign go with the number after a mark that says so', () => {
    expect(splitByScript('النص: \u200e=1+1', 'rtl').map(({ text, rightToLeft }) => [text, rightToLeft])).toEqual([
      ['النص: ', true],
      ['\u200e=1+1', false],
    ]);
  });

  it('loses and moves nothing, and never leaves two runs of one direction side by side', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '1', ' ', '.', 'و', 'ا', '(', '\u{1F600}') });
    fc.assert(
      fc.property(text, fc.constantFrom('ltr' as const, 'rtl' as const), (written, base) => {
        const runs = splitByScript(written, base);
        expect(runs.map((run) => run.text).join('')).toBe(written);
        expect(runs.some((run, index) => run.rightToLeft === runs[index + 1]?.rightToLeft)).toBe(false);
      }),
    );
  });
});
