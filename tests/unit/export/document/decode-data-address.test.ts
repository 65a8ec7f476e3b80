import { describe, expect, it } from 'vitest';
import { decodeDataAddress } from '../../../../src/export/document/decode-data-address.ts';

describe('decodeDataAddress', () => {
  it('gives the bytes that an address holds', () => {
    expect(decodeDataAddress('data:font/ttf;base64,AAEA/w==')).toEqual(new Uint8Array([0, 1, 0, 255]));
  });

  it('leaves an address of a file to be fetched', () => {
    expect(decodeDataAddress('./assets/sans-regular.ttf')).toBeNull();
  });
});
