import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase45, encodeBase45 } from '../../../src/file/base45.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('base 45', () => {
  // RFC 9285 section 4.3 and 4.4.
  it.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
  ])('writes %s as the standard does', (plain, encoded) => {
    expect(encodeBase45(bytesOf(plain))).toBe(encoded);
    expect(decodeBase45(encoded)).toEqual(bytesOf(plain));
  });

  it('gives every sequence of bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['a letter too few', 'BB8Q'],
    ['a small letter', 'bb8'],
    ['three letters of more than two bytes', 'GGW'],
    ['two letters of more than one byte', '::'],
  ])('refuses %s', (_, text) => {
    expect(decodeBase45(text)).toBeNull();
  });
});
