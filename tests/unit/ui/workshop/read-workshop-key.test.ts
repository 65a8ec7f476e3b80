import { afterEach, describe, expect, it } from 'vitest';
import { readWorkshopKey } from '../../../../src/ui/workshop/read-workshop-key.ts';

afterEach(() => document.body.replaceChildren());

/** What a key means when it is pressed on an element made of this markup's first element. */
function read(key: string, options: KeyboardEventInit & { on?: HTMLElement; rightToLeft?: boolean } = {}) {
  const { on = document.body, rightToLeft = false, ...init } = options;
  if (on !== document.body) document.body.append(on);
  let found: ReturnType<typeof readWorkshopKey> = null;
  const listen = (event: KeyboardEvent) => (found = readWorkshopKey(event, rightToLeft));
  window.addEventListener('keydown', listen, { once: true });
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...init }));
  return found as ReturnType<typeof readWorkshopKey>;
}

function input(type: string): HTMLInputElement {
  const field = document.createElement('input');
  field.type = type;
  return field;
}

describe('readWorkshopKey', () => {
  it('reads digits and letters in either case, and nothing with a modifier', () => {
    expect(read('0')).toEqual({ kind: 'digit', digit: 0 });
    expect(read('4')).toEqual({ kind: 'digit', digit: 4 });
    expect([read('v'), read('V'), read('o'), read('d')].map((key) => key?.kind)).toEqual([
      'room',
      'room',
      'open',
      'theme',
    ]);
    expect([read('z'), read('r', { ctrlKey: true }), read('a', { metaKey: true }), read('F11')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('leaves the keys to the text in a field, but for Escape', () => {
    for (const on of [
      input('text'),
      input('date'),
      document.createElement('textarea'),
      document.createElement('select'),
    ]) {
      expect([read('v', { on }), read('3', { on }), read('Enter', { on })]).toEqual([null, null, null]);
      expect(read('Escape', { on })).toEqual({ kind: 'close' });
    }
  });

  it('takes digits on a radio button and leaves arrows and Enter to the form', () => {
    expect(read('2', { on: input('radio') })).toEqual({ kind: 'digit', digit: 2 });
    expect([read('ArrowRight', { on: input('radio') }), read('Enter', { on: input('radio') })]).toEqual([null, null]);
  });

  it('leaves Enter to a button, and a key held down does not repeat what toggles', () => {
    expect(read('Enter', { on: document.createElement('button') })).toBeNull();
    expect(read('Enter')).toEqual({ kind: 'store' });
    expect([read('v', { repeat: true }), read('3', { repeat: true })]).toEqual([null, null]);
    expect(read('Backspace', { repeat: true })).toEqual({ kind: 'erase' });
  });

  it('moves forward by the arrow that points forward', () => {
    expect([read('ArrowRight')?.kind, read('ArrowRight', { rightToLeft: true })?.kind]).toEqual(['next', 'previous']);
    expect([read('ArrowLeft')?.kind, read('PageDown')?.kind]).toEqual(['previous', 'next']);
  });
});
