import { describe, expect, it } from 'vitest';
import { checkLogo, MAXIMUM_LOGO_FILE_BYTES } from '../../../../src/domain/assessment/check-logo.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const number32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
const number16 = (value: number) => [value >>> 8, value & 255];

/** Signature and the first part of a PNG file (W3C PNG, section 11.2.2): width and height as 32-bit numbers. */
const png = (width: number, height: number) =>
  Uint8Array.from([
    ...PNG,
    0,
    0,
    0,
    13,
    0x49,
    0x48,
    0x44,
    0x52,
    ...number32(width),
    ...number32(height),
    8,
    6,
    0,
    0,
    0,
  ]);

/** Start, an application segment to be skipped, and the frame (ITU T.81, section B.2.2): height before width. */
const jpeg = (width: number, height: number) =>
  Uint8Array.from([
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4],
    ...[0xff, 0xc2, 0, 17, 8, ...number16(height), ...number16(width), 3, 0, 0, 0, 0],
  ]);

const svg = (text: string) => new TextEncoder().encode(text);
const codes = (name: string, bytes: Uint8Array) => {
  const checked = checkLogo(name, bytes);
  return checked.ok ? checked.value : checked.problems.map(({ code }) => code);
};

describe('checkLogo', () => {
  it('knows an image by its bytes, whatever its name', () => {
    expect(codes('arms.txt', png(600, 800))).toBe('png');
    expect(codes('arms.png', jpeg(600, 800))).toBe('jpeg');
    expect(codes('arms', svg('<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(
      'svg',
    );
  });

  it('refuses what only claims to be one', () => {
    expect(codes('arms.png', svg('MZ this is a program'))).toEqual(['logo.type']);
    expect(codes('arms.svg', svg('<html><svg></svg></html>'))).toEqual(['logo.type']);
    expect(codes('arms.png', new Uint8Array())).toEqual(['logo.empty']);
  });

  it('refuses an image cut before its size, without pixels, or with more than a computer holds', () => {
    expect(codes('a.png', Uint8Array.from(PNG))).toEqual(['logo.unreadable']);
    expect(codes('a.jpg', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 6]))).toEqual(['logo.unreadable']);
    expect(codes('a.png', png(0, 800))).toEqual(['logo.unreadable']);
    expect(codes('a.png', png(100_000, 100_000))).toEqual(['logo.tooManyPixels']);
    expect(codes('a.jpg', jpeg(60_000, 60_000))).toEqual(['logo.tooManyPixels']);
  });

  it('says all that is wrong at once, with the name and what would be right', () => {
    const heavy = new Uint8Array(MAXIMUM_LOGO_FILE_BYTES + 1);
    expect(codes('film.mp4', heavy)).toEqual(['logo.type', 'logo.tooBig']);
    heavy.set(png(50_000, 50_000));
    const checked = checkLogo('poster.png', heavy);
    expect(checked.ok ? [] : checked.problems.map(({ code, params }) => [code, params])).toEqual([
      ['logo.tooBig', { name: 'poster.png', bytes: MAXIMUM_LOGO_FILE_BYTES + 1, maximum: MAXIMUM_LOGO_FILE_BYTES }],
      ['logo.tooManyPixels', { name: 'poster.png', width: 50_000, height: 50_000, maximum: 40_000_000 }],
    ]);
  });
});
