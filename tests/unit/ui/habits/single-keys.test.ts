import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SingleKeys } from '../../../../src/ui/habits/single-keys.ts';
import { letsThrough, singleKeysOf } from '../../../../src/ui/habits/single-keys.ts';

let mode: SingleKeys = 'plain';
let heard: string[] = [];
const filter = (event: KeyboardEvent) => void letsThrough(event, mode);
const listen = (event: KeyboardEvent) => void heard.push(`${event.altKey ? 'Alt+' : ''}${event.key}`);

beforeEach(() => {
  heard = [];
  window.addEventListener('keydown', filter, true);
  window.addEventListener('keydown', listen);
});
afterEach(() => {
  window.removeEventListener('keydown', filter, true);
  window.removeEventListener('keydown', listen);
  document.body.replaceChildren();
});

function press(init: KeyboardEventInit, on: Element = document.body): KeyboardEvent {
  if (on !== document.body) document.body.append(on);
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init });
  (on.querySelector('input, [tabindex]') ?? on).dispatchEvent(event);
  return event;
}

function made(html: string): Element {
  const template = document.createElement('template');
  template.innerHTML = html;
  return template.content.firstElementChild!;
}

describe('keys of one character', () => {
  it('act by themselves unless somebody chose otherwise', () => {
    mode = singleKeysOf(undefined);
    press({ key: '3' });
    press({ key: 'x', altKey: true });
    expect(heard).toEqual(['3', 'Alt+x']);
    expect(singleKeysOf('nonsense')).toBe('plain');
  });

  it('reach no screen where they are off; what presses, moves or has Ctrl does', () => {
    mode = 'off';
    for (const key of ['3', 'g', '?', '/', 'Enter', ' ', 'ArrowDown', 'Escape']) press({ key });
    press({ key: 'z', ctrlKey: true });
    expect(heard).toEqual(['Enter', ' ', 'ArrowDown', 'Escape', 'z']);
    expect(press({ key: '3' }).defaultPrevented, 'a list still goes to what begins so').toBe(false);
  });

  it('come with Alt alone where that was chosen, whatever Alt makes of them', () => {
    mode = 'alt';
    press({ key: '3' });
    expect(heard).toEqual([]);
    press({ key: '3', code: 'Digit3', altKey: true });
    press({ key: '£', code: 'Digit3', altKey: true });
    press({ key: '&', code: 'Digit1', altKey: true });
    press({ key: 'a', code: 'KeyQ', altKey: true });
    press({ key: '∂', code: 'KeyD', altKey: true });
    press({ key: '?', code: 'KeyM', altKey: true, shiftKey: true });
    expect(heard).toEqual(['3', '3', '1', 'a', 'd', '?']);
    heard = [];
    press({ key: 'ArrowLeft', code: 'ArrowLeft', altKey: true });
    expect(heard, 'the way back of the browser').toEqual(['Alt+ArrowLeft']);
  });

  it.each([
    ['a field', '<label><input></label>'],
    ['a dialogue', '<dialog><b tabindex="0"></b></dialog>'],
    ['a table that has the focus', '<table role="grid"><tr><td tabindex="0"></td></tr></table>'],
  ])('stay what they are in %s', (_, html) => {
    mode = 'off';
    press({ key: 'l' }, made(html));
    expect(heard).toEqual(['l']);
  });
});
