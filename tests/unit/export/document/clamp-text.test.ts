import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampText, countLines } from '../../../../src/export/document/clamp-text.ts';

describe('clampText', () => {
  it('leaves a text that fits as it is, with its no-break spaces', () => {
    expect(clampText('Où en est-on\u202F? 75\u202F%', 40)).toBe('Où en est-on\u202F? 75\u202F%');
  });

  it('cuts between words, without the comma before the cut', () => {
    expect(clampText('Institution lead, coordination and reporting', 20)).toBe('Institution lead…');
  });

  it('cuts inside a word that is longer than the room', () => {
    expect(clampText('Verwaltungszusammenarbeit', 10)).toBe('Verwaltun…');
  });

  it('is never longer than its room', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 60 }), fc.integer({ min: 2, max: 200 }), (text, characters) => {
        expect(clampText(text, characters).length).toBeLessThanOrEqual(characters);
      }),
    );
  });
});

describe('countLines', () => {
  it('breaks between words as paper does', () => {
    expect(countLines('one two three', 7)).toBe(2);
    expect(countLines('one two three', 13)).toBe(1);
    expect(countLines('', 10)).toBe(1);
  });

  it('breaks a word longer than the line', () => {
    expect(countLines('abcdefghij', 4)).toBe(3);
    expect(countLines('x abcdefghij', 4)).toBe(4);
  });
});
