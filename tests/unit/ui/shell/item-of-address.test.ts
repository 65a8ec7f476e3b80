import { afterEach, describe, expect, it } from 'vitest';
import { itemOfAddress } from '../../../../src/ui/shell/item-of-address.ts';

const PAGE = '#/assessment/a1/assess';
const asked = (hash: string) => {
  location.hash = hash;
  return itemOfAddress(PAGE, 'SO-1', (item) => ['SO-1', 'SO-2', 'é/1'].includes(item));
};

afterEach(() => {
  location.hash = '';
});

describe('the item that somebody went to last', () => {
  it.each([
    ['is the one of the address, drawn or not', `${PAGE}/SO-2`, 'SO-2'],
    ['is found whatever its signs', `${PAGE}/${encodeURIComponent('é/1')}`, 'é/1'],
    ['is the drawn one where the address names none', PAGE, 'SO-1'],
    ['is the drawn one where the address names an unknown one', `${PAGE}/nobody`, 'SO-1'],
    ['is the drawn one where the address is broken', `${PAGE}/%E0%A4%A`, 'SO-1'],
    ['is none on the way to another page', '#/assessment/a1/results', null],
    ['is none on the way to a page that begins alike', `${PAGE}ment/SO-2`, null],
    ['is none on the way to another assessment', '#/assessment/a2/assess/SO-2', null],
  ])('%s', (_what, hash, item) => {
    expect(asked(hash)).toBe(item);
  });
});
